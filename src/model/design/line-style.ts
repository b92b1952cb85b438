import { hash32 } from '~/model/maths/hash';
import type { EdgeStyle, HairlineShape, SideProfile } from './choices';
import type { Design } from './design';

/** Numbers of a shape: recession of the corners over the middle, and what the line does between. */
export interface ShapeRow {
  readonly recessionMm: number;
  /** Raises the whole middle (the receded shape). */
  readonly middleRaiseMm: number;
  /** Share of the rise to the corners, mm, that the line takes as one gentle bow; it takes the rest steeply, at the corners. */
  readonly convexMm: number;
  /** Radius with which the corner is rounded. */
  readonly cornerRadiusMm: number;
  /** How far the corner stands outside the outer corner of the eye. */
  readonly cornerOutMm: number;
  /** Depth and width of a peak in the middle. */
  readonly peakDepthMm: number;
  readonly peakWidthMm: number;
  /** The temple line upright instead of running back. */
  readonly templeUpright: boolean;
}

/**
 * The shapes as first laid down for the screen, then tuned by looking at them on photos. Departures from the first table:
 * how far a line is convex had no number there; the peak was 8 mm deep and 18 wide, and vanished in a soft edge. The natural
 * line, and what goes with it, follows seven men treated by one practitioner (docs/model.md, Head and hairline): corners stand
 * 2 mm over the middle on the mean (−4 to 13), 8 mm outside the eyes' outer corners. It was 12 mm over the middle, over the eyes.
 * In women the corners recede a third as far (recessionMm, below) and are rounder (hairline/side-drawing.ts).
 */
export const SHAPE_ROWS: Readonly<Record<HairlineShape, ShapeRow>> = {
  natural: {
    recessionMm: 5,
    middleRaiseMm: 0,
    convexMm: 2,
    cornerRadiusMm: 12,
    cornerOutMm: 5,
    peakDepthMm: 0,
    peakWidthMm: 0,
    templeUpright: false,
  },
  straight: {
    recessionMm: 3,
    middleRaiseMm: 0,
    convexMm: 0,
    cornerRadiusMm: 6,
    cornerOutMm: 5,
    peakDepthMm: 0,
    peakWidthMm: 0,
    templeUpright: false,
  },
  boxed: {
    recessionMm: 0,
    middleRaiseMm: 0,
    convexMm: 0,
    cornerRadiusMm: 2,
    cornerOutMm: 9,
    peakDepthMm: 0,
    peakWidthMm: 0,
    templeUpright: true,
  },
  rounded: {
    recessionMm: 4,
    middleRaiseMm: 0,
    convexMm: 1.5,
    cornerRadiusMm: 35,
    cornerOutMm: 5,
    peakDepthMm: 0,
    peakWidthMm: 0,
    templeUpright: false,
  },
  peaked: {
    recessionMm: 5,
    middleRaiseMm: 0,
    convexMm: 2,
    cornerRadiusMm: 12,
    cornerOutMm: 5,
    peakDepthMm: 10,
    peakWidthMm: 28,
    templeUpright: false,
  },
  receded: {
    recessionMm: 25,
    middleRaiseMm: 8,
    convexMm: 6,
    cornerRadiusMm: 15,
    cornerOutMm: 0,
    peakDepthMm: 0,
    peakWidthMm: 0,
    templeUpright: false,
  },
};

/** Numbers of an edge style; irregularities are the amplitudes of two waves (edge-irregularity.ts). */
export interface EdgeRow {
  readonly edgeSoftnessMm: number;
  /** Density weight at the line, 0..1; rises to 1 over the depth. Size and tone follow at half its strength. */
  readonly weight: number;
  readonly microIrregularityMm: number;
  readonly macroIrregularityMm: number;
  /** Their periods: single hairs, and a few mounds (docs/model.md, Density and edge). */
  readonly microPeriodMm: number;
  readonly macroPeriodMm: number;
  /** Single dots in front of the edge, per cm of line. */
  readonly strayDotsPerCm: number;
  /** How much denser the small oval in the middle behind the line is, % of what is missing there. */
  readonly frontalTuftPercent: number;
}

/** Periods of the irregularity, mm along the line (docs/model.md, Density and edge). */
const PERIODS = { microPeriodMm: 5, macroPeriodMm: 22 } as const;

