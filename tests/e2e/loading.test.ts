import { readdirSync, readFileSync } from 'node:fs';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { button } from '../support/controls';
import { failingHost } from '../support/page-faults';
import type { HostFailure } from '../support/page-faults';
import { closeBrowser, openBrowser, visit } from '../support/visit';

const WEB_SAMPLE = 'assets/samples/front-light-web.jpg';

beforeAll(openBrowser);
afterAll(closeBrowser);

const chunk = (name: string): RegExp => new RegExp(`/assets/${name}-[^/]+$`);

/** The sheet without which the editor is no editor; the build names it after whatever part it comes with. */
const editorSheet = (): RegExp => {
  const sheets = readdirSync('dist/assets').filter((file) => file.endsWith('.css'));
  const found = sheets.filter((file) => readFileSync(`dist/assets/${file}`, 'utf8').includes('.editor{'));
  expect(found).toHaveLength(1);
  return new RegExp(`/assets/${found[0]}$`);
};

describe('a part that fails to load once', () => {
  it.each<[string, RegExp | (() => RegExp), HostFailure?]>([
    ['the editor’s script', chunk('editor')],
    ['what follows the first screen', chunk('start-editor')],
    ['the editor’s style sheet', editorSheet],
    ['the editor’s style sheet, broken off', editorSheet, 'broken off once'],
    ['the picture’s script', chunk('create-renderer')],
    ['the dots', /\/dots\.bin$/],
    ['the detector', chunk('detect-worker')],
    ['a model', /\/models\//],
    ['the WebAssembly', /\.wasm$/],
  ])('%s: is asked for again, and the photo opens as ever', async (_, what, how = 'busy once') => {
    const once = failingHost(typeof what === 'function' ? what() : what, how);
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

const press = (page: Page, name: string): Promise<void> => button(page, name).click();

async function opensAndCloses(page: Page, name: string): Promise<void> {
  await press(page, name);
  await page.getByRole('dialog').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}

describe('a part that does not come', () => {
  it('is said, with what to do, and a later try succeeds', async () => {
    const host = failingHost(/\/dots\.bin$/, 'gone');
    const here = await visit({}, host.before);
    await here.choosePhoto(WEB_SAMPLE);
    await expect
      .poll(() => here.page.getByRole('status').first().textContent(), { timeout: 20_000 })
      .toBe('A part of Stipple could not be loaded.');
    host.mend();
    await here.choosePhoto(WEB_SAMPLE);
    await here.reach('editing');
    expect(here.errors).toEqual([]);
    await here.end();
  });

  it('leaves a sentence and Reload where a screen should be, and the work comes back with the page', async () => {
    const host = failingHost(chunk('editor'), 'gone');
    const here = await visit({}, host.before);
    await here.choosePhoto(WEB_SAMPLE);
    const reload = here.page.getByRole('button', { name: 'Reload' });
    await reload.waitFor({ timeout: 30_000 });
    expect(await here.page.getByRole('alert').textContent()).toMatch(/could not be loaded/);
    host.mend();
    await reload.click();
    await here.reach('editing');
    await here.page.getByRole('img', { name: 'Preview' }).waitFor();
    await here.end();
  });

  it('leaves the editor as it is where something opens on it: a sentence, and it opens once the part comes', async () => {
    const host = failingHost(chunk('(?:compare-view|finish-screen|plan-on-paper)'), 'gone');
    const here = await visit({}, host.before);
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
    host.mend();
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
    const here = await visit({}, failingHost(/selfie_segmenter/, 'silent').before);
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
