import { memoEach } from '~/model/base/memo';
import type { Direction, PointPx } from '~/model/base/units';
import type { Note, PencilLine } from '~/model/design/drawing';
import { surfacePoint } from '~/model/head/cranium';
import type { HeadInView } from '~/model/view/view';
import { facing, projectPoint, pxPerMmAtMiddle } from '~/model/view/camera';

/** Width of a wax pencil's line on the skin. Our choice. */
const PENCIL_MM = 1.5;

/** A note where it is seen, with its place in the design's list. */
export interface SeenNote {
  readonly index: number;
  readonly text: string;
  readonly at: PointPx;
}

/** The sketch as it lies in the picture, working-photo px: only what faces the camera. */
export interface SeenPencil {
  readonly lines: readonly (readonly PointPx[])[];
  readonly notes: readonly SeenNote[];
  /** Width of a line where the head is. */
  readonly widthPx: number;
}

function seenAt(fit: HeadInView, direction: Direction): PointPx | null {
  if (facing(fit, direction) <= 0) return null;
  const { xPx, yPx } = projectPoint(fit, surfacePoint(fit.cranium, direction));
  return { xPx, yPx };
}

/** The pieces of a line that face the camera. */
function piecesOf(fit: HeadInView, line: PencilLine): readonly (readonly PointPx[])[] {
  const pieces: PointPx[][] = [[]];
  for (const direction of line) {
    const at = seenAt(fit, direction);
    if (at !== null) pieces.at(-1)?.push(at);
    else pieces.push([]);
  }
  return pieces.filter((piece) => piece.length > 0);
}

/** Lines never change, so each is laid into the picture once for a head. */
export const piecesFor = memoEach((fit: HeadInView) => memoEach((line: PencilLine) => piecesOf(fit, line)));

/** What of a sketch is seen. */
export function pencilInSight(pencil: readonly PencilLine[], notes: readonly Note[], fit: HeadInView): SeenPencil {
  return {
    lines: pencil.flatMap(piecesFor(fit)),
    notes: notes.flatMap(({ at, text }, index) => {
      const seen = seenAt(fit, at);
      return seen === null ? [] : [{ index, text, at: seen }];
    }),
    widthPx: PENCIL_MM * pxPerMmAtMiddle(fit),
  };
}
