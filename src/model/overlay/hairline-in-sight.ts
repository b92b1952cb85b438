import { facing, projectPoint } from '~/model/view/camera';
import type { Hairline } from '~/model/hairline/hairline';
import type { HeadInView } from '~/model/view/view';
import type { PointPx } from '~/model/base/units';

/** The pieces of the hairline that face the camera, as lines in working-photo px. */
export function hairlineInSight(line: Hairline, fit: HeadInView): readonly (readonly PointPx[])[] {
  const pieces: PointPx[][] = [];
  let piece: PointPx[] = [];
  // One point more than there are: the line is closed.
  for (let i = 0; i <= line.count; i++) {
    const k = 3 * (i % line.count);
    const { directions, pointsMm } = line;
    const seen = facing(fit, { x: directions[k], y: directions[k + 1], z: directions[k + 2] }) > 0;
    if (seen) {
      const { xPx, yPx } = projectPoint(fit, {
        xMm: pointsMm[k],
        yMm: pointsMm[k + 1],
        zMm: pointsMm[k + 2],
      });
      piece.push({ xPx, yPx });
    }
    if (piece.length > 0 && (!seen || i === line.count)) {
      if (piece.length > 1) pieces.push(piece);
      piece = [];
    }
  }
  return pieces;
}
