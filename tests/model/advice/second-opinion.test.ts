import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OPINIONS, secondOpinion, softerVersion } from '~/model/advice/second-opinion';
import type { KnownOfPerson, OpinionKind } from '~/model/advice/second-opinion';
import { BUILDS, EDGE_STYLES, HAIRLINE_SHAPES, PIGMENTS } from '~/model/design/choices';
import { initialDesign } from '~/model/design/design';
import type { Design } from '~/model/design/design';
import { applyPigment } from '~/model/design/pigment-presets';
import { HAIRLINE_HEIGHT_MM } from '~/model/design/settings';
import { headOf } from '~/model/fit/head-of';
import { hairFronts } from '~/model/hair/hair-front';
import { REFERENCE_CRANIUM } from '~/model/head/cranium';
import { tapeOf } from '~/model/head/tape';
import { heads, headWith, movedDesigns } from '../../support/random-heads';
import { RENDERED_HEADS, renderedHead } from '../../support/rendered-head';
import { growField } from '../../support/straight-view';

const design = initialDesign(1);
/** An ideal head with a face; the skin of an average forehead; no hair in front. */
const facts: KnownOfPerson = {
  head: { ...headWith(REFERENCE_CRANIUM), source: 'face' },
  itaDegrees: 35,
  hairFrontMm: null,
  grownFrontMm: null,
};
const kinds = (of: Partial<Design>, given: Partial<KnownOfPerson> = {}): readonly OpinionKind[] =>
  secondOpinion({ ...design, ...of }, { ...facts, ...given }).map(({ kind }) => kind);

describe('the design somebody starts from gets no note', () => {
  it.each(RENDERED_HEADS)('on %s, for men and women', (name) => {
    const { reading } = renderedHead(name);
    for (const build of BUILDS) {
      const first = { ...design, build, hairlineHeightMm: HAIRLINE_HEIGHT_MM[build] };
      for (const itaDegrees of [55, 35, 0, -40]) {
        expect(
          secondOpinion(first, { head: headOf(reading, first), itaDegrees, hairFrontMm: null, grownFrontMm: null }),
        ).toEqual([]);
      }
    }
  });

  it('nor a head placed by hand, nor the light preset', () => {
    expect(kinds({}, { head: headWith(REFERENCE_CRANIUM) })).toEqual([]);
    expect(kinds(applyPigment(design, 'light'))).toEqual([]);
  });
});

/** One design that is noted and one just on the other side of the limit. */
const CASES: readonly (readonly [OpinionKind, Partial<Design>, Partial<Design>, Partial<KnownOfPerson>?])[] = [
  ['tooLow', { hairlineHeightMm: 54 }, { hairlineHeightMm: 55 }],
  ['tooLow', { build: 'women', hairlineHeightMm: 51 }, { build: 'women', hairlineHeightMm: 60 }],
  [
    'cornerBelow',
    { balancePercent: 20, handles: { leftCorner: { sideMm: 0, upMm: -18 } } },
    { handles: { leftCorner: { sideMm: 0, upMm: -4 } } },
  ],
  ['tooStraight', { shape: 'straight' }, { shape: 'straight', templeRecessionMm: 7 }],
  ['tooSharp', { edgeSoftnessMm: 4 }, { edgeSoftnessMm: 5 }],
  ['tooDark', { strengthPercent: 150, densityPerCm2: 200, dotSizeMm: 0.36 }, applyPigment(design, 'medium')],
  ['tooDense', { densityPerCm2: 240, dotSizeMm: 0.32 }, { densityPerCm2: 240, dotSizeMm: 0.29 }],
  [
    'templesFilled',
    { handles: { leftTemple: { sideMm: -18, upMm: 0 } } },
    { handles: { leftTemple: { sideMm: -3, upMm: 0 } } },
  ],
  [
    'templesFilled',
    { handles: { rightCorner: { sideMm: -18, upMm: 0 } } },
    { handles: { rightCorner: { sideMm: -6, upMm: 0 } } },
  ],
  ['shortThird', { build: 'women', hairlineHeightMm: 55 }, { build: 'women', hairlineHeightMm: 70 }],
  ['beforeHair', { hairlineHeightMm: 74 }, { hairlineHeightMm: 80 }, { hairFrontMm: 100, grownFrontMm: 100 }],
  ['behindHair', { hairlineHeightMm: 75 }, { hairlineHeightMm: 70 }, { hairFrontMm: 65 }],
  ['tooEven', { microIrregularityMm: 0.1 }, { microIrregularityMm: 0.2 }],
  ['tooAlike', { balancePercent: 5 }, { balancePercent: 10 }],
];

const NAMED = CASES.map(([kind, wrong, right, given]) => ({ kind, wrong, right, given }));

