import { AGE_YEARS, SESSION_GAP_DAYS, ZONE_PERCENTS, ZONES } from './choices';
import type { HairRate, HairStage, LaserKind, Zone } from './choices';
import type { Note, PencilLine, Stroke } from './drawing';
import { NO_CORRECTION } from './head-correction';
import type { HeadCorrection } from './head-correction';
import type { KnownLength } from './known-length';
import type { AddedPoint, MainPointId, PointMove } from './line-points';
import { INITIAL_CHOICES, INITIAL_SETTINGS, MOST_SESSIONS } from './settings';
import type { ChosenValues, SettingValues } from './settings';

/** Removal by laser: none while `sessions` is 0. `atYears`: when it is over, years since the last session. */
export interface Laser {
  readonly kind: LaserKind;
  readonly sessions: number;
  readonly atYears: number;
}

/** How the hair that is there goes on changing over the years that the strip shows. */
export interface OwnHair {
  /** Whether it changes in the picture at all. */
  readonly goesOn: boolean;
  /** How far loss has gone today; null: not said. */
  readonly stage: HairStage | null;
  readonly rate: HairRate;
  /** Treated loss hardly goes on, whatever the rate. */
  readonly treated: boolean;
  readonly greys: boolean;
}

export const HAIR_AS_IT_IS: OwnHair = { goesOn: false, stage: null, rate: 'usual', treated: false, greys: false };

/** Density and strength of a zone's dots, % of the design's own. */
export interface ZoneShare {
  readonly densityPercent: number;
  readonly strengthPercent: number;
}
export type ZonePlan = Readonly<Record<Zone, ZoneShare>>;

const AS_ALL: ZoneShare = {
  densityPercent: ZONE_PERCENTS.density.initial,
  strengthPercent: ZONE_PERCENTS.strength.initial,
};
/** All zones alike. */
export const ZONES_ALIKE: ZonePlan = {
  hairline: AS_ALL,
  frontal: AS_ALL,
  midScalp: AS_ALL,
  crown: AS_ALL,
  temples: AS_ALL,
  sides: AS_ALL,
};

/**
 * Zones of a new design. On the temples real work hardly adds to the hair that is shaved there: at the side of the line 0.04 in −ln of
 * green light on the mean of five people before and after, where it adds 0.30 at the middle (docs/model.md, Density and edge). More
 * than half of that is left to the stubble, which dots make room for anyway; this keeps a razed head from a dark rim about the face.
 */
export const ZONES_AT_FIRST: ZonePlan = { ...ZONES_ALIKE, temples: { ...AS_ALL, densityPercent: 45 } };

/** Whether two plans give every zone the same. */
export const sameZones = (one: ZonePlan, other: ZonePlan): boolean =>
  ZONES.every(
    (zone) =>
      one[zone].densityPercent === other[zone].densityPercent &&
      one[zone].strengthPercent === other[zone].strengthPercent,
  );

/**
 * A design as it is shown: what is drawn, on this head, in this view, at this moment. Small, immutable, and all that a picture
 * needs beside the photo and its reading. Which field is true of what is told apart in consultation.ts, the undoable document.
 */
export interface Design extends SettingValues, ChosenValues {
  readonly seed: number;
  /** How often the irregularity of the line was shuffled: each time it is another, and all else stays. */
  readonly edgeShuffles: number;
  readonly zones: ZonePlan;
  readonly mirror: boolean;
  readonly handles: Readonly<Partial<Record<MainPointId, PointMove>>>;
  /** Points added between them. */
  readonly points: readonly AddedPoint[];
  /** How many sessions the plan has (1..5) and after how many of them we look (0: bare skin..planned). */
  readonly sessionsPlanned: number;
  readonly sessionsDone: number;
  /** Days from each session to the next; as many as the longest plan has. */
  readonly sessionGapsDays: readonly number[];
  /** Years from the last session to each touch-up, rising. */
  readonly touchUpsYears: readonly number[];
  readonly laser: Laser;
  readonly ownHair: OwnHair;
  /** Age today. */
  readonly ageYears: number;
  readonly head: HeadCorrection;
  /** Gives the head its size in mm, whatever else was corrected; null: that of an average face. */
  readonly knownLength: KnownLength | null;
  readonly strokes: readonly Stroke[];
  /** Sketched lines and notes, as with a white pencil on the skin. No dot depends on them. */
  readonly pencil: readonly PencilLine[];
  readonly notes: readonly Note[];
  /** Skin tone as the user corrected it, individual typology angle in degrees; null: as measured in the photo. */
  readonly skinItaDegrees: number | null;
}

/** The design somebody starts from: the medium preset, healed, natural hairline, soft and broken edge. */
export function initialDesign(seed: number): Design {
  return {
    ...INITIAL_SETTINGS,
    ...INITIAL_CHOICES,
    seed: seed >>> 0,
    edgeShuffles: 0,
    zones: ZONES_AT_FIRST,
    mirror: true,
    handles: {},
    points: [],
    sessionsPlanned: 3,
    sessionsDone: 3,
    sessionGapsDays: Array.from({ length: MOST_SESSIONS - 1 }, () => SESSION_GAP_DAYS.initial),
    touchUpsYears: [],
    laser: { kind: 'qSwitched', sessions: 0, atYears: 5 },
    ownHair: HAIR_AS_IT_IS,
    ageYears: AGE_YEARS.initial,
    head: NO_CORRECTION,
    knownLength: null,
    strokes: [],
    pencil: [],
    notes: [],
    skinItaDegrees: null,
  };
}
