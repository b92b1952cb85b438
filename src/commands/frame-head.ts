import type { HeadFit, HeadReading } from '~/model/head';
import { silhouetteLine } from '~/model/silhouette-line';
import { clamp } from '~/model/units';
import type { AppState } from '~/store/app-state';

/** Room around head and face, as a multiple of their size. */
const ROOM = 1.45;
/** Nearer than this one would no longer see whose head it is. */
const MOST = 3;
/** Less than this is not worth cutting the photo for. */
const LEAST = 1.15;

/** The zoom a photo is first seen at: head and face with some room around them; null for all of the photo. */
export function frameHead(fit: HeadFit, { photo, face }: Pick<HeadReading, 'photo' | 'face'>): AppState['zoom'] {
  const xs = silhouetteLine(fit).map(({ xPx }) => xPx);
  const ys = silhouetteLine(fit).map(({ yPx }) => yPx);
  if (face !== null) {
    xs.push(face.box.left, face.box.right);
    ys.push(face.box.top, face.box.bottom);
  }
  const left = clamp(Math.min(...xs), 0, photo.widthPx);
  const right = clamp(Math.max(...xs), 0, photo.widthPx);
  const top = clamp(Math.min(...ys), 0, photo.heightPx);
  const bottom = clamp(Math.max(...ys), 0, photo.heightPx);
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
