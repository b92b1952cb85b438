import { describe, expect, it } from 'vitest';
import { FIT_CASES, fitErrors } from '../support/fit-errors';

/**
 * Highest median and 95th percentile of the scalp point's error under a pixel, mm, mean of heads with different reading
 * errors. A frontal view does not show a head's length, and tells its height only together with its tilt.
 */
const LIMITS: Readonly<Record<(typeof FIT_CASES)[number]['name'], readonly (readonly [number, number])[]>> = {
  average: [
    [2.8, 4.4],
    [4.2, 5.8],
  ],
  'length +2 SD': [
    [6.4, 10],
    [5.5, 7.6],
  ],
  'length −2 SD': [
    [5.8, 9.6],
    [6, 8.5],
  ],
  'height +2 SD': [
    [5.6, 10],
    [4.4, 6.6],
  ],
  'height −2 SD': [
    [7, 11],
    [5.5, 7.4],
  ],
  'focal +2 SD': [
    [4.2, 6.6],
    [5, 6.8],
  ],
  'focal −2 SD': [
    [4, 6.3],
    [8.6, 10.5],
  ],
  'selfie at 45 cm': [
    [2.5, 4.2],
    [7.3, 9.3],
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
