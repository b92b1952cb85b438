import { describe, expect, it } from 'vitest';
import { fitHead } from '~/model/fit/fit-head';
import { mendOutline } from '~/model/fit/mend-outline';
import type { HeadInView } from '~/model/view/view';
import { edgeAlong } from '~/model/raster/photo-map';
import type { OutlineMask } from '~/model/raster/photo-map';
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
