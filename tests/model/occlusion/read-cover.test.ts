import { describe, expect, it } from 'vitest';
import type { LinearRgb } from '~/model/colour/linear-rgb';
import { fitHead } from '~/model/fit/fit-head';
import { besideHair } from '~/model/density/coverage-zones';
import { coverHair, readCover } from '~/model/occlusion/read-cover';
import { readHair } from '~/model/occlusion/read-hair';
import { readHand } from '~/model/occlusion/read-hand';
import { headArea } from '~/model/photo/head-area';
import { maskAt } from '~/model/raster/photo-map';
import { readSkin } from '~/model/skin/read-skin';
import { withCap, withGlasses, withHand } from '../../support/occluders';
import type { Head, Occluded } from '../../support/occluders';
import { SHARP } from '../../support/photo-character';
import { renderedHead } from '../../support/rendered-head';
import { skinPicture } from '../../support/skin-fixture';

/** The scalp pictures are the rendered heads binned 4 : 1, from this place of the photo on, px. */
const CROP = { xPx: 332, yPx: 300, bin: 4 };
const HEADS = [
  ['hardlight', 'head_t4_hardlight', ['navy', 'white']],
  ['stubble', 'head_t3_stubble', ['green', 'grey']],
  ['dark', 'head_t6_yawm45', ['red', 'black']],
] as const;

interface Sample extends Head {
  readonly face: NonNullable<ReturnType<typeof renderedHead>['reading']['face']>;
}

/** A rendered head with everything moved into its scalp picture. */
function sampleHead(picture: string, name: (typeof HEADS)[number][1]): Sample {
  const { reading } = renderedHead(name);
  const fit = fitHead(reading, 'men');
  const { face, outline } = reading;
  if (face === null || outline === null || fit.warp === null) throw new Error('The fixture has no face.');
  const { width, height, data } = skinPicture(picture);
  const { pose, warp } = fit;
  const shift = <Place extends { readonly xPx: number; readonly yPx: number }>(place: Place): Place => ({
    ...place,
    xPx: place.xPx - CROP.xPx,
    yPx: place.yPx - CROP.yPx,
  });
  return {
    pixels: { widthPx: width, heightPx: height, data, photoPxPerPixel: CROP.bin },
    outline: { ...outline, leftPx: outline.leftPx - CROP.xPx, topPx: outline.topPx - CROP.yPx },
    fit: {
      ...fit,
      pose: { ...pose, principal: shift(pose.principal) },
      warp: {
        ...warp,
        centre: shift(warp.centre),
        edgePx: warp.edgePx.map((px, k) => px - (k % 2 === 0 ? CROP.xPx : CROP.yPx)),
      },
    },
    face: {
      ...face,
      landmarksPx: face.landmarksPx.map((px, k) => px - (k % 3 === 0 ? CROP.xPx : k % 3 === 1 ? CROP.yPx : 0)),
    },
  };
}

/** What is read of a head with something over it: the hair map (cover in it), and whether a cover was seen. */
function read(sample: Sample, { pixels, outline }: Pick<Occluded, 'pixels' | 'outline'>) {
  const { fit, face } = sample;
  const area = headArea(fit, face);
  const skin = readSkin(pixels, area, outline, SHARP);
  const hair = readHair(pixels, area, outline, skin).map;
  const cover = readCover(pixels, area, fit, { face, outline }, skin);
  return { hair: cover === null ? hair : coverHair(hair, cover), cover };
}

/** Share of a thing's pixels that keep less than 5 % of the dots. */
function keptOff({ hair }: ReturnType<typeof read>, { pixels, share }: Occluded): number {
  let on = 0;
  let off = 0;
  for (let k = 0; k < share.length; k++) {
    const scale = pixels.photoPxPerPixel;
    const here = maskAt(hair, ((k % pixels.widthPx) + 0.5) * scale, (Math.floor(k / pixels.widthPx) + 0.5) * scale);
    if ((share[k] ?? 0) < 0.5 || here === null) continue;
    on++;
    if (besideHair(here, 0.64) < 0.05) off++;
  }
  return off / on;
}

const CAPS: Readonly<Record<(typeof HEADS)[number][2][number], LinearRgb>> = {
  navy: [0.02, 0.03, 0.09],
  red: [0.35, 0.02, 0.03],
  green: [0.05, 0.12, 0.04],
  white: [0.7, 0.7, 0.68],
  grey: [0.12, 0.12, 0.12],
  black: [0.012, 0.012, 0.012],
};

describe.each(HEADS)('readCover on %s', (picture, name, caps) => {
  const sample = sampleHead(picture, name);

  it('takes no shadow, gloss, stubble or ear for a thing', () => {
    expect(read(sample, sample).cover).toBeNull();
  });

  it.each(caps)('keeps dots off a %s cap', (cap) => {
    const capped = withCap(sample, CAPS[cap], 30);
    expect(keptOff(read(sample, capped), capped)).toBeGreaterThan(0.97);
  });

  it('finds a hand of the head’s own colour by its arm, and none on the bare head', () => {
    const { fit, face } = sample;
    const found = ({ pixels, outline }: Pick<Occluded, 'pixels' | 'outline'>) => {
      const area = headArea(fit, face);
      const skin = readSkin(pixels, area, outline, SHARP);
      return { hand: readHand(pixels, area, fit, { face, outline }, skin), skin };
    };
    const bare = found(sample);
    expect(bare.hand).toBeNull();
    const held = withHand(sample, bare.skin.skin);
    const { hand } = found(held);
    if (hand === null) throw new Error('The hand was not found.');
    const on = keptOff({ hair: hand, cover: hand }, held);
    expect(on).toBeGreaterThan(0.8);
    // and most of the rest of the head stays free
    const perMm = -fit.pose.focalPx / fit.pose.translationMm[2] / sample.pixels.photoPxPerPixel;
    const cm2 =
      hand.confidence.reduce((sum, share) => sum + share / 255, 0) *
      (hand.pxPerSample / sample.pixels.photoPxPerPixel / perMm / 10) ** 2;
    expect(cm2).toBeLessThan(140);
  });

  it('keeps dots off glasses pushed up', () => {
    const worn = withGlasses(sample);
    expect(keptOff(read(sample, worn), worn)).toBeGreaterThan(0.9);
  });
});
