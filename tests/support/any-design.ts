import fc from 'fast-check';
import {
  AGE_YEARS,
  HAIR_RATES,
  HAIR_STAGES,
  LASER_KINDS,
  MOST_LASER_SESSIONS,
  MOST_SHUFFLES,
  MOST_TOUCH_UPS,
  SESSION_GAP_DAYS,
  ZONE_PERCENTS,
  ZONES,
} from '~/model/design/choices';
import { initialDesign } from '~/model/design/design';
import type { Design, ZonePlan } from '~/model/design/design';
import { STROKE_KINDS } from '~/model/design/drawing';
import { HEAD_SCALES } from '~/model/design/head-correction';
import { LEAST_KNOWN_MM, LENGTH_KINDS } from '~/model/design/known-length';
import { PROJECT_LIMITS } from '~/model/design/limits';
import { addedId, MAIN_POINTS, MOST_ADDED, MOST_OUT_MM, SIDES, STRETCHES } from '~/model/design/line-points';
import { CHOICES, DESIGN_SETTINGS, MOST_SESSIONS, SETTINGS } from '~/model/design/settings';
import type { ChosenValues, SettingRow, SettingValues } from '~/model/design/settings';
import { STORED_ITA_DEGREES } from '~/model/project/consultation-schema';
import { PHOTO_SIZE } from './fake-ports';

/** Numbers of a range, its two ends as often as all between: what breaks, breaks there. */
const between = (min: number, max: number): fc.Arbitrary<number> =>
  fc.oneof(
    fc.constantFrom(min, max),
    fc.double({ min, max, noNaN: true }).map((value) => value + 0),
  );
const around0 = (most: number): fc.Arbitrary<number> => fc.oneof(fc.constant(0), between(-most, most));
const whole = (min: number, max: number): fc.Arbitrary<number> => fc.integer({ min, max });

const settings = fc.record(
  Object.fromEntries(
    DESIGN_SETTINGS.map((key) => {
      const { min, max, initial }: SettingRow = SETTINGS[key];
      return [key, initial === null ? fc.option(between(min, max)) : between(min, max)];
    }),
  ),
) as unknown as fc.Arbitrary<SettingValues>;
const choices = fc.record(
  Object.fromEntries(Object.entries(CHOICES).map(([key, { members }]) => [key, fc.constantFrom(...members)])),
) as unknown as fc.Arbitrary<ChosenValues>;

const direction = fc.tuple(around0(1), around0(1), around0(1)).map(([a, b, c]) => {
  const length = Math.hypot(a, b, c);
  return length === 0 ? { x: 0, y: 1, z: 0 } : { x: a / length, y: b / length, z: c / length };
});
const stroke = fc
  .record({
    kind: fc.constantFrom(...STROKE_KINDS),
    widthMm: between(0, PROJECT_LIMITS.brushMm),
    softness: between(0, 1),
    strength: between(0, 1),
    path: fc.array(direction, { maxLength: 4 }),
    pressed: fc.option(between(0, 1)),
  })
  .map(({ pressed, ...rest }) => ({ ...rest, pressure: pressed === null ? [] : rest.path.map(() => pressed) }));

const place = fc.record({
  xPx: between(-PHOTO_SIZE.widthPx, 2 * PHOTO_SIZE.widthPx),
  yPx: between(-PHOTO_SIZE.heightPx, 2 * PHOTO_SIZE.heightPx),
});

/** Where a head may have been put by hand. Mostly near where it was found, and as far off as the limits allow. */
const head = fc.record({
  rightMm: fc.oneof(around0(60), around0(PROJECT_LIMITS.headShiftMm)),
  upMm: fc.oneof(around0(60), around0(PROJECT_LIMITS.headShiftMm)),
  scale: between(...HEAD_SCALES),
  turnDegrees: around0(PROJECT_LIMITS.headDegrees),
  tiltDegrees: around0(PROJECT_LIMITS.headDegrees),
  rollDegrees: around0(PROJECT_LIMITS.headDegrees),
  followOutline: fc.boolean(),
  breadthMm: around0(PROJECT_LIMITS.craniumMm),
  lengthMm: around0(PROJECT_LIMITS.craniumMm),
  heightMm: around0(PROJECT_LIMITS.craniumMm),
});

