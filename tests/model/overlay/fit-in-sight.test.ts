import { expect, it } from 'vitest';
import { agreementInSight, OFF_MM } from '~/model/overlay/fit-in-sight';

const at = { xPx: 0, yPx: 0 };
const off = (...sizes: readonly number[]) =>
  sizes.map((mm) => ({ kind: 'landmark' as const, seen: at, expected: at, mm }));

it('places fall into three classes by how far off they are, each into one', () => {
  const seen = agreementInSight(off(0, OFF_MM[0], 2.5, OFF_MM[1], 5.1, 40));
  expect(seen?.classes.map((each) => each.map(({ mm }) => mm))).toEqual([
    [0, 2],
    [2.5, 5],
    [5.1, 40],
  ]);
  expect(seen?.medianMm).toBeGreaterThanOrEqual(2.5);
  expect(seen?.medianMm).toBeLessThanOrEqual(5);
  expect(agreementInSight([])).toBeNull();
});
