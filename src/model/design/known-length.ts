import type { PointPx } from '~/model/base/units';

/** A length that somebody knows: it tells the scale of the whole head (docs/model.md, Scale (M9)). */
export interface KnownLength extends Span {
  readonly lengthMm: number;
}

/** Shorter spans say little: 1 mm beside the place would be more than 5 %. Our choice. */
export const LEAST_KNOWN_MM = 20;

/** With a tape along the skin, or straight: a card or ruler held flat against the head. */
export const LENGTH_KINDS = ['alongSkin', 'straight'] as const;
export type LengthKind = (typeof LENGTH_KINDS)[number];

/** Two places of the working photo and the way in which the length between them is meant. */
export interface Span {
  readonly kind: LengthKind;
  readonly from: PointPx;
  readonly to: PointPx;
}
