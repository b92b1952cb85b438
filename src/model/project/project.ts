import * as v from 'valibot';
import { addedId, MOST_ADDED, MOST_OUT_MM, SIDES, STRETCHES } from '~/model/design/edit-points';
import { MOST_SESSIONS } from '~/model/dots/dot-coverage';
import type { Design } from '~/model/design/design';
import { HANDLES, HEAD_SCALES, STROKE_KINDS, type HandleId } from '~/model/design/design';
import { LANDMARKS } from '~/model/head/head';
import { LEAST_KNOWN_MM } from '~/model/fit/size-by-known-length';
import {
  AGE_YEARS,
  BUILDS,
  COVERAGES,
  EDGE_STYLES,
  HAIR_RATES,
  HAIR_STAGES,
  HAIRLINE_SHAPES,
  INKS,
  LASER_KINDS,
  MOST_LASER_SESSIONS,
  MOST_SHUFFLES,
  MOST_TOUCH_UPS,
  OUTLOOKS,
  PIGMENTS,
  PLACINGS,
  SESSION_GAP_DAYS,
  SETTINGS,
  SIDE_PROFILES,
  type SettingRow,
  SKIN_TYPES,
  type Zone,
  ZONE_PERCENTS,
  ZONES,
} from '~/model/design/choices';
import { WORKING_SIDE_PX } from '~/model/raster/photo-pixels';
import { fail, ok, type Result } from '~/model/base/result';
import { LENGTH_KINDS } from '~/model/view/span';

/**
 * The `.stipple` file: one JSON document, so there is nothing to unpack. Whatever is in a file is checked here, number
 * by number, before anything else sees it.
 */
export const PROJECT_VERSION = 2;
export const MOST_PROJECT_BYTES = 128 * 1024 * 1024;

/** Limits of what is not a row of SETTINGS. Commands keep to them, so that what was saved can be opened. */
export const PROJECT_LIMITS = {
  handleMoveMm: 200,
  headShiftMm: 2000,
  headDegrees: 360,
  craniumMm: 200,
  strokes: 20_000,
  strokePoints: 100_000,
  pencilLines: 2000,
  notes: 100,
  noteLength: 60,
  brushMm: 200,
  outlineSamples: 1024 * 1024,
  nameLength: 200,
  knownLengthMm: 1000,
} as const;

export type ProjectProblem =
  { readonly kind: 'damaged' } | { readonly kind: 'newer'; readonly version: number } | { readonly kind: 'tooLarge' };

const between = (low: number, high: number) => v.pipe(v.number(), v.finite(), v.minValue(low), v.maxValue(high));
const around0 = (most: number) => between(-most, most);
const whole = (low: number, high: number) => v.pipe(between(low, high), v.integer());
const setting = (row: SettingRow) => between(row.min, row.max);
/** A list whose length is looked at before its items. */
const listOf = <Item extends v.GenericSchema>(item: Item, most: number) =>
  v.pipe(
    v.custom<readonly unknown[]>((list) => Array.isArray(list) && list.length <= most),
    v.array(item),
    v.readonly(),
  );
const base64 = (most: number) => v.pipe(v.string(), v.maxLength(Math.ceil(most / 3) * 4));

/** No skin lies outside, degrees (domain notes 7: very light is above 55, dark below −30). */
export const ITA_RANGE = [-80, 90] as const;

const degrees = around0(PROJECT_LIMITS.headDegrees);
const craniumMm = around0(PROJECT_LIMITS.craniumMm);
const headSchema = v.strictObject({
  rightMm: around0(PROJECT_LIMITS.headShiftMm),
  upMm: around0(PROJECT_LIMITS.headShiftMm),
  scale: between(...HEAD_SCALES),
  turnDegrees: degrees,
  tiltDegrees: degrees,
  rollDegrees: degrees,
  breadthMm: craniumMm,
  lengthMm: craniumMm,
  heightMm: craniumMm,
  followOutline: v.boolean(),
});

const handleMove = v.optional(
  v.strictObject({ sideMm: around0(PROJECT_LIMITS.handleMoveMm), upMm: around0(PROJECT_LIMITS.handleMoveMm) }),
);
const handles = v.strictObject(
  Object.fromEntries(HANDLES.map((id) => [id, handleMove])) as Record<HandleId, typeof handleMove>,
);

const points = v.pipe(
  listOf(
    v.strictObject({
      number: whole(1, MOST_ADDED),
      side: v.picklist(SIDES),
      stretch: v.picklist(STRETCHES),
      share: between(0, 1),
      outMm: around0(MOST_OUT_MM),
      sharp: v.boolean(),
    }),
    2 * MOST_ADDED,
  ),
  v.check((all) => new Set(all.map(addedId)).size === all.length),
);

