import { readFileSync } from 'node:fs';
import type { BrowserContextOptions } from 'playwright';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { jpegSegments } from '~/bytes/picture-structure';
import { readStoredZip } from '~/bytes/stored-zip';
import { HEALED_YEARS } from '~/model/pigment/ageing';
import { designCode } from '~/model/project/design-code';
import { parseProject } from '~/model/project/project';
import { parseWorksIndex } from '~/model/project/works-index';
import { button } from '../support/controls';
import { comparedFilm, secondsOf } from '../support/film';
import { decodedSquares, linkOfCode, linkOnPaper, openPlan } from '../support/plan';
import { readPdf } from '../support/read-pdf';
import { openedBeside } from '../support/same-picture';
import { expectNoStrangers, expectPlainPng, finish, flat, taken } from '../support/take-home';
import type { TakenFile } from '../support/take-home';
import { closeBrowser, openBrowser, PHONE, visit } from '../support/visit';

beforeAll(openBrowser);
afterAll(closeBrowser);

const MM_PER_POINT = 25.4 / 72;
const NAME = 'Jane Miller';
/** What a good JPEG loses is not seen from here on, peak signal to noise, dB. */
const JPEG_DB = 40;

/** What a JPEG tells beside its picture: comments, and what applications add. JFIF's own head and what its colours mean are of the picture. */
const tells = ({ bytes }: TakenFile): readonly string[] =>
  [...jpegSegments(bytes)]
    .filter(({ marker }) => marker === 0xfe || (marker > 0xe0 && marker <= 0xef))
    .map(({ start }) => bytes.toString('latin1', start + 4, start + 15))
    .filter((head) => head !== 'ICC_PROFILE');

const sizeOf = ({ bytes }: TakenFile): readonly [number, number] => {
  const { width, height } = PNG.sync.read(bytes);
  return [width, height];
};

