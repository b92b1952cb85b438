import type { Box, SizePx } from '~/model/base/units';
import type { OutlineMask, SkinLight } from '~/model/raster/photo-map';

/** Points of MediaPipe's face mesh that the landmark model reads (ten more, for irises, mean nothing here). */
export const LANDMARKS = 468;

/** Landmarks of one face: LANDMARKS × (x, y, z) in working-photo px; x right, y down, z away from the viewer (MediaPipe's). */
export interface FaceReading {
  readonly landmarksPx: Float32Array;
  /** Smallest box around the landmarks. */
  readonly box: Box;
}

/** What the detector saw of the chosen head. Without a face the head is placed by hand. */
export interface HeadReading {
  readonly photo: SizePx;
  readonly face: FaceReading | null;
  readonly outline: OutlineMask | null;
  /** Focal length in working-photo px where EXIF told one. */
  readonly focalPx: number | null;
  /** How bright the head is, by which its skin is known again in other photos of it; left out: not read. */
  readonly light?: SkinLight;
}
