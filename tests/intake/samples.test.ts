import { readFileSync, statSync } from 'node:fs';
import { imageDimensionsFromData } from 'image-dimensions';
import { expect, test } from 'vitest';
import { FIRST_SIGHT, SAMPLES } from '~/intake/samples';

const sizeOf = (path: string) => imageDimensionsFromData(readFileSync(`assets/${path}`));

test.each(SAMPLES)('sample $id is there in three sizes, and treated', ({ full, web, thumbnail, treated }) => {
  const { width = 0, height = 0, type } = sizeOf(full) ?? {};
  expect(type).toBe('jpeg');
  expect(width).toBeGreaterThanOrEqual(800);
  expect(Math.abs(width - 0.75 * height)).toBeLessThan(1);
  expect(sizeOf(web)).toEqual({ width: 600, height: 800, type: 'jpeg' });
  for (const small of [thumbnail, treated]) expect(sizeOf(small)).toEqual({ width: 300, height: 400, type: 'jpeg' });
});

test('they are small: all of them at full size, and what the first screen fetches', () => {
  const bytes = (paths: readonly string[]): number =>
    paths.reduce((sum, path) => sum + statSync(`assets/${path}`).size, 0);
  expect(bytes(SAMPLES.map(({ full }) => full))).toBeLessThan(1_400_000);
  expect(bytes(SAMPLES.map(({ treated }) => treated))).toBeLessThan(80_000);
  const pair = [FIRST_SIGHT.before, FIRST_SIGHT.after];
  for (const path of pair) expect(sizeOf(path)).toEqual({ width: 600, height: 800, type: 'jpeg' });
  expect(bytes(pair)).toBeLessThan(140_000);
});

test('the note on their licence is with them', () => {
  const note = readFileSync('assets/samples/LICENSE.md', 'utf8');
  expect(note).toContain('CC0');
  expect(note).toContain('Apache License');
});
