import { readFileSync } from 'node:fs';
import type { BrowserContextOptions } from 'playwright';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { sentDesign } from '~/codes/design-link';
import { consultationOf } from '~/model/design/consultation';
import { initialDesign } from '~/model/design/design';
import { PLAIN_BRUSH } from '~/model/design/drawing';
import type { DesignOnHead } from '~/model/project/design-code';
import { readPdf } from '../support/read-pdf';
import { flat } from '../support/take-home';
import { builtAddress, closeBrowser, openBrowser, PHONE, visit } from '../support/visit';

beforeAll(openBrowser);
afterAll(closeBrowser);

const SAMPLE = 'assets/samples/front-light-full.jpg';
const NOTES = 14;
/** Guides that are on at first: each has a pin with its letter. */
const GUIDES = 4;

const onScalp = (x: number, y: number) => {
  const long = Math.hypot(x, y, 0.75);
  return { x: x / long, y: y / long, z: 0.75 / long };
};

/** A line of the pencil, a painted stroke, and notes so near to each other that their pins would lie in a heap. */
function marked(): DesignOnHead {
  const across = Array.from({ length: 25 }, (_, i) => (i - 12) / 22);
  const { head, designs } = consultationOf({
    ...initialDesign(7),
    pencil: [across.map((x) => onScalp(x, 0.5 + 0.25 * x * x))],
    strokes: [{ ...PLAIN_BRUSH, kind: 'add', widthMm: 15, path: across.map((x) => onScalp(x, 0.75)) }],
    notes: Array.from({ length: NOTES }, (_, i) => ({
      at: onScalp(0.02 * (i % 4) - 0.03, 0.62 + 0.01 * Math.floor(i / 4)),
      text: `soften here, no. ${i + 1} of them, as far as the mole on the left`,
    })),
  });
  return { head, drawn: designs[0].drawn };
}

/** Discs of a picture: places of one white, as large and as round as a pin, px. */
function discsIn({ width, data }: PNG, highPx: number, radius: number) {
  const isWhite = (k: number): boolean => data[4 * k] > 225 && data[4 * k + 1] > 225 && data[4 * k + 2] > 225;
  const seen = new Uint8Array(width * highPx);
  const discs: { x: number; y: number }[] = [];
  for (let start = 0; start < seen.length; start++) {
    if (seen[start] === 1 || !isWhite(start)) continue;
    const found = [start];
    seen[start] = 1;
    let [left, right, top, bottom] = [width, 0, highPx, 0];
    for (const k of found) {
      const [x, y] = [k % width, Math.floor(k / width)];
      [left, right] = [Math.min(left, x), Math.max(right, x)];
      [top, bottom] = [Math.min(top, y), Math.max(bottom, y)];
      const beside = [x > 0 ? k - 1 : k, x < width - 1 ? k + 1 : k, k - width, k + width];
      for (const next of beside)
        if (next >= 0 && next < seen.length && seen[next] === 0 && isWhite(next)) {
          seen[next] = 1;
          found.push(next);
        }
    }
    const [wide, high] = [right - left + 1, bottom - top + 1];
    const isRound = Math.abs(wide - high) <= 0.2 * radius && Math.abs(wide - 2 * radius) <= 0.4 * radius;
    if (isRound && found.length > 0.4 * Math.PI * radius ** 2)
      discs.push({ x: (left + right) / 2, y: (top + bottom) / 2 });
  }
  return discs;
}

/** How many lines of words stand in a part of a picture: rows with ink, parted by rows without. */
function linesIn({ width, height, data }: PNG, topPx: number): number {
  let [lines, before] = [0, false];
  for (let y = topPx; y < height; y++) {
    let ink = 0;
    for (let x = 0; x < width; x++) if (data[4 * (y * width + x)] < 110) ink += 1;
    if (ink > 0 && !before) lines += 1;
    before = ink > 0;
  }
  return lines;
}

it.each<[string, BrowserContextOptions]>([
  ['laptop', { viewport: { width: 1366, height: 768 } }],
  ['phone', PHONE],
])(
  'on a %s: strokes, notes, guides and measures go home as they are seen, and the plan on paper',
  async (_, device) => {
    const here = await visit({ ...device, reducedMotion: 'reduce' });
    const { page } = here;
    await page.goto(sentDesign(marked(), builtAddress()).link);
    await page.getByText('A design waits for a photo').waitFor();
    await here.choosePhoto(SAMPLE);
    await page.locator('html[data-stage="editing"]').waitFor({ state: 'attached', timeout: 60_000 });
    await page.getByText('The design is here, as Design B.').first().waitFor({ state: 'attached' });
    await page.getByRole('button', { name: 'Finish', exact: true }).first().click();
    const [download] = await Promise.all([
      page.waitForEvent('download', { timeout: 60_000 }),
      page.getByRole('button', { name: 'Save with sketch and measures', exact: true }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^stipple-\w{8}-/);
    const bytes = readFileSync(await download.path());
    const picture = PNG.sync.read(bytes);
    const full = await page.evaluate(
      async (base64) => {
        const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
        const { width, height } = await createImageBitmap(new Blob([bytes]));
        return { width, height };
      },
      readFileSync(SAMPLE, 'base64'),
    );
    expect(picture.width).toBe(full.width);
    const textPx = Math.round(picture.width / 48);
    const radius = 0.75 * textPx;
    const discs = discsIn(picture, full.height, radius);
    expect(discs).toHaveLength(NOTES + GUIDES);
    for (const [at, a] of discs.entries())
      for (const b of discs.slice(at + 1)) expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThan(2 * radius);
    // The heading, two columns of notes and measures, and what the picture is.
    expect(linesIn(picture, full.height)).toBeGreaterThanOrEqual(2 + Math.ceil((NOTES + GUIDES + 3) / 2));
    expect(here.errors).toEqual([]);

    if (device === PHONE) {
      await page.getByRole('button', { name: 'Finish', exact: true }).first().tap();
      await page.getByRole('button', { name: 'Open the plan' }).tap();
      await page.getByText('All pictures are ready.').waitFor({ timeout: 80_000 });
      const sideways = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(sideways).toBeLessThanOrEqual(0);
      for (const each of await page.locator('.paper-bar').getByRole('button').all())
        expect((await each.boundingBox())?.height ?? 0).toBeGreaterThanOrEqual(44);
      const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
      const pages = await readPdf(pdf);
      // As many notes as these have a page of their own.
      expect(pages).toHaveLength(5);
      for (const [at, { text, beyond, shapesPt, pictures }] of pages.entries()) {
        expect(text).toContain(`Page ${at + 1} of 5`);
        expect(beyond).toEqual([]);
        expect(shapesPt.some((pt) => Math.abs((pt * 25.4) / 72 - 100) <= 0.2)).toBe(true);
        for (const { widthPt, widthPx } of pictures) expect(widthPx / (widthPt / 72)).toBeGreaterThan(250);
      }
      expect(pages.map(({ text }) => flat(text)).join()).toContain(flat('no. 14 of them'));
      expect(here.errors).toEqual([]);
    }
    await here.end();
  },
);
