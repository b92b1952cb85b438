// npm run gallery -- <folder> <out.png> [caption]: a contact sheet of every picture in a folder, made by the app's own parts.
// npm run gallery -- <folder> <folder/> --full: every tile as a picture of its own, to look at.
// npm run gallery -- <folder> <folder/> --shapes: for every picture a sheet of all shapes × edges and side profiles;
//   --strip: of the time strip.
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Page } from 'playwright';
import type * as GalleryPage from './lab/gallery-page';
import type * as GallerySheets from './lab/gallery-sheets';
import { inChromium } from './lab/in-chromium';
import { prepare } from './prepare';

const words = process.argv.slice(2);
const mode = (['full', 'shapes', 'strip'] as const).find((each) => words.includes(`--${each}`));
const [folder, out, only] = words.filter((word) => !word.startsWith('--')) as (string | undefined)[];
if (folder === undefined || out === undefined) {
  console.error('npm run gallery -- <folder> <out.png> [only the tiles whose caption starts so]');
  console.error(
    'npm run gallery -- <folder> <out folder> --full|--shapes|--strip [only the pictures whose name starts so]',
  );
  process.exit(1);
}
const names = readdirSync(folder)
  .filter((name) => /\.(jpe?g|png|webp|avif)$/i.test(name) && !/-(mask|scalp|stubble)\.png$/.test(name))
  .filter((name) => mode === undefined || only === undefined || name.startsWith(only))
  .sort();

/** Files that the page makes one after the other; answers with what it refused. */
const makeFiles = (page: Page, kind: NonNullable<typeof mode>): Promise<string[]> =>
  page.evaluate(
    async ([list, what]) => {
      const keep = (globalThis as unknown as { keepTile: GalleryPage.KeepTile }).keepTile;
      const address = what === 'full' ? '/tools/lab/gallery-page.ts' : '/tools/lab/gallery-sheets.ts';
      const page: unknown = await import(address);
      return what === 'full'
        ? (page as typeof GalleryPage).makeTiles(list, keep)
        : (page as typeof GallerySheets).makeSheets(what, list, keep);
    },
    [names, kind] as const,
  );

await prepare();
const files = names.map((name) => join(folder, name));
if (mode !== undefined) {
  mkdirSync(out, { recursive: true });
  const written = await inChromium(files, async (page) => {
    let count = 0;
    await page.exposeFunction('keepTile', (file: string, png: string) => {
      writeFileSync(join(out, file), Buffer.from(png, 'base64'));
      count++;
    });
    for (const line of await makeFiles(page, mode)) console.log(line);
    return count;
  });
  console.log(`${String(names.length)} pictures, ${String(written)} files: ${out}`);
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
