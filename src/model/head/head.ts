import type { PointMm, PointPx } from '~/model/base/units';

/**
 * Pinhole pose: a head point p (mm) is at R·p + t in camera axes (x right, y up, z towards the viewer; the camera
 * looks along −z), seen at u = cx + f·x/(−z), v = cy − f·y/(−z).
 */
export interface Pose {
  /** Row-major 3×3 rotation. */
  readonly rotation: readonly number[];
  readonly translationMm: readonly [number, number, number];
  readonly focalPx: number;
  readonly principal: PointPx;
}

/**
 * Size and place of the skull in the head frame: half axes of an ellipsoid about `centre` (below the centre the half
 * axis `lowerMm` takes the place of `heightMm`), to which cranium.ts adds the relief that all heads share.
 */
export interface Cranium {
  readonly centre: PointMm;
  readonly halfBreadthMm: number;
  readonly halfLengthMm: number;
  readonly heightMm: number;
  readonly lowerMm: number;
}

/**
 * Smooth radial warp in the picture that moves the cranium's silhouette onto the outline's edge: for the picture angle
 * i·360/N degrees about the projected centre (0 = right, 90 = up), the ratio of the outline's radius to the
 * silhouette's. Strength falls off with 1 − n·view, so the middle of the scalp stays put.
 */
export interface OutlineWarp {
  readonly centre: PointPx;
  readonly ratio: Float32Array;
  /** 2 × n: places of the photo where the outline was found, px, so that the warp can be made anew for a corrected head. */
  readonly edgePx: Float32Array;
}

/** The head as understood: where it is, how large, and how the outline bends it. */
export interface HeadFit {
  readonly pose: Pose;
  readonly cranium: Cranium;
  readonly warp: OutlineWarp | null;
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
