import { readFileSync } from 'node:fs';
import { chromium } from 'playwright';
import type { Browser, BrowserContextOptions, Page } from 'playwright';
import type { Panel } from '~/store/app-state';
import { PANEL_NAMES } from '~/ui/words/editor-words';
import { CHROMIUM_ARGS, requireChromium } from '../../tools/chromium';
import { sectionOf } from './where';

/** One person's visit to the built page: its page, every request it made and every error it threw. */
export interface Visit {
  readonly page: Page;
  readonly requests: string[];
  readonly errors: string[];
  stage(): Promise<string | null>;
  /** Waits for `<html data-stage>`. */
  reach(stage: string): Promise<void>;
  /** Sets a range input by its accessible name, in its section, as a hand on the slider does: input events, then change. */
  slide(name: string, value: number): Promise<void>;
  choosePhoto(file: string | { name: string; mimeType: string; buffer: Buffer }): Promise<void>;
  /** Presses a button that saves something and answers with the bytes. */
  saved(button: string): Promise<Buffer>;
  /** Goes to a section of the editor. */
  goTo(panel: Panel): Promise<void>;
  end(): Promise<void>;
}

export const PHONE: BrowserContextOptions = {
  viewport: { width: 390, height: 844 },
  hasTouch: true,
  isMobile: true,
  deviceScaleFactor: 2,
};

let browser: Browser | null = null;

export const openBrowser = (): Promise<void> => openBrowserWith([]);

/** `flags`: beside the usual ones, such as those for a camera. */
export async function openBrowserWith(flags: readonly string[]): Promise<void> {
  browser = await chromium.launch({ executablePath: requireChromium(), args: [...CHROMIUM_ARGS, ...flags] });
}

export async function closeBrowser(): Promise<void> {
  await browser?.close();
  browser = null;
}

/** The address that tests/support/serve-built.ts serves the built page at. */
export function builtAddress(): string {
  const address = process.env.STIPPLE_URL;
  if (address === undefined) throw new Error('The built page is not served.');
  return address;
}

/** `before` runs ahead of the page's own scripts: to break something on purpose. */
export async function visit(
  options: BrowserContextOptions = {},
  before: (page: Page) => Promise<unknown> = () => Promise.resolve(),
): Promise<Visit> {
  if (browser === null) throw new Error('Call openBrowser first.');
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    acceptDownloads: true,
    ...options,
  });
  const page = await context.newPage();
  const requests: string[] = [];
  const errors: string[] = [];
  context.on('request', (request) => requests.push(request.url()));
  page.on('pageerror', (error) => errors.push(error.message));
  // Tools run through a compiler that marks functions with their names, those for the page too.
  await page.addInitScript('globalThis.__name ??= (marked) => marked');
  await before(page);
  await page.goto(builtAddress());
  const stage = (): Promise<string | null> => page.locator('html').getAttribute('data-stage');
  const goTo = async (panel: Panel | null): Promise<void> => {
    if (panel === null || (await page.getByRole('main').getAttribute('data-section')) === panel) return;
    await page.getByRole('button', { name: PANEL_NAMES[panel], exact: true }).click();
  };
  return {
    page,
    requests,
    errors,
    stage,
    goTo,
    reach: async (wanted) => {
      await page.locator(`html[data-stage="${wanted}"]`).waitFor({ state: 'attached', timeout: 30_000 });
    },
    slide: async (name, value) => {
      await goTo(sectionOf(name));
      await page.getByRole('slider', { name, exact: true }).evaluate((input: HTMLInputElement, to) => {
        // Past React's own setter, as a hand would.
        Reflect.set(HTMLInputElement.prototype, 'value', String(to), input);
        input.dispatchEvent(new Event('input', { bubbles: true }));
        input.dispatchEvent(new Event('change', { bubbles: true }));
      }, value);
    },
    choosePhoto: (file) => page.getByLabel('Choose a photo').first().setInputFiles(file),
    saved: async (button) => {
      const [download] = await Promise.all([
        page.waitForEvent('download', { timeout: 60_000 }),
        page.getByRole('button', { name: button, exact: true }).first().click(),
      ]);
      return readFileSync(await download.path());
    },
    end: async () => {
      await context.close();
    },
  };
}