const direction = v.pipe(
  v.strictObject({ x: around0(1.01), y: around0(1.01), z: around0(1.01) }),
  v.check(({ x, y, z }) => Math.abs(Math.hypot(x, y, z) - 1) < 0.01),
);
const stroke = v.pipe(
  v.strictObject({
    kind: v.picklist(STROKE_KINDS),
    widthMm: between(0, PROJECT_LIMITS.brushMm),
    softness: between(0, 1),
    strength: between(0, 1),
    path: listOf(direction, PROJECT_LIMITS.strokePoints),
    pressure: listOf(between(0, 1), PROJECT_LIMITS.strokePoints),
  }),
  v.check(({ path, pressure }) => pressure.length === 0 || pressure.length === path.length),
);

/** px of the working photo, with room for a head that is partly outside it. */
const photoPx = around0(4 * WORKING_SIDE_PX);

const placePx = v.strictObject({ xPx: photoPx, yPx: photoPx });
const knownLength = v.strictObject({
  kind: v.picklist(LENGTH_KINDS),
  from: placePx,
  to: placePx,
  lengthMm: between(LEAST_KNOWN_MM, PROJECT_LIMITS.knownLengthMm),
});

const percent = ({ min, max }: { readonly min: number; readonly max: number }) => between(min, max);
const zoneShare = v.strictObject({
  densityPercent: percent(ZONE_PERCENTS.density),
  strengthPercent: percent(ZONE_PERCENTS.strength),
});
const zones = v.strictObject(
  Object.fromEntries(ZONES.map((zone) => [zone, zoneShare])) as Record<Zone, typeof zoneShare>,
);

/** Every field of the design: one that is missing here does not compile. */
const designFields = {
  densityPerCm2: setting(SETTINGS.densityPerCm2),
  dotSizeMm: setting(SETTINGS.dotSizeMm),
  strengthPercent: setting(SETTINGS.strengthPercent),
  hairlineHeightMm: setting(SETTINGS.hairlineHeightMm),
  templeRecessionMm: v.nullable(setting(SETTINGS.templeRecessionMm)),
  edgeSoftnessMm: v.nullable(setting(SETTINGS.edgeSoftnessMm)),
  moundsMm: v.nullable(setting(SETTINGS.moundsMm)),
  moundSpacingMm: v.nullable(setting(SETTINGS.moundSpacingMm)),
  smallIrregularityMm: v.nullable(setting(SETTINGS.smallIrregularityMm)),
  smallSpacingMm: v.nullable(setting(SETTINGS.smallSpacingMm)),
  strayDotsPerCm: v.nullable(setting(SETTINGS.strayDotsPerCm)),
  frontalTuftPercent: v.nullable(setting(SETTINGS.frontalTuftPercent)),
  partingWidthMm: setting(SETTINGS.partingWidthMm),
  balancePercent: setting(SETTINGS.balancePercent),
  sunExposure: setting(SETTINGS.sunExposure),
  timeYears: setting(SETTINGS.timeYears),
  seed: whole(0, 0xffffffff),
  edgeShuffles: whole(0, MOST_SHUFFLES),
  build: v.picklist(BUILDS),
  shape: v.picklist(HAIRLINE_SHAPES),
  edge: v.picklist(EDGE_STYLES),
  sideProfile: v.picklist(SIDE_PROFILES),
  coverage: v.picklist(COVERAGES),
  zones,
  pigment: v.picklist(PIGMENTS),
  mirror: v.boolean(),
  handles,
  points,
  sessionsPlanned: whole(1, MOST_SESSIONS),
  sessionsDone: whole(0, MOST_SESSIONS),
  sessionGapsDays: v.pipe(
    listOf(whole(SESSION_GAP_DAYS.min, SESSION_GAP_DAYS.max), MOST_SESSIONS - 1),
    v.length(MOST_SESSIONS - 1),
  ),
  ink: v.picklist(INKS),
  placing: v.picklist(PLACINGS),
  skinType: v.picklist(SKIN_TYPES),
  outlook: v.picklist(OUTLOOKS),
  touchUpsYears: v.pipe(
    listOf(setting(SETTINGS.timeYears), MOST_TOUCH_UPS),
    v.check((years) => years.every((year, i) => i === 0 || year > years[i - 1])),
  ),
  laser: v.strictObject({
    kind: v.picklist(LASER_KINDS),
    sessions: whole(0, MOST_LASER_SESSIONS),
    atYears: setting(SETTINGS.timeYears),
  }),
  ownHair: v.strictObject({
    goesOn: v.boolean(),
    stage: v.nullable(v.picklist(HAIR_STAGES)),
    rate: v.picklist(HAIR_RATES),
    treated: v.boolean(),
    greys: v.boolean(),
  }),
  ageYears: between(AGE_YEARS.min, AGE_YEARS.max),
  head: headSchema,
  knownLength: v.nullable(knownLength),
  strokes: listOf(stroke, PROJECT_LIMITS.strokes),
  pencil: listOf(listOf(direction, PROJECT_LIMITS.strokePoints), PROJECT_LIMITS.pencilLines),
  notes: listOf(
    v.strictObject({ at: direction, text: v.pipe(v.string(), v.maxLength(PROJECT_LIMITS.noteLength)) }),
    PROJECT_LIMITS.notes,
  ),
  skinItaDegrees: v.nullable(between(...ITA_RANGE)),
} satisfies Record<keyof Design, v.GenericSchema>;

