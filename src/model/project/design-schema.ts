import * as v from 'valibot';
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
  SIDE_PROFILES,
  SKIN_TYPES,
  ZONE_PERCENTS,
  ZONES,
} from '~/model/design/choices';
import type { Zone } from '~/model/design/choices';
import type { Design } from '~/model/design/design';
import { STROKE_KINDS } from '~/model/design/drawing';
import { HEAD_SCALES } from '~/model/design/head-correction';
import { LEAST_KNOWN_MM, LENGTH_KINDS } from '~/model/design/known-length';
import { PROJECT_LIMITS } from '~/model/design/limits';
import { addedId, HANDLES, MOST_ADDED, MOST_OUT_MM, SIDES, STRETCHES } from '~/model/design/line-points';
import type { HandleId } from '~/model/design/line-points';
import { MOST_SESSIONS, SETTINGS } from '~/model/design/settings';
import type { SettingRow } from '~/model/design/settings';
import { WORKING_SIDE_PX } from '~/model/raster/photo-pixels';

export const between = (low: number, high: number) => v.pipe(v.number(), v.finite(), v.minValue(low), v.maxValue(high));
const around0 = (most: number) => between(-most, most);
export const whole = (low: number, high: number) => v.pipe(between(low, high), v.integer());
const setting = (row: SettingRow) => between(row.min, row.max);
/** A list whose length is looked at before its items. */
const listOf = <Item extends v.GenericSchema>(item: Item, most: number) =>
  v.pipe(
    v.custom<readonly unknown[]>((list) => Array.isArray(list) && list.length <= most),
    v.array(item),
    v.readonly(),
  );

/** No skin lies outside, degrees (domain notes 7: very light is above 55, dark below −30). */
export const STORED_ITA_DEGREES = [-80, 90] as const;

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
export const stroke = v.pipe(
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
export const photoPx = around0(4 * WORKING_SIDE_PX);

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
  skinItaDegrees: v.nullable(between(...STORED_ITA_DEGREES)),
} satisfies Record<keyof Design, v.GenericSchema>;

export const designSchema: v.GenericSchema<unknown, Design> = v.pipe(
  v.strictObject(designFields),
  v.check((design) => design.sessionsDone <= design.sessionsPlanned),
);