const zoneShare = fc.record({
  densityPercent: whole(ZONE_PERCENTS.density.min, ZONE_PERCENTS.density.max),
  strengthPercent: whole(ZONE_PERCENTS.strength.min, ZONE_PERCENTS.strength.max),
});

/** Every design that a project file may hold: all settings, choices, moves, strokes and corrections in their ranges. */
export const anyDesign: fc.Arbitrary<Design> = fc
  .record({
    settings,
    choices,
    seed: fc.nat(0xffffffff),
    edgeShuffles: whole(0, MOST_SHUFFLES),
    zones: fc.record(Object.fromEntries(ZONES.map((zone) => [zone, zoneShare]))) as unknown as fc.Arbitrary<ZonePlan>,
    mirror: fc.boolean(),
    handles: fc.dictionary(
      fc.constantFrom(...MAIN_POINTS),
      fc.record({ sideMm: around0(PROJECT_LIMITS.handleMoveMm), upMm: around0(PROJECT_LIMITS.handleMoveMm) }),
      { maxKeys: 4, noNullPrototype: true },
    ),
    points: fc.uniqueArray(
      fc.record({
        number: whole(1, MOST_ADDED),
        side: fc.constantFrom(...SIDES),
        stretch: fc.constantFrom(...STRETCHES),
        share: between(0, 1),
        outMm: around0(MOST_OUT_MM),
        sharp: fc.boolean(),
      }),
      { selector: addedId, maxLength: 6 },
    ),
    plan: fc
      .integer({ min: 1, max: MOST_SESSIONS })
      .chain((sessionsPlanned) =>
        fc.record({ sessionsPlanned: fc.constant(sessionsPlanned), sessionsDone: whole(0, sessionsPlanned) }),
      ),
    sessionGapsDays: fc.array(whole(SESSION_GAP_DAYS.min, SESSION_GAP_DAYS.max), {
      minLength: MOST_SESSIONS - 1,
      maxLength: MOST_SESSIONS - 1,
    }),
    touchUpsYears: fc
      .uniqueArray(between(SETTINGS.timeYears.min, SETTINGS.timeYears.max), { maxLength: MOST_TOUCH_UPS })
      .map((years) => years.sort((a, b) => a - b)),
    laser: fc.record({
      kind: fc.constantFrom(...LASER_KINDS),
      sessions: whole(0, MOST_LASER_SESSIONS),
      atYears: between(SETTINGS.timeYears.min, SETTINGS.timeYears.max),
    }),
    ownHair: fc.record({
      goesOn: fc.boolean(),
      stage: fc.option(fc.constantFrom(...HAIR_STAGES)),
      rate: fc.constantFrom(...HAIR_RATES),
      treated: fc.boolean(),
      greys: fc.boolean(),
    }),
    ageYears: between(AGE_YEARS.min, AGE_YEARS.max),
    head,
    knownLength: fc.option(
      fc.record({
        kind: fc.constantFrom(...LENGTH_KINDS),
        lengthMm: fc.oneof(between(LEAST_KNOWN_MM, PROJECT_LIMITS.knownLengthMm), between(40, 160)),
        from: place,
        to: place,
      }),
    ),
    strokes: fc.array(stroke, { maxLength: 3 }),
    pencil: fc.array(fc.array(direction, { maxLength: 4 }), { maxLength: 2 }),
    notes: fc.array(fc.record({ at: direction, text: fc.string({ maxLength: 8 }) }), { maxLength: 2 }),
    skinItaDegrees: fc.option(between(...STORED_ITA_DEGREES)),
  })
  .map(({ settings: numbers, choices: chosen, plan, ...rest }) => ({
    ...initialDesign(0),
    ...numbers,
    ...chosen,
    ...plan,
    ...rest,
  }));
