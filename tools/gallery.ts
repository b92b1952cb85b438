// npm run gallery -- <folder> <out.png> [caption]: a contact sheet of every picture in a folder, made by the app's own parts.
// npm run gallery -- <folder> <folder/> --full: every tile as a picture of its own, to look at.
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type * as GalleryPage from './lab/gallery-page';
import { inChromium } from './lab/in-chromium';
import { prepare } from './prepare';

const isFull = process.argv.includes('--full');
const [folder, out, only] = process.argv.slice(2).filter((word) => word !== '--full') as (string | undefined)[];
if (folder === undefined || out === undefined) {
  console.error('npm run gallery -- <folder> <out.png> [only the tiles whose caption starts so]');
  console.error('npm run gallery -- <folder> <out folder> --full [only the pictures whose name starts so]');
  process.exit(1);
}
const names = readdirSync(folder)
  .filter((name) => /\.(jpe?g|png|webp|avif)$/i.test(name) && !/-(mask|scalp|stubble)\.png$/.test(name))
  .filter((name) => !isFull || only === undefined || name.startsWith(only))
  .sort();
await prepare();
const files = names.map((name) => join(folder, name));
if (isFull) {
  mkdirSync(out, { recursive: true });
  const written = await inChromium(files, async (page) => {
    let count = 0;
    await page.exposeFunction('keepTile', (file: string, png: string) => {
      writeFileSync(join(out, file), Buffer.from(png, 'base64'));
      count++;
    });
    const refused = await page.evaluate(async (list) => {
      const address = '/tools/lab/gallery-page.ts';
      const { makeTiles } = (await import(address)) as typeof GalleryPage;
      return makeTiles(list, (globalThis as unknown as { keepTile: GalleryPage.KeepTile }).keepTile);
    }, names);
    for (const line of refused) console.log(line);
    return count;
  });
  console.log(`${String(names.length)} pictures, ${String(written)} tiles: ${out}`);
} else {
  const sheet = await inChromium(files, (page) =>
    page.evaluate(
      async ([list, part]) => {
        const address = '/tools/lab/gallery-page.ts';
        const { makeSheet } = (await import(address)) as typeof GalleryPage;
        return makeSheet(list, part);
      },
      [names, only ?? null] as const,
    ),
  );
  mkdirSync(dirname(out), { recursive: true });
  writeFileSync(out, Buffer.from(sheet, 'base64'));
  console.log(`${String(names.length)} pictures: ${out}`);
}