/**
 * Photographs (docs/model.md, What photographs say): the line of real work is nearly straight, and its dots begin at almost nothing
 * and thin out at random over so many mm; they do not stand in front of it in waves.
 */
export const EDGE_ROWS: Readonly<Record<EdgeStyle, EdgeRow>> = {
  faded: {
    edgeSoftnessMm: 18,
    weight: 0.02,
    microIrregularityMm: 0.6,
    macroIrregularityMm: 1.7,
    ...PERIODS,
    strayDotsPerCm: 1,
    frontalTuftPercent: 0,
  },
  softAndBroken: {
    edgeSoftnessMm: 13,
    weight: 0.04,
    microIrregularityMm: 0.6,
    macroIrregularityMm: 1.5,
    ...PERIODS,
    strayDotsPerCm: 2,
    frontalTuftPercent: 0,
  },
  medium: {
    edgeSoftnessMm: 8,
    weight: 0.1,
    microIrregularityMm: 0.5,
    macroIrregularityMm: 1.2,
    ...PERIODS,
    strayDotsPerCm: 0.5,
    frontalTuftPercent: 0,
  },
  defined: {
    edgeSoftnessMm: 4,
    weight: 0.35,
    microIrregularityMm: 0.3,
    macroIrregularityMm: 0.6,
    ...PERIODS,
    strayDotsPerCm: 0,
    frontalTuftPercent: 0,
  },
};

/** Numbers of a side profile. */
export interface SideProfileRow {
  /** How far the temple point is set back from where the shape has it, along the skin. */
  readonly templeBackMm: number;
  /** How far the line bends back from corner to temple point, and from there to the sideburn; an upright temple line is straight. */
  readonly templeBowMm: number;
  readonly sideburnBowMm: number;
  /** With which the temple point is rounded. */
  readonly templeRadiusMm: number;
  /** Multiplies the depth of the transition zone, from halfway to the temple points backwards. */
  readonly softness: number;
}

/**
 * Our numbers for the trade's three words, chosen by looking; the shapes were tuned with medium, whose sides fade in as deep as those of
 * healed work do (docs/model.md, Density and edge).
 */
export const SIDE_ROWS: Readonly<Record<SideProfile, SideProfileRow>> = {
  soft: { templeBackMm: 5, templeBowMm: 5, sideburnBowMm: 8, templeRadiusMm: 30, softness: 2.6 },
  medium: { templeBackMm: 0, templeBowMm: 2.5, sideburnBowMm: 5, templeRadiusMm: 20, softness: 2 },
  defined: { templeBackMm: 0, templeBowMm: 0, sideburnBowMm: 1, templeRadiusMm: 6, softness: 0.5 },
};

/** Women's corners recede a third as far (5 mm in men, 2 in women). */
const RECESSION_SHARE = { men: 1, women: 1 / 3 } as const;

/** Temple recession in force: the user's, or the shape's own. */
export const recessionMm = (design: Design): number =>
  design.templeRecessionMm ?? Math.round(SHAPE_ROWS[design.shape].recessionMm * RECESSION_SHARE[design.build]);

/** The edge in force: the user's numbers, and the edge style's own for the rest. */
export function edgeOf(design: Design): EdgeRow {
  const row = EDGE_ROWS[design.edge];
  return {
    edgeSoftnessMm: design.edgeSoftnessMm ?? row.edgeSoftnessMm,
    weight: row.weight,
    microIrregularityMm: design.microIrregularityMm ?? row.microIrregularityMm,
    macroIrregularityMm: design.macroIrregularityMm ?? row.macroIrregularityMm,
    microPeriodMm: design.microPeriodMm ?? row.microPeriodMm,
    macroPeriodMm: design.macroPeriodMm ?? row.macroPeriodMm,
    strayDotsPerCm: design.strayDotsPerCm ?? row.strayDotsPerCm,
    frontalTuftPercent: design.frontalTuftPercent ?? row.frontalTuftPercent,
  };
}

/** Depth of the transition zone in force. */
export const edgeDepthMm = (design: Design): number => edgeOf(design).edgeSoftnessMm;

/** Seed of the line's irregularity and of the strays before it. */
export const edgeSeed = ({ seed, edgeShuffles }: Design): number =>
  edgeShuffles === 0 ? seed : hash32(seed, edgeShuffles);
