import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  bendOf,
  companionBits,
  companionOffset,
  STROKE_SLOTS,
  stretchFootprint,
  strokeAt,
} from '~/model/dots/dot-stroke';
import { companionShareOf, takenBy, toneOf } from '~/model/dots/dot-takes';
import { handOf } from '~/model/dots/hand';
import type { Hand } from '~/model/dots/hand';
import { REFERENCE_CRANIUM, SURFACE_SLOTS, surfaceAt } from '~/model/head/cranium';
import { hash32 } from '~/model/maths/hash';
import { WITH_COMPANION } from '~/model/pigment/dot-optics';

type Vector = readonly [number, number, number];
const dot = (a: Vector, b: Vector): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];

/** The mean of all hands. */
const MEAN: Hand = { slant: 0.35, turns: 0.7, astray: 0.66, longest: 3.4, bend: 1 };

/** The stroke at the place of the scalp in a direction, and the skin's normal there. */
function strokeTowards([x, y, z]: Vector, own: number, hand = MEAN): { along: Vector; normal: Vector; aspect: number } {
  const surface = new Float64Array(SURFACE_SLOTS);
  surfaceAt(REFERENCE_CRANIUM, x, y, z, surface);
  const [, px, py, pz, nx, ny, nz] = surface;
  const out = new Float64Array(STROKE_SLOTS);
  strokeAt(REFERENCE_CRANIUM, px, py, pz, nx, ny, nz, own, hand, out);
  return { along: [out[0], out[1], out[2]], normal: [nx, ny, nz], aspect: out[3] };
}
const scalp = fc
  .record({
    side: fc.double({ min: -0.7, max: 0.7, noNaN: true }),
    forward: fc.double({ min: -0.7, max: 0.7, noNaN: true }),
  })
  .map(({ side, forward }): Vector => {
    const length = Math.hypot(side, 0.9, forward);
    return [side / length, 0.9 / length, forward / length];
  });
const bits = fc.integer({ min: 0, max: 2 ** 32 - 1 });

describe('a dot’s stroke', () => {
  it('lies in the skin, and is no wider than long', () => {
    fc.assert(
      fc.property(scalp, bits, (direction, own) => {
        const { along, normal, aspect } = strokeTowards(direction, own);
        expect(dot(along, along)).toBeCloseTo(1, 6);
        expect(dot(along, normal)).toBeCloseTo(0, 6);
        expect(aspect).toBeGreaterThanOrEqual(1);
        expect(aspect).toBeLessThanOrEqual(3.4);
      }),
    );
  });

  it('is nearly round for most, and long for a few', () => {
    const aspects = Array.from({ length: 4000 }, (_, i) => strokeTowards([0, 0.8, 0.6], hash32(i, 3)).aspect).sort(
      (a, b) => a - b,
    );
    expect(aspects[400]).toBeLessThan(1.15);
    expect(aspects[2000]).toBeCloseTo(1.85, 1);
    expect(aspects[3600]).toBeGreaterThan(2.9);
  });

  it('leans as hair grows: forwards over the forehead, and neighbours alike', () => {
    const front: Vector = [0, 0.8, 0.6];
    const strokes = Array.from({ length: 400 }, (_, i) => strokeTowards(front, hash32(i, 3)).along);
    const mean = [0, 1, 2].map((k) => strokes.reduce((sum, along) => sum + along[k], 0) / strokes.length);
    expect(mean[2]).toBeGreaterThan(0.5);
    for (const along of strokes) expect(dot(along, mean as unknown as Vector)).toBeGreaterThan(0.5);
    expect(
      Math.max(...strokes.map((along) => along[0])) - Math.min(...strokes.map((along) => along[0])),
    ).toBeGreaterThan(0.7);
  });

  it('takes as much of the picture as a round dot: the determinant stays', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.1, max: 1, noNaN: true }),
        fc.double({ min: 0, max: Math.PI, noNaN: true }),
        fc.double({ min: 1.2, max: 3, noNaN: true }),
        (facing, angle, aspect) => {
          // A circle seen at a slant: J = diag(3 · facing, 3), and a mm along the stroke through the same J.
          const round = Float32Array.of((3 * facing) ** 2, 0, 9);
          const stretched = Float32Array.from(round);
          stretchFootprint(stretched, 0, 3 * facing * Math.cos(angle), 3 * Math.sin(angle), aspect);
          const determinant = (m: Float32Array): number => m[0] * m[2] - m[1] * m[1];
          expect(determinant(stretched) / determinant(round)).toBeCloseTo(1, 3);
        },
      ),
    );
  });
});

