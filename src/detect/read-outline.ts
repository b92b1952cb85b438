import type { ImageSegmenter } from '@mediapipe/tasks-vision';
import type { OutlineMask } from '~/model/raster/photo-map';
import type { QuarterTurns } from '~/model/view/quarter-turn';
import { squareAround } from './box';
import type { Box } from '~/model/base/units';
import { drawPart } from './draw-part';
import type { PhotoCopy } from './photo-copy';
import { turnedBack, turnPicture } from './quarter-turn';
import type { Task } from './renewable-task';

/** The segmenter's own resolution. */
const SIDE = 256;
/** The square that it is shown: this many face heights wide, its middle this many above the face's. */
const ROOM = 2;
const RAISED = 0.25;

/** A mask of the turned picture as one of the picture itself. */
function turnMask(mask: Uint8Array, turn: QuarterTurns): Uint8Array<ArrayBuffer> {
  const back = new Uint8Array(mask.length);
  for (let i = 0; i < mask.length; i += 1) {
    const [x, y] = turnedBack(((i % SIDE) + 0.5) / SIDE, (Math.floor(i / SIDE) + 0.5) / SIDE, turn);
    back[Math.floor(y * SIDE) * SIDE + Math.floor(x * SIDE)] = mask[i];
  }
  return back;
}

/** Where the crown points in a picture that so many quarter turns put upright: [to the right, down]. */
const CROWN = [
  [0, -1],
  [-1, 0],
  [0, 1],
  [1, 0],
] as const;

/**
 * Outline of the person around a head; bytes beyond the photo's edge are 0. `turn`: what puts the head upright, as the
 * segmenter knows people.
 */
export async function readOutline(
  task: Task<ImageSegmenter>,
  photo: PhotoCopy,
  around: Box,
  turn: QuarterTurns,
): Promise<OutlineMask> {
  const part = squareAround(around, ROOM, RAISED, CROWN[turn]);
  const pxPerSample = (part.right - part.left) / SIDE;
  const drawn = drawPart(photo, part, SIDE);
  const image = turn === 0 ? drawn : turnPicture(drawn, turn);
  const read = await task.ask((segmenter) => {
    const result = segmenter.segment(image);
    try {
      const mask = result.confidenceMasks?.at(0);
      if (mask?.width !== SIDE || mask.height !== SIDE) throw new Error('The segmenter gave no mask');
      return Uint8Array.from(mask.getAsFloat32Array(), (share) => Math.round(255 * share));
    } finally {
      result.close();
    }
  });
  const confidence = turn === 0 ? read : turnMask(read, turn);
  const inside = (from: number, index: number, length: number): boolean => {
    const at = from + (index + 0.5) * pxPerSample;
    return at >= 0 && at < length;
  };
  for (let i = 0; i < confidence.length; i += 1) {
    const row = Math.floor(i / SIDE);
    const column = i % SIDE;
    if (!inside(part.left, column, photo.size.widthPx) || !inside(part.top, row, photo.size.heightPx))
      confidence[i] = 0;
  }
  return { columns: SIDE, rows: SIDE, leftPx: part.left, topPx: part.top, pxPerSample, confidence };
}
