import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { HAIRLINE_SHAPES } from '~/model/design/choices';
import { initialDesign } from '~/model/design/design';
import type { Design } from '~/model/design/design';
import type { PencilLine } from '~/model/design/drawing';
import type { MainPointId } from '~/model/design/line-points';
import { SETTINGS } from '~/model/design/settings';
import { hairlineOf } from '~/model/hairline/hairline';
import { movePoint } from '~/model/hairline/point-moves';
import { hairlineFromPencil } from '~/model/hairline/line-from-pencil';
import { REFERENCE_CRANIUM, surfacePoint } from '~/model/head/cranium';
import type { HeadInView } from '~/model/view/view';
import { tapeOf } from '~/model/head/tape';
import { pencilInSight } from '~/model/overlay/pencil-in-sight';
import { facing, projectPoint } from '~/model/view/camera';
import { heads, headWith } from '../../support/random-heads';
import { sketchOf } from '../../support/sketches';

const fit = headWith(REFERENCE_CRANIUM);
const start = initialDesign(3);

/** The hairline itself as somebody would draw it, between two of its points. */
function traced(
  design: Design,
  head: HeadInView,
  from: MainPointId = 'rightEar',
  to: MainPointId = 'leftEar',
): PencilLine {
  const { count, directions: d, arcLengthMm, pointArcLengthMm } = hairlineOf(design, head);
  return Array.from({ length: count }, (_, k) => k)
    .filter((k) => arcLengthMm[k] >= pointArcLengthMm[from] - 1e-9 && arcLengthMm[k] <= pointArcLengthMm[to] + 1e-9)
    .map((k) => ({ x: d[3 * k], y: d[3 * k + 1], z: d[3 * k + 2] }));
}

/** Farthest that a line lies from another, mm. */
function farthestMm(a: Design, b: Design, head: HeadInView): number {
  const [one, other] = [hairlineOf(a, head), hairlineOf(b, head)];
  let most = 0;
  for (let i = 0; i < one.count; i++) {
    let least = Infinity;
    for (let k = 0; k < other.count; k++) {
      const at = (axis: number): number => one.pointsMm[3 * i + axis] - other.pointsMm[3 * k + axis];
      least = Math.min(least, Math.hypot(at(0), at(1), at(2)));
    }
    most = Math.max(most, least);
  }
  return most;
}

function followed(design: Design, head: HeadInView, line: PencilLine) {
  const result = hairlineFromPencil(design, head, [line]);
  if (!result.ok) throw new Error(result.problem);
  return result.value;
}

