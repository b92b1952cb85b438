import { expect, test } from 'vitest';
import { initialDesign } from '~/model/design/design';
import { applyPigment } from '~/model/design/pigment-presets';
import { darknessLeft, touchUpWindow } from '~/model/advice/touch-up-window';

const start = initialDesign(1);

test.each([
  ['light', 3.0, 4.1],
  ['medium', 4.1, 5.6],
  ['dark', 5.0, 6.7],
] as const)('%s dots want a touch-up between %d and %d years (M3)', (pigment, first, last) => {
  const window = touchUpWindow(applyPigment(start, pigment));
  expect(window?.[0]).toBeCloseTo(first, 0.9);
  expect(window?.[1]).toBeCloseTo(last, 0.9);
});

test('sooner in the sun and in the future that fades sooner; after a touch-up as long again', () => {
  const usual = touchUpWindow(start)?.[0] ?? NaN;
  expect(touchUpWindow({ ...start, sunExposure: 1.8 })?.[0]).toBeLessThan(usual);
  expect(touchUpWindow({ ...start, outlook: 'sooner' })?.[0]).toBeLessThan(usual);
  expect(touchUpWindow(start, 5)?.[0]).toBeCloseTo(5 + usual, 6);
  expect(touchUpWindow(start, 13)).toBeNull();
});

test('pale little dots want it sooner than dark large ones, and both within the scale', () => {
  const firsts = [
    { strengthPercent: 25, dotSizeMm: 0.11 },
    { strengthPercent: 150, dotSizeMm: 0.45 },
  ].map((dots) => touchUpWindow({ ...start, ...dots })?.[0] ?? NaN);
  expect(firsts[0]).toBeGreaterThan(1);
  expect(firsts[1]).toBeGreaterThan(firsts[0]);
  expect(firsts[1]).toBeLessThan(10);
});

test('darkness is whole when healed and falls', () => {
  expect(darknessLeft(start, 0)).toBe(1);
  expect(darknessLeft(start, 3)).toBeGreaterThan(darknessLeft(start, 6));
});
