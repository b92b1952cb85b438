import { HEAD_MARKS } from '~/model/design/consultation';
import { median } from '~/model/maths/quantile';
import type { FittedViews, ViewResidual } from '~/model/fit/view-to-fit';

/** What is seen lies off what is fitted by up to the first of these as a matter of course, and by more than the second where something is wrong, mm. Our choice. */
export const OFF_MM = [2, 5] as const;

/** How a photo agrees with the others of its head. */
export interface AgreementSeen {
  /** Seen and fitted places, least off first: up to OFF_MM[0], up to OFF_MM[1], beyond. */
  readonly classes: readonly (readonly ViewResidual[])[];
  /** Half of the places lie no farther off, mm. */
  readonly medianMm: number;
}

/** Seen and fitted places by how far off they lie; null where there are none. */
export function agreementInSight(residuals: readonly ViewResidual[]): AgreementSeen | null {
  if (residuals.length === 0) return null;
  const [near, far] = OFF_MM;
  return {
    classes: [
      residuals.filter(({ mm }) => mm <= near),
      residuals.filter(({ mm }) => mm > near && mm <= far),
      residuals.filter(({ mm }) => mm > far),
    ],
    medianMm: median(residuals.map(({ mm }) => mm)),
  };
}

/** Which of OFF_MM's classes a residual of so many mm belongs to: 0, 1 or 2. */
export const offClass = (mm: number): 0 | 1 | 2 => (mm <= OFF_MM[0] ? 0 : mm <= OFF_MM[1] ? 1 : 2);

/** How far the taps of each mark lie off the one place that the fit gives it, mm, in the views by their place in the list that show it. */
export function marksOff({ views }: FittedViews): ReadonlyMap<string, ReadonlyMap<number, number>> {
  const off = new Map<string, Map<number, number>>();
  views.forEach(({ residuals }, at) => {
    for (const { mark, mm } of residuals) {
      if (mark === undefined) continue;
      const of = off.get(mark) ?? new Map<number, number>();
      off.set(mark, of.set(at, mm));
    }
  });
  return off;
}

const OF_HEAD: readonly string[] = HEAD_MARKS;

/**
 * The marks of a view, by its place in the list, that other photos show too, so that it can be said how far they lie off. Ears and crown have no
 * pin, and lie where the head's own are.
 */
export function sharedMarks(fitted: FittedViews, at: number): readonly ViewResidual[] {
  const off = marksOff(fitted);
  return fitted.views[at].residuals.filter(
    ({ mark }) => mark !== undefined && !OF_HEAD.includes(mark) && (off.get(mark)?.size ?? 0) > 1,
  );
}
