import { median } from '~/model/maths/quantile';
import type { ViewResidual } from '~/model/fit/view-to-fit';

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