describe('a dot’s companion', () => {
  const companions = Array.from({ length: 4000 }, (_, dot) => companionBits(hash32(dot, 5)));

  it('takes, with its dot, what a dot and its companion take on the mean', () => {
    const taken = companions.map((_, dot) => 1 + companionShareOf(dot) / 2);
    expect(taken.reduce((sum, value) => sum + value) / taken.length).toBeCloseTo(WITH_COMPANION, 2);
    expect(Math.min(...taken)).toBeGreaterThanOrEqual(1);
  });

  it('lies beside it within .62 mm, evenly over a ring, as the skin is seen there', () => {
    // Skin seen at a slant: a mm across is 4 px, a mm along, turned by 30°, 2 px.
    const [cos, sin] = [Math.cos(Math.PI / 6), Math.sin(Math.PI / 6)];
    const seen = Float32Array.of(16 * cos * cos + 4 * sin * sin, (16 - 4) * cos * sin, 16 * sin * sin + 4 * cos * cos);
    const out = new Float64Array(2);
    const mm = companions.map((bits) => {
      companionOffset(seen, 0, bits, out);
      return Math.hypot((cos * out[0] + sin * out[1]) / 4, (cos * out[1] - sin * out[0]) / 2);
    });
    expect(Math.max(...mm)).toBeLessThanOrEqual(0.621);
    expect(Math.min(...mm)).toBeGreaterThanOrEqual(0.279);
    // As the ring's area within .45 to the whole.
    expect(mm.filter((distance) => distance < 0.45).length / mm.length).toBeCloseTo(0.4, 1);
  });

  it('is bent either way, as its dot is, each for itself', () => {
    const bends = companions.map((own) => bendOf(own, MEAN));
    expect(Math.abs(bends.reduce((sum, bend) => sum + bend) / bends.length)).toBeLessThan(0.05);
    expect(Math.max(...bends)).toBeGreaterThan(0.9);
    expect(Math.min(...bends)).toBeLessThan(-0.9);
    expect(Math.max(...bends.map(Math.abs))).toBeLessThanOrEqual(1);
  });
});

describe('hands', () => {
  const hands = Array.from({ length: 4000 }, (_, seed) => handOf(seed));
  const mean = (of: (hand: Hand) => number): number => hands.reduce((sum, hand) => sum + of(hand), 0) / hands.length;

  it('are on the mean as photographs show strokes to be', () => {
    expect(mean(({ slant }) => slant)).toBeCloseTo((20 * Math.PI) / 180, 1);
    expect(mean(({ turns }) => turns)).toBeCloseTo((40 * Math.PI) / 180, 1);
    expect(mean(({ astray }) => astray)).toBeCloseTo((38 * Math.PI) / 180, 1);
    expect(mean(({ longest }) => longest)).toBeCloseTo(3.4, 1);
    expect(mean(({ bend }) => bend)).toBeCloseTo(1, 1);
  });

  it('differ from work to work, and one work has one', () => {
    for (const of of Object.keys(MEAN) as (keyof Hand)[]) {
      const values = hands.map((hand) => hand[of]).sort((a, b) => a - b);
      // In photographs lengths differ least from work to work.
      const [least, most] = of === 'longest' ? [1.1, 1.25] : [1.3, Infinity];
      expect(values[3600]).toBeGreaterThan(least * values[400]);
      if (values[400] > 0) expect(values[3600]).toBeLessThan(most * values[400]);
    }
    expect(handOf(7)).toEqual(handOf(7));
  });

  it('of any seed set strokes that lie in the skin and are no wider than long', () => {
    fc.assert(
      fc.property(scalp, bits, bits, (direction, own, seed) => {
        const { along, normal, aspect } = strokeTowards(direction, own, handOf(seed));
        expect(dot(along, along)).toBeCloseTo(1, 6);
        expect(dot(along, normal)).toBeCloseTo(0, 6);
        expect(aspect).toBeGreaterThanOrEqual(1);
        expect(aspect).toBeLessThanOrEqual(1 + 1.4 * 2.4);
      }),
    );
  });
});

describe('what dots take', () => {
  it('is the same on the mean as without tone and companions, and differs by a fifth', () => {
    const taken = Array.from({ length: 20_000 }, (_, dot) => takenBy(dot));
    const mean = taken.reduce((sum, value) => sum + value) / taken.length;
    expect(mean).toBeCloseTo(1, 2);
    expect(Math.sqrt(taken.reduce((sum, value) => sum + (value - mean) ** 2, 0) / taken.length)).toBeCloseTo(0.21, 1);
    expect(toneOf(5)).toBe(toneOf(5));
  });
});
