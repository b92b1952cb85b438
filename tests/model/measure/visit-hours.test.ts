import { expect, test } from 'vitest';
import { visitLength } from '~/model/measure/visit-hours';

test('hours are told of visits that somebody would plan, at the usual pace and at one that was typed', () => {
  expect(visitLength(14_000, null)).toEqual({ kind: 'hours', least: 2, most: 4 });
  expect(visitLength(22_900, null)).toEqual({ kind: 'hours', least: 3.5, most: 6 });
  expect(visitLength(14_000, 3500)).toEqual({ kind: 'hours', least: 4, most: 4 });
  expect(visitLength(65_100, null)).toEqual({ kind: 'tooMuch' });
  expect(visitLength(65_100, 12_000)).toEqual({ kind: 'hours', least: 5.5, most: 5.5 });
  expect(visitLength(3000, null)).toEqual({ kind: 'short' });
});
