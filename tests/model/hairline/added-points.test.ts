import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HAIRLINE_SHAPES, SIDE_PROFILES } from '~/model/design/choices';
import type { HairlineShape } from '~/model/design/choices';
import { initialDesign } from '~/model/design/design';
import type { Design } from '~/model/design/design';
import { withoutPoint, withPoint } from '~/model/design/edit-points';
import { addedId, MOST_ADDED, MOST_OUT_MM, SIDES, STRETCHES } from '~/model/design/line-points';
import type { AddedPoint, PointId } from '~/model/design/line-points';
import { hairlineOf } from '~/model/hairline/hairline';
import type { Hairline } from '~/model/hairline/hairline';
import { addAt, addBeside, addedMoveTo, moveAdded } from '~/model/hairline/move-added';
import type { Added } from '~/model/hairline/move-added';
import { REFERENCE_CRANIUM, surfacePoint } from '~/model/head/cranium';
import type { HeadInView } from '~/model/view/view';
import { tapeOf } from '~/model/head/tape';
import { crossesItself } from '../../support/line-crossing';
import { heads, headWith, movedDesigns, plainDesigns } from '../../support/random-heads';

const fit = headWith(REFERENCE_CRANIUM);
const start: Design = { ...initialDesign(5), balancePercent: 0 };

type Xyz = readonly [number, number, number];
const at = (line: Hairline, k: number): Xyz => [
  line.pointsMm[3 * k],
  line.pointsMm[3 * k + 1],
  line.pointsMm[3 * k + 2],
];
const apart = (a: Xyz, b: Xyz): number => Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
const indices = (line: Hairline): number[] => Array.from({ length: line.count }, (_, k) => k);

const added: fc.Arbitrary<readonly AddedPoint[]> = fc.uniqueArray(
  fc.record({
    number: fc.integer({ min: 1, max: MOST_ADDED }),
    side: fc.constantFrom(...SIDES),
    stretch: fc.constantFrom(...STRETCHES),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
    outMm: fc.double({ min: -MOST_OUT_MM, max: MOST_OUT_MM, noNaN: true }),
    sharp: fc.boolean(),
  }),
  { selector: addedId, minLength: 1, maxLength: 8 },
);
const withAny = (designs: fc.Arbitrary<Design>): fc.Arbitrary<Design> =>
  fc
    .tuple(designs, added, fc.constantFrom(...SIDE_PROFILES))
    .map(([design, points, sideProfile]) => ({ ...design, points, sideProfile }));

/** Where an added point lies. */
function placeOf(
  design: Design,
  head: HeadInView,
  id: PointId,
): { readonly xyz: Xyz; acrossMm: number; heightMm: number } {
  const point = hairlineOf(design, head).added.find((each) => each.id === id);
  if (point === undefined) throw new Error(`${id} is not on the line`);
  const { xMm, yMm, zMm } = surfacePoint(head.cranium, tapeOf(head.cranium).directionAt(point.place));
  return { xyz: [xMm, yMm, zMm], ...point.place };
}

/** Adds where there is room. */
const put =
  <Args extends readonly unknown[]>(add: (...args: Args) => Added | null) =>
  (...args: Args): Added => {
    const added = add(...args);
    if (added === null) throw new Error('no room');
    return added;
  };

const BROW_SLOPE = 0.78;
const BROW_Y_MM = 58;

