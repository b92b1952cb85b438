import type { Photo } from '~/io/photo';
import { refineOutline } from '~/model/fit/refine-outline';
import type { OutlineMask } from '~/model/raster/photo-map';
import { READING_SIDE_PX } from '~/model/raster/photo-pixels';
import type { FaceReading } from '~/model/view/head-reading';
import type { QuarterTurns } from '~/model/view/quarter-turn';
import type { Ports } from './ports';

/**
 * The outline of the person around a head, moved onto the photo's own edge; null where there is none, or where it is
 * not `trusted` as the segmenter gave it. `turn`: what puts the head upright.
 */
export async function outlineAround(
  photo: Photo,
  around: FaceReading['box'],
  { detector, readPixels }: Pick<Ports, 'detector' | 'readPixels'>,
  signal: AbortSignal,
  turn: QuarterTurns,
  trusted: (outline: OutlineMask) => boolean = () => true,
): Promise<OutlineMask | null> {
  const outline = await detector.readOutline(photo.working, around, signal, turn);
  if (!outline.ok || !trusted(outline.value)) return null;
  return refineOutline(outline.value, await readPixels(photo, READING_SIDE_PX));
}
