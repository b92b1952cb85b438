import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SETTINGS } from '~/model/params';
import { positionOf, TIME_STOPS_YEARS, yearsAt } from '~/model/time-scale';

const position = fc.double({ min: 0, max: 1, noNaN: true });

test('runs over the whole range of the setting', () => {
  expect([yearsAt(0), yearsAt(1)]).toEqual([SETTINGS.timeYears.min, SETTINGS.timeYears.max]);
  expect([yearsAt(-1), yearsAt(2), positionOf(-1), positionOf(99)]).toEqual([0, 15, 0, 1]);
});

test('each stop lies exactly at its own place', () => {
  TIME_STOPS_YEARS.forEach((years, i) => {
    expect(positionOf(years)).toBeCloseTo(i / (TIME_STOPS_YEARS.length - 1), 12);
    expect(yearsAt(positionOf(years))).toBeCloseTo(years, 9);
  });
});

test('there and back, and never backwards', () => {
  fc.assert(
    fc.property(position, (at) => {
      expect(positionOf(yearsAt(at))).toBeCloseTo(at, 9);
    }),
  );
  fc.assert(
    fc.property(position, position, (a, b) => {
      fc.pre(b - a > 1e-9);
      expect(yearsAt(b)).toBeGreaterThan(yearsAt(a));
    }),
  );
});

test('a hundredth of the slider is under a day at first and over a month at last', () => {
  expect(yearsAt(0.01) * 365.25).toBeLessThan(1);
  expect(yearsAt(1) - yearsAt(0.99)).toBeGreaterThan(1 / 12);
});
