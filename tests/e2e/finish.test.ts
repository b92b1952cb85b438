import { readFileSync } from 'node:fs';
import type { Page } from 'playwright';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { linkOfCode, linkOnPaper, openPlan } from '../support/plan';
import { readPdf } from '../support/read-pdf';
import { expectNoStrangers, expectPlainPng, finish, flat, taken } from '../support/take-home';
import { closeBrowser, openBrowser, PHONE, visit } from '../support/visit';
import type { Visit } from '../support/visit';

beforeAll(openBrowser);
afterAll(closeBrowser);

const SAMPLE = 'assets/samples/front-light-web.jpg';
const POINTS_PER_MM = 72 / 25.4;
/** A photo whose name says who it is. */
const NAMED = { name: 'Jane Miller.jpg', mimeType: 'image/jpeg', buffer: readFileSync(SAMPLE) };

/** The editor with a picture, in a browser whose printer only counts. */
async function editingWithPrinter(): Promise<Visit> {
  const here = await visit({ reducedMotion: 'reduce' }, (page) =>
    page.addInitScript(() => {
      let printed = 0;
      Object.assign(globalThis, { print: () => Object.assign(globalThis, { printed: ++printed }) });
    }),
  );
  await here.choosePhoto(SAMPLE);
  await here.reach('editing');
  await here.page.getByRole('slider', { name: 'Hairline point: middle', exact: true }).waitFor();
  return here;
}

/** How often that printer was asked; undefined: never. */
const timesPrinted = (page: Page): Promise<number | undefined> =>
  page.evaluate(() => (globalThis as { printed?: number }).printed);

describe.each([
  ['on a laptop', {}],
  ['on a phone', PHONE],
])('%s', (_, device) => {
  it('before and after go home as a post and at full size, without metadata and without a name', async () => {
    const here = await visit({ ...device, reducedMotion: 'reduce' });
    await here.choosePhoto(NAMED);
    await here.reach('editing');
    const post = await taken(here, 'Save before and after');
    expect(post.name).toMatch(/^stipple-\w{8}-healed-before-after-\d{4}-\d\d-\d\d\.png$/);
    const picture = PNG.sync.read(post.bytes);
    expect([picture.width, picture.height]).toEqual([1080, 1350]);
    expectPlainPng(post.bytes);
    const full = await taken(here, 'Save before and after at full size');
    expect(PNG.sync.read(full.bytes).width).toBeGreaterThan(1200);
    for (const { name, bytes } of [post, full]) {
      expect(name).not.toMatch(/jane|miller/i);
      expect(bytes.includes('Jane')).toBe(false);
    }
    expectNoStrangers(here);
    expect(here.errors).toEqual([]);
    await here.end();
  });
});

it('a file is made first and shared with a second press, on a device that shares files', async () => {
  const here = await visit({ ...PHONE, reducedMotion: 'reduce' }, (page) =>
    page.addInitScript(() => {
      const shared: string[] = [];
      Object.assign(globalThis, { shared });
      Object.assign(navigator, {
        canShare: () => true,
        share: ({ files }: { files: File[] }) => {
          shared.push(`${files[0]?.name} ${files[0]?.type}`);
          return Promise.resolve();
        },
      });
    }),
  );
  await here.choosePhoto(NAMED);
  await here.reach('editing');
  await finish(here);
  await here.page.getByRole('button', { name: 'Share before and after', exact: true }).tap();
  await here.page.getByRole('button', { name: 'Share now: before and after' }).tap({ timeout: 60_000 });
  const shared = await here.page.evaluate(() => (globalThis as unknown as { shared: string[] }).shared);
  expect(shared).toEqual([expect.stringMatching(/^stipple-\w{8}-healed-before-after-[\d-]+\.png image\/png$/)]);
  await here.end();
});

/** A photo as it comes out of an old message, so many px wide: a picture on paper has more. */
async function smallPhoto(page: Page, widthPx: number): Promise<typeof NAMED> {
  const jpeg = await page.evaluate(
    async ([base64, resizeWidth]) => {
      const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
      const small = await createImageBitmap(new Blob([bytes]), { resizeWidth, resizeQuality: 'high' });
      const canvas = new OffscreenCanvas(small.width, small.height);
      canvas.getContext('2d')?.drawImage(small, 0, 0);
      const made = await (await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.9 })).arrayBuffer();
      return btoa(Array.from(new Uint8Array(made), (byte) => String.fromCharCode(byte)).join(''));
    },
    [NAMED.buffer.toString('base64'), widthPx] as const,
  );
  return { ...NAMED, buffer: Buffer.from(jpeg, 'base64') };
}

