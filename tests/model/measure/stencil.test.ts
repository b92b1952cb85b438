import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { HAIRLINE_SHAPES } from '~/model/design/choices';
import { initialDesign } from '~/model/design/design';
import type { Hairline } from '~/model/hairline/hairline';
import { hairlineOf } from '~/model/hairline/hairline';
import { directionTo, REFERENCE_CRANIUM } from '~/model/head/cranium';
import { tapeOf } from '~/model/head/tape';
import { geodesic } from '~/model/head/geodesic';
import type { Cranium } from '~/model/head/head';
import { normalAt, straightWay, turnedOnSkin } from '~/model/head/straight-way';
import type { PlanePoint } from '~/model/maths/plane-curve';
import { EXACT_MM, OVERLAP_MM, stencilOf, STRETCH_MM, tilesOf } from '~/model/measure/stencil';
import { acrossOnPaper, acrossOnSkin, unrolledLine } from '~/model/measure/unrolled-line';
import { heads, headWith, plainDesigns } from '../../support/random-heads';

type Place = ReturnType<typeof unrolledLine>[number];
type Spot = Place['onSkin']['pointMm'];

const apart = (a: Spot, b: Spot): number => Math.hypot(a.xMm - b.xMm, a.yMm - b.yMm, a.zMm - b.zMm);
const onPaper = (a: PlanePoint, b: PlanePoint): number => Math.hypot(a[0] - b[0], a[1] - b[1]);
/** By another way than the one under test: a tape pulled tight between two places. */
const taped = (cranium: Cranium, a: Spot, b: Spot): number =>
  geodesic(cranium, directionTo(cranium, a), directionTo(cranium, b)).lengthMm;
const placeOfMiddle = (line: Hairline): Spot => {
  const i = line.arcLengthMm.indexOf(0);
  return { xMm: line.pointsMm[3 * i], yMm: line.pointsMm[3 * i + 1], zMm: line.pointsMm[3 * i + 2] };
};
const fromEarToEar = (line: Hairline, cranium: Cranium): readonly Place[] =>
  unrolledLine(line, cranium, line.pointArcLengthMm.rightEar, line.pointArcLengthMm.leftEar);

describe('the line unrolled, on any head and for any design', () => {
  test('is as long on paper as on the skin, piece by piece and as a whole', () => {
    fc.assert(
      fc.property(heads, plainDesigns, (head, design) => {
        const places = fromEarToEar(hairlineOf(design, head), head.cranium);
        let paper = 0;
        let skin = 0;
        for (let i = 1; i < places.length; i++) {
          const piece = onPaper(places[i - 1].onPaper, places[i].onPaper);
          expect(piece).toBeCloseTo(apart(places[i - 1].onSkin.pointMm, places[i].onSkin.pointMm), 9);
          paper += piece;
          skin += taped(head.cranium, places[i - 1].onSkin.pointMm, places[i].onSkin.pointMm);
        }
        expect(Math.abs(paper / skin - 1)).toBeLessThan(0.001);
      }),
      { numRuns: 12 },
    );
  });

  test('straight across it, up to 15 mm to both sides, a tape pulled tight says the same within 1 %', () => {
    fc.assert(
      fc.property(
        heads,
        plainDesigns,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 3, max: EXACT_MM, noNaN: true }),
        fc.constantFrom(-1, 1),
        (head, design, share, mm, sign) => {
          const places = fromEarToEar(hairlineOf(design, head), head.cranium);
          const place = places[Math.round(share * (places.length - 1))];
          const [there] = straightWay(head.cranium, acrossOnSkin(head.cranium, place), [sign * mm]);
          const skin = taped(head.cranium, place.onSkin.pointMm, there.pointMm);
          const paper = onPaper(place.onPaper, acrossOnPaper(place, sign * mm));
          expect(Math.abs(paper / skin - 1)).toBeLessThan(0.01);
        },
      ),
      { numRuns: 100 },
    );
  });

  test('rolled back onto the head from its middle, turning as the paper turns, it comes to lie on the line', () => {
    fc.assert(
      fc.property(heads, plainDesigns, (head, design) => {
        const places = fromEarToEar(hairlineOf(design, head), head.cranium);
        const middle = places.findIndex(({ atMm }) => atMm === 0);
        for (const side of [1, -1]) {
          let here = places[middle].onSkin;
          let turn = places[middle].turn;
          for (let i = middle; i + side >= 0 && i + side < places.length; i += side) {
            const [[ax, ay], [bx, by]] = [places[i].onPaper, places[i + side].onPaper];
            const heading = Math.atan2(side * (by - ay), side * (bx - ax));
            here = { ...here, way: turnedOnSkin(normalAt(head.cranium, here.pointMm), here.way, heading - turn) };
            [here] = straightWay(head.cranium, here, [side * Math.hypot(bx - ax, by - ay)]);
            turn = heading;
          }
          const end = places[side === 1 ? places.length - 1 : 0];
          expect(apart(here.pointMm, end.onSkin.pointMm)).toBeLessThan(0.01 * Math.abs(end.atMm));
        }
      }),
      { numRuns: 15 },
    );
  });
});

