import { expect, it } from 'vitest';
import { median, quantile } from '~/model/maths/quantile';

it('takes the value below which the share lies, whatever the order', () => {
  expect(quantile([40, 10, 30, 20], 0)).toBe(10);
  expect(quantile([40, 10, 30, 20], 0.25)).toBe(20);
  expect(quantile([40, 10, 30, 20], 1)).toBe(40);
  expect(median([3, 1, 2])).toBe(2);
});

it('an empty list has none', () => {
  expect(median([])).toBeNaN();
});

it('leaves its list as it was', () => {
  const values = [3, 1, 2];
  median(values);
  expect(values).toEqual([3, 1, 2]);
});