describe('the plan on paper', () => {
  it.each([
    ['A4', 210, 297, null],
    ['Letter', 215.9, 279.4, 400],
  ])(
    'is four pages of %s, 100 mm are 100 mm, pictures are fine enough, of a small photo too, and nobody’s name is on it',
    async (paper, wide, high, photoPx) => {
      const here = await visit({ reducedMotion: 'reduce' });
      const { page } = here;
      await here.choosePhoto(photoPx === null ? NAMED : await smallPhoto(page, photoPx));
      await here.reach('editing');
      await here.slide('Density', 190);
      await finish(here);
      const link = await linkOfCode(page);
      await openPlan(page, paper, 80_000);
      const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
      const pages = await readPdf(pdf);
      expect(pages).toHaveLength(4);
      // The code on paper, as a phone's camera sees it: the design itself, and nobody's name.
      expect(await linkOnPaper(pdf, 200)).toBe(link);
      expect(Buffer.from(link.split('#d=')[1] ?? '', 'base64url').toString('latin1')).not.toMatch(/jane|miller/i);
      const titles = ['Your plan', 'The line and the zones', 'The work', 'To tear off'];
      for (const [at, sheet] of pages.entries()) {
        expect(sheet.widthPt).toBeCloseTo(wide * POINTS_PER_MM, -0.3);
        expect(sheet.heightPt).toBeCloseTo(high * POINTS_PER_MM, -0.3);
        expect(flat(sheet.text)).toContain(flat(titles[at]));
        expect(sheet.text).toContain(`Page ${at + 1} of 4`);
        expect(sheet.text).not.toMatch(/Jane|Miller|Back to the design/);
        expect(sheet.beyond).toEqual([]);
        const bars = sheet.shapesPt.map((pt) => pt / POINTS_PER_MM).filter((mm) => Math.abs(mm - 100) <= 0.2);
        expect(bars.length).toBeGreaterThan(0);
        for (const { widthPt, widthPx } of sheet.pictures) expect(widthPx / (widthPt / 72)).toBeGreaterThan(250);
      }
      expect(pages[0].pictures.length).toBeGreaterThan(10);
      expect(pages[1].text).toMatch(/Middle of the line\s+66 ± \d+ mm/);
      expect(pages[3].text).toContain('Ink passport');
      expect(here.errors).toEqual([]);
      await here.end();
    },
  );

  it('has a stencil of the line at its true size where it is asked for', async () => {
    const here = await visit({ reducedMotion: 'reduce' });
    const { page } = here;
    await here.choosePhoto(NAMED);
    await here.reach('editing');
    await finish(here);
    await page.getByRole('button', { name: 'Open the plan' }).click();
    await page.getByRole('radio', { name: 'A4' }).check();
    for (const name of ['Your plan', 'The line and the zones', 'The work', 'To tear off'])
      await page.getByRole('checkbox', { name }).uncheck();
    await page.getByRole('checkbox', { name: 'Stencil 1 : 1' }).check();
    const drawing = page.locator('.stencil-line').first();
    const onScreenMm = await drawing.evaluate((path: SVGPathElement) => path.getBBox().width);
    const pages = await readPdf(await page.pdf({ preferCSSPageSize: true, printBackground: true }));
    expect(pages).toHaveLength(2);
    for (const { text, beyond, shapesPt } of pages) {
      const mm = shapesPt.map((pt) => pt / POINTS_PER_MM);
      expect(mm.some((wide) => Math.abs(wide - 100) <= 0.2)).toBe(true);
      // The whole line is on each part, cut where the paper ends.
      expect(mm.some((wide) => Math.abs(wide / onScreenMm - 1) < 0.002)).toBe(true);
      expect(flat(text)).toContain(flat('Exact within 1 %'));
      expect(beyond).toEqual([]);
    }
    expect(flat(pages[0].text)).toContain('righttragus');
    expect(flat(pages[1].text)).toContain('lefttragus');
    await here.end();
  });

  it('is what the browser’s own menu prints; where it is yet to be made a sentence, and then the plan by itself', async () => {
    const here = await editingWithPrinter();
    const { page } = here;
    await finish(here);
    const [note, ...more] = await readPdf(await page.pdf());
    expect(more).toEqual([]);
    expect(flat(note.text)).toMatch(/^Theplanfortheprinterisbeingmade\.[^]*arethere\.$/);
    await page.getByText('All pictures are ready.').waitFor({ timeout: 80_000 });
    await expect.poll(() => timesPrinted(page)).toBe(1);
    const pages = await readPdf(await page.pdf({ preferCSSPageSize: true }));
    expect(pages).toHaveLength(4);
    expect(flat(pages[0].text)).toContain('Yourplan');
    await here.end();
  });

  it('is what Ctrl+P prints, and the way back leads to the design', async () => {
    const here = await editingWithPrinter();
    const { page } = here;
    await page.keyboard.press('Control+p');
    await page.getByRole('heading', { name: 'Plan on paper' }).waitFor();
    await expect.poll(() => timesPrinted(page), { timeout: 80_000 }).toBe(1);
    await page.goBack();
    await page.getByRole('img', { name: 'Preview' }).waitFor();
    await here.end();
  });
});
