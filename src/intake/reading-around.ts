import type { Box } from '~/model/base/units';
import type { Photo } from '~/io/photo';
import type { Design } from '~/model/design/design';
import { headOf } from '~/model/fit/head-of';
import { isOutlineTrusted } from '~/model/fit/outline-trust';
import { refineOutline } from '~/model/fit/refine-outline';
import type { OutlineMask } from '~/model/raster/photo-map';
import { READING_SIDE_PX } from '~/model/raster/photo-pixels';
import type { FaceReading, HeadReading } from '~/model/view/head-reading';
import { faceToUpright, turnsToUpright } from '~/model/view/quarter-turn';
import type { QuarterTurns } from '~/model/view/quarter-turn';
import { boxOf } from '~/model/view/silhouette-line';
import type { Ports } from './ports';
import { readingOf } from './read-head';

/**
 * What is read of a head in a photo: with the outline around its face, or, without one, around the head as the design has it
 * placed. Where an outline cannot be trusted, one that was `known` before may be; else the placed skull's own edge does.
 */
export async function readingAround(
  photo: Photo,
  face: FaceReading | null,
  design: Pick<Design, 'build' | 'head' | 'knownLength'>,
  ports: Pick<Ports, 'detector' | 'readPixels'>,
  signal: AbortSignal,
  known: OutlineMask | null = null,
): Promise<HeadReading> {
  if (face !== null) {
    return readingOf(photo, face, await outlineAround(photo, face.box, ports, signal, faceToUpright(face)));
  }
  const head = headOf(readingOf(photo, null, null), design);
  // Where the crown points, as seen.
  const [, right, , , up] = head.pose.rotation;
  const turn = turnsToUpright(right, up);
  const trusted = (found: OutlineMask): boolean => isOutlineTrusted(head, found);
  const found = await outlineAround(photo, boxOf(head), ports, signal, turn, trusted);
  if (found !== null || known === null || !trusted(known)) return readingOf(photo, null, found);
  return readingOf(photo, null, known);
}

/** The outline of whoever is in a photo, wherever they are; null where the detector fails. */
export async function wholeOutline(
  photo: Photo,
  { detector }: Pick<Ports, 'detector'>,
  signal: AbortSignal,
): Promise<OutlineMask | null> {
  // The segmenter is shown twice as much as this, and a quarter of it farther up: all of the photo, as large as it goes in.
  const { widthPx, heightPx } = photo.size;
  const half = Math.max(widthPx, heightPx) / 4;
  const [x, y] = [widthPx / 2, heightPx / 2 + half / 2];
  const around = { left: x - half, right: x + half, top: y - half, bottom: y + half };
  const outline = await detector.readOutline(photo.working, around, signal);
  return outline.ok ? outline.value : null;
}

/**
 * The outline of the person around a head, moved onto the photo's own edge; null where there is none, or where it is
 * not `trusted` as the segmenter gave it. `turn`: what puts the head upright.
 */
export async function outlineAround(
  photo: Photo,
  around: Box,
  { detector, readPixels }: Pick<Ports, 'detector' | 'readPixels'>,
  signal: AbortSignal,
  turn: QuarterTurns,
  trusted: (outline: OutlineMask) => boolean = () => true,
): Promise<OutlineMask | null> {
  const outline = await detector.readOutline(photo.working, around, signal, turn);
  if (!outline.ok || !trusted(outline.value)) return null;
  return refineOutline(outline.value, await readPixels(photo, READING_SIDE_PX));
}
