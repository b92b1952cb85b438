import { describe, expect, it } from 'vitest';
import { ageOpinion, agesAhead, regularTouchUps, stageNumberAt } from '~/model/advice/ages-ahead';
import type { Design } from '~/model/design/design';
import { HAIR_AS_IT_IS, initialDesign } from '~/model/design/design';
import type { HairStage } from '~/model/design/choices';

const first = initialDesign(1);
const losing = (stage: HairStage, of: Partial<Design> = {}): Design => ({
  ...first,
  ownHair: { ...HAIR_AS_IT_IS, goesOn: true, stage },
  ...of,
});
const kinds = (design: Design, middleMm = 75): readonly string[] =>
  ageOpinion(design, middleMm).map(({ kind }) => kind);

describe('three ages', () => {
  it.each([
    [16, [30, 40, 50]],
    [30, [30, 40, 50]],
    [31, [40, 50, 60]],
    [50, [50, 60, 70]],
    [67, [70, 80, 90]],
  ] as const)('from %i on', (age, ages) => {
    expect(agesAhead(age)).toEqual(ages);
  });

  it('touched up whenever it is due, and no later', () => {
    const at = regularTouchUps(first, 20);
    expect(at.length).toBeGreaterThanOrEqual(3);
    expect(at.length).toBeLessThanOrEqual(6);
    expect(at.every((year, i) => year > (at[i - 1] ?? 0) && year <= 20)).toBe(true);
    expect(regularTouchUps(first, 1)).toEqual([]);
  });
});

describe('a second opinion on age', () => {
  it('has nothing to say of the design somebody starts from', () => {
    expect(kinds(first)).toEqual([]);
    expect(kinds(losing('II'))).toEqual([]);
  });

  it('advises a higher line where the crown will be bare by the last age', () => {
    const design = losing('III', { ageYears: 30 });
    expect(stageNumberAt(design, 50)).toBeCloseTo(5);
    expect(ageOpinion(design, 60)).toEqual([{ kind: 'lowLine', value: 60, limit: 66, atAge: 50 }]);
    expect(kinds(design, 75)).toEqual([]);
    expect(kinds({ ...design, ownHair: { ...design.ownHair, treated: true } }, 66)).toEqual([]);
    expect(kinds({ ...design, ownHair: { ...design.ownHair, goesOn: false } }, 66)).toEqual([]);
  });

  it('warns of the gap behind a hairline alone, and of a hard edge', () => {
    expect(kinds(losing('II', { coverage: 'hairlineOnly' }))).toEqual(['gapBehind']);
    expect(kinds({ ...first, edge: 'defined' })).toEqual(['hardEdge']);
    expect(kinds({ ...first, edge: 'defined', coverage: 'betweenHair' })).toEqual([]);
  });

  it('does not count women by the stages of men', () => {
    expect(stageNumberAt(losing('ludwigII', { build: 'women' }), 50)).toBeNull();
    expect(kinds(losing('ludwigII', { build: 'women' }), 55)).toEqual([]);
  });
});