const designSchema: v.GenericSchema<unknown, Design> = v.pipe(
  v.strictObject(designFields),
  v.check((design) => design.sessionsDone <= design.sessionsPlanned),
);

const sidePx = whole(1, WORKING_SIDE_PX);

const readingSchema = v.strictObject({
  photo: v.strictObject({ widthPx: sidePx, heightPx: sidePx }),
  /** Base64 of little-endian 32-bit floats: exact, so that a design gives the same picture when it comes back. */
  landmarks: v.nullable(base64(LANDMARKS * 3 * 4)),
  box: v.nullable(v.strictObject({ left: photoPx, top: photoPx, right: photoPx, bottom: photoPx })),
  outline: v.nullable(
    v.strictObject({
      columns: whole(1, WORKING_SIDE_PX),
      rows: whole(1, WORKING_SIDE_PX),
      leftPx: photoPx,
      topPx: photoPx,
      pxPerSample: between(1e-3, WORKING_SIDE_PX),
      confidence: base64(PROJECT_LIMITS.outlineSamples),
    }),
  ),
  focalPx: v.nullable(between(1, 1e6)),
});

const documentSchema = v.strictObject({
  format: v.literal('stipple'),
  version: v.literal(PROJECT_VERSION),
  name: v.pipe(v.string(), v.maxLength(PROJECT_LIMITS.nameLength)),
  design: designSchema,
  reading: readingSchema,
  /** null: kept beside the document (on this device). */
  photo: v.nullable(
    v.strictObject({ type: v.picklist(['image/jpeg', 'image/png']), base64: base64(MOST_PROJECT_BYTES) }),
  ),
});

export type ProjectDocument = v.InferOutput<typeof documentSchema>;
export type StoredReading = ProjectDocument['reading'];

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

interface DesignIn1 {
  readonly strokes: readonly object[];
}

/** `UPGRADES[n]` makes version n + 1 of version n. Each has a file of its version in tests/model/project/saved. */
export const UPGRADES: Readonly<Partial<Record<number, Upgrade>>> = {
  1: (older) => {
    const design = older.design as DesignIn1;
    const strokes = design.strokes.map((stroke) => ({ ...STROKE_IN_1, ...stroke }));
    return { ...older, design: { ...ADDED_IN_2, ...design, strokes } };
  },
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

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Reads the text of a `.stipple` file of this or an older version. Never throws, whatever the text. */
export function parseProject(text: string): Result<ProjectDocument, ProjectProblem> {
  if (text.length > MOST_PROJECT_BYTES) return fail({ kind: 'tooLarge' });
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    return fail({ kind: 'damaged' });
  }
  if (!isRecord(read) || read.format !== 'stipple') return fail({ kind: 'damaged' });
  const { version } = read;
  if (typeof version !== 'number' || !Number.isSafeInteger(version) || version < 1) return fail({ kind: 'damaged' });
  if (version > PROJECT_VERSION) return fail({ kind: 'newer', version });
  try {
    const checked = v.safeParse(documentSchema, upgraded(read, version, PROJECT_VERSION), { abortEarly: true });
    return checked.success ? ok(checked.output) : fail({ kind: 'damaged' });
  } catch {
    return fail({ kind: 'damaged' }); // an upgrade met something that was not of its version
  }
}

/** The text of a file of the current version. */
export const writeProject = (document: Omit<ProjectDocument, 'format' | 'version'>): string =>
  JSON.stringify({ format: 'stipple', version: PROJECT_VERSION, ...document } satisfies ProjectDocument);