describe('straight ahead on the skin', () => {
  test('is the shortest way, and the way back leads to where it began', () => {
    fc.assert(
      fc.property(heads, fc.double({ min: -3, max: 3, noNaN: true }), (head, turn) => {
        const [first] = fromEarToEar(hairlineOf(initialDesign(1), head), head.cranium).slice(90);
        const from = {
          ...first.onSkin,
          way: turnedOnSkin(normalAt(head.cranium, first.onSkin.pointMm), first.onSkin.way, turn),
        };
        const [near, far] = straightWay(head.cranium, from, [20, 60]);
        expect(taped(head.cranium, from.pointMm, near.pointMm)).toBeCloseTo(20, 1);
        expect(Math.abs(taped(head.cranium, from.pointMm, far.pointMm) / 60 - 1)).toBeLessThan(0.005);
        const [back] = straightWay(head.cranium, far, [-60]);
        expect(apart(back.pointMm, from.pointMm)).toBeLessThan(0.3);
      }),
      { numRuns: 40 },
    );
  });
});

describe.each(HAIRLINE_SHAPES)('the stencil of the shape %s', (shape) => {
  const head = headWith(REFERENCE_CRANIUM);
  const line = hairlineOf({ ...initialDesign(1), shape, balancePercent: 0 }, head);
  const stencil = stencilOf(line, head);

  test('has its marks where they are on the head', () => {
    const { glabella, tragi, eyes, points } = stencil;
    // The middle of the line is so high above the glabella along the skin, which the design says in mm.
    expect(Math.abs(glabella.at[0])).toBeLessThan(3);
    const heightMm = tapeOf(head.cranium).placeOf(directionTo(head.cranium, placeOfMiddle(line))).heightMm;
    expect(Math.abs(glabella.lengthMm / heightMm - 1)).toBeLessThan(0.01);
    expect(points.middle.at).toEqual([0, 0]);
    // Both sides alike: the design is mirrored.
    expect(tragi.left.at[0] + tragi.right.at[0]).toBeCloseTo(0, -0.5);
    expect((eyes.left?.at[0] ?? 0) + (eyes.right?.at[0] ?? 1)).toBeCloseTo(0, -0.5);
    expect(eyes.left?.at[0]).toBeGreaterThan(30);
    expect(points.leftCorner.at[0]).toBeGreaterThan(20);
  });

  test('says how far paper and skin differ elsewhere: little near the line, more behind it', () => {
    const { worstMm } = stencil;
    expect(worstMm.exact).toBeGreaterThan(0.1);
    expect(worstMm.exact).toBeLessThan(0.03 * STRETCH_MM);
    expect(worstMm.behind).toBeGreaterThan(worstMm.exact);
    expect(worstMm.behind).toBeLessThan(0.15 * STRETCH_MM);
  });

  test('has a mark every 10 mm from its middle, and rims as far from the line everywhere as they say', () => {
    const { ticks, exact, front, behind } = stencil;
    expect(ticks.map(({ atMm }) => atMm / 10)).toEqual(ticks.map((_, i) => Math.round(ticks[0].atMm / 10) + i));
    for (const [rim, mm] of [
      [front, EXACT_MM],
      [exact, EXACT_MM],
      [behind, 30],
    ] as const)
      for (const place of rim) {
        const nearest = Math.min(...stencil.line.map((there) => onPaper(place, there)));
        expect(Math.abs(nearest - mm)).toBeLessThan(0.35);
      }
  });

  test('is covered by its parts, neighbours overlapping', () => {
    const [wide, high] = [184, 190];
    const tiles = tilesOf(stencil, wide, high);
    expect(tiles.length).toBeLessThanOrEqual(4);
    for (const [x, y] of [...stencil.line, ...stencil.front, ...stencil.behind])
      expect(tiles.some(({ left, top }) => x >= left && x <= left + wide && y <= top && y >= top - high)).toBe(true);
    for (const [i, { left, top, goesOn }] of tiles.entries()) {
      const next = tiles[i + 1];
      if (goesOn.right) expect(next.left).toBeCloseTo(left + wide - OVERLAP_MM, 6);
      if (goesOn.right) expect(next.top).toBe(top);
    }
  });
});

test('a strip that is longer than two sheets takes three', () => {
  const box = { left: -250, right: 250, bottom: -60, top: 60 };
  expect(tilesOf({ box }, 184, 190)).toHaveLength(3);
  expect(tilesOf({ box: { ...box, top: 300 } }, 184, 190).at(-1)?.goesOn).toEqual({
    left: true,
    right: false,
    up: true,
    down: false,
  });
});
