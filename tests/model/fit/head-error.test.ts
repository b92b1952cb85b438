import { describe, expect, it } from 'vitest';
import { fitHead } from '~/model/fit/fit-head';
import { fitViews } from '~/model/fit/fit-views';
import { headError, placeErrorMm, placeWithinMm } from '~/model/fit/head-error';
import type { HeadError } from '~/model/fit/view-to-fit';
import { placeByHand } from '~/model/fit/place-by-hand';
import type { HeadInView } from '~/model/view/view';
import { heldPlaces } from '../../../tools/lab/held-places';
import { seeHead } from '../../support/made-head';
import type { SeenHead } from '../../support/made-head';
import { RENDERED_HEADS, renderedHead } from '../../support/rendered-head';

const MIDDLING = { breadthMm: 4, lengthMm: 6, heightMm: -4, pitchDegrees: 5, distanceMm: 900, share: 0.4 };
const FOREHEAD = { x: 0, y: 0.6, z: 0.8 };

/** Share of places whose truth lies within the ball that is to hold 95 % about where they are taken to be. */
const held = (fit: HeadInView, error: HeadError, scalp: SeenHead['scalp']): number => heldPlaces(fit, error, scalp)[0];

const known = (error: HeadError | null): HeadError => {
  if (error === null) throw new Error('no error is known');
  return error;
};

describe('what a fit leaves open', () => {
  it.each(RENDERED_HEADS)('holds the truth of %s', (name) => {
    const { reading, scalp } = renderedHead(name);
    const fit = fitHead(reading, 'men');
    expect(held(fit, known(headError(reading, fit, 'men')), scalp)).toBeGreaterThan(0.9);
  });

  it('holds the truth of made-up heads that differ as heads do, in most places', () => {
    const shares = [-1, 0, 1].flatMap((k) =>
      [0, 30].map((yawDegrees, i) => {
        const made = {
          ...MIDDLING,
          lengthMm: 7 * k,
          heightMm: -6 * k,
          breadthMm: 5 * k,
          yawDegrees,
          seed: 5 * k + i + 9,
        };
        const { reading, scalp } = seeHead(made);
        const fit = fitHead(reading, 'men');
        return held(fit, known(headError(reading, fit, 'men')), scalp);
      }),
    );
    expect(shares.reduce((sum, share) => sum + share, 0) / shares.length).toBeGreaterThan(0.85);
  });

  it('is less with an outline than without, less with three photos than with one, and no more up than in all', () => {
    const seen = [0, 35, -35].map((yawDegrees, i) => seeHead({ ...MIDDLING, yawDegrees, seed: 3 + i }));
    const { reading } = seen[0];
    const fit = fitHead(reading, 'men');
    const at = (error: HeadError | null): number => placeWithinMm(known(error), FOREHEAD);
    const alone = at(headError(reading, fit, 'men'));
    expect(at(headError({ ...reading, outline: null }, fit, 'men'))).toBeGreaterThan(alone);
    expect(1.96 * placeErrorMm(known(headError(reading, fit, 'men')), FOREHEAD)).toBeLessThanOrEqual(alone);
    const views = seen.map((one) => ({ reading: one.reading, start: null, marks: [] }));
    expect(at(fitViews(views, 'men').views[0]?.error ?? null)).toBeLessThan(alone);
  });

  it('is more of a head that was laid on by hand, and some mm of one of which nothing was read', () => {
    const { reading } = seeHead({ ...MIDDLING, yawDegrees: 0, seed: 3 });
    const fit = fitHead(reading, 'men');
    const byHand = placeErrorMm(known(headError(reading, { ...fit, source: 'hand' }, 'men')), FOREHEAD);
    expect(byHand).toBeGreaterThan(placeErrorMm(known(headError(reading, fit, 'men')), FOREHEAD));
    const photo = { widthPx: 600, heightPx: 800 };
    const nothing = { photo, face: null, outline: null, focalPx: null };
    const open = placeErrorMm(known(headError(nothing, placeByHand(photo, 'women'), 'women')), FOREHEAD);
    expect(open).toBeGreaterThan(3);
    expect(open).toBeLessThan(25);
  });
});
