import fc from 'fast-check';
import { expect, test } from 'vitest';
import { initialDesign } from '~/model/design/design';
import { SETTINGS } from '~/model/design/settings';
import { momentAt, positionOf, timeStops } from '~/model/design/time-scale';

const place = fc.double({ min: 0, max: 1, noNaN: true });
const plans = fc.record({
  sessionsPlanned: fc.integer({ min: 1, max: 5 }),
  sessionGapsDays: fc.array(fc.integer({ min: 7, max: 30 }), { minLength: 4, maxLength: 4 }),
});
const usual = initialDesign(0);
/** Order in time of two moments of one plan. */
const later = (
  a: { sessionsDone: number; timeYears: number },
  b: { sessionsDone: number; timeYears: number },
): boolean => a.sessionsDone > b.sessionsDone || (a.sessionsDone === b.sessionsDone && a.timeYears > b.timeYears);

test('from bare skin to the end of the setting, whatever is asked for', () => {
  expect(momentAt(-1, usual)).toEqual({ sessionsDone: 0, timeYears: 0 });
  expect(momentAt(2, usual)).toEqual({ sessionsDone: 3, timeYears: SETTINGS.timeYears.max });
  expect(positionOf({ sessionsDone: 3, timeYears: 99 }, usual)).toBe(1);
});

test('names bare, every session, healed and the years', () => {
  expect(timeStops(usual).map(({ sessionsDone, timeYears }) => [sessionsDone, timeYears])).toEqual([
    [0, 0],
    [1, 0],
    [2, 0],
    [3, 0],
    ...[1 / 12, 0.5, 1, 2, 3, 5, 8, 10, 15].map((years) => [3, years]),
  ]);
});

test('each stop lies at its own place, evenly', () => {
  fc.assert(
    fc.property(plans, (plan) => {
      const stops = timeStops(plan);
      stops.forEach((stop, i) => {
        expect(positionOf(stop, plan)).toBeCloseTo(i / (stops.length - 1), 12);
        const back = momentAt(positionOf(stop, plan), plan);
        expect(back.sessionsDone).toBe(stop.sessionsDone);
        expect(back.timeYears).toBeCloseTo(stop.timeYears, 9);
      });
    }),
  );
});

test('there and back, and never backwards', () => {
  fc.assert(
    fc.property(place, plans, (at, plan) => {
      const bareEnds = 1 / (timeStops(plan).length - 1);
      fc.pre(at >= bareEnds); // before the first session it is bare skin all along
      expect(positionOf(momentAt(at, plan), plan)).toBeCloseTo(at, 6);
    }),
  );
  fc.assert(
    fc.property(place, place, plans, (a, b, plan) => {
      fc.pre(b - a > 1e-6);
      expect(later(momentAt(a, plan), momentAt(b, plan))).toBe(false);
    }),
  );
});

test('years after a plan that was not finished lie where they lie after a finished one', () => {
  expect(positionOf({ sessionsDone: 2, timeYears: 5 }, usual)).toBe(
    positionOf({ sessionsDone: 3, timeYears: 5 }, usual),
  );
});

test('a hundredth of the strip is a few days at first and over a month at last', () => {
  const healing = positionOf({ sessionsDone: 3, timeYears: 0 }, usual);
  expect(momentAt(healing + 0.01, usual).timeYears * 365.25).toBeLessThan(5);
  expect(momentAt(1, usual).timeYears - momentAt(0.99, usual).timeYears).toBeGreaterThan(1 / 12);
});
