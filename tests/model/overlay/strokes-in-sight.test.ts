import { describe, expect, it } from 'vitest';
import type { Direction, PointPx } from '~/model/base/units';
import { PLAIN_BRUSH } from '~/model/design/drawing';
import type { Stroke } from '~/model/design/drawing';
import { REFERENCE_CRANIUM, surfacePoint } from '~/model/head/cranium';
import { convexHull } from '~/model/maths/convex-hull';
import { strokesInSight } from '~/model/overlay/strokes-in-sight';
import { facing, projectPoint } from '~/model/view/camera';
import { headWith } from '../../support/random-heads';

const fit = headWith(REFERENCE_CRANIUM);
const WIDE_MM = 20;

const stroke = (...path: Direction[]): Stroke => ({ ...PLAIN_BRUSH, kind: 'none', widthMm: WIDE_MM, path });
/** So far round the head to its left, level with the middle of the skull. */
const round = (degrees: number): Direction => ({
  x: Math.sin((degrees * Math.PI) / 180),
  y: 0,
  z: Math.cos((degrees * Math.PI) / 180),
});
const sizeOf = (places: readonly PointPx[]) => {
  const [xs, ys] = [places.map(({ xPx }) => xPx), places.map(({ yPx }) => yPx)];
  return { wide: Math.max(...xs) - Math.min(...xs), high: Math.max(...ys) - Math.min(...ys) };
};

describe('strokes in sight', () => {
  it('are as wide on the skin everywhere: seen narrower the more it turns away, and as high as ever', () => {
    for (const degrees of [0, 30, 50, 65]) {
      const at = round(degrees);
      const [{ covers }] = strokesInSight([stroke(at)], fit);
      const pieces = covers();
      expect(pieces).toHaveLength(1);
      const { wide, high } = sizeOf(pieces[0]);
      const px = (WIDE_MM * fit.pose.focalPx) / projectPoint(fit, surfacePoint(fit.cranium, at)).depthMm;
      expect(high / px, `${degrees}°`).toBeGreaterThan(0.95);
      expect(high / px, `${degrees}°`).toBeLessThan(1.05);
      expect(Math.abs(wide / px - facing(fit, at)), `${degrees}°`).toBeLessThan(0.08);
    }
  });

  it('cover all the way from place to place, and nothing where the head turns away', () => {
    const [{ covers }] = strokesInSight([stroke(round(0), round(20), round(170), round(175))], fit);
    const pieces = covers();
    expect(pieces).toHaveLength(2);
    const [one, both] = pieces.map(sizeOf);
    expect(both.wide).toBeGreaterThan(one.wide * 2);
  });
});

describe('the hull of places', () => {
  it('goes around them once, and leaves out what lies within', () => {
    const hull = convexHull([
      [1, 1],
      [0, 0],
      [2, 0],
      [1, 0],
      [2, 2],
      [0.5, 1.2],
      [0, 2],
    ]);
    expect(hull).toEqual([
      [0, 0],
      [2, 0],
      [2, 2],
      [0, 2],
    ]);
    expect(convexHull([[3, 4]])).toEqual([[3, 4]]);
  });
});
