import type { Build } from './choices';
import type { Design } from './design';
import { lookOf, withLook } from './looks';
import type { LookShift } from './looks';
import { HAIRLINE_HEIGHT_MM } from './settings';

const FROM_TABLE: LookShift = { shiftMm: 0 };

/**
 * The design with the usual line for men or women: a look becomes the same look of the others, and a height that was never
 * touched follows the average. `shift`: what this head does to the looks.
 */
export function withUsualLine(design: Design, build: Build, shift: LookShift | null = null): Design {
  const { shiftMm } = shift ?? FROM_TABLE;
  const look = shift === null ? null : lookOf(design, shift);
  if (look !== null) return withLook({ ...design, build }, look, { shiftMm });
  const untouched = design.hairlineHeightMm === HAIRLINE_HEIGHT_MM[design.build] + shiftMm;
  return {
    ...design,
    build,
    hairlineHeightMm: untouched ? HAIRLINE_HEIGHT_MM[build] + shiftMm : design.hairlineHeightMm,
  };
}
