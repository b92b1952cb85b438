import * as v from 'valibot';
import {
  LASER_KINDS,
  MOST_LASER_SESSIONS,
  MOST_SHUFFLES,
  MOST_TOUCH_UPS,
  SESSION_GAP_DAYS,
  ZONE_PERCENTS,
  ZONES,
} from '~/model/design/choices';
import type { Zone } from '~/model/design/choices';
import type { DesignRecord } from '~/model/design/consultation';
import { isMark, STROKE_KINDS } from '~/model/design/drawing';
import { PROJECT_LIMITS } from '~/model/design/limits';
import { addedId, MAIN_POINTS, MOST_ADDED, MOST_OUT_MM, SIDES, STRETCHES } from '~/model/design/line-points';
import type { MainPointId } from '~/model/design/line-points';
import { CHOICES, DESIGN_SETTINGS, MOST_SESSIONS, SETTINGS } from '~/model/design/settings';
import type { DesignSettingKey, SettingRow } from '~/model/design/settings';
import { WORKING_SIDE_PX } from '~/model/raster/photo-pixels';

export const between = (low: number, high: number) => v.pipe(v.number(), v.finite(), v.minValue(low), v.maxValue(high));
export const around0 = (most: number) => between(-most, most);
export const whole = (low: number, high: number) => v.pipe(between(low, high), v.integer());
export const setting = (row: SettingRow) => between(row.min, row.max);
/** A list whose length is looked at before its items. */
export const listOf = <Item extends v.GenericSchema>(item: Item, most: number) =>
  v.pipe(
    v.custom<readonly unknown[]>((list) => Array.isArray(list) && list.length <= most),
    v.array(item),
    v.readonly(),
  );

const handleMove = v.optional(
  v.strictObject({ sideMm: around0(PROJECT_LIMITS.handleMoveMm), upMm: around0(PROJECT_LIMITS.handleMoveMm) }),
);
const handles = v.strictObject(
  Object.fromEntries(MAIN_POINTS.map((id) => [id, handleMove])) as Record<MainPointId, typeof handleMove>,
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

const percent = ({ min, max }: { readonly min: number; readonly max: number }) => between(min, max);
const zoneShare = v.strictObject({
  densityPercent: percent(ZONE_PERCENTS.density),
  strengthPercent: percent(ZONE_PERCENTS.strength),
});
const zones = v.strictObject(
  Object.fromEntries(ZONES.map((zone) => [zone, zoneShare])) as Record<Zone, typeof zoneShare>,
);

/** The settings of a drawn design by their rows: one without a value at first may be null. The moment is kept elsewhere. */
const settingFields = Object.fromEntries(
  DESIGN_SETTINGS.filter((key) => key !== 'timeYears').map((key) => {
    const row: SettingRow = SETTINGS[key];
    return [key, row.initial === null ? v.nullable(setting(row)) : setting(row)];
  }),
) as unknown as { [Key in Exclude<DesignSettingKey, 'timeYears'>]: v.GenericSchema<DesignRecord[Key]> };

/** Every field of a drawn design: one that is missing here does not compile. */
const drawnFields = {
  ...settingFields,
  shape: v.picklist(CHOICES.shape.members),
  edge: v.picklist(CHOICES.edge.members),
  sideProfile: v.picklist(CHOICES.sideProfile.members),
  coverage: v.picklist(CHOICES.coverage.members),
  pigment: v.picklist(CHOICES.pigment.members),
  ink: v.picklist(CHOICES.ink.members),
  placing: v.picklist(CHOICES.placing.members),
  outlook: v.picklist(CHOICES.outlook.members),
  seed: whole(0, 0xffffffff),
  edgeShuffles: whole(0, MOST_SHUFFLES),
  zones,
  mirror: v.boolean(),
  handles,
  points,
  sessionsPlanned: whole(1, MOST_SESSIONS),
  sessionGapsDays: v.pipe(
    listOf(whole(SESSION_GAP_DAYS.min, SESSION_GAP_DAYS.max), MOST_SESSIONS - 1),
    v.length(MOST_SESSIONS - 1),
  ),
  touchUpsYears: v.pipe(
    listOf(setting(SETTINGS.timeYears), MOST_TOUCH_UPS),
    v.check((years) => years.every((year, i) => i === 0 || year > years[i - 1])),
  ),
  laser: v.strictObject({
    kind: v.picklist(LASER_KINDS),
    sessions: whole(0, MOST_LASER_SESSIONS),
    atYears: setting(SETTINGS.timeYears),
  }),
  pencil: listOf(listOf(direction, PROJECT_LIMITS.strokePoints), PROJECT_LIMITS.pencilLines),
  notes: listOf(
    v.strictObject({ at: direction, text: v.pipe(v.string(), v.maxLength(PROJECT_LIMITS.noteLength)) }),
    PROJECT_LIMITS.notes,
  ),
  // In the order in which a design is taken apart, so that a project opened and saved again is the same file.
  strokes: listOf(
    v.pipe(
      stroke,
      v.check((each) => !isMark(each)),
    ),
    PROJECT_LIMITS.strokes,
  ),
} satisfies Record<keyof DesignRecord, v.GenericSchema>;

export const drawnSchema: v.GenericSchema<unknown, DesignRecord> = v.strictObject(drawnFields);
