import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { skinColour } from '~/model/colour/skin-colour';
import { REFERENCE_SKIN } from '~/model/colour/skin-tone';
import { densityField } from '~/model/density/density-field';
import { createDerivation, createKnownHeads } from '~/model/derive';
import type { ReadPhoto } from '~/model/derive';
import { initialDesign } from '~/model/design/design';
import type { Design } from '~/model/design/design';
import { stalePart } from '~/model/design/stale-part';
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

function takeAll(derivation: ReturnType<typeof createDerivation>, design: Design) {
  return {
    fit: derivation.fit(photo, design),
    line: derivation.hairline(photo, design),
    handles: derivation.points(photo, design),
    totals: derivation.totals(photo, design),
    dots: derivation.dots(photo, design, field),
    coverage: derivation.coverage(photo, design, field),
    look: derivation.appearance(photo, design),
  };
}

/** Which parts are worked out anew for `change`, after the first design was derived. */
function stale(change: Partial<Design>): readonly string[] {
  const derivation = createDerivation();
  const before = takeAll(derivation, first);
  const after = takeAll(derivation, { ...first, ...change });
  return (Object.keys(after) as (keyof typeof after)[]).filter((part) => after[part] !== before[part]);
}

describe('derivation', () => {
  it('takes only the look anew when time, sun, strength or size change', () => {
    for (const change of [{ timeYears: 3 }, { sunExposure: 2 }, { strengthPercent: 50 }, { dotSizeMm: 0.15 }]) {
      expect(stale(change)).toEqual(['look']);
    }
    expect(stale({ sessionsDone: 1 })).toEqual(['look']);
    expect(stale({ skinItaDegrees: -45 })).toEqual(['look']);
  });

  it('takes only what the layout decides anew when density or hairline change', () => {
    for (const change of [
      { densityPerCm2: 100 },
      { hairlineHeightMm: 60 },
      { shape: 'boxed' },
      { handles: {} },
    ] as const) {
      expect(stale(change)).toEqual(['line', 'handles', 'totals', 'coverage']);
    }
  });

  it('looks at the line anew, and at what a zone is, only when the line moves', () => {
    const derivation = createDerivation();
    const fieldOf = (design: Design) => densityField(design, derivation.fit(photo, design));
    const zoneOf = (design: Design) => derivation.zone(photo, design, field, 'frontal');
    const before = [fieldOf(first).line, fieldOf(first).hairline, zoneOf(first)];
    const denser = {
      ...first,
      densityPerCm2: 100,
      zones: { ...first.zones, crown: { ...first.zones.crown, densityPercent: 50 } },
    };
    expect(fieldOf(denser)).not.toBe(fieldOf(first));
    [fieldOf(denser).line, fieldOf(denser).hairline, zoneOf(denser)].forEach((each, i) => expect(each).toBe(before[i]));
    const lower = { ...first, hairlineHeightMm: first.hairlineHeightMm - 5 };
    [fieldOf(lower).line, fieldOf(lower).hairline, zoneOf(lower)].forEach((each, i) => {
      expect(each).not.toEqual(before[i]);
    });
  });

  it('moves the dots when the head is corrected, and leaves the look alone', () => {
    const parts = stale({ head: { ...NO_CORRECTION, turnDegrees: 5 } });
    expect(parts).toEqual(['fit', 'line', 'handles', 'totals', 'dots', 'coverage']);
  });

  it('reddens dark skin by less, the tone being the estimate’s until it is corrected', () => {
    const red = (skinItaDegrees: number | null): number =>
      createDerivation().appearance(photo, { ...first, skinItaDegrees, timeYears: 0 }).redness[1];
    expect(red(-45)).toBeGreaterThan(red(50));
    expect(red(null)).toBeCloseTo(red(estimateTone(photo.skin).itaDegrees), 12);
  });

  it('takes the colour of the skin as the photo shows it, whatever its tone is said to be', () => {
    const [said, other] = [null, -45].map(
      (skinItaDegrees) => createDerivation().appearance(photo, { ...first, skinItaDegrees }).skinColour,
    );
    expect(said).toEqual(skinColour(photo.skin.skin, photo.skin.light));
    expect(other).toEqual(said);
  });

  it('gives the same objects for an equal design', () => {
    const derivation = createDerivation();
    const before = takeAll(derivation, first);
    const after = takeAll(derivation, { ...first });
    for (const part of ['fit', 'line', 'handles', 'totals', 'dots', 'coverage', 'look'] as const) {
      expect(after[part]).toBe(before[part]);
    }
  });

  it('shares a head and its dots with another, however their designs differ, and neither loses the other’s', () => {
    const heads = createKnownHeads();
    const [picture, still] = [createDerivation(heads), createDerivation(heads)];
    const before = takeAll(picture, first);
    for (const hairlineHeightMm of [60, 80]) {
      const small = takeAll(still, { ...first, hairlineHeightMm, build: 'women' });
      expect(small.dots).not.toBe(before.dots);
      const same = takeAll(still, { ...first, hairlineHeightMm });
      expect(same.fit).toBe(before.fit);
      expect(same.dots).toBe(before.dots);
    }
    expect(takeAll(picture, first).coverage).toBe(before.coverage);
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
      const stages = (['layout', 'look', 'hair'] as const).map((stage) => stalePart(stage));
      const changed = { ...first, [key]: other[key] };
      return stages.every((follow) => follow(first) === follow(changed));
    });
    expect(silent).toEqual(['head', 'knownLength', 'pencil', 'notes']);
  });
});
