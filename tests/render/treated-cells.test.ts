import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bothCells, cellTriangles, treatedCells, wholeTarget } from '~/render/treated-cells';

const size = { widthPx: 500, heightPx: 330 };
const place = fc.tuple(
  fc.double({ min: -200, max: 700, noNaN: true }),
  fc.double({ min: -200, max: 500, noNaN: true }),
);
const camera = fc.record({
  scale: fc.double({ min: 0.2, max: 8, noNaN: true }),
  offsetXPx: fc.double({ min: -300, max: 300, noNaN: true }),
  offsetYPx: fc.double({ min: -300, max: 300, noNaN: true }),
});

/** Whether the rectangles of the triangles hold a point. */
function covers(corners: Float32Array, x: number, y: number): boolean {
  for (let i = 0; i < corners.length; i += 12) {
    if (x >= corners[i] && x <= corners[i + 2] && y >= corners[i + 1] && y <= corners[i + 5]) return true;
  }
  return false;
}

describe('cells that are composed anew', () => {
  it('hold everything of the target within reach of a dot, wherever the dot lies', () => {
    fc.assert(
      fc.property(
        fc.array(place, { maxLength: 20 }),
        camera,
        fc.integer({ min: 1, max: 90 }),
        (places, view, reach) => {
          const corners = cellTriangles(
            treatedCells(Float32Array.from(places.flat()), places.length, view, size, reach),
          );
          for (const [xPx, yPx] of places) {
            const x = Math.fround(xPx) * view.scale + view.offsetXPx;
            const y = Math.fround(yPx) * view.scale + view.offsetYPx;
            for (const [dx, dy] of [
              [0, 0],
              [reach, 0],
              [-reach, 0],
              [0, reach],
              [0, -reach],
            ] as const) {
              const inTarget = x + dx >= 0 && y + dy >= 0 && x + dx < size.widthPx && y + dy < size.heightPx;
              if (inTarget) expect(covers(corners, x + dx, y + dy)).toBe(true);
            }
          }
        },
      ),
    );
  });

  it('leave out what is far from every dot', () => {
    const cells = treatedCells(Float32Array.from([40, 40]), 1, { scale: 1, offsetXPx: 0, offsetYPx: 0 }, size, 10);
    const corners = cellTriangles(cells);
    expect(covers(corners, 40, 40)).toBe(true);
    expect(covers(corners, 300, 200)).toBe(false);
    expect(treatedCells(new Float32Array(), 0, { scale: 1, offsetXPx: 0, offsetYPx: 0 }, size, 10).marks).not.toContain(
      1,
    );
  });

  it('never overlap, so that no pixel is composed twice', () => {
    const corners = cellTriangles(wholeTarget(size));
    let area = 0;
    for (let i = 0; i < corners.length; i += 12)
      area += (corners[i + 2] - corners[i]) * (corners[i + 5] - corners[i + 1]);
    expect(area).toBe(512 * 336);
  });

  it('join with those of the frame before only when the target is the same', () => {
    const at = (x: number): ReturnType<typeof treatedCells> =>
      treatedCells(Float32Array.from([x, 40]), 1, { scale: 1, offsetXPx: 0, offsetYPx: 0 }, size, 10);
    const corners = cellTriangles(bothCells(at(40), at(400)));
    expect(covers(corners, 40, 40) && covers(corners, 400, 40)).toBe(true);
    expect(bothCells(at(40), wholeTarget({ widthPx: 100, heightPx: 100 }))).toEqual(at(40));
  });
});
