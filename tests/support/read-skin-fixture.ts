import { pixelsOf } from './picture-bytes';
import type { RgbaPicture, SkinFixture, SkinFixtureName } from './skin-head';
import { skinHead } from './skin-head';

const URLS = import.meta.glob<string>('../fixtures/skin/*.png', { query: '?url', import: 'default' });

async function read(name: string): Promise<{ bitmap: ImageBitmap; picture: RgbaPicture }> {
  const url = await URLS[`../fixtures/skin/${name}.png`]();
  const bitmap = await createImageBitmap(await (await fetch(url)).blob(), {
    colorSpaceConversion: 'none',
    premultiplyAlpha: 'none',
  });
  return { bitmap, picture: { width: bitmap.width, height: bitmap.height, data: pixelsOf(bitmap) } };
}

/** A head of tests/fixtures/skin, in a browser. */
export async function readSkinFixture(name: SkinFixtureName): Promise<SkinFixture & { bitmap: ImageBitmap }> {
  const [photo, mask, scalp] = await Promise.all([read(name), read(`${name}-mask`), read(`${name}-scalp`)]);
  return { bitmap: photo.bitmap, ...skinHead(name, photo.picture, mask.picture, scalp.picture) };
}
