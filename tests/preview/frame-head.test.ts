import { describe, expect, it } from 'vitest';
import { initialDesign } from '~/model/design/design';
import { NO_CORRECTION } from '~/model/design/head-correction';
import type { HeadCorrection } from '~/model/design/head-correction';
import { correctHead, placeByHand } from '~/model/fit/place-by-hand';
import { pointPlaces } from '~/model/hairline/point-moves';
import { projectPoint } from '~/model/view/camera';
import { boxOf } from '~/model/view/silhouette-line';
import { frameHead } from '~/preview/frame-head';
import { viewTransform } from '~/preview/view-transform';

const photo = { widthPx: 3000, heightPx: 4000 };
const placed = placeByHand(photo, 'men');
const headAt = (change: Partial<HeadCorrection>) => correctHead(placed, { ...NO_CORRECTION, ...change });
const lineOf = (fit: ReturnType<typeof headAt>) => projectPoint(fit, pointPlaces(initialDesign(1), fit).middle.pointMm);

/** A phone held upright, one held sideways, a tablet, a laptop: the room of the picture, CSS px. */
const ROOMS = [
  { widthPx: 390, heightPx: 500 },
  { widthPx: 500, heightPx: 330 },
  { widthPx: 820, heightPx: 760 },
  { widthPx: 990, heightPx: 560 },
];

describe('the zoom a photo is first seen at', () => {
  it.each(ROOMS)('frames the scalp in $widthPx × $heightPx: the line over a third down, eyes in, air above', (view) => {
    const fit = headAt({ scale: 0.5 });
    const zoom = frameHead(fit, lineOf(fit), { photo, face: null }, view);
    const { scale, offsetXPx, offsetYPx } = viewTransform(zoom, photo, view);
    const down = (yPx: number): number => (yPx * scale + offsetYPx) / view.heightPx;
    const skull = boxOf(fit);
    expect(down(lineOf(fit).yPx)).toBeGreaterThan(0.35);
    expect(down(lineOf(fit).yPx)).toBeLessThan(0.4);
    expect(down(projectPoint(fit, fit.face.leftOuterEye).yPx)).toBeLessThan(0.81);
    expect(down(skull.top)).toBeGreaterThan(0.05);
    expect(skull.left * scale + offsetXPx).toBeGreaterThan(0);
    expect(skull.right * scale + offsetXPx).toBeLessThan(view.widthPx);
  });

  it('shows nothing beyond the photo', () => {
    const fit = headAt({ scale: 0.5, rightMm: 60, upMm: 120 });
    const view = ROOMS[0];
    const zoom = frameHead(fit, lineOf(fit), { photo, face: null }, view);
    const { scale, offsetXPx, offsetYPx } = viewTransform(zoom, photo, view);
    expect(offsetXPx).toBeLessThanOrEqual(0.001);
    expect(offsetYPx).toBeLessThanOrEqual(0.001);
    expect(photo.widthPx * scale + offsetXPx).toBeGreaterThanOrEqual(view.widthPx - 0.001);
    expect(photo.heightPx * scale + offsetYPx).toBeGreaterThanOrEqual(view.heightPx - 0.001);
  });

  it('shows all of a head whose line is turned away, with room around it', () => {
    const fit = headAt({ scale: 0.5, turnDegrees: 180 });
    const view = ROOMS[2];
    const zoom = frameHead(fit, null, { photo, face: null }, view);
    const { scale, offsetYPx } = viewTransform(zoom, photo, view);
    const skull = boxOf(fit);
    expect(skull.top * scale + offsetYPx).toBeGreaterThan(0);
    expect(skull.bottom * scale + offsetYPx).toBeLessThan(view.heightPx);
  });

  it('shows all of a photo that the head fills, and goes no nearer than four times', () => {
    const [view] = ROOMS;
    const large = headAt({ scale: 1.9 });
    expect(frameHead(large, lineOf(large), { photo, face: null }, view)).toBeNull();
    const small = headAt({ scale: 0.1 });
    expect(frameHead(small, lineOf(small), { photo, face: null }, view)?.factor).toBe(4);
  });
});
