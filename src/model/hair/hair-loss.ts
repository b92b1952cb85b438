import { memoLast } from '~/model/base/memo';
import type { PointMm } from '~/model/base/units';
import type { HairRate, HairStage } from '~/model/design/choices';
import { REFERENCE_CRANIUM, surfacePoint } from '~/model/head/cranium';
import type { Cranium } from '~/model/head/head';
import { tapeOf } from '~/model/head/tape';
import { clamp, smoothstep } from '~/model/maths/numbers';
import { tableAt } from '~/model/maths/table';
import type { TableRow } from '~/model/maths/table';

/** Where hair goes first: as most do, the crown early (suffix v), or the whole front and no crown (suffix a). */
type Pattern = 'usual' | 'crownFirst' | 'frontFirst';

interface StageRow {
  /** Norwood: the number N of docs/model.md, Own hair loss (M7). Ludwig: 1 to 3. */
  readonly number: number;
  readonly pattern: Pattern | 'diffuse';
}

/** Numbers of the stages; which number a letter has is an assumption. */
export const STAGE_ROWS: Readonly<Record<HairStage, StageRow>> = {
  I: { number: 1, pattern: 'usual' },
  II: { number: 2, pattern: 'usual' },
  IIa: { number: 2.5, pattern: 'frontFirst' },
  III: { number: 3, pattern: 'usual' },
  IIIv: { number: 3.3, pattern: 'crownFirst' },
  IV: { number: 4, pattern: 'usual' },
  Va: { number: 5, pattern: 'frontFirst' },
  V: { number: 5, pattern: 'usual' },
  VI: { number: 6, pattern: 'usual' },
  VII: { number: 7, pattern: 'usual' },
  ludwigI: { number: 1, pattern: 'diffuse' },
  ludwigII: { number: 2, pattern: 'diffuse' },
  ludwigIII: { number: 3, pattern: 'diffuse' },
};

/** Shares of hairs that go in a year, of all and of thick ones (docs/model.md, Own hair loss (M7)). */
const ALL_PER_YEAR = 0.062;
const THICK_PER_YEAR = 0.129;
/** Share of hairs left in a zone that is losing them, untreated; of thick ones; and their mean diameter (M7). */
export const hairsLeft = (years: number): number => Math.exp(-ALL_PER_YEAR * years);
export const thickHairsLeft = (years: number): number => Math.exp(-THICK_PER_YEAR * years);
export const diameterLeft = (years: number): number => Math.sqrt(thickHairsLeft(years) / hairsLeft(years));

/** Stages a year (M7: 0.10, II at about 25 to V at about 55); women's is our guess. */
const STAGES_PER_YEAR = 0.1;
const LUDWIG_PER_YEAR = 0.03;
const LAST_NORWOOD = 7;
const LAST_LUDWIG = 3;

/** Years of usual loss in a year. Treated: M7 has 0 to 0.02 for the 0.062 a year of all hairs, and we take the middle. */
const PACE: Readonly<Record<HairRate, number>> = { slow: 0.5, usual: 1, fast: 2 };
const TREATED_PACE = 0.01 / ALL_PER_YEAR;
export const paceOf = (rate: HairRate, treated: boolean): number => (treated ? TREATED_PACE : PACE[rate]);

/** The stage's number after so many years of usual loss. */
export function stageNumber(stage: HairStage, years: number): number {
  const { number, pattern } = STAGE_ROWS[stage];
  return pattern === 'diffuse'
    ? Math.min(LAST_LUDWIG, number + LUDWIG_PER_YEAR * years)
    : Math.min(LAST_NORWOOD, number + STAGES_PER_YEAR * years);
}

/** How far the front has gone back at a number: depth of the corners before the ear plane, and shift of the middle, mm. */
interface Front {
  readonly number: number;
  readonly cornerMm: number;
  readonly middleMm: number;
}

