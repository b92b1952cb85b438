import type { PointPx } from '~/model/base/units';
import type { Head } from '~/model/head/head';

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

/** How one photo sees a head: where it stands before the camera, and how the outline bends its edge. */
export interface View {
  readonly pose: Pose;
  readonly warp: OutlineWarp | null;
}

/** A head as one photo sees it. */
export interface HeadInView extends Head, View {}
