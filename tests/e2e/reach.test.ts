import { PNG } from 'pngjs';
import type { CDPSession, Locator, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Panel } from '~/store/app-state';
import { PANEL_NAMES } from '~/ui/words/editor-words';
import { cutOff, freePictureShare, outOfReach, overlapping, sideways } from '../support/out-of-reach';
import { closeBrowser, openBrowser, visit } from '../support/visit';
import type { Visit } from '../support/visit';

beforeAll(openBrowser);
afterAll(closeBrowser);

const PATIENCE_MS = 300_000;
/** By then a picture stands where its window wants it, on a graphics card made of software that has much to draw. */
const DRAWN_WITHIN_MS = 10_000;

/** How somebody sees the page who sets it larger: the window, CSS px, and the size of text, px, set in the browser or by a sheet of style. */
interface Seen {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly textPx: number;
  readonly bySheet?: true;
}
const SEEN: readonly Seen[] = [
  { name: 'a window of 320 × 256', width: 320, height: 256, textPx: 16 },
  { name: 'a window of 427 × 287', width: 427, height: 287, textPx: 16 },
  { name: 'text of 130 %', width: 1280, height: 800, textPx: 21 },
  { name: 'text of 200 %', width: 1280, height: 800, textPx: 32, bySheet: true },
  { name: 'text of 200 % on a phone', width: 390, height: 844, textPx: 32 },
];
const USUAL: Seen = { name: 'as usual', width: 1280, height: 800, textPx: 16 };

/** Of the height of a low window the picture keeps at least so much, of the part that nothing lies on. */
const LEAST_PICTURE_SHARE = 0.3;

const PANELS = ['hairline', 'density', 'pigment', 'time', 'photo'] satisfies Panel[];

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

/** Looked at by a person too, where they ask for pictures. */
async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env.STIPPLE_PICTURES;
  if (folder !== undefined) await page.screenshot({ path: `${folder}/reach-${name}.png` });
}