/** The table of docs/model.md, Own hair loss (M7): what the stages are is found, the mm are assumptions. */
const FRONTS: Readonly<Record<Pattern, readonly Front[]>> = {
  usual: [
    { number: 1, cornerMm: 60, middleMm: 0 },
    { number: 2, cornerMm: 35, middleMm: 5 },
    { number: 3, cornerMm: 18, middleMm: 8 },
    { number: 4, cornerMm: 8, middleMm: 15 },
    { number: 5, cornerMm: 0, middleMm: 25 },
  ],
  crownFirst: [
    { number: 1, cornerMm: 60, middleMm: 0 },
    { number: 2, cornerMm: 35, middleMm: 4 },
    { number: 3.3, cornerMm: 25, middleMm: 5 },
    { number: 4, cornerMm: 8, middleMm: 15 },
    { number: 5, cornerMm: 0, middleMm: 25 },
  ],
  frontFirst: [
    { number: 1, cornerMm: 60, middleMm: 0 },
    { number: 2.5, cornerMm: 40, middleMm: 20 },
    { number: 5, cornerMm: -10, middleMm: 60 },
  ],
};
/** Where corners lie before anything went. */
const FIRST_CORNER_MM = 60;
/** Beyond the last of them the front goes back by so much a stage, until what lies between goes. */
const LAST_MM_PER_STAGE = 25;

/** Radius about the crown's centre, mm, and the number at which hair goes there: bare within 25, 35, 45 mm at III-v, IV, V. */
const CROWNS: Readonly<Record<Pattern, readonly TableRow[]>> = {
  usual: [
    [0, 3.5],
    [35, 4],
    [45, 5],
  ],
  crownFirst: [
    [0, 2.8],
    [25, 3.3],
    [35, 4],
    [45, 5],
  ],
  frontFirst: [[0, 6]],
};
/** Beyond the last of them, stages for each mm; our guess. */
const CROWN_STAGE_PER_MM = 0.1;

/** The bridge between front and crown. */
const BRIDGE = 5.7;
/** Lower limits of what is bare at VI and VII, height above the ear canal, mm; what lies lower goes later, or never. */
const SIX_MM = 100;
const MM_PER_STAGE = 20;
/** From here on a place belongs to the fringe and keeps its hair; that height. */
const FRINGE = 7.5;
const FRINGE_MM = 70;

/** Angles about the head's long axis, 0 at the middle line: where corners are deepest, and where they end at the side. */
const CORNER_RADIANS = (30 * Math.PI) / 180;
const SIDE_RADIANS = [(46 * Math.PI) / 180, (56 * Math.PI) / 180] as const;
/** Heights between which the front passes into temples and sideburns, which stay, mm. */
const TEMPLE_MM = [72, 95] as const;
/** The middle of a line before anything went, mm above the glabella along the skin: men's average. */
const FIRST_LINE_MM = 75;
/** The crown's centre lies this far behind the ear plane, and so high above the ear canals. */
const CROWN_BEHIND_MM = 50;
const CROWN_UP_MM = 123;

const MEAN = REFERENCE_CRANIUM;

/** Onset for places of one head: measures are scaled to the mean head of men, on which the table was drawn. */
export interface OnsetMap {
  /**
   * The number at which half of a place's hair is gone; FRINGE or more: never. Of a point of the skull, head frame.
   */
  readonly onset: (point: PointMm, stage: HairStage) => number;
  /** 0..1: how much a place belongs to the oval on top that thins in women. */
  readonly oval: (point: PointMm) => number;
}

