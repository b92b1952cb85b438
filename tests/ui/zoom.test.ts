import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SizePx } from '~/model/base/units';
import { viewTransform } from '~/preview/view-transform';
import type { Zoom } from '~/ui/canvas/zoom';
import { MOST_ZOOM, pannedBy, toggledAt, toPhoto, toView, zoomedAbout } from '~/ui/canvas/zoom';

const view: SizePx<'view'> = { widthPx: 400, heightPx: 300 };
const photo: SizePx = { widthPx: 900, heightPx: 1200 };

const place = fc.record({
  xPx: fc.double({ min: 0, max: 400, noNaN: true }),
  yPx: fc.double({ min: 0, max: 300, noNaN: true }),
});
const times = fc.double({ min: 0.2, max: 5, noNaN: true });
const drag = fc.double({ min: -800, max: 800, noNaN: true });

/** The photo's edges, as they lie in the view. */
const edges = (zoom: Zoom) => {
  const camera = viewTransform(zoom, photo, view);
  return {
    from: toView(camera, { xPx: 0, yPx: 0 }),
    to: toView(camera, { xPx: photo.widthPx, yPx: photo.heightPx }),
  };
};

describe('a double tap', () => {
  const at = { xPx: 210, yPx: 140 };
  test('comes three times nearer than at rest, what lies under it staying there, and goes back', () => {
    for (const rest of [null, { factor: 1.7, centreXPx: 450, centreYPx: 500 }]) {
      const near = toggledAt(rest, rest, photo, view, at);
      expect(near?.factor).toBeCloseTo(3 * (rest?.factor ?? 1), 9);
      const before = toPhoto(viewTransform(rest, photo, view), at);
      const after = toPhoto(viewTransform(near, photo, view), at);
      expect(Math.hypot(after.xPx - before.xPx, after.yPx - before.yPx)).toBeLessThan(1e-6);
      expect(toggledAt(near, rest, photo, view, at)).toBe(rest);
    }
  });

  test('leads back from any other zoom that is nearer than at rest, and near from one that is not', () => {
    const rest = { factor: 2, centreXPx: 450, centreYPx: 600 };
    expect(toggledAt({ ...rest, factor: 2.5 }, rest, photo, view, at)).toBe(rest);
    expect(toggledAt(null, rest, photo, view, at)?.factor).toBeCloseTo(6, 9);
  });
});

describe('zoom', () => {
  test('what lies under the pointer stays there, away from the edges', () => {
    const at = { xPx: 210, yPx: 140 };
    const near = zoomedAbout(null, photo, view, at, 4);
    const before = toPhoto(viewTransform(near, photo, view), at);
    const after = toPhoto(viewTransform(zoomedAbout(near, photo, view, at, 1.5), photo, view), at);
    expect(after.xPx).toBeCloseTo(before.xPx, 9);
    expect(after.yPx).toBeCloseTo(before.yPx, 9);
  });

  test('whatever is done, the picture never leaves the view and the zoom its range', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(place, times, drag, drag), { maxLength: 8 }), (gestures) => {
        let zoom: Zoom = null;
        for (const [at, by, dx, dy] of gestures)
          zoom = pannedBy(zoomedAbout(zoom, photo, view, at, by), photo, view, dx, dy);
        expect(zoom?.factor ?? 1).toBeGreaterThanOrEqual(1);
        expect(zoom?.factor ?? 1).toBeLessThanOrEqual(MOST_ZOOM);
        const { from, to } = edges(zoom);
        for (const [a, b, room] of [
          [from.xPx, to.xPx, view.widthPx],
          [from.yPx, to.yPx, view.heightPx],
        ] as const) {
          if (b - a <= room) expect(a + b).toBeCloseTo(room, 6);
          else {
            expect(a).toBeLessThanOrEqual(1e-6);
            expect(b).toBeGreaterThanOrEqual(room - 1e-6);
          }
        }
      }),
    );
  });

  test('zooming all the way out is the whole picture', () => {
    const near = zoomedAbout(null, photo, view, { xPx: 10, yPx: 10 }, 3);
    expect(zoomedAbout(near, photo, view, { xPx: 300, yPx: 200 }, 0.1)).toBeNull();
  });

  test('a drag moves the picture by as much', () => {
    const near = zoomedAbout(null, photo, view, { xPx: 200, yPx: 150 }, 6);
    const spot = { xPx: 450, yPx: 600 };
    const before = toView(viewTransform(near, photo, view), spot);
    const after = toView(viewTransform(pannedBy(near, photo, view, 30, -20), photo, view), spot);
    expect(after.xPx - before.xPx).toBeCloseTo(30, 9);
    expect(after.yPx - before.yPx).toBeCloseTo(-20, 9);
  });
});
