import { describe, expect, it } from 'vitest';
import { REFERENCE_CRANIUM } from '~/model/head/cranium';
import { averageFacePoints } from '~/model/head/face-points';
import type { HeadInView } from '~/model/view/view';
import { headArea } from '~/model/photo/head-area';
import type { FaceReading } from '~/model/view/head-reading';

/** The mean head 1.2 m before a camera of 2400 px, in the middle of a picture of 1000 × 1000 px. */
const FIT: HeadInView = {
  pose: {
    rotation: [1, 0, 0, 0, 1, 0, 0, 0, 1],
    translationMm: [0, -60, -1200 - REFERENCE_CRANIUM.centre.zMm],
    focalPx: 2400,
    principal: { xPx: 500, yPx: 500 },
  },
  cranium: REFERENCE_CRANIUM,
  warp: null,
  face: averageFacePoints(REFERENCE_CRANIUM),
  source: 'hand',
};

describe('headArea', () => {
  it('knows the scale at the head and frames the whole scalp', () => {
    const { pxPerMm, box } = headArea(FIT, null);
    expect(pxPerMm).toBeCloseTo(2, 6);
    // breadth 154 mm and 8 mm of room on each side
    expect((box.right - box.left) / pxPerMm).toBeGreaterThan(165);
    expect((box.right - box.left) / pxPerMm).toBeLessThan(185);
    expect(Math.abs(box.left + box.right - 1000)).toBeLessThan(4);
  });

  it('reads skin on forehead and cheeks, and on top of the scalp where there is no face', () => {
    const box = { left: 0, top: 0, right: 0, bottom: 0 };
    const face: FaceReading = { landmarksPx: Float32Array.from({ length: 3 * 468 }, (_, i) => i), box };
    expect(headArea(FIT, face).skinPx).toContainEqual({ xPx: 3 * 151, yPx: 3 * 151 + 1 });
    const { skinPx } = headArea(FIT, null);
    expect(skinPx.length).toBeGreaterThan(5);
    for (const { yPx } of skinPx) expect(yPx).toBeLessThan(500);
  });
});
