import type { PointPx } from '~/model/base/units';
import type { LengthKind } from '~/model/design/known-length';
import { directionTo, SURFACE_SLOTS, surfaceAt } from '~/model/head/cranium';
import type { HeadInView } from './view';
import { pickScalp, projectPoint } from './camera';

const surface = new Float64Array(SURFACE_SLOTS);

/**
 * An end of a span, moved by mm right and up as seen: over the skin for a tape, straight across the picture for a
 * straight thing. On skin seen from the side a mm is short in the picture, and still a mm.
 */
export function moveSpanEnd(fit: HeadInView, kind: LengthKind, at: PointPx, rightMm: number, upMm: number): PointPx {
  const { cranium, pose } = fit;
  const direction = pickScalp(fit, at);
  const flat = (): PointPx => {
    const { depthMm } = projectPoint(fit, fit.face.glabella);
    const pxPerMm = pose.focalPx / depthMm;
    return { xPx: at.xPx + rightMm * pxPerMm, yPx: at.yPx - upMm * pxPerMm };
  };
  if (kind === 'straight' || direction === null) return flat();
  surfaceAt(cranium, direction.x, direction.y, direction.z, surface);
  const [px, py, pz, nx, ny, nz] = [surface[1], surface[2], surface[3], surface[4], surface[5], surface[6]];
  const { rotation: r } = pose;
  /** The camera's right or up, laid into the skin. */
  const along = (row: 0 | 1): readonly [number, number, number] => {
    const [x = 0, y = 0, z = 0] = r.slice(3 * row, 3 * row + 3);
    const out = x * nx + y * ny + z * nz;
    const [tx, ty, tz] = [x - out * nx, y - out * ny, z - out * nz];
    const length = Math.max(Math.hypot(tx, ty, tz), 1e-3);
    return [tx / length, ty / length, tz / length];
  };
  const [right, up] = [along(0), along(1)];
  const to = directionTo(cranium, {
    xMm: px + rightMm * right[0] + upMm * up[0],
    yMm: py + rightMm * right[1] + upMm * up[1],
    zMm: pz + rightMm * right[2] + upMm * up[2],
  });
  surfaceAt(cranium, to.x, to.y, to.z, surface);
  const { xPx, yPx } = projectPoint(fit, { xMm: surface[1], yMm: surface[2], zMm: surface[3] });
  return { xPx, yPx };
}
