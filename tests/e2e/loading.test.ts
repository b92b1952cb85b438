import { readdirSync, readFileSync } from 'node:fs';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeBrowser, openBrowser, visit } from '../support/visit';

const WEB_SAMPLE = 'assets/samples/front-light-web.jpg';

beforeAll(openBrowser);
afterAll(closeBrowser);

/** The first time that something is asked for the host answers 503, or the line breaks off. */
type Failure = 'busy' | 'broken off';
const failingOnce = (what: RegExp, how: Failure) => {
  let asked = 0;
  return {
    asked: () => asked,
    before: (page: Page) =>
      page.route(what, (route) => {
        if (asked++ > 0) return route.continue();
        return how === 'busy' ? route.fulfill({ status: 503, body: '' }) : route.abort();
      }),
  };
};

const chunk = (name: string): RegExp => new RegExp(`/assets/${name}-[^/]+$`);

/** The sheet without which the editor is no editor; the build names it after whatever part it comes with. */
const editorSheet = (): RegExp => {
  const sheets = readdirSync('dist/assets').filter((file) => file.endsWith('.css'));
  const found = sheets.filter((file) => readFileSync(`dist/assets/${file}`, 'utf8').includes('.editor{'));
  expect(found).toHaveLength(1);
  return new RegExp(`/assets/${found[0]}$`);
};

describe('a part that fails to load once', () => {
  it.each<[string, RegExp | (() => RegExp), Failure?]>([
    ['the editor’s script', chunk('editor')],
    ['what follows the first screen', chunk('start-editor')],
    ['the editor’s style sheet', editorSheet],
    ['the editor’s style sheet, broken off', editorSheet, 'broken off'],
    ['the picture’s script', chunk('create-renderer')],
    ['the dots', /\/dots\.bin$/],
    ['the detector', chunk('detect-worker')],
    ['a model', /\/models\//],
    ['the WebAssembly', /\.wasm$/],
  ])('%s: is asked for again, and the photo opens as ever', async (_, what, how = 'busy') => {
    const once = failingOnce(typeof what === 'function' ? what() : what, how);
    const here = await visit({}, once.before);
    await here.choosePhoto(WEB_SAMPLE);
    await here.reach('editing');
    expect(await here.page.getByRole('status').first().textContent()).toBe('Head found');
    await expect
      .poll(() => here.page.locator('.editor').evaluate((place) => getComputedStyle(place).display))
      .toBe('grid');
    expect(once.asked()).toBeGreaterThan(1);
    expect(here.errors).toEqual([]);
    await here.end();
  });
});

/** Parts of the end of the job. */
const GOES_HOME = ['finish-screen', 'plan-on-paper', 'healed-screen', 'take-code'];

const press = (page: Page, name: string): Promise<void> =>
  page.getByRole('button', { name, exact: true }).first().click();

async function opensAndCloses(page: Page, name: string): Promise<void> {
  await press(page, name);
  await page.getByRole('dialog').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}

describe('a part that does not come', () => {
  it('is said, with what to do, and a later try succeeds', async () => {
    let gone = true;
    const here = await visit({}, (page) =>
      page.route(/\/dots\.bin$/, (route) => (gone ? route.fulfill({ status: 503, body: '' }) : route.continue())),
    );
    await here.choosePhoto(WEB_SAMPLE);
    await expect
      .poll(() => here.page.getByRole('status').first().textContent(), { timeout: 20_000 })
      .toBe('A part of Stipple could not be loaded.');
    gone = false;
    await here.choosePhoto(WEB_SAMPLE);
    await here.reach('editing');
    expect(here.errors).toEqual([]);
    await here.end();
  });

  it('leaves a sentence and Reload where a screen should be, and the work comes back with the page', async () => {
    let broken = true;
    const here = await visit({}, (page) =>
      page.route(chunk('editor'), (route) => (broken ? route.fulfill({ status: 503, body: '' }) : route.continue())),
    );
    await here.choosePhoto(WEB_SAMPLE);
    const reload = here.page.getByRole('button', { name: 'Reload' });
    await reload.waitFor({ timeout: 30_000 });
    expect(await here.page.getByRole('alert').textContent()).toMatch(/could not be loaded/);
    broken = false;
    await reload.click();
    await here.reach('editing');
    await here.page.getByRole('img', { name: 'Preview' }).waitFor();
    await here.end();
  });

  it('leaves the editor as it is where something opens on it: a sentence, and it opens once the part comes', async () => {
    let broken = true;
    const parts = ['compare-view', 'finish-screen', 'plan-on-paper'].map(chunk);
    const here = await visit({}, (page) =>
      page.route(
        (url) => parts.some((part) => part.test(url.pathname)),
        (route) => (broken ? route.fulfill({ status: 503, body: '' }) : route.continue()),
      ),
    );
    const { page } = here;
    const isThere = async (): Promise<void> => {
      const said = () => page.getByRole('status').first().textContent();
      await expect.poll(said).toBe('A part of Stipple could not be loaded.');
      await page.getByRole('button', { name: 'Close message' }).click();
      await page.getByRole('img', { name: 'Preview' }).waitFor();
      expect(await page.locator('.broken').count()).toBe(0);
    };
    await here.choosePhoto(WEB_SAMPLE);
    await here.reach('editing');
    for (const opens of ['Compare designs', 'Finish']) {
      await press(page, opens);
      await isThere();
    }
    await page.keyboard.press('Control+P');
    await isThere();
    broken = false;
    for (const opens of ['Compare designs', 'Finish']) await opensAndCloses(page, opens);
    await page.keyboard.press('Control+P');
    await page.getByRole('button', { name: 'Back to the design' }).click();
    await page.getByRole('img', { name: 'Preview' }).waitFor();
    expect(here.errors).toEqual([]);
    await here.end();
  });

  it('is there already where the network goes after the first photo, if it is of the work itself; what goes home is not loaded before it is asked for', async () => {
    const here = await visit();
    const { page } = here;
    const isAsked = (part: string): boolean => here.requests.some((url) => chunk(part).test(url));
    await here.choosePhoto(WEB_SAMPLE);
    await here.reach('editing');
    await expect.poll(() => isAsked('compare-view')).toBe(true);
    await page.waitForLoadState('networkidle');
    expect(GOES_HOME.filter(isAsked)).toEqual([]);
    await page.context().setOffline(true);
    await opensAndCloses(page, 'Compare designs');
    expect(here.errors).toEqual([]);
    await here.end();
  });

  it('is done without where it is optional: an outline that never comes', async () => {
    const here = await visit({}, (page) => page.route(/selfie_segmenter/, () => undefined));
    await here.choosePhoto(WEB_SAMPLE);
    await here.reach('editing');
    expect(here.errors).toEqual([]);
    await here.end();
  });
});

it('names the chunks as the build does', () => {
  const built = readdirSync('dist/assets').map((name) => `/assets/${name}`);
  for (const name of [
    ...['editor', 'start-editor', 'create-renderer', 'detect-worker'],
    ...['compare-view', ...GOES_HOME],
  ])
    expect(
      built.some((path) => chunk(name).test(path)),
      name,
    ).toBe(true);
});
