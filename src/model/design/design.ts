import type { AddedPoint } from './edit-points';
import { MOST_SESSIONS } from '~/model/dots/dot-coverage';
import type {
  Build,
  Coverage,
  DesignSettingKey,
  EdgeRow,
  EdgeStyle,
  FollowingKey,
  HairlineShape,
  HairRate,
  HairStage,
  Ink,
  LaserKind,
  Outlook,
  Pigment,
  Placing,
  SideProfile,
  SkinType,
  Zone,
} from './choices';
import { AGE_YEARS, EDGE_ROWS, SESSION_GAP_DAYS, SETTINGS, SHAPE_ROWS, ZONE_PERCENTS } from './choices';
import { hash32 } from '~/model/maths/hash';
import type { KnownLength } from '~/model/fit/size-by-known-length';
import type { Direction } from '~/model/base/units';

/** The points of the hairline, in order from the subject's right to the left. */
export const HANDLES = [
  'rightEar',
  'rightTemple',
  'rightCorner',
  'middle',
  'leftCorner',
  'leftTemple',
  'leftEar',
] as const;
export type HandleId = (typeof HANDLES)[number];

/** How far a point was moved from where the shape, fitted to the face, puts it. Along the skin, mm. */
export interface HandleMove {
  /** To the subject's left is positive. */
  readonly sideMm: number;
  readonly upMm: number;
}

/** What the user changed of the head as understood. All zero or one: as found. */
export interface HeadCorrection {
  /** Shift in the picture, in mm at the head, right and up as seen. */
  readonly rightMm: number;
  readonly upMm: number;
  /** Multiplies every length of the head in the picture, within HEAD_SCALES. */
  readonly scale: number;
  /** Turns about the camera's axes, degrees: about the vertical (turn), the horizontal (tilt), the line of sight (roll). */
  readonly turnDegrees: number;
  readonly tiltDegrees: number;
  readonly rollDegrees: number;
  /** Added to the cranium's measures. */
  readonly breadthMm: number;
  readonly lengthMm: number;
  readonly heightMm: number;
  /** Whether the edge of the head follows the outline found in the photo. */
  readonly followOutline: boolean;
}

/** Least and greatest scale of a correction. */
export const HEAD_SCALES = [0.25, 4] as const;

export const NO_CORRECTION: HeadCorrection = {
  rightMm: 0,
  upMm: 0,
  scale: 1,
  turnDegrees: 0,
  tiltDegrees: 0,
  rollDegrees: 0,
  breadthMm: 0,
  lengthMm: 0,
  heightMm: 0,
  followOutline: true,
};

/**
 * What a brush lays down: pigment, less or none of it, a scar that takes pigment in its own way, or how the photo's hair is
 * to be read there (hair, or bare skin).
 */
export const STROKE_KINDS = ['add', 'less', 'none', 'scar', 'hair', 'bare'] as const;
export type StrokeKind = (typeof STROKE_KINDS)[number];

/** A brush stroke in scalp directions, so that it stays where it is on the head. */
export interface Stroke {
  readonly kind: StrokeKind;
  readonly widthMm: number;
  /** Share of its radius over which it fades out, 0..1; half of that lies outside the width. */
  readonly softness: number;
  /** What it does at full pressure, 0..1: share of the density that `add` puts there, and that `less` takes away. */
  readonly strength: number;
  readonly path: readonly Direction[];
  /** How hard a pen was pressed at each place of the path, 0..1; empty: fully all the way. */
  readonly pressure: readonly number[];
}

/** What a brush is like before anybody sets it. */
export const PLAIN_BRUSH: Readonly<Pick<Stroke, 'softness' | 'strength' | 'pressure'>> = {
  softness: 0.45,
  strength: 1,
  pressure: [],
};

/** A free line of the pencil, in scalp directions. */
export type PencilLine = readonly Direction[];

/** A few words pinned to a place of the scalp. */
export interface Note {
  readonly at: Direction;
  readonly text: string;
}

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

/** The undoable document: small, immutable, and all that a picture needs beside the photo and its reading. */
export interface Design extends Readonly<
  Record<Exclude<DesignSettingKey, FollowingKey>, number> & Record<FollowingKey, number | null>
