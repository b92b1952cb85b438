import type { HeadInView } from '~/model/view/view';
import { clamp } from '~/model/maths/numbers';
import type { HeadReading } from '~/model/view/head-reading';
import { boxOf } from '~/model/view/silhouette-line';
import type { AppState } from '~/store/app-state';

/** Room around head and face, as a multiple of their size. */
const ROOM = 1.45;
/** Nearer than this one would no longer see whose head it is. */
const MOST = 3;
/** Less than this is not worth cutting the photo for. */
const LEAST = 1.15;

/** The zoom a photo is first seen at: head and face with some room around them; null for all of the photo. */
export function frameHead(fit: HeadInView, { photo, face }: Pick<HeadReading, 'photo' | 'face'>): AppState['zoom'] {
  const skull = boxOf(fit);
  const box = face?.box ?? skull;
  const left = clamp(Math.min(skull.left, box.left), 0, photo.widthPx);
  const right = clamp(Math.max(skull.right, box.right), 0, photo.widthPx);
  const top = clamp(Math.min(skull.top, box.top), 0, photo.heightPx);
  const bottom = clamp(Math.max(skull.bottom, box.bottom), 0, photo.heightPx);
  const factor = Math.min(photo.widthPx / (ROOM * (right - left)), photo.heightPx / (ROOM * (bottom - top)), MOST);
  if (!(factor >= LEAST)) return null;
  // Never beyond the photo's own edge: there is nothing to see.
  const inside = (middle: number, extent: number): number => {
    const half = extent / (2 * factor);
    return clamp(middle, half, extent - half);
  };
  return {
    factor,
    centreXPx: inside((left + right) / 2, photo.widthPx),
    centreYPx: inside((top + bottom) / 2, photo.heightPx),
  };
}
