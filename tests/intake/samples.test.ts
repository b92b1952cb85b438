import { readFileSync } from 'node:fs';
import { imageDimensionsFromData } from 'image-dimensions';
import { expect, test } from 'vitest';
import { SAMPLES } from '~/intake/samples';

test.each(SAMPLES)('sample $id is there in three sizes', ({ full, web, thumbnail }) => {
  const size = (path: string): unknown => imageDimensionsFromData(readFileSync(`assets/${path}`));
  expect(size(full)).toEqual({ width: 1500, height: 2000, type: 'jpeg' });
  expect(size(web)).toEqual({ width: 600, height: 800, type: 'jpeg' });
  expect(size(thumbnail)).toEqual({ width: 150, height: 200, type: 'jpeg' });
});

test('the note on their licence is with them', () => {
  const note = readFileSync('assets/samples/LICENSE.md', 'utf8');
  expect(note).toContain('CC0');
  expect(note).toContain('Apache License');
});
