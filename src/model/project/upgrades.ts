type Upgrade = (older: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>;

/** What designs of version 1 did not have, as it was then. */
const ADDED_IN_2 = {
  points: [],
  sideProfile: 'medium',
  pencil: [],
  notes: [],
  skinItaDegrees: null,
  knownLength: null,
  sessionGapsDays: [12, 12, 12, 12],
  ink: 'carbon',
  placing: 'well',
  skinType: 'normal',
  outlook: 'likely',
  touchUpsYears: [],
  laser: { kind: 'qSwitched', sessions: 0, atYears: 5 },
  ownHair: { goesOn: false, stage: null, rate: 'usual', treated: false, greys: false },
  ageYears: 30,
  moundsMm: null,
  moundSpacingMm: null,
  smallIrregularityMm: null,
  smallSpacingMm: null,
  strayDotsPerCm: null,
  frontalTuftPercent: null,
  partingWidthMm: 15,
  edgeShuffles: 0,
  zones: Object.fromEntries(
    ['hairline', 'frontal', 'midScalp', 'crown', 'temples', 'sides'].map((zone) => [
      zone,
      { densityPercent: 100, strengthPercent: 100 },
    ]),
  ),
};

/** What strokes of version 1 did not have, as the brush was then. */
const STROKE_IN_1 = { softness: 0.45, strength: 1, pressure: [] };

interface ViewIn6 {
  readonly id: string;
  readonly placement: Readonly<Record<string, number | boolean>>;
}

interface PhotoIn6 {
  readonly viewId: string;
  readonly reading: { readonly landmarks: string | null };
}

interface PhotoIn8 {
  readonly reading: object;
}

interface DesignIn1 {
  readonly strokes: readonly object[];
}

interface DesignIn2 extends DesignIn1 {
  readonly strokes: readonly { readonly kind: string }[];
  readonly head: Readonly<Record<string, unknown>>;
  readonly knownLength: Readonly<Record<string, unknown>> | null;
  readonly [key: string]: unknown;
}

/** Settings of the edge that version 3 calls by the trade's names. */
const RENAMED_IN_3: Readonly<Record<string, string>> = {
  moundsMm: 'macroIrregularityMm',
  moundSpacingMm: 'macroPeriodMm',
  smallIrregularityMm: 'microIrregularityMm',
  smallSpacingMm: 'microPeriodMm',
};

/** Version 2 held one design with all that is true of head, photo and moment; version 3 tells them apart. */
function consultationOf2(design: DesignIn2): Readonly<Record<string, unknown>> {
  const { build, skinType, ageYears, ownHair, skinItaDegrees, head, knownLength, strokes, ...rest } = design;
  const { breadthMm, lengthMm, heightMm, ...placement } = head;
  const isMark = ({ kind }: { readonly kind: string }): boolean => ['scar', 'hair', 'bare'].includes(kind);
  const drawn = Object.entries(rest).filter(([key]) => key !== 'timeYears' && key !== 'sessionsDone');
  return {
    head: {
      build,
      skinType,
      ageYears,
      ownHair,
      skinItaDegrees,
      skull: { breadthMm, lengthMm, heightMm },
      knownLength: knownLength === null ? null : { kind: knownLength.kind, lengthMm: knownLength.lengthMm },
      marks: strokes.filter(isMark),
    },
    designs: [
      {
        name: 'Design 1',
        drawn: {
          ...Object.fromEntries(drawn.map(([key, value]) => [RENAMED_IN_3[key] ?? key, value])),
          strokes: strokes.filter((stroke) => !isMark(stroke)),
        },
      },
    ],
    chosenDesign: 0,
    views: [
      {
        id: 'view1',
        kind: 'other',
        placement,
        span: knownLength === null ? null : { from: knownLength.from, to: knownLength.to },
      },
    ],
    chosenView: 0,
  };
}

interface DrawnIn3 {
  readonly pigment: string;
  readonly densityPerCm2: number;
  readonly strengthPercent: number;
  readonly dotSizeMm: number;
}
type DotsOf = readonly [densityPerCm2: number, strengthPercent: number, dotSizeMm: number];

/**
 * Version 4 draws dots as photographs show them, fewer and larger. What the presets were in version 3, and what they are: a design
 * that had a preset's numbers gets its new ones, so that an old consultation shows the true look.
 */
const PRESETS_3_TO_4: Readonly<Record<string, readonly [before: DotsOf, after: DotsOf]>> = {
  light: [
    [200, 67, 0.17],
    [100, 67, 0.31],
  ],
  medium: [
    [280, 100, 0.19],
    [130, 100, 0.35],
  ],
  dark: [
    [320, 117, 0.2],
    [160, 125, 0.38],
  ],
};
/** Ranges of version 3; ranges of version 4, and the steps of its sliders. */
const DENSITY_3_TO_4 = { from: 60, to: 320, min: 50, max: 320, step: 5 };
const DOT_SIZE_3_TO_4 = { from: 0.11, to: 0.27, min: 0.11, max: 0.45, step: 0.01 };

/** What was no number of version 3 stays, for the check of the file to find. */
function carried(value: unknown, times: number, { from, to, min, max, step }: typeof DENSITY_3_TO_4): unknown {
  if (typeof value !== 'number' || !(value >= from && value <= to)) return value;
  return Math.min(max, Math.max(min, +(step * Math.round((value * times) / step)).toFixed(2)));
}

/** Numbers that somebody moved keep their proportion to the usual preset's. */
function dots3To4({ pigment, densityPerCm2, strengthPercent, dotSizeMm }: DrawnIn3): Readonly<Record<string, unknown>> {
  const [before, after] = PRESETS_3_TO_4[pigment];
  if (densityPerCm2 === before[0] && strengthPercent === before[1] && dotSizeMm === before[2])
    return { densityPerCm2: after[0], strengthPercent: after[1], dotSizeMm: after[2] };
  const [usual, now] = PRESETS_3_TO_4.medium;
  return {
    densityPerCm2: carried(densityPerCm2, now[0] / usual[0], DENSITY_3_TO_4),
    strengthPercent,
    dotSizeMm: carried(dotSizeMm, now[2] / usual[2], DOT_SIZE_3_TO_4),
  };
}

/** `UPGRADES[n]` makes version n + 1 of version n. Each has a file of its version in tests/model/project/saved. */
export const UPGRADES: Readonly<Partial<Record<number, Upgrade>>> = {
  1: (older) => {
    const design = older.design as DesignIn1;
    const strokes = design.strokes.map((stroke) => ({ ...STROKE_IN_1, ...stroke }));
    return { ...older, design: { ...ADDED_IN_2, ...design, strokes } };
  },
  2: ({ design, reading, photo, ...older }) => ({
    ...older,
    consultation: consultationOf2(design as DesignIn2),
    moment: {
      sessionsDone: (design as DesignIn2).sessionsDone,
      timeYears: (design as DesignIn2).timeYears,
    },
    photos: [{ viewId: 'view1', reading, photo }],
  }),
  3: ({ consultation, ...older }) => {
    const { designs, ...rest } = consultation as { readonly designs: readonly { readonly drawn: DrawnIn3 }[] };
    return {
      ...older,
      consultation: {
        ...rest,
        designs: designs.map((named) => ({ ...named, drawn: { ...named.drawn, ...dots3To4(named.drawn) } })),
      },
    };
  },
  // Version 5 knows photos that were turned by hand.
  4: ({ consultation, ...older }) => {
    const { views, ...rest } = consultation as { readonly views: readonly object[] };
    return { ...older, consultation: { ...rest, views: views.map((view) => ({ ...view, turned: 1 })) } };
  },
  // Version 6 knows photos of the healed result, and photos that are fitted together by marks that several show.
  5: ({ consultation, ...older }) => {
    const { views, ...rest } = consultation as { readonly views: readonly object[] };
    return {
      ...older,
      consultation: { ...rest, views: views.map((view) => ({ ...view, healed: null, apart: false, taps: [] })) },
    };
  },
  // Version 7 knows where a head was laid on a photo without a face.
  6: ({ consultation, ...older }) => {
    const { views, ...rest } = consultation as { readonly views: readonly ViewIn6[] };
    const photos = older.photos as readonly PhotoIn6[];
    const isLaid = ({ id, placement }: ViewIn6): boolean =>
      photos.some(({ viewId, reading }) => viewId === id && reading.landmarks === null) &&
      Object.entries(placement).some(
        ([key, value]) => value !== (key === 'scale' ? 1 : key === 'followOutline' ? true : 0),
      );
    return {
      ...older,
      consultation: {
        ...rest,
        views: views.map((view) => ({ ...view, laid: isLaid(view) ? view.placement : null })),
      },
    };
  },
  // Version 8 knows what was tapped to lay it there.
  7: ({ consultation, ...older }) => {
    const { views, ...rest } = consultation as { readonly views: readonly object[] };
    return { ...older, consultation: { ...rest, views: views.map((view) => ({ ...view, laidBy: null })) } };
  },
  // Version 9 knows how bright the skin is in each photo, by which it is known again in the others.
  8: ({ photos, ...older }) => ({
    ...older,
    photos: (photos as readonly PhotoIn8[]).map((photo) => ({ ...photo, reading: { ...photo.reading, light: null } })),
  }),
};

/** The document as version `to`, one upgrade after the other. That one is missing is our mistake. */
export function upgraded(
  document: Readonly<Record<string, unknown>>,
  from: number,
  to: number,
  upgrades = UPGRADES,
): Readonly<Record<string, unknown>> {
  let now = document;
  for (let version = from; version < to; version += 1) {
    const upgrade = upgrades[version];
    if (upgrade === undefined) throw new Error(`There is no upgrade from project version ${version}.`);
    now = { ...upgrade(now), version: version + 1 };
  }
  return now;
}

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