> {
  readonly seed: number;
  /** How often the irregularity of the line was shuffled: each time it is another, and all else stays. */
  readonly edgeShuffles: number;
  readonly build: Build;
  readonly shape: HairlineShape;
  readonly edge: EdgeStyle;
  readonly sideProfile: SideProfile;
  readonly coverage: Coverage;
  readonly zones: ZonePlan;
  readonly pigment: Pigment;
  readonly mirror: boolean;
  readonly handles: Readonly<Partial<Record<HandleId, HandleMove>>>;
  /** Points added between them. */
  readonly points: readonly AddedPoint[];
  /** How many sessions the plan has (1..5) and after how many of them we look (0: bare skin..planned). */
  readonly sessionsPlanned: number;
  readonly sessionsDone: number;
  /** Days from each session to the next; as many as the longest plan has. */
  readonly sessionGapsDays: readonly number[];
  readonly ink: Ink;
  readonly placing: Placing;
  readonly skinType: SkinType;
  readonly outlook: Outlook;
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
    densityPerCm2: SETTINGS.densityPerCm2.initial,
    dotSizeMm: SETTINGS.dotSizeMm.initial,
    strengthPercent: SETTINGS.strengthPercent.initial,
    hairlineHeightMm: SETTINGS.hairlineHeightMm.initial,
    templeRecessionMm: null,
    edgeSoftnessMm: null,
    moundsMm: null,
    moundSpacingMm: null,
    smallIrregularityMm: null,
    smallSpacingMm: null,
    strayDotsPerCm: null,
    frontalTuftPercent: null,
    partingWidthMm: SETTINGS.partingWidthMm.initial,
    balancePercent: SETTINGS.balancePercent.initial,
    sunExposure: SETTINGS.sunExposure.initial,
    timeYears: SETTINGS.timeYears.initial,
    seed: seed >>> 0,
    edgeShuffles: 0,
    build: 'men',
    shape: 'natural',
    edge: 'softAndBroken',
    sideProfile: 'medium',
    coverage: 'fullHead',
    zones: ZONES_ALIKE,
    pigment: 'medium',
    mirror: true,
    handles: {},
    points: [],
    sessionsPlanned: 3,
    sessionsDone: 3,
    sessionGapsDays: Array.from({ length: MOST_SESSIONS - 1 }, () => SESSION_GAP_DAYS.initial),
    ink: 'carbon',
    placing: 'well',
    skinType: 'normal',
    outlook: 'likely',
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

/** Women's corners recede a third as far (domain notes, 5: 12 mm in men, 4 in women). */
const RECESSION_SHARE = { men: 1, women: 1 / 3 } as const;

/** Temple recession in force: the user's, or the shape's own. */
export const recessionMm = (design: Design): number =>
  design.templeRecessionMm ?? Math.round(SHAPE_ROWS[design.shape].recessionMm * RECESSION_SHARE[design.build]);

/** The edge in force: the user's numbers, and the edge style's own for the rest. */
export function edgeOf(design: Design): EdgeRow {
  const row = EDGE_ROWS[design.edge];
  return {
    depthMm: design.edgeSoftnessMm ?? row.depthMm,
    weight: row.weight,
    microMm: design.smallIrregularityMm ?? row.microMm,
    macroMm: design.moundsMm ?? row.macroMm,
    microPeriodMm: design.smallSpacingMm ?? row.microPeriodMm,
    macroPeriodMm: design.moundSpacingMm ?? row.macroPeriodMm,
    straysPerCm: design.strayDotsPerCm ?? row.straysPerCm,
    tuftPercent: design.frontalTuftPercent ?? row.tuftPercent,
  };
}

/** Depth of the transition zone in force. */
export const edgeDepthMm = (design: Design): number => edgeOf(design).depthMm;

/** Seed of the line's irregularity and of the strays before it. */
export const edgeSeed = ({ seed, edgeShuffles }: Design): number =>
  edgeShuffles === 0 ? seed : hash32(seed, edgeShuffles);
