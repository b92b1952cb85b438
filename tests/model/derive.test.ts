import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { REFERENCE_SKIN } from '~/model/colour/skin-tone';
import { createDerivation, STEPS } from '~/model/derive';
import type { ReadPhoto, Steps } from '~/model/derive';
import { initialDesign } from '~/model/design/design';
import type { Design } from '~/model/design/design';
import { designPart } from '~/model/design/design-part';
import { NO_CORRECTION } from '~/model/design/head-correction';
import { estimateTone } from '~/model/skin/estimate-tone';
import { averageFace, PHOTO_SIZE, smallDotField } from '../support/fake-ports';
import { SHARP } from '../support/photo-character';

const photo: ReadPhoto = {
  reading: { photo: PHOTO_SIZE, face: averageFace(), outline: null, focalPx: null },
  skin: { skin: REFERENCE_SKIN, light: [1, 1, 1], character: SHARP, gloss: null },
  hair: null,
  grid: null,
};
const field = smallDotField();
const first = initialDesign(1);

/** The steps, each counting how often it is taken. */
function counted(): { steps: Steps; counts: Record<string, number> } {
  const counts: Record<string, number> = { cover: 0 };
  const counting = <Args extends readonly unknown[], Value>(name: string, step: (...args: Args) => Value) => {
    counts[name] = 0;
    return (...args: Args): Value => {
      counts[name] = (counts[name] ?? 0) + 1;
      return step(...args);
    };
  };
  const steps: Steps = {
    headOf: counting('headOf', STEPS.headOf),
    viewDots: counting('viewDots', STEPS.viewDots),
    hairlineOf: counting('hairlineOf', STEPS.hairlineOf),
    handlePlaces: counting('handlePlaces', STEPS.handlePlaces),
    lookOf: counting('lookOf', STEPS.lookOf),
    totalsOf: counting('totalsOf', STEPS.totalsOf),
    hairInTime: counting('hairInTime', STEPS.hairInTime),
    rebuildSkin: counting('rebuildSkin', STEPS.rebuildSkin),
    createCoverer(view, fit) {
      const coverer = STEPS.createCoverer(view, fit);
      return { ...coverer, cover: counting('cover', (design: Design) => coverer.cover(design)) };
    },
  };
  return { steps, counts };
}

function takeAll(derivation: ReturnType<typeof createDerivation>, design: Design) {
  return {
    fit: derivation.fit(photo, design),
    line: derivation.hairline(photo, design),
    handles: derivation.handles(photo, design),
    totals: derivation.totals(photo, design),
    dots: derivation.dots(photo, design, field),
    coverage: derivation.coverage(photo, design, field),
    look: derivation.look(photo, design),
  };
}

/** How often each step is taken for `change`, after the first design was derived; only those that were. */
function stale(change: Partial<Design>): Record<string, number> {
  const { steps, counts } = counted();
  const derivation = createDerivation(steps);
  takeAll(derivation, first);
  const before = { ...counts };
  takeAll(derivation, { ...first, ...change });
  return Object.fromEntries(
    Object.entries(counts)
      .map(([name, count]) => [name, count - (before[name] ?? 0)] as const)
      .filter(([, count]) => count !== 0),
  );
}

describe('derivation', () => {
  it('takes only the look anew when time, sun, strength or size change', () => {
    for (const change of [{ timeYears: 3 }, { sunExposure: 2 }, { strengthPercent: 50 }, { dotSizeMm: 0.15 }]) {
      expect(stale(change)).toEqual({ lookOf: 1 });
    }
    expect(stale({ sessionsDone: 1 })).toEqual({ lookOf: 1 });
    expect(stale({ skinItaDegrees: -45 })).toEqual({ lookOf: 1 });
  });

  it('takes only what the layout decides anew when density or hairline change', () => {
    const layout = { cover: 1, hairlineOf: 1, handlePlaces: 1, totalsOf: 1 };
    for (const change of [
      { densityPerCm2: 100 },
      { hairlineHeightMm: 60 },
      { shape: 'boxed' },
      { handles: {} },
    ] as const) {
      expect(stale(change)).toEqual(layout);
    }
  });

  it('moves the dots when the head is corrected, and leaves the look alone', () => {
    const counts = stale({ head: { ...NO_CORRECTION, turnDegrees: 5 } });
    expect(counts).toMatchObject({ headOf: 1, viewDots: 1, hairlineOf: 1 });
    expect(counts).not.toHaveProperty('lookOf');
  });

  it('darkens dark skin by less, the tone being the estimate’s until it is corrected', () => {
    const halo = (skinItaDegrees: number | null): number =>
      createDerivation().look(photo, { ...first, skinItaDegrees }).haloRatio[1];
    expect(halo(-45)).toBeLessThan(halo(50));
    expect(halo(null)).toBeCloseTo(halo(estimateTone(photo.skin).itaDegrees), 12);
  });

  it('gives the same objects for an equal design', () => {
    const derivation = createDerivation();
    const before = takeAll(derivation, first);
    const after = takeAll(derivation, { ...first });
    for (const part of ['fit', 'line', 'handles', 'totals', 'dots', 'coverage', 'look'] as const) {
      expect(after[part]).toBe(before[part]);
    }
  });

  it('never shows anything stale: after any changes all is as if derived afresh', () => {
    const change = fc.record(
      {
        timeYears: fc.double({ min: 0, max: 15, noNaN: true }),
        dotSizeMm: fc.constantFrom(0.11, 0.19, 0.27),
        sessionsDone: fc.constantFrom(1, 2, 3),
        sessionsPlanned: fc.constantFrom(3, 5),
        densityPerCm2: fc.constantFrom(60, 200, 320),
        edge: fc.constantFrom('faded' as const, 'defined' as const),
        coverage: fc.constantFrom('fullHead' as const, 'hairlineOnly' as const),
        build: fc.constantFrom('men' as const, 'women' as const),
        mirror: fc.boolean(),
        seed: fc.constantFrom(1, 2),
      },
      { requiredKeys: [] },
    );
    const derivation = createDerivation();
    let design = first;
    fc.assert(
      fc.property(change, (part) => {
        design = { ...design, ...part };
        expect(takeAll(derivation, design)).toEqual(takeAll(createDerivation(), design));
      }),
      { numRuns: 12 },
    );
  });
});

describe('parts of the design', () => {
  it('every field makes a stage stale, but those that make the fit itself, and the pencil', () => {
    const other: Design = {
      ...first,
      ...Object.fromEntries(Object.keys(first).map((key) => [key, Symbol(key)])),
    };
    const silent = (Object.keys(first) as (keyof Design)[]).filter((key) => {
      const stages = (['layout', 'look', 'hair'] as const).map((stage) => designPart(stage));
      const changed = { ...first, [key]: other[key] };
      return stages.every((follow) => follow(first) === follow(changed));
    });
    expect(silent).toEqual(['head', 'knownLength', 'pencil', 'notes']);
  });
});
