import { describe, expect, it } from 'vitest';
import { startedFrom, USUAL_CHOICE } from '~/model/advice/first-choice';
import { initialDesign } from '~/model/design/design';
import { applyPigment } from '~/model/design/pigment-presets';

const design = initialDesign(1);

describe('what a photo’s design starts from', () => {
  it('is the usual design where the photo says nothing else', () => {
    expect(startedFrom(design, USUAL_CHOICE)).toBe(design);
  });

  it('is the pigment of its stubble and the coverage of its hair, and nothing else', () => {
    const first = { coverage: 'hairlineAndTop', pigment: 'light' } as const;
    expect(startedFrom(design, first)).toEqual({ ...applyPigment(design, 'light'), coverage: 'hairlineAndTop' });
  });

  it('leaves alone what somebody chose', () => {
    const first = { coverage: 'betweenHair', pigment: 'dark' } as const;
    const chosen = { ...applyPigment(design, 'light'), coverage: 'hairlineOnly' } as const;
    expect(startedFrom(chosen, first)).toBe(chosen);
    const moved = { ...design, densityPerCm2: design.densityPerCm2 - 20 };
    expect(startedFrom(moved, { ...first, coverage: 'fullHead' })).toBe(moved);
    // a head that was placed anew: what was untouched follows, from the choices of before
    const before = { coverage: 'betweenHair', pigment: 'light' } as const;
    const again = startedFrom(startedFrom(design, before), first, before);
    expect(again).toEqual({ ...applyPigment(design, 'dark'), coverage: 'betweenHair' });
  });
});
