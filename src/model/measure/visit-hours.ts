/** Dots that a practitioner places in an hour: 14 000 in 2 to 4 hours, says one practice (docs/model.md, Opinions and guides). */
export const USUAL_DOTS_PER_HOUR = [3500, 7000] as const;
/** What can be typed instead. */
export const DOTS_PER_HOUR = { min: 500, max: 20_000, step: 100 } as const;
/** Visits that people plan last so long, h. Our choice. */
const VISIT_HOURS = [2, 6] as const;
const STEP_HOURS = 0.5;

/** How long a visit takes, half hours; or that it is shorter than any that is planned, or more than one can hold. */
export type VisitLength =
  | { readonly kind: 'hours'; readonly least: number; readonly most: number }
  | { readonly kind: 'short' }
  | { readonly kind: 'tooMuch' };

const rounded = (hours: number): number => Math.max(STEP_HOURS, Math.round(hours / STEP_HOURS) * STEP_HOURS);

/** How long so many dots take at a practitioner's own pace, or at the usual one where null. The middle of the range decides, and no end of it is told that is no visit. */
export function visitLength(dots: number, dotsPerHour: number | null): VisitLength {
  const [slow, quick] = dotsPerHour === null ? USUAL_DOTS_PER_HOUR : [dotsPerHour, dotsPerHour];
  const [least, most] = [dots / quick, dots / slow];
  const middle = (least + most) / 2;
  if (middle < VISIT_HOURS[0]) return { kind: 'short' };
  if (middle > VISIT_HOURS[1]) return { kind: 'tooMuch' };
  return {
    kind: 'hours',
    least: rounded(Math.max(least, VISIT_HOURS[0])),
    most: rounded(Math.min(most, VISIT_HOURS[1])),
  };
}
