import { expect, it } from 'vitest';
import { hash32, hashUnit } from '~/model/maths/hash';

it('is an unsigned 32-bit number, and the same in every engine', () => {
  expect(hash32(0, 0)).toBe(3949215219);
  expect(hash32(7, 2024)).toBe(271498261);
  for (let i = 0; i < 100; i++) {
    const hash = hash32(i, 7);
    expect(Number.isInteger(hash) && hash >= 0 && hash < 2 ** 32).toBe(true);
  }
});

it('spreads neighbours evenly over 0..1, in both words', () => {
  for (const unit of [(i: number) => hashUnit(i, 5), (i: number) => hashUnit(5, i)]) {
    const tenths = new Array<number>(10).fill(0);
    for (let i = 0; i < 10000; i++) tenths[Math.floor(10 * unit(i))]++;
    for (const count of tenths) expect(Math.abs(count - 1000)).toBeLessThan(150);
  }
});

it('tells its two words apart', () => {
  expect(hash32(1, 2)).not.toBe(hash32(2, 1));
});