export const onsetMapOf = memoLast((cranium: Cranium): OnsetMap => {
  const { centre, halfBreadthMm, halfLengthMm, heightMm } = cranium;
  const sideways = MEAN.halfBreadthMm / halfBreadthMm;
  const lengthways = MEAN.halfLengthMm / halfLengthMm;
  const upwards = MEAN.heightMm / heightMm;
  const firstLine =
    surfacePoint(MEAN, tapeOf(MEAN).directionAt({ acrossMm: 0, heightMm: FIRST_LINE_MM })).zMm - MEAN.centre.zMm;

  /** On the mean head, from between the ear canals: to the side (either), forward, up; mm. */
  const placeOf = ({ xMm, yMm, zMm }: PointMm): { side: number; forward: number; up: number } => ({
    side: Math.abs(xMm - centre.xMm) * sideways,
    forward: (zMm - centre.zMm) * lengthways,
    up: 45 + (yMm - centre.yMm) * upwards,
  });

  const frontOnset = (pattern: Pattern, angle: number, forward: number): number => {
    // 1 at the corners, 0 in the middle and at the sides.
    const corner =
      angle <= CORNER_RADIANS
        ? smoothstep(0, CORNER_RADIANS, angle)
        : 1 - smoothstep(pattern === 'frontFirst' ? SIDE_RADIANS[0] : CORNER_RADIANS, SIDE_RADIANS[1], angle);
    const beside = clamp(angle / CORNER_RADIANS, 0, 1);
    const line = firstLine + (FIRST_CORNER_MM - firstLine) * beside * beside;
    const list = FRONTS[pattern].map(({ number, cornerMm, middleMm }): TableRow => {
      const middle = angle <= CORNER_RADIANS ? middleMm : 0;
      return [corner * (FIRST_CORNER_MM - cornerMm) + (1 - corner) * middle, number];
    });
    const behind = line - forward;
    return tableAt(list, behind, 1 / LAST_MM_PER_STAGE);
  };

  /** 0..1: how far a place is beside or below what the front can take. */
  const besideFront = (angle: number, up: number): number =>
    Math.max(smoothstep(...SIDE_RADIANS, angle), 1 - smoothstep(...TEMPLE_MM, up));

  return {
    onset: (point, stage) => {
      const { pattern } = STAGE_ROWS[stage];
      if (pattern === 'diffuse') return FRINGE;
      const { side, forward, up } = placeOf(point);
      const crownMm = Math.hypot(side, forward + CROWN_BEHIND_MM, up - CROWN_UP_MM);
      const onTop = Math.max(BRIDGE, LAST_NORWOOD - 1 + (SIX_MM - up) / MM_PER_STAGE);
      // Down the back a bare crown ends at the fringe.
      const crown = Math.max(
        tableAt(CROWNS[pattern], crownMm, CROWN_STAGE_PER_MM),
        FRINGE - CROWN_STAGE_PER_MM * (up - FRINGE_MM),
      );
      const angle = Math.atan2(side, Math.max(up - 45, 1));
      const front = frontOnset(pattern, angle, forward) + (FRINGE - 1) * besideFront(angle, up);
      return Math.min(onTop, crown, front);
    },
    oval: (point) => {
      const { forward, up } = placeOf(point);
      return smoothstep(98, 112, up) * (1 - smoothstep(firstLine - 25, firstLine - 10, forward));
    },
  };
});

/** Share of a place's hair that a stage leaves, 0..1 (M7). */
export const hairFraction = (onset: number, number: number): number => 1 - smoothstep(onset - 0.5, onset + 0.5, number);

/** Zones that come next already lose hairs: all of it one stage ahead of their onset, none at two and a half. Our guess. */
const AHEAD = [1, 2.5] as const;

/**
 * What is left of the hair that a place shows today, number times diameter, 0..1, after `years` of usual loss; 1 today,
 * and never more later. A place that still has hair though today's stage has none there is next to lose it: heads differ.
 */
export function coverLeft(onset: number, oval: number, stage: HairStage, years: number): number {
  const { number, pattern } = STAGE_ROWS[stage];
  const now = stageNumber(stage, years);
  if (pattern === 'diffuse') return (1 - 0.25 * oval * now) / (1 - 0.25 * oval * number);
  const zone = 1 - smoothstep(FRINGE - 1, FRINGE, onset);
  const losing = zone * (1 - smoothstep(AHEAD[0], AHEAD[1], onset - now));
  return hairFraction(Math.max(onset, number + 0.5), now) * (1 - losing * (1 - hairsLeft(years) * diameterLeft(years)));
}

/** The face and the temples beside it, where the front of the table ends and no scalp hair grows: not part of a stage. */
export const isFace = ({ centre, halfLengthMm, heightMm }: Cranium, { yMm, zMm }: PointMm): boolean =>
  ((zMm - centre.zMm) * MEAN.halfLengthMm) / halfLengthMm > FIRST_CORNER_MM &&
  45 + ((yMm - centre.yMm) * MEAN.heightMm) / heightMm < SIX_MM;
