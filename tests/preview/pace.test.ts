import { describe, expect, it } from 'vitest';
import { createPace } from '~/preview/pace';

const told = (...frames: readonly (readonly [ms: number, times: number])[]): number => {
  const pace = createPace();
  for (const [ms, times] of frames) for (let i = 0; i < times; i++) pace.took(ms);
  return pace.sharpness.share;
};

describe('pace', () => {
  it('lets a device that keeps up draw all of it, and one late frame is an accident', () => {
    expect(told([16, 100])).toBe(1);
    expect(told([16, 10], [200, 1], [16, 10], [200, 1])).toBe(1);
  });

  it('goes down by as much as frames are late', () => {
    expect(told([60, 2])).toBe(0.75);
    expect(told([60, 4])).toBe(0.5);
    expect(told([200, 2])).toBe(0.5);
    expect(told([200, 3])).toBe(0.5);
    expect(told([200, 4])).toBe(0.375);
    expect(told([200, 50])).toBe(0.375);
  });

  it('tries more when there is room, and the next time later', () => {
    expect(told([200, 2], [16, 59])).toBe(0.5);
    expect(told([200, 2], [16, 60])).toBe(0.75);
    expect(told([200, 2], [16, 120])).toBe(1);
    expect(told([200, 2], [16, 60], [60, 2], [16, 60])).toBe(0.5);
    expect(told([200, 2], [30, 500])).toBe(0.5);
  });
});
