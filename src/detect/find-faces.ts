import type { SizePx } from '~/model/base/units';
import type { FaceReading } from '~/model/view/head-reading';
import { area, intersection, longSide, overlap, squareAround, wholeOf } from './box';
import type { Box } from './box';
import { meanReading } from './mirrored-face';
import { tiles } from './tiles';

/**
 * Faces that the landmarker sees in a part of the photo, shown to it with a long side of `lookPx`, as it is or its mirror
 * image. In photo px, each landmark where it is on the real face.
 */
export type LookForFaces = (part: Box, lookPx: number, isMirrored: boolean) => Promise<readonly FaceReading[]>;

/** The landmark model sees 192 px, 1.5 faces wide: the face of a portrait has as many in a photo of this size. */
const WHOLE_PX = 640;
/** A photo whose only face has this share of its longer side is a portrait; a nearer look would show no more. */
const PORTRAIT = 0.2;
const TILE_PX = 256;
const CLOSE_PX = 384;
/** How many faces wide the closer looks are. */
const CLOSE = 3;
const CLOSER = 2;
/** Sides of the tiles, as shares of the photo's longer side. */
const TILE_SHARES = [1 / 2, 1 / 4];
/** Two readings with more overlap than this are of the same face. */
const SAME_FACE = 0.3;

/**
 * All faces of a photo, largest first. One look finds that of a portrait; otherwise the photo is searched tile by tile,
 * because the detector (128×128 px) misses faces below a tenth of what it is shown. What the tiles show is looked at
 * again from two distances, which gives good landmarks and refuses what is a face only by accident (a dog is).
 *
 * The last look is at the mirror image, and the landmarks are the mean of both: what the landmarker reads otherwise to
 * the left than to the right cancels out (rendered head turned by 45°: yaw to 0.3° instead of 1.2°).
 */
export async function findFaces(photo: SizePx, look: LookForFaces): Promise<readonly FaceReading[]> {
  const longPx = Math.max(photo.widthPx, photo.heightPx);
  const first = await look(wholeOf(photo), Math.min(longPx, WHOLE_PX), false);
  const portrait = first.length === 1 && longSide(first[0].box) >= PORTRAIT * longPx;
  if (portrait) return [(await inMirrorToo(first[0], photo, look)) ?? first[0]];
  const seen = [...first];
  for (const share of TILE_SHARES) {
    for (const tile of tiles(photo, share * longPx)) seen.push(...(await look(tile, TILE_PX, false)));
  }
  const faces: FaceReading[] = [];
  for (const face of distinct(seen)) {
    const close = await lookAgain(face, CLOSE, photo, look, false);
    const read = close && (await inMirrorToo(close, photo, look));
    if (read !== null) faces.push(read);
  }
  return distinct(faces);
}

/** The face as it is read in a closer look at its mirror image, averaged with this reading; null where it is not seen there. */
async function inMirrorToo(face: FaceReading, photo: SizePx, look: LookForFaces): Promise<FaceReading | null> {
  const mirrored = await lookAgain(face, CLOSER, photo, look, true);
  return mirrored && meanReading(face, mirrored);
}

/** The face as it is seen in a square so many faces wide; null where it is not seen there. */
async function lookAgain(
  face: FaceReading,
  faces: number,
  photo: SizePx,
  look: LookForFaces,
  isMirrored: boolean,
): Promise<FaceReading | null> {
  const part = intersection(squareAround(face.box, faces), wholeOf(photo));
  const seen = await look(part, CLOSE_PX, isMirrored);
  return seen.find((other) => overlap(other.box, face.box) > SAME_FACE) ?? null;
}

/** Without repeated readings of a face, largest first. */
function distinct(faces: readonly FaceReading[]): FaceReading[] {
  const kept: FaceReading[] = [];
  for (const face of faces.toSorted((a, b) => area(b.box) - area(a.box))) {
    if (!kept.some((other) => overlap(other.box, face.box) > SAME_FACE)) kept.push(face);
  }
  return kept;
}
