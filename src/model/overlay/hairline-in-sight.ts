import type { Direction, PointPx } from '~/model/base/units';
import { facing, projectPoint } from '~/model/view/camera';
import type { Hairline } from '~/model/hairline/hairline';
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
 * The pieces of the hairline that face the camera neither here nor in any other photo of the head (`views`: the head in each):
 * nobody has seen the skin that they lie on. Where they lie behind the head, in working-photo px of `fit`.
 */
export const hairlineUnseen = (line: Hairline, fit: HeadInView, views: readonly HeadInView[]): Pieces =>
  piecesOf(line, fit, (direction) => [fit, ...views].every((each) => facing(each, direction) <= 0));
