import { describe, expect, it } from 'vitest';
import { fitHead } from '~/model/fit/fit-head';
import { mendBurntEdge, mendOutline } from '~/model/fit/mend-outline';
import type { HeadInView } from '~/model/view/view';
import { edgeAlong, maskAt } from '~/model/raster/photo-map';
import type { OutlineMask } from '~/model/raster/photo-map';
import type { PhotoPixels } from '~/model/raster/photo-pixels';
import { silhouette } from '~/model/view/silhouette';
import { renderedHead } from '../../support/rendered-head';

const DEGREES = Math.PI / 180;
const WIDTH = 8 * DEGREES;

const away = (angle: number, from: number): number =>
  Math.abs(Math.atan2(Math.sin(angle - from), Math.cos(angle - from)));

/** An outline with dents in the skull's rim, each about 30° wide. */
function cutInto(fit: HeadInView, outline: OutlineMask, dents: readonly (readonly [angle: number, depthMm: number])[]) {
  const { centre, rimAt } = silhouette(fit.cranium, fit.pose);
  const pxPerMm = -fit.pose.focalPx / fit.pose.translationMm[2];
  const confidence = outline.confidence.map((share, k) => {
    const dx = outline.leftPx + ((k % outline.columns) + 0.5) * outline.pxPerSample - centre.xPx;
    const dy = outline.topPx + (Math.floor(k / outline.columns) + 0.5) * outline.pxPerSample - centre.yPx;
    const angle = Math.atan2(-dy, dx);
    const depth = dents.reduce((sum, [at, depthMm]) => sum + depthMm * Math.exp(-((away(angle, at) / WIDTH) ** 2)), 0);
    if (depth < 0.3) return share;
    const inside = (rimAt(angle).radiusPx - depth * pxPerMm - Math.hypot(dx, dy)) / outline.pxPerSample;
    return Math.min(share, 255 * Math.min(Math.max(0.5 + inside / 4, 0), 1));
  });
  return { ...outline, confidence };
}

describe('mendOutline', () => {
  const { reading } = renderedHead('head_t2_front');
  const { outline } = reading;
  if (outline === null) throw new Error('The fixture has no outline.');
  const fit = fitHead(reading, 'men');
  const { centre, rimAt } = silhouette(fit.cranium, fit.pose);
  const pxPerMm = -fit.pose.focalPx / fit.pose.translationMm[2];
  const edge = (mask: OutlineMask, degrees: number): number => {
    const { radiusPx } = rimAt(degrees * DEGREES);
    return (edgeAlong(mask, centre, degrees * DEGREES, 0.7 * radiusPx, 1.3 * radiusPx) ?? NaN) / pxPerMm;
  };

  it('leaves a head without a dent as it is', () => {
    expect(mendOutline(fit, outline)).toBeNull();
  });

  it.each([40, 70, 110])('bridges a dent of 6 mm at %i°', (at) => {
    const dented = cutInto(fit, outline, [[at * DEGREES, 6]]);
    // as in the app, where the head is fitted to the dented outline
    const mended = mendOutline(fitHead({ ...reading, outline: dented }, 'men'), dented);
    expect(edge(outline, at) - edge(dented, at)).toBeGreaterThan(4);
    if (mended === null) throw new Error('No dent was found.');
    for (let degrees = at - 14; degrees <= at + 14; degrees += 2)
      expect(Math.abs(edge(mended, degrees) - edge(outline, degrees))).toBeLessThan(2);
    expect(edge(mended, at + 60)).toBeCloseTo(edge(outline, at + 60), 1);
  });

  it('takes several dents for hair, and a shallow one for the skull', () => {
    expect(
      mendOutline(
        fit,
        cutInto(fit, outline, [
          [60 * DEGREES, 6],
          [115 * DEGREES, 6],
        ]),
      ),
    ).toBeNull();
    expect(mendOutline(fit, cutInto(fit, outline, [[60 * DEGREES, 2.5]]))).toBeNull();
  });
});

