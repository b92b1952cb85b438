import { readdirSync } from 'node:fs';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeBrowser, openBrowser, visit } from '../support/visit';

const WEB_SAMPLE = 'assets/samples/front-light-web.jpg';

beforeAll(openBrowser);
afterAll(closeBrowser);

/** The host answers 503 the first time that something is asked for. */
const busy =
  (what: RegExp) =>
  async (page: Page): Promise<void> => {
    let asked = 0;
    await page.route(what, (route) => (asked++ === 0 ? route.fulfill({ status: 503, body: '' }) : route.continue()));
  };

const chunk = (name: string): RegExp => new RegExp(`/assets/${name}-[^/]+$`);

describe('a part that fails to load once', () => {
  it.each([
    ['the editor’s script', chunk('editor')],
    ['what follows the first screen', chunk('start-editor')],
    ['a style sheet', /\/assets\/(?!index-)[^/]+\.css$/],
    ['the picture’s script', chunk('create-renderer')],
    ['the dots', /\/dots\.bin$/],
    ['the detector', chunk('detect-worker')],
    ['a model', /\/models\//],
    ['the WebAssembly', /\.wasm$/],
  ])('%s: is asked for again, and the photo opens as ever', async (_, what) => {
    const here = await visit({}, busy(what));
    await here.choosePhoto(WEB_SAMPLE);
    await here.reach('editing');
    expect(await here.page.getByRole('status').first().textContent()).toBe('Head found');
    await expect
      .poll(() => here.page.locator('.editor').evaluate((place) => getComputedStyle(place).display))
      .toBe('grid');
    expect(here.errors).toEqual([]);
    await here.end();
  });
});

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
  for (const name of ['editor', 'start-editor', 'create-renderer', 'detect-worker'])
    expect(
      built.some((path) => chunk(name).test(path)),
      name,
    ).toBe(true);
});