describe.each<[string, BrowserContextOptions, 'visits' | 'years']>([
  ['on a laptop', {}, 'visits'],
  ['on a phone', PHONE, 'years'],
])('from a sample, %s', (_, device, kind) => {
  it('everything that can be taken home is taken, and read back by others', async () => {
    const here = await visit({ ...device, reducedMotion: 'reduce' });
    const { page } = here;
    await button(page, 'Try a sample: from the front').click();
    await here.reach('editing');
    await finish(here);
    await page.getByRole('textbox', { name: 'Name of this work' }).fill(NAME);
    const link = await linkOfCode(page);
    await page.keyboard.press('Escape');

    // Pictures, both ways that they are written.
    const picture = await taken(here, 'Save picture');
    const post = await taken(here, 'Save before and after');
    const full = await taken(here, 'Save before and after at full size');
    const sketch = await taken(here, 'Save with sketch and measures');
    const code = await taken(here, 'Save design code');
    const pngs = [picture, post, full, sketch, code];
    for (const { bytes } of pngs) expectPlainPng(bytes);
    const [wide, high] = sizeOf(picture);
    expect(Math.max(wide, high)).toBeGreaterThan(1000);
    expect(sizeOf(post)).toEqual([1080, 1350]);
    expect(sizeOf(full)[0]).toBeGreaterThanOrEqual(2 * wide);
    expect(sizeOf(sketch)[0]).toBe(wide);
    expect(sizeOf(sketch)[1]).toBeGreaterThan(high);
    // Another reader than the app's own finds the link in the squares.
    expect(decodedSquares(code.bytes)).toBe(link);
    // Small, where that is chosen: the same pictures to the eye, and no more told by them.
    const jpegs = [
      { jpeg: await taken(here, 'Save picture', { chosen: 'JPEG' }), png: picture },
      // It stays chosen.
      { jpeg: await taken(here, 'Save before and after'), png: post },
    ];
    for (const { jpeg, png } of jpegs) {
      expect(jpeg.name).toBe(png.name.replace(/png$/, 'jpg'));
      expect(tells(jpeg)).toEqual([]);
      expect(jpeg.bytes.length).toBeLessThan(png.bytes.length / 2);
      const opened = await openedBeside(page, jpeg.bytes, png.bytes);
      console.info(jpeg.name, opened);
      expect([opened.widthPx, opened.heightPx]).toEqual(sizeOf(png));
      expect(opened.db).toBeGreaterThan(JPEG_DB);
    }

    // The film, as it is played.
    const chosen = kind === 'visits' ? 'The sessions' : 'The years';
    const film = await taken(here, 'Save film', { chosen, withinMs: 120_000 });
    const healed = secondsOf(kind, { sessionsDone: 3, timeYears: HEALED_YEARS });
    const seen = await comparedFilm(page, film.bytes, [[healed, picture.bytes]]);
    console.info(kind, seen, film.bytes.length);
    expect([seen.width % 2, seen.height % 2]).toEqual([0, 0]);
    expect(Math.max(seen.width, seen.height)).toBeLessThanOrEqual(1280);
    expect(seen.seconds).toBeGreaterThan(6);
    expect(seen.seconds).toBeLessThan(12);
    expect(seen.db[0]).toBeGreaterThan(35);

    // The plan on paper, with the stencil.
    await finish(here);
    await openPlan(page, 'A4', 80_000);
    await page.getByRole('checkbox', { name: 'Stencil 1 : 1' }).check();
    const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
    const pages = await readPdf(pdf);
    const titles = ['Your plan', 'The line and the zones', 'The work', 'To tear off', 'Stencil 1 : 1', 'Stencil 1 : 1'];
    expect(pages.map(({ text }) => titles.find((title) => flat(text).includes(flat(title))))).toEqual(titles);
    const letters = picture.name.split('-')[1];
    for (const { text, beyond, pictures, shapesPt } of pages) {
      expect(flat(text)).toContain(`Designcode${letters}`);
      expect(text).not.toMatch(/Jane|Miller/);
      expect(beyond).toEqual([]);
      expect(shapesPt.some((pt) => Math.abs(pt * MM_PER_POINT - 100) <= 0.2)).toBe(true);
      for (const { widthPt, widthPx } of pictures) expect(widthPx / (widthPt / 72)).toBeGreaterThan(250);
    }
    expect(pages.map(({ pictures }) => pictures.length > 0)).toEqual([true, true, false, true, false, false]);
    expect(await linkOnPaper(pdf, 200)).toBe(link);
    await page.goBack();
    await page.getByRole('img', { name: 'Preview' }).waitFor();

    // The work itself; and all works of this device, where its name may stand.
    const project = await taken(here, 'Save project');
    const read = parseProject(project.bytes.toString());
    if (!read.ok) throw new Error(read.problem.kind);
    expect(designCode(read.value.consultation)).toBe(letters);
    for (const { name, bytes } of [...pngs, ...jpegs.map(({ jpeg }) => jpeg), film, project]) {
      expect(name).toMatch(new RegExp(`^stipple-${letters}-.*\\d{4}-\\d\\d-\\d\\d\\.\\w+$`));
      expect(name).not.toMatch(/jane|miller/i);
      if (bytes !== project.bytes) expect(bytes.includes(NAME)).toBe(false);
    }
    await button(page, 'New photo').click();
    await here.reach('start');
    await page.getByRole('button', { name: /^All works on this device/ }).click();
    const book = page.getByRole('dialog', { name: 'All works on this device' });
    await book.getByRole('button', { name: `Open ${NAME}` }).waitFor();
    const [all] = await Promise.all([
      page.waitForEvent('download'),
      book.getByRole('button', { name: 'Save all in one file' }).click(),
    ]);
    const zip = await readStoredZip(new Blob([readFileSync(await all.path())]));
    if (!zip.ok) throw new Error(zip.problem);
    const textOf = (name: string) => zip.value.entries.find((entry) => entry.name === name)?.content.text();
    const works = parseWorksIndex((await textOf('works.json')) ?? '');
    expect(works).toMatchObject([{ name: NAME, photos: [{}] }]);
    expectNoStrangers(here);
    expect(here.errors).toEqual([]);
    await here.end();
  });
});
