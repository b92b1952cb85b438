import { readFileSync } from 'node:fs';
import { PNG } from 'pngjs';
import type { RgbaPicture, SkinFixture, SkinFixtureName } from './skin-head';
import { skinHead } from './skin-head';

/** A picture of tests/fixtures/skin, in Node. */
export function skinPicture(name: string): RgbaPicture {
  const { width, height, data } = PNG.sync.read(readFileSync(new URL(`../fixtures/skin/${name}.png`, import.meta.url)));
  return { width, height, data: new Uint8ClampedArray(data) };
}

export const skinFixture = (name: SkinFixtureName): SkinFixture =>
  skinHead(name, skinPicture(name), skinPicture(`${name}-mask`), skinPicture(`${name}-scalp`));
