import type { PointMm, PointPx } from '~/model/base/units';
import { HEAD_MARKS } from '~/model/design/consultation';
import type { Cranium } from '~/model/head/head';
import type { HeadReading } from '~/model/view/head-reading';
import type { HeadInView, Pose } from '~/model/view/view';
import type { HeadShape } from './head-shape';

/**
 * What a tapped place is: a spot of the skin that looks the same in every photo (a mole, a scar's end, a corner of the
 * hair), or a place that every head has.
 */
export const TAPPED_KINDS = ['skin', ...HEAD_MARKS] as const;
export type TappedKind = (typeof TAPPED_KINDS)[number];

/** A place tapped in one photo. `mark` is the same in all photos in which the same place is tapped. */
export interface TappedMark {
  readonly mark: string;
  readonly kind: TappedKind;
  readonly seen: PointPx;
}

/** One photo of the head, and what is known of it. */
export interface ViewToFit {
  readonly reading: HeadReading;
  /**
   * Where the head lies in this photo as found so far: the single photo's fit, or as somebody (or a first guess) laid it on.
   * Null: nobody said; a face tells by itself, else the head is looked for in the middle.
   */
  readonly start: HeadInView | null;
  readonly marks: readonly TappedMark[];
}

/** How far something seen in a photo lies from where the head that all photos agree on has it. */
export interface ViewResidual {
  readonly kind: 'landmark' | 'outline' | 'mark';
  readonly seen: PointPx;
  readonly expected: PointPx;
  /** At the head, mm. */
  readonly mm: number;
  /** Which mark it is, of a mark. */
  readonly mark?: string;
}

/** What a fit leaves open of a head in one photo: how its pose and shape may be off, together, about what was found. */
export interface HeadError {
  readonly pose: Pose;
  readonly shape: HeadShape;
  /** A square, row after row, of pose (turns, radians; shifts, mm; log of the focal length) and shape (standard deviations). */
  readonly covariance: Float64Array;
}

export interface FittedView {
  /** The head in this photo: skull and face are the same in all. */
  readonly fit: HeadInView;
  /** What it says of the head counts so much, 0..1: less where the other photos contradict it. */
  readonly weight: number;
  /** What the photos together leave open of the head in this one; null where that cannot be said. */
  readonly error: HeadError | null;
  /** For drawing, in colours of `mm`. */
  readonly residuals: readonly ViewResidual[];
  /** Median of their sizes, mm; null where there are none. */
  readonly offMm: number | null;
}

/** A tapped mark's place on the head, as all photos that show it agree. */
export interface FittedMark {
  readonly mark: string;
  readonly place: PointMm;
}

/** One head in all its photos, in their order. */
export interface FittedViews {
  readonly cranium: Cranium;
  /** What the head is like: standard deviations along the ways in which heads differ (head-shape.ts). */
  readonly numbers: Float64Array;
  readonly views: readonly FittedView[];
  readonly marks: readonly FittedMark[];
}
