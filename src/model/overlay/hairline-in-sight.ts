import type { Direction, PointPx } from '~/model/base/units';
import type { SignedDistanceField } from '~/model/density/signed-distance-field';
import type { Hairline } from '~/model/hairline/hairline';
import { nodeAt } from '~/model/head/chart-grid';
import { facing, pickScalp, projectPoint } from '~/model/view/camera';
import type { HeadInView } from '~/model/view/view';

type Pieces = readonly (readonly PointPx[])[];

/** The pieces of a line whose directions are `taken`, as lines in working-photo px. */
function piecesOf(line: Hairline, fit: HeadInView, taken: (direction: Direction) => boolean): Pieces {
  const pieces: PointPx[][] = [];
  let piece: PointPx[] = [];
  // One point more than there are: the line is closed.
  for (let i = 0; i <= line.count; i++) {
    const k = 3 * (i % line.count);
    const { directions, pointsMm } = line;
    const isTaken = taken({ x: directions[k], y: directions[k + 1], z: directions[k + 2] });
    if (isTaken) {
      const { xPx, yPx } = projectPoint(fit, {
        xMm: pointsMm[k],
        yMm: pointsMm[k + 1],
        zMm: pointsMm[k + 2],
      });
      piece.push({ xPx, yPx });
    }
    if (piece.length > 0 && (!isTaken || i === line.count)) {
      if (piece.length > 1) pieces.push(piece);
      piece = [];
    }
  }
  return pieces;
}

/** The pieces of the hairline that face the camera, as lines in working-photo px. */
export const hairlineInSight = (line: Hairline, fit: HeadInView): Pieces =>
  piecesOf(line, fit, (direction) => facing(fit, direction) > 0);

/**
 * Pieces of the hairline that nobody has seen the skin of, where they lie behind the head, in working-photo px: behind scalp that is
 * treated, and behind all else, where they would be taken for a line across the face.
 */
export interface UnseenLine {
  readonly behindScalp: Pieces;
  readonly behindFace: Pieces;
}

/**
 * The pieces that face the camera neither here nor in any other photo of the head. `views`: the head in each; `insideMm`: how far inside
 * the line each node of the chart grid lies (signed-distance-field.ts).
 */
export function hairlineUnseen(
  line: Hairline,
  fit: HeadInView,
  views: readonly HeadInView[],
  insideMm: SignedDistanceField['insideMm'],
): UnseenLine {
  const isTreated = (direction: Direction): boolean => insideMm[nodeAt(direction)] > 0;
  const unseen = piecesOf(line, fit, (direction) => [fit, ...views].every((each) => facing(each, direction) <= 0));
  const runs = unseen.flatMap((piece) => runsOf(piece, fit, isTreated));
  const behind = (scalp: boolean): Pieces =>
    runs.filter(({ isScalp }) => isScalp === scalp).map(({ points }) => points);
  return { behindScalp: behind(true), behindFace: behind(false) };
}

/** What lies before every so many points of the line is looked up, some 7 mm apart: between them it is the same. */
const LOOK_EVERY = 4;

interface Run {
  readonly isScalp: boolean;
  readonly points: PointPx[];
}

/** A piece in runs, by what is seen before it. Each begins where the one before it ends. */
function runsOf(piece: readonly PointPx[], fit: HeadInView, isTreated: (direction: Direction) => boolean): Run[] {
  const runs: Run[] = [];
  for (let from = 0; from < piece.length - 1; from += LOOK_EVERY) {
    const before = pickScalp(fit, piece[from]);
    const isScalp = before !== null && isTreated(before);
    const points = piece.slice(from, from + LOOK_EVERY + 1);
    const last = runs.at(-1);
    if (last?.isScalp === isScalp) last.points.push(...points.slice(1));
    else runs.push({ isScalp, points });
  }
  return runs;
}
