import { expect, it } from 'vitest';
import { skinLight } from '~/model/photo/skin-light';
import type { HeadGrid } from '~/model/photo/head-grid';

/** A grid as bright everywhere as the function says, linear light 0..1. */
const gridOf = (side: number, samplesPerMm: number, bright: (column: number) => number): HeadGrid => {
  const band = Float32Array.from({ length: side * side }, (_, k) => bright(k % side));
  const place = { columns: side, rows: side, leftPx: 30, topPx: 12, pxPerSample: 2 };
  return { ...place, samplesPerMm, red: band, green: band, blue: band };
};

it('of a finely read photo it is the mean of 0.8 mm, as sRGB has it, where the photo has it', () => {
  const light = skinLight(gridOf(40, 2.5, (column) => (column < 20 ? 0 : 1)));
  expect(light).toMatchObject({ columns: 20, rows: 20, leftPx: 30, topPx: 12, pxPerSample: 4 });
  expect(light?.light[9]).toBe(0);
  expect(light?.light[10]).toBe(255);
});

it('of a coarsely read photo it is no finer than that, and of next to nothing it is nothing', () => {
  expect(skinLight(gridOf(40, 0.5, () => 0.2))).toMatchObject({ columns: 40, pxPerSample: 2 });
  expect(skinLight(gridOf(1, 2, () => 0.2))).toBeNull();
});
