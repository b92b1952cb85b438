import { memoEach } from '~/model/base/memo';
import { fitAlone } from '~/model/fit/head-of';
import { meanCranium } from '~/model/head/cranium';
import type { SkinLight } from '~/model/raster/photo-map';
import { sameSkin } from '~/model/view/same-skin';
import type { SeenSkin } from '~/model/view/same-skin';
import type { HeadReading } from '~/model/view/head-reading';
import type { Pose } from '~/model/view/view';

/** Two photos as they were fitted by themselves have the same skin so far apart at most, mm; places looked for are so far apart on the chart. */
const REACH_MM = 16;
const APART = 0.15;
/** Brows and wrinkles are nearly alike on both sides: so many times as much skin has to be found one way as the other. */
const CLEARLY = 2;

/** The photo as a mirror shows it: the head turned the other way, left and right changed. */
function inMirror({ pose, light }: SeenSkin): SeenSkin {
  const { rotation, translationMm, principal } = pose;
  const mirrored: Pose = {
    ...pose,
    rotation: rotation.map((value, k) => (k === 0 || k === 4 || k === 5 || k === 7 || k === 8 ? value : -value)),
    translationMm: [-translationMm[0], translationMm[1], translationMm[2]],
    principal: { xPx: -principal.xPx, yPx: principal.yPx },
  };
  return { pose: mirrored, light: light === null ? null : turnedOver(light) };
}

/** Its middle line is the picture's left edge. */
function turnedOver(map: SkinLight): SkinLight {
  const { columns, leftPx, pxPerSample, light } = map;
  const over = light.map((_, k) => light[k - (k % columns) + columns - 1 - (k % columns)]);
  return { ...map, leftPx: -(leftPx + columns * pxPerSample), light: over };
}

/** A photo by itself, whatever others it is fitted with: one that is mirrored puts them all wrong. */
const seenAlone = memoEach((reading: HeadReading): SeenSkin => ({
  pose: fitAlone(reading, 'men').pose,
  light: reading.light ?? null,
}));

const sidesFrom = memoEach((one: HeadReading) =>
  memoEach((other: HeadReading): 'mirrored' | 'none' | null => {
    const first = seenAlone(one);
    const inCommon = (second: SeenSkin): number =>
      sameSkin(meanCranium('men'), [first, second], APART, REACH_MM).length;
    const asIs = inCommon(seenAlone(other));
    const mirrored = inCommon(inMirror(seenAlone(other)));
    if (asIs > CLEARLY * mirrored) return 'none';
    return mirrored > CLEARLY * asIs ? 'mirrored' : null;
  }),
);

/**
 * Whether one of two photos of a head, faces both, is mirrored, by the skin that they have in common; null: that does not tell. Found out
 * once for each two readings.
 */
export const skinSides = (one: HeadReading, other: HeadReading): 'mirrored' | 'none' | null =>
  one.light === undefined || other.light === undefined ? null : sidesFrom(one)(other);
