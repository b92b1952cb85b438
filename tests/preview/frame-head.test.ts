import { describe, expect, it } from 'vitest';
import { NO_CORRECTION } from '~/model/design/head-correction';
import { correctHead, placeByHand } from '~/model/fit/place-by-hand';
import { silhouetteLine } from '~/model/view/silhouette-line';
import { frameHead } from '~/preview/frame-head';

const photo = { widthPx: 3000, heightPx: 4000 };
const placed = placeByHand(photo, 'men');

describe('the zoom a photo is first seen at', () => {
  it('shows a small head near, with room around it and nothing beyond the photo', () => {
    const fit = correctHead(placed, { ...NO_CORRECTION, scale: 0.5, rightMm: 60, upMm: 40 });
    const zoom = frameHead(fit, { photo, face: null });
    expect(zoom).not.toBeNull();
    if (zoom === null) return;
    const half = { x: photo.widthPx / 2 / zoom.factor, y: photo.heightPx / 2 / zoom.factor };
    for (const { xPx, yPx } of silhouetteLine(fit)) {
      expect(Math.abs(xPx - zoom.centreXPx)).toBeLessThan(half.x);
      expect(Math.abs(yPx - zoom.centreYPx)).toBeLessThan(half.y);
    }
    expect(zoom.centreXPx - half.x).toBeGreaterThanOrEqual(-0.001);
    expect(zoom.centreXPx + half.x).toBeLessThanOrEqual(photo.widthPx + 0.001);
  });

  it('shows all of a photo that the head fills', () => {
    const fit = correctHead(placed, { ...NO_CORRECTION, scale: 1.9 });
    expect(frameHead(fit, { photo, face: null })).toBeNull();
  });

  it('does not go nearer than three times', () => {
    const fit = correctHead(placed, { ...NO_CORRECTION, scale: 0.1 });
    expect(frameHead(fit, { photo, face: null })?.factor).toBe(3);
  });
});
