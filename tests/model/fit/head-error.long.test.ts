import { expect, it } from 'vitest';
import { fitViews } from '~/model/fit/fit-views';
import { placeErrorMm, placeWithinMm } from '~/model/fit/head-error';
import { SHAPE_NUMBERS } from '~/model/fit/head-shape';
import type { FittedView, ViewToFit } from '~/model/fit/view-to-fit';
import { surfacePoint } from '~/model/head/cranium';
import { upAlong } from '~/model/overlay/error-in-sight';
import { pickScalp } from '~/model/view/camera';
import { deviates, seeHead } from '../../support/made-head';
import type { SeenHead } from '../../support/made-head';

/** As a phone takes them: from which camera a head was taken is told elsewhere (camera-prior.ts). */
const MEAN = { breadthMm: 0, lengthMm: 0, heightMm: 0, distanceMm: 530, share: 0.3 };
const HEADS = 16;

/** Shares of places whose truth lies within the ball, and up along the skin within the band, that are to hold 95 %. */
function held({ fit, error }: FittedView, scalp: SeenHead['scalp']): readonly [number, number] {
  if (error === null) throw new Error('no error is known');
  const inside = scalp.flatMap(({ place, seen }) => {
    const direction = pickScalp(fit, seen);
    if (direction === null) return [];
    const p = surfacePoint(fit.cranium, direction);
    const off = [place.xMm - p.xMm, place.yMm - p.yMm, place.zMm - p.zMm];
    const up = upAlong(fit, direction).reduce((sum, way, axis) => sum + way * off[axis], 0);
    return [
      [Math.hypot(...off) < placeWithinMm(error, direction), Math.abs(up) < 1.96 * placeErrorMm(error, direction)],
    ];
  });
  const share = (of: number): number => inside.filter((one) => one[of]).length / inside.length;
  return [share(0), share(1)];
}

it('the 95 % band holds 90 to 99 of 100 places of heads drawn as heads differ, of one photo and of three together', () => {
  const draw = deviates(13);
  const heads = Array.from({ length: HEADS }, (_, head) => {
    const numbers = Float64Array.from({ length: SHAPE_NUMBERS }, draw);
    const seen = [0, 40, -40].map((yawDegrees, i) =>
      seeHead({ ...MEAN, numbers, yawDegrees, pitchDegrees: 4 * draw(), seed: 3 * head + i }),
    );
    const views = seen.map(({ reading }): ViewToFit => ({ reading, start: null, marks: [] }));
    return [...views.map((view) => fitViews([view], 'men')), fitViews(views, 'men')].flatMap((fitted, k) =>
      fitted.views.map((view, v) => held(view, seen[fitted.views.length > 1 ? v : k].scalp)),
    );
  });
  for (const of of [0, 1] as const) {
    const each = [...heads[0].keys()].map((k) => heads.reduce((sum, head) => sum + head[k][of], 0) / HEADS);
    expect(Math.min(...each)).toBeGreaterThan(0.9);
    const all = each.reduce((sum, share) => sum + share, 0) / each.length;
    expect(all).toBeGreaterThan(0.93);
    expect(all).toBeLessThan(0.99);
  }
}, 240_000);
