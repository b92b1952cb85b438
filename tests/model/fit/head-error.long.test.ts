import { expect, it } from 'vitest';
import { fitViews } from '~/model/fit/fit-views';
import { SHAPE_NUMBERS } from '~/model/fit/head-shape';
import type { ViewToFit } from '~/model/fit/view-to-fit';
import { heldPlaces } from '../../../tools/lab/held-places';
import { deviates, seeHead } from '../../support/made-head';

/** As a phone takes them: from which camera a head was taken is told elsewhere (camera-prior.ts). */
const MEAN = { breadthMm: 0, lengthMm: 0, heightMm: 0, distanceMm: 530, share: 0.3 };
const HEADS = 16;

it('the 95 % band holds 90 to 99 of 100 places of heads drawn as heads differ, of one photo and of three together', () => {
  const draw = deviates(13);
  const heads = Array.from({ length: HEADS }, (_, head) => {
    const numbers = Float64Array.from({ length: SHAPE_NUMBERS }, draw);
    const seen = [0, 40, -40].map((yawDegrees, i) =>
      seeHead({ ...MEAN, numbers, yawDegrees, pitchDegrees: 4 * draw(), seed: 3 * head + i }),
    );
    const views = seen.map(({ reading }): ViewToFit => ({ reading, start: null, marks: [] }));
    return [...views.map((view) => fitViews([view], 'men')), fitViews(views, 'men')].flatMap((fitted, k) =>
      fitted.views.map(({ fit, error }, v) => {
        if (error === null) throw new Error('no error is known');
        return heldPlaces(fit, error, seen[fitted.views.length > 1 ? v : k].scalp);
      }),
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