/** Light of an sRGB pixel, 0–1 (WCAG 2.2, relative luminance). */
function luminance(data: Uint8Array, at: number): number {
  const [r, g, b] = [0, 1, 2].map((c) => {
    const code = data[at + c] / 255;
    return code <= 0.04045 ? code / 12.92 : ((code + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
const contrast = (a: number, b: number): number => (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);

/** Of the columns of a control's picture the share in which something stands out from its corner, by 3 : 1 (WCAG 1.4.11). */
async function shareInSight(what: Locator): Promise<number> {
  const { width, height, data } = PNG.sync.read(await what.screenshot());
  const ground = luminance(data, 0);
  let columns = 0;
  for (let x = 0; x < width; x++) {
    let most = 1;
    for (let y = 0; y < height; y++) most = Math.max(most, contrast(luminance(data, 4 * (y * width + x)), ground));
    if (most >= 3) columns++;
  }
  return columns / width;
}

describe('a page as somebody sees it who has it larger, or in colours of their own', () => {
  let here: Visit;
  let page: Page;
  beforeAll(async () => {
    here = await visit({ reducedMotion: 'reduce' });
    ({ page } = here);
  }, PATIENCE_MS);
  afterAll(async () => {
    expect(here.errors).toEqual([]);
    await here.end();
  });

  it(
    'in a small window and with large text every control of every screen can be brought into view and hit, none lies on another, and no text is cut off',
    async () => {
      const session: CDPSession = await page.context().newCDPSession(page);
      const faults: string[] = [];
      const seeAs = async ({ width, height, textPx, bySheet }: Seen): Promise<void> => {
        await page.setViewportSize({ width, height });
        await session.send('Page.setFontSizes', { fontSizes: { standard: bySheet ? 16 : textPx } });
        await page.evaluate(
          (size) => {
            document.documentElement.style.fontSize = size;
          },
          bySheet ? `${textPx}px` : '',
        );
        const seen = () =>
          page.evaluate(() => [
            innerWidth,
            innerHeight,
            parseFloat(getComputedStyle(document.documentElement).fontSize),
          ]);
        await expect.poll(seen, { timeout: 20_000 }).toEqual([width, height, textPx]);
        await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
      };
      const check = async (seen: Seen, screen: string): Promise<void> => {
        await picture(page, `${seen.width}-${seen.textPx}-${screen}`);
        // A question lies over the points of the line until it is answered.
        const asked = /^div Hairline point: /;
        const find = async (): Promise<string[]> => [
          ...(await outOfReach(page)).filter((missed) => screen !== 'question' || !asked.test(missed)),
          ...(await cutOff(page)).map((text) => `cut off: ${text}`),
          ...(await sideways(page)).map((holder) => `wider than the screen: ${holder}`),
          ...(await overlapping(page)).map((pair) => `on each other: ${pair}`),
        ];
        // A picture that is still being drawn for the new window brings its points a moment later.
        let found = await find();
        for (const until = Date.now() + DRAWN_WITHIN_MS; found.length > 0 && Date.now() < until;) {
          await page.waitForTimeout(500);
          found = await find();
        }
        for (const fault of found) faults.push(`${seen.name}, ${screen}: ${fault}`);
      };
      const inAll = async (screen: string): Promise<void> => {
        for (const seen of SEEN) {
          await seeAs(seen);
          await check(seen, screen);
        }
        await seeAs(USUAL);
      };

      await inAll('start');
      await here.choosePhoto('assets/samples/front-light-web.jpg');
      await here.reach('editing');
      await page.getByRole('region', { name: 'What is it for?' }).waitFor();
      await inAll('question');
      // What is said of a file that is no photo stays until it is put away, however low the window and whatever was scrolled.
      await here.choosePhoto({ name: 'a.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('no photo') });
      await button(page, 'Close message').waitFor();
      await inAll('question');
      await button(page, 'Close message').click();
      await button(page, 'Man').click();
      for (const seen of SEEN) {
        await seeAs(seen);
        for (const panel of PANELS) {
          // What is far from the thumb lies behind More there.
          if (!(await button(page, PANEL_NAMES[panel]).isVisible())) continue;
          await here.goTo(panel);
          await check(seen, panel);
        }
        const share = await page.evaluate(freePictureShare);
        if (share < LEAST_PICTURE_SHARE) faults.push(`${seen.name}: ${share.toFixed(2)} of the height is picture`);
        await button(page, 'Finish').first().click();
        await page.getByRole('dialog').waitFor();
        await check(seen, 'finish');
        await page.keyboard.press('Escape');
        await page.getByRole('dialog').waitFor({ state: 'detached' });
      }
      await seeAs(USUAL);
      expect(faults).toEqual([]);
    },
    PATIENCE_MS,
  );

  it.each(['light', 'dark'] as const)(
    'in colours of one’s own, %s, tracks are seen, and what is chosen is told from what is not',
    async (colorScheme) => {
      await page.emulateMedia({ forcedColors: 'active', colorScheme, reducedMotion: 'reduce' });
      for (const panel of PANELS) {
        await here.goTo(panel);
        const ranges = page.locator('.column input.range:visible');
        await picture(page, `own-${colorScheme}-${panel}`);
        for (const range of await ranges.all())
          expect(await shareInSight(range), (await range.getAttribute('aria-label')) ?? panel).toBeGreaterThan(0.9);
      }
      await here.goTo('hairline');
      const cards = page.locator('.choice:visible');
      const chosen = page.locator(':checked');
      const groundOf = (card: Locator) => card.first().evaluate((each) => getComputedStyle(each).backgroundColor);
      expect(await groundOf(cards.filter({ has: chosen }))).not.toBe(await groundOf(cards.filter({ hasNot: chosen })));
    },
    PATIENCE_MS,
  );
});
