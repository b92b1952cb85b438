import type { FaceLandmarker } from '@mediapipe/tasks-vision';
import { LANDMARKS } from '~/model/view/head-reading';
import type { FaceReading } from '~/model/view/head-reading';
import { boxAround } from './box';
import type { Box } from './box';
import { drawPart } from './draw-part';
import { TWINS } from './mirrored-face';
import type { PhotoCopy } from './photo-copy';
import type { Task } from './renewable-task';

/** Runs the landmarker on a part of the photo, shown with a long side of `lookPx`, as it is or its mirror image. */
export async function lookForFaces(
  task: Task<FaceLandmarker>,
  photo: PhotoCopy,
  part: Box,
  lookPx: number,
  isMirrored: boolean,
): Promise<readonly FaceReading[]> {
  const width = part.right - part.left;
  const height = part.bottom - part.top;
  const image = drawPart(photo, part, (lookPx * width) / Math.max(width, height), isMirrored);
  const { faceLandmarks } = await task.ask((landmarker) => landmarker.detect(image));
  return faceLandmarks.map((points) => {
    const landmarksPx = new Float32Array(3 * LANDMARKS);
    points.slice(0, LANDMARKS).forEach(({ x, y, z }, i) => {
      // MediaPipe gives all three as shares of the picture, z as a share of its width.
      const xPx = isMirrored ? part.right - x * width : part.left + x * width;
      landmarksPx.set([xPx, part.top + y * height, z * width], 3 * (isMirrored ? TWINS[i] : i));
    });
    return { landmarksPx, box: boxAround(landmarksPx) };
  });
}