describe('each opinion', () => {
  it('has a case here', () => {
    expect(new Set(CASES.map(([kind]) => kind))).toEqual(new Set(OPINIONS));
  });

  it.each(NAMED)(
    '$kind is given for what is beyond its limit, and not short of it',
    ({ kind, wrong, right, given }) => {
      expect(kinds(wrong, given)).toContain(kind);
      expect(kinds(right, given)).not.toContain(kind);
    },
  );

  it.each(NAMED)('$kind is gone from the softer version, which brings no new ones', ({ wrong, given }) => {
    const all = { ...facts, ...given };
    const softer = softerVersion({ ...design, ...wrong }, all);
    expect(secondOpinion(softer, all)).toEqual([]);
  });

  it('says its number and its limit', () => {
    const [low] = secondOpinion({ ...design, hairlineHeightMm: 52 }, facts);
    expect(low.kind).toBe('tooLow');
    expect(low.value).toBeCloseTo(52, 1);
    expect(low.limit).toBe(55);
  });
});

describe('any design', () => {
  const designs = fc
    .tuple(movedDesigns, fc.constantFrom(...PIGMENTS))
    .map(([moved, pigment]) => applyPigment(moved, pigment));

  it('gets its notes in order of gravity, each once, and a softer version with fewer or none', () => {
    fc.assert(
      fc.property(heads, designs, fc.double({ min: -50, max: 60, noNaN: true }), (head, any, itaDegrees) => {
        const all = { head, itaDegrees, hairFrontMm: null, grownFrontMm: null };
        const notes = secondOpinion(any, all);
        const order = notes.map(({ kind }) => OPINIONS.indexOf(kind));
        expect(order).toEqual([...new Set(order)].sort((a, b) => a - b));
        for (const { value, limit } of notes) expect(Number.isFinite(value) && value !== limit).toBe(true);
        const softer = softerVersion(any, all);
        expect(notes.length === 0 ? softer : 0).toEqual(notes.length === 0 ? any : 0);
        if (notes.length > 0) expect(secondOpinion(softer, all).length).toBeLessThan(notes.length);
      }),
      { numRuns: 60 },
    );
  });

  it('where no line is drawn, none is judged', () => {
    for (const shape of HAIRLINE_SHAPES)
      for (const edge of EDGE_STYLES)
        expect(kinds({ coverage: 'painted', shape, edge, hairlineHeightMm: 55, balancePercent: 0 })).toEqual([]);
  });
});

describe('where remaining hair begins', () => {
  const { head } = facts;
  const field = growField(40);
  const view = { count: field.count, directions: Float32Array.from(field.directions) };
  const tape = tapeOf(head.cranium);
  const hairAbove = (frontMm: number, sideMm = 0): Float32Array =>
    Float32Array.from({ length: view.count }, (_, dot) => {
      const [x = 0, y = 1, z = 0] = view.directions.subarray(3 * dot, 3 * dot + 3);
      const { heightMm, acrossMm } = tape.placeOf({ x, y, z });
      return heightMm > frontMm && Math.abs(acrossMm) >= sideMm ? 0.9 : 0.05;
    });

  it('is found to 5 mm', () => {
    for (const frontMm of [60, 85, 110]) {
      expect(Math.abs((hairFronts(view, hairAbove(frontMm), head).hairFrontMm ?? NaN) - frontMm)).toBeLessThanOrEqual(
        5,
      );
    }
  });

  it('is that of grown hair too where hair is grown, and not where it is stubble', () => {
    const grown = hairFronts(view, hairAbove(85), head);
    expect(grown.grownFrontMm).toBe(grown.hairFrontMm);
    const stubble = hairAbove(85).map((hair) => hair / 2);
    expect(hairFronts(view, stubble, head)).toEqual({ ...grown, grownFrontMm: null });
    // Before stubble that stands far back a line is what the treatment is for; behind stubble it would leave a strip.
    expect(kinds({ hairlineHeightMm: 70 }, { hairFrontMm: 110 })).toEqual([]);
    expect(kinds({ hairlineHeightMm: 75 }, { hairFrontMm: 60 })).toEqual(['behindHair']);
  });

  it('is nowhere on a bald head, one with hair at the sides only, or with a little noise', () => {
    expect(hairFronts(view, new Float32Array(view.count), head).hairFrontMm).toBeNull();
    expect(hairFronts(view, hairAbove(40, 45), head).hairFrontMm).toBeNull();
    const specks = Float32Array.from({ length: view.count }, (_, dot) => (dot % 4 === 0 ? 1 : 0));
    expect(hairFronts(view, specks, head).hairFrontMm).toBeNull();
  });
});