describe('a line with added points', () => {
  it('is on the scalp, above the brows, evenly spaced and free of crossings, on any head, shape and moved points', () => {
    fc.assert(
      fc.property(heads, withAny(movedDesigns), (head, design) => {
        const line = hairlineOf(design, head);
        let [offSkin, lowest] = [0, Infinity];
        for (const k of indices(line)) {
          const d = { x: line.directions[3 * k], y: line.directions[3 * k + 1], z: line.directions[3 * k + 2] };
          const { xMm, yMm, zMm } = surfacePoint(head.cranium, d);
          offSkin = Math.max(offSkin, apart(at(line, k), [xMm, yMm, zMm]));
          if (d.z > 0 && Math.abs(d.x) < BROW_SLOPE * d.z) lowest = Math.min(lowest, yMm);
        }
        const steps = indices(line).map((k) => apart(at(line, k), at(line, (k + 1) % line.count)));
        expect(offSkin).toBeLessThan(1e-6);
        expect(Math.max(...steps)).toBeLessThan(2);
        expect(Math.min(...steps)).toBeGreaterThan(0.5);
        expect(lowest).toBeGreaterThan(BROW_Y_MM);
        expect(crossesItself(line)).toBe(false);
      }),
      { numRuns: 80 },
    );
  });

  it('runs through every one of them, in order from the right to the left', () => {
    fc.assert(
      fc.property(heads, withAny(movedDesigns), (head, design) => {
        const line = hairlineOf(design, head);
        expect(line.added).toHaveLength(design.points.length);
        let last = -Infinity;
        for (const { id, arcLengthMm } of line.added) {
          const { xyz } = placeOf(design, head, id);
          expect(Math.min(...indices(line).map((k) => apart(at(line, k), xyz)))).toBeLessThan(0.1);
          expect(arcLengthMm).toBeGreaterThan(last);
          last = arcLengthMm;
        }
      }),
      { numRuns: 60 },
    );
  });

  it('mirrors exactly with points on both sides at balance 0', () => {
    fc.assert(
      fc.property(heads, withAny(plainDesigns), (head, design) => {
        const bothSides = design.points
          .filter(({ side }) => side === 'left')
          .flatMap((point) => [point, { ...point, side: 'right' as const }]);
        const line = hairlineOf({ ...design, points: bothSides, balancePercent: 0 }, head);
        const middle = line.arcLengthMm.indexOf(0);
        const sides = Array.from({ length: Math.min(middle, line.count - 1 - middle) + 1 }, (_, k) => k);
        const off = sides.map((k) => {
          const [l, r] = [at(line, middle + k), at(line, middle - k)];
          return apart(l, [-r[0], r[1], r[2]]);
        });
        expect(Math.max(...off)).toBeLessThan(0.1);
      }),
      { numRuns: 40 },
    );
  });

  it('stays as it was when a point is put on it, wherever that is', () => {
    for (const shape of HAIRLINE_SHAPES) {
      const design = { ...start, shape };
      const before = hairlineOf(design, fit);
      const bent = moveAdded(put(addBeside)(design, fit, 'leftCorner').design, fit, 'left1', 2, 3);
      for (const [was, more] of [
        [before, put(addBeside)(design, fit, 'leftTemple')],
        [hairlineOf(bent, fit), put(addBeside)(bent, fit, 'left1')],
      ] as const) {
        const line = hairlineOf(more.design, fit);
        const far = indices(line).map((k) => Math.min(...indices(was).map((j) => apart(at(line, k), at(was, j)))));
        expect(Math.max(...far)).toBeLessThan(1.1); // half a step of the line
        const { xyz } = placeOf(more.design, fit, more.id);
        expect(Math.min(...indices(was).map((j) => apart(xyz, at(was, j))))).toBeLessThan(1.1);
      }
    }
  });

  it('turns a corner only at a sharp point', () => {
    const { design, id } = put(addBeside)({ ...start, shape: 'straight' }, fit, 'middle');
    const lowered = moveAdded(design, fit, id, 0, -8);
    const turnAt = (one: Design): number => {
      const line = hairlineOf(one, fit);
      const { xyz } = placeOf(one, fit, id);
      const k = indices(line).reduce((best, each) =>
        apart(at(line, each), xyz) < apart(at(line, best), xyz) ? each : best,
      );
      const [a, b, c] = [at(line, k - 1), at(line, k), at(line, k + 1)];
      const way = (p: Xyz, q: Xyz): Xyz => [q[0] - p[0], q[1] - p[1], q[2] - p[2]];
      const [u, v] = [way(a, b), way(b, c)];
      const dot = u[0] * v[0] + u[1] * v[1] + u[2] * v[2];
      return (Math.acos(dot / (Math.hypot(...u) * Math.hypot(...v))) * 180) / Math.PI;
    };
    expect(turnAt(lowered)).toBeLessThan(12);
    expect(turnAt(withPoint(lowered, id, true, () => ({ sharp: true })))).toBeGreaterThan(30);
  });

  it('stays about as far off the line when height, recession or shape change', () => {
    const { design, id } = put(addBeside)(start, fit, 'middle');
    const lowered = moveAdded(design, fit, id, 0, -4);
    const offLine = (change: Partial<Design>): number => {
      const without = hairlineOf({ ...lowered, ...change, points: [] }, fit);
      const { xyz } = placeOf({ ...lowered, ...change }, fit, id);
      return Math.min(...indices(without).map((k) => apart(at(without, k), xyz)));
    };
    for (const change of [{}, { hairlineHeightMm: 95 }, { templeRecessionMm: 25 }, { shape: 'rounded' as const }])
      expect(Math.abs(offLine(change) - 4)).toBeLessThan(1.5);
  });
});

