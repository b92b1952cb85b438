import { describe, expect, it } from 'vitest';
import { FIT_CASES, fitErrors } from '../../support/fit-errors';

/**
 * Highest median and 95th percentile of the scalp point's error under a pixel, mm, mean of heads with different reading
 * errors. A frontal view does not show a head's length, and tells its height only together with its tilt.
 */
const LIMITS: Readonly<Record<(typeof FIT_CASES)[number]['name'], readonly (readonly [number, number])[]>> = {
  average: [
    [2.4, 3.8],
    [3.5, 4.6],
  ],
  'length +2 SD': [
    [6.5, 9.2],
    [4.8, 6.6],
  ],
  'length −2 SD': [
    [4.6, 7.4],
    [4.9, 6.8],
  ],
  'height +2 SD': [
    [4.9, 8.7],
    [4.4, 5.8],
  ],
  'height −2 SD': [
    [6.7, 10.4],
    [4.6, 6.1],
  ],
  'focal +2 SD': [
    [3.8, 5.5],
    [4.8, 5.9],
  ],
  'focal −2 SD': [
    [4.4, 6.1],
    [5.6, 6.7],
  ],
  'selfie at 45 cm': [
    [1.7, 2.8],
    [3.2, 4],
  ],
};

describe.each(FIT_CASES)('a head of $name', ({ name, head }) => {
  it.each([0, 45])('is understood, turned by %i degrees', (yawDegrees) => {
    const [median, p95] = LIMITS[name][yawDegrees === 0 ? 0 : 1] ?? [0, 0];
    const errors = fitErrors({ ...head, yawDegrees }, 4);
    expect(errors.medianMm).toBeLessThan(median);
    expect(errors.p95Mm).toBeLessThan(p95);
  });
});
