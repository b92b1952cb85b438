import { clamp } from '~/model/maths/numbers';
import type { Build, HairlineShape } from './choices';
import type { Design } from './design';
import { SETTINGS } from './settings';

/** Three lines to begin with, from the safest to the boldest; each of them the natural shape. */
export const LOOKS = ['careful', 'usual', 'bold'] as const;
export type Look = (typeof LOOKS)[number];

/** Where a look puts the line: its middle, mm above the glabella, and how far back its corners go, mm. */
export interface LookRow {
  readonly middleMm: number;
  readonly cornersMm: number;
}

/**
 * Our numbers, beside those of seven treated men (docs/model.md, Head and hairline): practitioners draw 66 mm in men and 62 in
 * women, start a careful client 6 to 8 mm higher, and warn of what lies 4 to 6 mm lower.
 */
export const LOOK_ROWS: Readonly<Record<Build, Readonly<Record<Look, LookRow>>>> = {
  men: {
    careful: { middleMm: 74, cornersMm: 14 },
    usual: { middleMm: 66, cornersMm: 9 },
    bold: { middleMm: 60, cornersMm: 4 },
  },
  women: {
    careful: { middleMm: 68, cornersMm: 8 },
    usual: { middleMm: 62, cornersMm: 4 },
    bold: { middleMm: 58, cornersMm: 2 },
  },
};

/** What a head does to all three: so many mm higher (or lower) they stand on it. */
export interface LookShift {
  readonly shiftMm: number;
}

const { min, max } = SETTINGS.hairlineHeightMm;
const heightMm = (build: Build, look: Look, { shiftMm }: LookShift): number =>
  clamp(LOOK_ROWS[build][look].middleMm + shiftMm, min, max);

/** The design with the line of a look; whatever was done to the line before is gone. */
export const withLook = (design: Design, look: Look, shift: LookShift): Design => ({
  ...design,
  shape: 'natural',
  hairlineHeightMm: heightMm(design.build, look, shift),
  templeRecessionMm: LOOK_ROWS[design.build][look].cornersMm,
  handles: {},
  points: [],
});

const hasCorners = (design: Design, look: Look): boolean =>
  design.templeRecessionMm === LOOK_ROWS[design.build][look].cornersMm;

/** The look whose line a design has; null: a line of its own. */
export function lookOf(design: Design, shift: LookShift): Look | null {
  if (design.shape !== 'natural' || design.points.length > 0 || Object.keys(design.handles).length > 0) return null;
  const fits = (look: Look): boolean =>
    hasCorners(design, look) && design.hairlineHeightMm === heightMm(design.build, look, shift);
  return LOOKS.find(fits) ?? null;
}

/** The design with another shape of the line. Corners that a look has set give way to those of the shape. */
export const withShape = (design: Design, shape: HairlineShape): Design => ({
  ...design,
  shape,
  templeRecessionMm: LOOKS.some((look) => hasCorners(design, look)) ? null : design.templeRecessionMm,
});
