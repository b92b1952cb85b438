import type { FaceLandmarker } from '@mediapipe/tasks-vision';
import { LANDMARKS } from '~/model/view/head-reading';
import type { FaceReading } from '~/model/view/head-reading';
import type { QuarterTurns } from '~/model/view/quarter-turn';
import { boxAround } from './box';
import type { Box } from '~/model/base/units';
import { drawPart } from './draw-part';
import { OPPOSITE_LANDMARKS } from './mirrored-face';
import type { PhotoCopy } from './photo-copy';
import { turnedBack, turnPicture } from './quarter-turn';
import type { Task } from './renewable-task';

/** Runs the landmarker on a part of the photo, shown with a long side of `lookPx`, turned and then mirrored as asked. */
export async function lookForFaces(
  task: Task<FaceLandmarker>,
  photo: PhotoCopy,
  part: Box,
  lookPx: number,
  isMirrored: boolean,
  turn: QuarterTurns,
): Promise<readonly FaceReading[]> {
  const width = part.right - part.left;
  const height = part.bottom - part.top;
  const widthPx = (lookPx * width) / Math.max(width, height);
  const image =
    turn === 0
      ? drawPart(photo, part, widthPx, isMirrored)
      : turnPicture(drawPart(photo, part, widthPx), turn, isMirrored);
  const { faceLandmarks } = await task.ask((landmarker) => landmarker.detect(image));
  return faceLandmarks.map((points) => {
    const landmarksPx = new Float32Array(3 * LANDMARKS);
    points.slice(0, LANDMARKS).forEach(({ x, y, z }, i) => {
      // MediaPipe gives all three as shares of the picture, z as a share of its width.
      const [across, down] = turnedBack(isMirrored ? 1 - x : x, y, turn);
      const place = [part.left + across * width, part.top + down * height, z * (turn % 2 === 0 ? width : height)];
      landmarksPx.set(place, 3 * (isMirrored ? OPPOSITE_LANDMARKS[i] : i));
    });
    return { landmarksPx, box: boxAround(landmarksPx) };
  });
}