describe('adding and deleting', () => {
  it('adds one on each side while mirrored, one alone otherwise, up to the limit', () => {
    const both = put(addBeside)(start, fit, 'middle');
    expect(both.id).toBe('left1');
    expect(both.design.points.map(addedId)).toEqual(['left1', 'right1']);
    expect(put(addBeside)(start, fit, 'rightTemple', false).design.points.map(addedId)).toEqual(['right1']);
    let design = start;
    for (let more = addBeside(design, fit, null); more !== null; more = addBeside(design, fit, null))
      design = more.design;
    expect(design.points).toHaveLength(2 * MOST_ADDED);
    expect(new Set(design.points.map(addedId)).size).toBe(2 * MOST_ADDED);
  });

  it('adds in the longest piece beside a point', () => {
    const first = put(addBeside)(start, fit, 'leftTemple');
    expect(first.design.points[0].stretch).toBe('side');
    const second = put(addBeside)(first.design, fit, first.id);
    expect(second.design.points[2].stretch).toBe('side');
  });

  it('adds where the line is touched, and not on top of another point', () => {
    const tape = tapeOf(fit.cranium);
    const one = put(addAt)(start, fit, tape.directionAt({ acrossMm: -20, heightMm: 67 }));
    expect(one.id).toBe('right1');
    expect(placeOf(one.design, fit, 'right1').acrossMm).toBeCloseTo(-20, 0);
    expect(addAt(one.design, fit, tape.directionAt({ acrossMm: -22, heightMm: 67 }))).toBeNull();
  });

  it('deletes both sides’ together, or one alone', () => {
    const { design } = put(addBeside)(start, fit, 'middle');
    expect(withoutPoint(design, 'left1', true)).toEqual(start);
    expect(withoutPoint(design, 'left1', false).points.map(addedId)).toEqual(['right1']);
  });
});

/** An upright temple line may stand so close before the ear that there is no room. */
const roomy = (shape: HairlineShape): HairlineShape => (shape === 'boxed' ? 'straight' : shape);

describe('moving an added point', () => {
  it('goes exactly as asked within the limits', () => {
    fc.assert(
      fc.property(
        heads,
        plainDesigns,
        fc.constantFrom<PointId>('middle', 'leftCorner', 'leftTemple'),
        fc.integer({ min: -3, max: 3 }),
        fc.integer({ min: -3, max: 3 }),
        (head, design, near, sideMm, upMm) => {
          const first = put(addBeside)(
            { ...design, templeRecessionMm: null, shape: roomy(design.shape) },
            head,
            near,
            false,
          );
          const before = placeOf(first.design, head, first.id);
          const after = placeOf(moveAdded(first.design, head, first.id, sideMm, upMm), head, first.id);
          const stretch = tapeOf(head.cranium).sidewaysStretch(before);
          expect(after.heightMm - before.heightMm).toBeCloseTo(upMm, 1);
          expect((after.acrossMm - before.acrossMm) * stretch).toBeCloseTo(sideMm, 1);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('takes the other side’s as far, and keeps what set the two apart', () => {
    const { design } = put(addBeside)(start, fit, 'middle');
    const apartBy2 = moveAdded(design, fit, 'left1', 0, 2, false);
    const both = moveAdded(apartBy2, fit, 'left1', 1, -3);
    const [left, right] = [placeOf(both, fit, 'left1'), placeOf(both, fit, 'right1')];
    const origin = placeOf(design, fit, 'left1');
    expect(left.heightMm - origin.heightMm).toBeCloseTo(-1, 1);
    expect(right.heightMm - origin.heightMm).toBeCloseTo(-3, 1);
    expect(both.mirror).toBe(true);
  });

  it('follows a pointer', () => {
    const { design, id } = put(addBeside)(start, fit, 'leftTemple');
    const tape = tapeOf(fit.cranium);
    const now = placeOf(design, fit, id);
    const wanted = { acrossMm: now.acrossMm - 3, heightMm: now.heightMm + 4 };
    const got = placeOf(addedMoveTo(design, fit, id, tape.directionAt(wanted)), fit, id);
    expect(got.acrossMm).toBeCloseTo(wanted.acrossMm, 0);
    expect(got.heightMm).toBeCloseTo(wanted.heightMm, 0);
  });

  it('stops at the limits and comes back from there at once', () => {
    fc.assert(
      fc.property(heads, plainDesigns, fc.constantFrom(1, -1), (head, design, way) => {
        const { design: first, id } = put(addBeside)({ ...design, shape: 'straight' }, head, 'middle', false);
        const pushed = moveAdded(first, head, id, 0, 400 * way, false);
        const back = moveAdded(pushed, head, id, 0, -5 * way, false);
        const [far, near] = [placeOf(pushed, head, id).heightMm, placeOf(back, head, id).heightMm];
        expect(Math.abs(far - placeOf(first, head, id).heightMm)).toBeLessThan(MOST_OUT_MM + 1);
        expect((far - near) * way).toBeGreaterThan(4);
      }),
      { numRuns: 40 },
    );
  });
});