describe('mendBurntEdge', () => {
  const { reading } = renderedHead('head_t2_front');
  const { outline } = reading;
  if (outline === null) throw new Error('The fixture has no outline.');
  const fitOf = (mask: OutlineMask): HeadInView => fitHead({ ...reading, outline: mask }, 'men');
  const truth = fitOf(outline);
  const { centre, rimAt } = silhouette(truth.cranium, truth.pose);
  const pxPerMm = -truth.pose.focalPx / truth.pose.translationMm[2];
  const edgeMm = (mask: OutlineMask, degrees: number): number => {
    const { radiusPx } = rimAt(degrees * DEGREES);
    return (edgeAlong(mask, centre, degrees * DEGREES, 0.5 * radiusPx, 1.5 * radiusPx) ?? NaN) / pxPerMm;
  };
  /** As the segmenter sees a head before a ground that is as white: cut off flat across the top, or reaching into the ground. */
  const cut: OutlineMask = {
    ...outline,
    confidence: outline.confidence.map((share, k) => {
      const y = outline.topPx + (Math.floor(k / outline.columns) + 0.5) * outline.pxPerSample;
      const inside = (y - (centre.yPx - 60 * pxPerMm)) / outline.pxPerSample;
      return Math.min(share, 255 * Math.min(Math.max(0.5 + inside / 4, 0), 1));
    }),
  };
  const bulged = cutInto(truth, outline, []);
  for (let k = 0; k < bulged.confidence.length; k++) {
    const dx = outline.leftPx + ((k % outline.columns) + 0.5) * outline.pxPerSample - centre.xPx;
    const dy = outline.topPx + (Math.floor(k / outline.columns) + 0.5) * outline.pxPerSample - centre.yPx;
    const angle = Math.atan2(-dy, dx);
    if (angle > 0.6 && angle < 2.5 && Math.hypot(dx, dy) < 1.2 * rimAt(angle).radiusPx) bulged.confidence[k] = 255;
  }
  /** A photo of one code on the head and another behind it. */
  const photoOf = (head: number, ground: number): PhotoPixels => {
    const { widthPx, heightPx } = reading.photo;
    const data = new Uint8ClampedArray(4 * widthPx * heightPx);
    for (let at = 0; at < widthPx * heightPx; at++) {
      const x = (at % widthPx) + 0.5;
      const y = Math.floor(at / widthPx) + 0.5;
      data.fill((maskAt(outline, x, y) ?? 0) > 0.5 ? head : ground, 4 * at, 4 * at + 4);
    }
    return { widthPx, heightPx, data, photoPxPerPixel: 1 };
  };
  const white = photoOf(255, 255);

  it.each([
    ['cut off', cut],
    ['too large', bulged],
  ])('gives a head that is %s in white before white its own rim', (_, wrong) => {
    const mended = mendBurntEdge(fitOf(wrong), wrong, white, fitOf);
    if (mended === null) throw new Error('No burnt edge was found.');
    expect(Math.abs(edgeMm(wrong, 90) - edgeMm(outline, 90))).toBeGreaterThan(15);
    // No more is known of this head than of an average one: its height differs by some millimetres.
    for (let degrees = 30; degrees <= 150; degrees += 4)
      expect(Math.abs(edgeMm(mended, degrees) - edgeMm(outline, degrees)), `${degrees}°`).toBeLessThan(8);
  });

  it('changes no head whose edge is seen: lit before white, white before the dark, or all lit', () => {
    for (const [head, ground] of [
      [180, 255],
      [255, 90],
      [180, 90],
    ])
      expect(mendBurntEdge(truth, outline, photoOf(head, ground), fitOf)).toBeNull();
  });

  it('leaves what is seen as it is where only a part is burnt', () => {
    const half = photoOf(255, 255);
    for (let at = 0; at < half.widthPx * half.heightPx; at++)
      if (at % half.widthPx > centre.xPx) for (let band = 0; band < 3; band++) half.data[4 * at + band] = 120;
    const mended = mendBurntEdge(fitOf(cut), cut, half, fitOf);
    if (mended === null) throw new Error('No burnt edge was found.');
    expect(edgeMm(mended, 110) - edgeMm(cut, 110)).toBeGreaterThan(5);
    for (let degrees = 20; degrees <= 80; degrees += 10)
      expect(edgeMm(mended, degrees), `${degrees}°`).toBeCloseTo(edgeMm(cut, degrees), 1);
  });
});
