import { expect, it } from 'vitest';
import { initialDesign } from '~/model/design/design';
import { headError } from '~/model/fit/head-error';
import { headOf } from '~/model/fit/head-of';
import { fitViews } from '~/model/fit/fit-views';
import { hairlineOf } from '~/model/hairline/hairline';
import { errorInSight } from '~/model/overlay/error-in-sight';
import { hairlineInSight } from '~/model/overlay/hairline-in-sight';
import { seeHead } from '../../support/made-head';

const MADE = { breadthMm: 3, lengthMm: 6, heightMm: -4, pitchDegrees: 5, distanceMm: 1100, share: 0.4, seed: 5 };
const design = initialDesign(1);
const [front, side] = [0, 35].map((yawDegrees) => seeHead({ ...MADE, yawDegrees }).reading);
const fit = headOf(front, design);
const line = hairlineOf(design, fit);

/** Area of a closed piece, px². */
const areaOf = (pieces: ReturnType<typeof errorInSight>): number =>
  pieces.reduce(
    (sum, piece) =>
      sum +
      Math.abs(
        piece.reduce((area, { xPx, yPx }, i) => {
          const next = piece[(i + 1) % piece.length];
          return area + (xPx * next.yPx - next.xPx * yPx) / 2;
        }, 0),
      ),
    0,
  );

it('the band lies about the line, and two photos make it narrower than one', () => {
  const alone = headError(front, fit, 'men');
  const views = [front, side].map((reading) => ({ reading, start: null, marks: [] }));
  const both = fitViews(views, 'men').views[0].error;
  if (alone === null || both === null) throw new Error('The error of a made head is known.');
  const band = errorInSight(line, fit, alone);
  const middle = (hairlineInSight(line, fit)[0] ?? []).reduce((best, at) => (at.yPx < best.yPx ? at : best));
  const near = band.flat().filter(({ xPx }) => Math.abs(xPx - middle.xPx) < 20);
  expect(Math.min(...near.map(({ yPx }) => yPx))).toBeLessThan(middle.yPx);
  expect(Math.max(...near.map(({ yPx }) => yPx))).toBeGreaterThan(middle.yPx);
  expect(areaOf(errorInSight(line, fit, both))).toBeLessThan(areaOf(band));
});
