import type { Box } from '~/model/base/units';
import type { Result } from '~/model/base/result';
import type { OutlineMask } from '~/model/raster/photo-map';
import type { FaceReading } from '~/model/view/head-reading';
import type { QuarterTurns } from '~/model/view/quarter-turn';

/** `failed`: the detector did not start or gave up (after being rebuilt); `aborted`: somebody no longer wants it. */
export type DetectionProblem = 'failed' | 'aborted';

/** Finds heads in photos. Everything runs in a worker on this device. */
export interface Detector {
  /** Loads models ahead of the first photo. Harmless to call often. */
  warmUp(): void;
  /** All faces, largest first; an empty list where there is none. Small faces are found by tiling the picture. */
  findFaces(photo: ImageBitmap, signal: AbortSignal): Promise<Result<readonly FaceReading[], DetectionProblem>>;
  /**
   * Outline of the person around a head. `around` is the box of the face's landmarks (or, without a face, of the
   * placed cranium) in photo px; the crop leaves room for the whole head above it. `turn`: what puts the head upright.
   */
  readOutline(
    photo: ImageBitmap,
    around: Box,
    signal: AbortSignal,
    turn?: QuarterTurns,
  ): Promise<Result<OutlineMask, DetectionProblem>>;
  dispose(): void;
}
