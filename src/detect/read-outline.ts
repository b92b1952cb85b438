import type { ImageSegmenter } from '@mediapipe/tasks-vision';
import type { OutlineMask } from '~/model/raster/photo-map';
import { squareAround } from './box';
import type { Box } from './box';
import { drawPart } from './draw-part';
import type { PhotoCopy } from './photo-copy';
import type { Task } from './renewable-task';

/** The segmenter's own resolution. */
const SIDE = 256;
/** The square that it is shown: this many face heights wide, its middle this many above the face's. */
const ROOM = 2;
const RAISED = 0.25;

/** Outline of the person around a head; bytes beyond the photo's edge are 0. */
export async function readOutline(task: Task<ImageSegmenter>, photo: PhotoCopy, around: Box): Promise<OutlineMask> {
  const part = squareAround(around, ROOM, RAISED);
  const pxPerSample = (part.right - part.left) / SIDE;
  const image = drawPart(photo, part, SIDE);
  const confidence = await task.ask((segmenter) => {
    const result = segmenter.segment(image);
    try {
      const mask = result.confidenceMasks?.at(0);
      if (mask?.width !== SIDE || mask.height !== SIDE) throw new Error('The segmenter gave no mask');
      return Uint8Array.from(mask.getAsFloat32Array(), (share) => Math.round(255 * share));
    } finally {
      result.close();
    }
  });
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
