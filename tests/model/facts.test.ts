import { describe, expect, it } from 'vitest';
import { secondOpinion } from '~/model/advice/second-opinion';
import { REFERENCE_SKIN } from '~/model/colour/skin-tone';
import { createDerivation } from '~/model/derive';
import { initialDesign } from '~/model/design/design';
import type { Design } from '~/model/design/design';
import { createFacts } from '~/model/facts';
import type { Facts, PhotoWithCover } from '~/model/facts';
import { estimateTone } from '~/model/skin/estimate-tone';
import { averageFace, PHOTO_SIZE, smallDotField } from '../support/fake-ports';
import { SHARP } from '../support/photo-character';

const photo: PhotoWithCover = {
  reading: { photo: PHOTO_SIZE, face: averageFace(), outline: null, focalPx: null },
  skin: { skin: REFERENCE_SKIN, light: [1, 1, 1], character: SHARP, gloss: null },
  hair: null,
  grid: null,
  covered: false,
};
const field = smallDotField();
const first = initialDesign(1);
const factsOf = createFacts(createDerivation());
const of = (change: Partial<Design> = {}): Facts => factsOf(photo, { ...first, ...change }, field);
const heightOf = (facts: Facts): number => facts.measures().find(({ name }) => name === 'midFrontal')?.mm ?? NaN;

describe('facts', () => {
  it('are those of the design asked for: a higher line has fewer dots and stands higher', () => {
    const [low, high] = [of({ hairlineHeightMm: 60 }), of({ hairlineHeightMm: 75 })];
    expect(heightOf(high) - heightOf(low)).toBeCloseTo(15, 1);
    expect(high.totals().dots).toBeLessThan(low.totals().dots);
    expect(high.totals().areaCm2).toBeLessThan(low.totals().areaCm2);
  });

  it('hold an opinion of the design on the tone in force, the corrected one before the estimated', () => {
    const low = { ...first, hairlineHeightMm: 46 };
    const facts = factsOf(photo, low, field);
    expect(facts.person().itaDegrees).toBe(estimateTone(photo.skin).itaDegrees);
    expect(facts.opinions().map(({ kind }) => kind)).toContain('tooLow');
    expect(facts.opinions()).toEqual(secondOpinion(low, facts.person()));
    expect(of({ skinItaDegrees: -30 }).person().itaDegrees).toBe(-30);
    const losing = of({ hairlineHeightMm: 46, ownHair: { ...first.ownHair, goesOn: true, stage: 'V' } });
    expect(losing.ageing().map(({ kind }) => kind)).toContain('lowLine');
  });

  it('say nothing of the scalp until the dots are there, at which it is read', () => {
    const early = factsOf(photo, first, null);
    expect([early.hair(), early.hairChange(), early.person().hairFrontMm]).toEqual([null, null, null]);
    expect(of().hair()).toBe('bare');
    expect(of().hairChange()).toBeNull();
    expect(of({ ownHair: { ...first.ownHair, goesOn: true } }).hairChange()).not.toBeNull();
  });

  it('are worked out once, and stay the same objects where nothing they ask for changed', () => {
    const design = { ...first };
    const facts = factsOf(photo, design, field);
    const measures = facts.measures();
    expect(factsOf(photo, design, field)).toBe(facts);
    expect(of({ timeYears: 2 }).measures()).toBe(measures);
  });

  it('keep what they said when another design was asked for meanwhile', () => {
    const facts = of();
    const [totals, opinions] = [facts.totals(), facts.opinions()];
    of({ densityPerCm2: 300 }).totals();
    expect(facts.totals()).toBe(totals);
    expect(facts.opinions()).toBe(opinions);
  });
});
