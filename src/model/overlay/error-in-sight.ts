import type { Direction, PointMm, PointPx } from '~/model/base/units';
import { placeErrorMm } from '~/model/fit/head-error';
import type { HeadError } from '~/model/fit/view-to-fit';
import type { Hairline } from '~/model/hairline/hairline';
import { SURFACE_SLOTS, surfaceAt } from '~/model/head/cranium';
import { facing, projectPoint } from '~/model/view/camera';
import type { HeadInView } from '~/model/view/view';

/** Within so many standard deviations lie 95 of 100. */
export const DEVIATIONS = 1.96;
/** Every so many-th point of the line: the band bends no more than the skull does. */
const EVERY = 4;

const surface = new Float64Array(SURFACE_SLOTS);

/** Up along the skin, a unit vector of the head frame. */
export function upAlong({ cranium }: HeadInView, { x, y, z }: Direction): readonly [number, number, number] {
  surfaceAt(cranium, x, y, z, surface);
  const [nx, ny, nz] = surface.subarray(4, 7);
  const flat = Math.hypot(nx, nz) || 1;
  return [(-ny * nx) / flat, flat, (-ny * nz) / flat];
}

/**
 * The band about a line within which its place on the true head lies with 95 %, as far as the fit can tell: up and down along the
 * skin, the head's size aside. Closed pieces that face the camera, working-photo px.
 */
export function errorInSight(line: Hairline, fit: HeadInView, error: HeadError): readonly (readonly PointPx[])[] {
  const pieces: { readonly over: PointPx[]; readonly under: PointPx[] }[] = [{ over: [], under: [] }];
  const { directions, pointsMm, count } = line;
  for (let i = 0; i <= count; i += EVERY) {
    const k = 3 * (i % count);
    const direction = { x: directions[k], y: directions[k + 1], z: directions[k + 2] };
    const piece = pieces[pieces.length - 1];
    if (facing(fit, direction) <= 0) {
      if (piece.over.length > 0) pieces.push({ over: [], under: [] });
      continue;
    }
    const mm = DEVIATIONS * placeErrorMm(error, direction);
    const [x, y, z] = upAlong(fit, direction);
    const at = (share: number): PointMm => ({
      xMm: pointsMm[k] + share * mm * x,
      yMm: pointsMm[k + 1] + share * mm * y,
      zMm: pointsMm[k + 2] + share * mm * z,
    });
    piece.over.push(projectPoint(fit, at(1)));
    piece.under.push(projectPoint(fit, at(-1)));
  }
  return pieces.filter(({ over }) => over.length > 1).map(({ over, under }) => [...over, ...under.reverse()]);
}
