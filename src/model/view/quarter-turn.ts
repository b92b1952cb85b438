import type { FaceReading } from './head-reading';

/** How often a picture is turned by 90° clockwise. */
export type QuarterTurns = 0 | 1 | 2 | 3;
export const QUARTER_TURNS: readonly QuarterTurns[] = [0, 1, 2, 3];

/** After how many the direction to the crown, as seen (to the right, up), points up as nearly as it can. */
export const turnsToUpright = (right: number, up: number): QuarterTurns =>
  ((4 - Math.round(Math.atan2(right, up) / (Math.PI / 2))) % 4) as QuarterTurns;

/** Landmarks at the top of the forehead and of the chin. */
const FOREHEAD = 10;
const CHIN = 152;

/** The same for a face, by its landmarks. */
export const faceToUpright = ({ landmarksPx: at }: FaceReading): QuarterTurns =>
  turnsToUpright(at[3 * FOREHEAD] - at[3 * CHIN], at[3 * CHIN + 1] - at[3 * FOREHEAD + 1]);
