import type { Direction, PointPx } from '~/model/base/units';
import type { Stroke, StrokeKind } from '~/model/design/drawing';
import { SURFACE_SLOTS, surfaceAt } from '~/model/head/cranium';
import { convexHull } from '~/model/maths/convex-hull';
import type { PlanePoint } from '~/model/maths/plane-curve';
import { facing, projectPoint } from '~/model/view/camera';
import type { HeadInView } from '~/model/view/view';
import { piecesFor } from './pencil-in-sight';

/** A stroke of the brush in the picture, working-photo px. */
export interface SeenStroke {
  readonly kind: StrokeKind;
  /** The middle of it, as far as it faces the camera. */
  readonly lines: readonly (readonly PointPx[])[];
  /** What it covers, in pieces that lie over one another: as wide in mm on the skin everywhere, so narrower where the skin turns away. */
  readonly covers: () => readonly (readonly PointPx[])[];
}

/** So many places go around the brush. */
const AROUND = 16;

const surface = new Float64Array(SURFACE_SLOTS);

/** The brush on the skin in a direction: a disc that lies flat on it, as it is seen. Beside the head it goes on: what is drawn ends there. */
function brushAt(fit: HeadInView, { x, y, z }: Direction, radiusMm: number): readonly PlanePoint[] {
  surfaceAt(fit.cranium, x, y, z, surface);
  const [, px, py, pz, nx, ny, nz] = surface;
  // Two ways along the skin, across each other: the first is across the axis that the normal has least of.
  const long = Math.abs(nx) < 0.6 ? Math.hypot(ny, nz) : Math.hypot(nx, ny);
  const [ax, ay, az] = Math.abs(nx) < 0.6 ? [0, nz / long, -ny / long] : [-ny / long, nx / long, 0];
  const [bx, by, bz] = [ny * az - nz * ay, nz * ax - nx * az, nx * ay - ny * ax];
  return Array.from({ length: AROUND }, (_, i) => {
    const angle = (2 * Math.PI * i) / AROUND;
    const [a, b] = [radiusMm * Math.cos(angle), radiusMm * Math.sin(angle)];
    const { xPx, yPx } = projectPoint(fit, {
      xMm: px + a * ax + b * bx,
      yMm: py + a * ay + b * by,
      zMm: pz + a * az + b * bz,
    });
    return [xPx, yPx];
  });
}

/** From each place of the path that is seen to the next one. */
function coveredBy({ path, widthMm }: Stroke, fit: HeadInView): readonly (readonly PointPx[])[] {
  const pieces: (readonly PlanePoint[])[] = [];
  let before: readonly PlanePoint[] = [];
  for (const direction of path) {
    const brush = facing(fit, direction) > 0 ? brushAt(fit, direction, widthMm / 2) : [];
    if (brush.length > 0) pieces.push(convexHull([...before, ...brush]));
    before = brush;
  }
  return pieces.map((piece) => piece.map(([xPx, yPx]) => ({ xPx, yPx })));
}

/** What of strokes is seen, in the order in which they were painted. */
export const strokesInSight = (strokes: readonly Stroke[], fit: HeadInView): readonly SeenStroke[] =>
  strokes.map((stroke) => ({
    kind: stroke.kind,
    lines: piecesFor(fit)(stroke.path),
    covers: () => coveredBy(stroke, fit),
  }));
