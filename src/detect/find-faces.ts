import type { FaceReading } from '~/model/head';
import type { SizePx } from '~/model/units';
import { area, longSide, overlap, squareAround, wholeOf, type Box } from './box';
import { tiles } from './tiles';

/** Faces that the landmarker sees in a part of the photo, shown to it with a long side of `lookPx`. In photo px. */
export type LookForFaces = (part: Box, lookPx: number) => Promise<readonly FaceReading[]>;

/** The whole photo is looked at in this size: enough for the landmarks of a face that fills a fifth of it. */
const WHOLE_PX = 960;
const TILE_PX = 384;
const CLOSE_PX = 512;
/** The landmark model sees a square of this many pixels, about 1.5 faces wide: a face this large cannot be read better. */
const READ_FACE_PX = 128;
/** A photo whose only face has this share of its longer side is a portrait. */
const PORTRAIT = 0.2;
/** Sides of the tiles, as shares of the photo's longer side. */
const TILE_SHARES = [1 / 2, 1 / 4];
/** A face fills this part of the square that it is read in. */
const CLOSE_UP = 2;
/** Two readings with more overlap than this are of the same face. */
const SAME_FACE = 0.3;

/**
 * All faces of a photo, largest first. One look is enough for a portrait; otherwise the photo is searched tile by tile,
 * because the detector (128×128 px) misses faces below a tenth of what it is shown. What the tiles show is looked at
 * again from near by, which gives good landmarks and refuses what is a face only by accident.
 */
export async function findFaces(photo: SizePx, look: LookForFaces): Promise<readonly FaceReading[]> {
  const longPx = Math.max(photo.widthPx, photo.heightPx);
  const first = await look(wholeOf(photo), Math.min(longPx, WHOLE_PX));
  const portrait = first.length === 1 && longSide(first[0].box) >= PORTRAIT * longPx;
  const seen = [...first];
  if (!portrait) {
    for (const share of TILE_SHARES) {
      for (const tile of tiles(photo, share * longPx)) seen.push(...(await look(tile, TILE_PX)));
    }
  }
  const faces: FaceReading[] = [];
  for (const face of distinct(seen)) {
    const read = await readClosely(face, portrait ? Math.min(1, WHOLE_PX / longPx) : 0, look);
    if (read !== null) faces.push(read);
  }
  return distinct(faces);
}

/** The face as seen near by; itself where it was seen large enough; null where there is no face from near by. */
async function readClosely(face: FaceReading, seenScale: number, look: LookForFaces): Promise<FaceReading | null> {
  if (longSide(face.box) * seenScale >= READ_FACE_PX) return face;
  const near = await look(squareAround(face.box, CLOSE_UP), CLOSE_PX);
  const [best] = near.toSorted((a, b) => overlap(b.box, face.box) - overlap(a.box, face.box));
  return near.length > 0 && overlap(best.box, face.box) > SAME_FACE ? best : null;
}

/** Without repeated readings of a face, largest first. */
function distinct(faces: readonly FaceReading[]): FaceReading[] {
  const kept: FaceReading[] = [];
  for (const face of faces.toSorted((a, b) => area(b.box) - area(a.box))) {
    if (!kept.some((other) => overlap(other.box, face.box) > SAME_FACE)) kept.push(face);
  }
  return kept;
}
