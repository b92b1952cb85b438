import { expect, test } from 'vitest';
import { fileName } from '~/model/project/file-name';
import { addView, initialConsultation } from '~/model/design/consultation';
import { HEALED_YEARS } from '~/model/pigment/ageing';

const consultation = initialConsultation(1);
const DAY = new Date(2026, 10, 28, 23, 50);
const named = (sessionsDone: number, timeYears: number): string =>
  fileName(consultation, { sessionsDone, timeYears }, DAY).replace(/^stipple-\w{8}-|-2026-11-28$/g, '');

test.each([
  [0, 0, 'bare'],
  [2, 0, 'visit-2'],
  [3, 10 / 365.25, '10-days'],
  [3, HEALED_YEARS, 'healed'],
  [3, 0.5, '6-months'],
  [3, 5, '5-years'],
  [3, 1.5, '1.5-years'],
])('after %d sessions and %d years it says %s', (done, years, said) => {
  expect(named(done, years)).toBe(said);
});

test('the day is that of the clock on the wall, and a project has no moment', () => {
  expect(fileName(consultation, null, DAY)).toMatch(/^stipple-\w{8}-2026-11-28$/);
  expect(fileName(consultation, null, DAY, 'before-after')).toMatch(/^stipple-\w{8}-before-after-2026-11-28$/);
});

test('of several photos of a head a picture says which it is', () => {
  const two = addView(consultation, 'view2', 'left');
  const moment = { sessionsDone: 3, timeYears: 5 };
  expect(fileName(two, moment, DAY)).toMatch(/^stipple-\w{8}-left-5-years-2026-11-28$/);
  expect(fileName(two, null, DAY)).toMatch(/^stipple-\w{8}-2026-11-28$/);
});
