import type { PointMm } from '~/model/base/units';

/**
 * Size and place of the skull in the head frame: half axes of an ellipsoid about `centre` (below the centre the half
 * axis `lowerMm` takes the place of `heightMm`), and the relief on it.
 */
export interface Cranium {
  readonly centre: PointMm;
  readonly halfBreadthMm: number;
  readonly halfLengthMm: number;
  readonly heightMm: number;
  readonly lowerMm: number;
  /** How the skull departs from the ellipsoid, as a share of its radius: what cranium.ts's `reliefTerms` are multiplied by. */
  readonly relief: readonly number[];
}

/** A person's head in mm, whichever photo shows it. */
export interface Head {
  readonly cranium: Cranium;
  /** Face points in the head frame on THIS face (mm): measured through the fit, canonical where there is no face. */
  readonly face: FacePoints;
  /** How it came about: shown to the user, and decides what is asked next. */
  readonly source: 'face' | 'hand';
}

/** Landmarks that the hairline is fitted to, and that guides are drawn by. */
export interface FacePoints {
  readonly glabella: PointMm;
  readonly leftOuterEye: PointMm;
  readonly rightOuterEye: PointMm;
  /** In front of the ears, at the height of the ear canal. */
  readonly leftTragion: PointMm;
  readonly rightTragion: PointMm;
  readonly chin: PointMm;
  readonly noseBase: PointMm;
  /** Upper edge of the brows. */
  readonly leftBrowInner: PointMm;
  readonly leftBrowPeak: PointMm;
  readonly leftBrowOuter: PointMm;
  readonly rightBrowInner: PointMm;
  readonly rightBrowPeak: PointMm;
  readonly rightBrowOuter: PointMm;
}
