import type { Box, SizePx } from '~/model/base/units';
import type { FaceReading } from '~/model/view/head-reading';
import { faceToUpright, QUARTER_TURNS } from '~/model/view/quarter-turn';
import type { QuarterTurns } from '~/model/view/quarter-turn';
import { area, intersection, longSide, overlap, squareAround, wholeOf } from './box';
import { landmarksApart, meanReading } from './mirrored-face';
import { tiles } from './tiles';

/**
 * Faces that the landmarker sees in a part of the photo, shown to it with a long side of `lookPx`, turned by so many quarters
 * clockwise, as it is or its mirror image. In photo px, each landmark where it is on the real face.
 */
export type LookForFaces = (
  part: Box,
  lookPx: number,
  isMirrored: boolean,
  turn: QuarterTurns,
) => Promise<readonly FaceReading[]>;

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
 * A face and its mirror image are read alike: their landmarks lie so near to each other in the mean, as a share of the face's
 * longer side. Faces of photographs come to .027 at most, faces read askew (upside down, on a chin, half a face) to .056 or
 * more, or are not seen in the mirror at all.
 */
const AGREES = 0.045;

/** A face read twice, and how far the two readings are apart. */
interface Agreed {
  readonly face: FaceReading;
  readonly apart: number;
}

/**
 * All faces of a photo, largest first. One look finds that of a portrait; otherwise the photo is searched tile by tile,
 * because the detector (128×128 px) misses faces below a tenth of what it is shown. What the tiles show is looked at
 * again from two distances, which gives good landmarks and refuses what is a face only by accident (a dog is).
 *
 * The last look is at the mirror image, and the landmarks are the mean of both: what the landmarker reads otherwise to
 * the left than to the right cancels out (rendered head turned by 45°: yaw to 0.3° instead of 1.2°). A reading that its
 * mirror image does not bear out is none: the landmarker knows upright faces, and lays one over a face that is upside down.
 * So a portrait that is not upright is looked at with the photo turned, and the reading that agrees with itself best is kept.
 */
export async function findFaces(photo: SizePx, look: LookForFaces): Promise<readonly FaceReading[]> {
  const longPx = Math.max(photo.widthPx, photo.heightPx);
  const wholePx = Math.min(longPx, WHOLE_PX);
  const isPortrait = ({ box }: FaceReading): boolean => longSide(box) >= PORTRAIT * longPx;
  const first = await look(wholeOf(photo), wholePx, false, 0);
  const large = first.filter(isPortrait);
  const agreedOf = async (faces: readonly FaceReading[], turn: QuarterTurns): Promise<Agreed[]> => {
    const read: Agreed[] = [];
    for (const face of faces)
      read.push(...[await inMirrorToo(face, photo, look, turn)].filter((each) => each !== null));
    return read;
  };
  const agreed = await agreedOf(large, 0);
  const isSettled = agreed.length === large.length && agreed.every(({ face }) => faceToUpright(face) === 0);
  if (isSettled && first.length === 1 && agreed.length === 1) return [agreed[0].face];

  if (first.length === 0 || !isSettled) {
    for (const turn of QUARTER_TURNS.slice(1)) {
      agreed.push(...(await agreedOf((await look(wholeOf(photo), wholePx, false, turn)).filter(isPortrait), turn)));
    }
    const best = agreed.toSorted((a, b) => a.apart - b.apart).map(({ face }) => face);
    if (best.length > 0) return largestFirst(distinct(best));
  }

  const seen = [...first];
  for (const share of TILE_SHARES) {
    for (const tile of tiles(photo, share * longPx)) seen.push(...(await look(tile, TILE_PX, false, 0)));
  }
  const faces: FaceReading[] = [];
  for (const face of distinct(largestFirst(seen))) {
    const close = await lookAgain(face, CLOSE, photo, look, false, 0);
    const read = close && (await inMirrorToo(close, photo, look, 0));
    if (read !== null) faces.push(read.face);
  }
  return distinct(largestFirst(faces));
}

/** The face read in a closer look at its mirror image, too, and averaged; null where that does not bear it out. */
async function inMirrorToo(
  face: FaceReading,
  photo: SizePx,
  look: LookForFaces,
  turn: QuarterTurns,
): Promise<Agreed | null> {
  const mirrored = await lookAgain(face, CLOSER, photo, look, true, turn);
  if (mirrored === null) return null;
  const apart = landmarksApart(face, mirrored) / longSide(face.box);
  return apart <= AGREES ? { face: meanReading(face, mirrored), apart } : null;
}

/** The face as it is seen in a square so many faces wide; null where it is not seen there. */
async function lookAgain(
  face: FaceReading,
  faces: number,
  photo: SizePx,
  look: LookForFaces,
  isMirrored: boolean,
  turn: QuarterTurns,
): Promise<FaceReading | null> {
  const part = intersection(squareAround(face.box, faces), wholeOf(photo));
  const seen = await look(part, CLOSE_PX, isMirrored, turn);
  return seen.find((other) => overlap(other.box, face.box) > SAME_FACE) ?? null;
}

/** Without repeated readings of a face: the one that comes first is kept. */
function distinct(faces: readonly FaceReading[]): FaceReading[] {
  const kept: FaceReading[] = [];
  for (const face of faces) {
    if (!kept.some((other) => overlap(other.box, face.box) > SAME_FACE)) kept.push(face);
  }
  return kept;
}

const largestFirst = (faces: readonly FaceReading[]): readonly FaceReading[] =>
  faces.toSorted((a, b) => area(b.box) - area(a.box));
