import { describe, expect, it } from 'vitest';
import { hairVerdict } from '~/model/hair/hair-verdict';

/** A scalp of 100 places: so many with stubble, so many under hair, the rest bare. */
const scalp = (stubble: number, hair: number): Float32Array =>
  Float32Array.from({ length: 100 }, (_, i) => (i < stubble ? 0.6 : i < stubble + hair ? 1 : 0.02));

describe('hairVerdict', () => {
  it.each([
    [0, 0, 'bare'],
    [8, 0, 'bare'],
    [30, 0, 'stubble'],
    [100, 0, 'stubble'],
    [20, 30, 'someHair'],
    [20, 75, 'fullHair'],
  ])('of %i places with stubble and %i under hair is %s', (stubble, hair, verdict) => {
    expect(hairVerdict(scalp(stubble, hair))).toBe(verdict);
  });

  it('of no scalp in sight is bare', () => {
    expect(hairVerdict([])).toBe('bare');
  });
});