describe('a sketch made the hairline', () => {
  test('that runs along the hairline moves it by less than 1 mm', () => {
    fc.assert(
      fc.property(
        heads,
        fc.constantFrom(...HAIRLINE_SHAPES),
        fc.double({ min: 58, max: 100, noNaN: true }),
        fc.boolean(),
        (head, shape, hairlineHeightMm, mirror) => {
          const design: Design = { ...start, shape, hairlineHeightMm, mirror };
          const { design: made, mostMm } = followed(design, head, traced(design, head));
          expect(mostMm).toBeLessThan(1);
          // between the line's own points, 1.75 mm apart
          expect(farthestMm(design, made, head)).toBeLessThan(1);
        },
      ),
      { numRuns: 6 },
    );
  });

  test('of another line of the same shape gives that line', () => {
    const other: Design = { ...start, hairlineHeightMm: 92, templeRecessionMm: 27 };
    const { design, meanMm, mostMm } = followed(start, fit, traced(other, fit));
    expect(Math.abs(design.hairlineHeightMm - 92)).toBeLessThan(0.5);
    expect(Math.abs((design.templeRecessionMm ?? NaN) - 27)).toBeLessThanOrEqual(1);
    expect(meanMm).toBeLessThan(0.3);
    expect(mostMm).toBeLessThan(1);
  });

  test('of one side moves that side alone, or both where they mirror each other', () => {
    const moved = movePoint({ ...start, mirror: false }, fit, 'leftCorner', 8, 6);
    const line = traced(moved, fit, 'middle', 'leftTemple');
    const corner = (design: Design, id: MainPointId) => hairlineOf(design, fit).points[id];
    const alone = followed({ ...start, mirror: false }, fit, line).design;
    expect(Math.abs(corner(alone, 'rightCorner').heightMm - corner(start, 'rightCorner').heightMm)).toBeLessThan(1);
    // Where on its round corner a line has its point, no sketch says.
    expect(corner(alone, 'leftCorner').heightMm - corner(start, 'leftCorner').heightMm).toBeGreaterThan(4);
    const both = followed(start, fit, line).design;
    for (const id of ['leftCorner', 'rightCorner'] as const)
      expect(corner(both, id).heightMm - corner(start, id).heightMm).toBeGreaterThan(4);
  });

  test('below the range of the slider is followed all the same', () => {
    const low = Array.from({ length: 61 }, (_, i) =>
      tapeOf(fit.cranium).directionAt({ acrossMm: -30 + i, heightMm: 42 }),
    );
    const { design, mostMm } = followed(start, fit, low);
    expect(design.hairlineHeightMm).toBe(SETTINGS.hairlineHeightMm.min);
    expect(mostMm).toBeLessThan(2);
  });

  test('of both sides lets the mirror go, and so does none of one side', () => {
    const uneven = movePoint({ ...start, mirror: false }, fit, 'leftCorner', 6, 8);
    expect(followed(start, fit, traced(uneven, fit, 'rightTemple', 'leftTemple')).design.mirror).toBe(false);
    expect(followed(start, fit, traced(uneven, fit, 'middle', 'leftTemple')).design.mirror).toBe(true);
  });

  test('goes on over strokes that continue each other, not over an older idea of the line', () => {
    const [first, second] = sketchOf('twoStrokes', 4, fit);
    const [other] = sketchOf('high', 9, fit);
    const both = hairlineFromPencil(start, fit, [first, second]);
    const after = hairlineFromPencil(start, fit, [other, first, second]);
    expect(after).toEqual(both);
    const again = hairlineFromPencil(start, fit, [first, second, other]);
    expect(again).toEqual(hairlineFromPencil(start, fit, [other]));
  });

  test('too short, or nowhere near the forehead, is refused', () => {
    const at = (heightMm: number): PencilLine =>
      Array.from({ length: 31 }, (_, i) => tapeOf(fit.cranium).directionAt({ acrossMm: -30 + 2 * i, heightMm }));
    expect(hairlineFromPencil(start, fit, [at(75).slice(0, 6)])).toEqual({ ok: false, problem: 'tooShort' });
    expect(hairlineFromPencil(start, fit, [])).toEqual({ ok: false, problem: 'tooShort' });
    expect(hairlineFromPencil(start, fit, [at(260)])).toEqual({ ok: false, problem: 'farOff' });
  });
});

describe('pencil in sight', () => {
  const over: PencilLine = Array.from({ length: 80 }, (_, i) =>
    tapeOf(fit.cranium).directionAt({ acrossMm: 0, heightMm: 5 * i }),
  );

  test('ends where the head turns away, and is 1.5 mm wide where the head is', () => {
    const { lines, widthPx } = pencilInSight([over], [], fit);
    const seen = over.filter((direction) => facing(fit, direction) > 0).length;
    expect(seen).toBeLessThan(over.length);
    expect(lines.reduce((sum, piece) => sum + piece.length, 0)).toBe(seen);
    const [a, b] = [0, 10].map((acrossMm) =>
      surfacePoint(fit.cranium, tapeOf(fit.cranium).directionAt({ acrossMm, heightMm: 40 })),
    );
    const mm = Math.hypot(a.xMm - b.xMm, a.yMm - b.yMm, a.zMm - b.zMm);
    const px = Math.abs(projectPoint(fit, a).xPx - projectPoint(fit, b).xPx);
    // the forehead is a little nearer to the camera than the middle of the head
    expect(Math.abs(widthPx / ((1.5 * px) / mm) - 1)).toBeLessThan(0.15);
  });

  test('notes keep their place in the list where others are out of sight', () => {
    const notes = [
      { at: { x: 0, y: 0, z: -1 }, text: 'behind' },
      { at: { x: 0, y: 0.6, z: 0.8 }, text: 'before' },
    ];
    expect(pencilInSight([], notes, fit).notes).toMatchObject([{ index: 1, text: 'before' }]);
  });
});
