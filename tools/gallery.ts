// npm run gallery -- <folder> <out.png> [caption]: a contact sheet of every picture in a folder, made by the app's own parts.
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type * as GalleryPage from './lab/gallery-page';
import { inChromium } from './lab/in-chromium';
import { prepare } from './prepare';

const [folder, out, only] = process.argv.slice(2) as (string | undefined)[];
if (folder === undefined || out === undefined) {
  console.error('npm run gallery -- <folder> <out.png> [only the tiles whose caption starts so]');
  process.exit(1);
}
const names = readdirSync(folder)
  .filter((name) => /\.(jpe?g|png|webp|avif)$/i.test(name) && !/-(mask|scalp|stubble)\.png$/.test(name))
  .sort();
await prepare();
const sheet = await inChromium(
  names.map((name) => join(folder, name)),
  (page) =>
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
