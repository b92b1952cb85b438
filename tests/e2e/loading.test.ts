import { readdirSync, readFileSync } from 'node:fs';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { button } from '../support/controls';
import { failingHost } from '../support/page-faults';
import type { HostFailure } from '../support/page-faults';
import { linkOfCode } from '../support/plan';
import { finish, taken } from '../support/take-home';
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

/** Parts that the work itself is done with, or the first screen: they may come while the page is idle. */
const OF_THE_WORK = [
  ...['start-editor', 'editor', 'choose-face', 'place-head', 'create-renderer', 'compare-view', 'decode-heic'],
  ...['camera-dialog', 'guided-camera', 'saved-projects', 'launched-files'],
  ...['code-box', 'offline-box', 'offline', 'update-notice'],
  // Words on the buttons that stand on the first screen and in the editor.
  ...['code-words', 'healed-words'],
];

/** Every part of the end of the job, by what asks for it, in the order in which the test does. */
const GOES_HOME = {
  finish: ['finish-screen', 'sent-code'],
  comparison: ['encode-comparison'],
  sketch: ['encode-sketch'],
  codePicture: ['code-picture'],
  film: ['encode-film'],
  know: ['know-page'],
  licences: ['licences-page'],
  takeCode: ['take-code'],
  pasted: ['code-reader'],
  scanned: ['scan-code', 'zxing_reader'],
  healed: ['healed-screen', 'day-taken'],
  plan: ['plan-on-paper'],
  book: ['client-book'],
} as const;

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
    expect(Object.values(GOES_HOME).flat().filter(isAsked)).toEqual([]);
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

it('of what goes home each part is loaded by what asks for it, and none before', async () => {
  const here = await visit({ reducedMotion: 'reduce' });
  const { page } = here;
  const isAsked = (part: string): boolean => here.requests.some((url) => chunk(part).test(url));
  const steps = Object.entries(GOES_HOME);
  let at = 0;
  /** What comes next is done, and its parts are there, but none of what comes later. */
  const loads = async (step: keyof typeof GOES_HOME, act: () => Promise<unknown>): Promise<void> => {
    expect(steps[at]?.[0]).toBe(step);
    await act();
    for (const part of GOES_HOME[step]) await expect.poll(() => isAsked(part), { message: part }).toBe(true);
    await page.waitForLoadState('networkidle');
    const later = steps.slice(++at).flatMap(([, parts]) => parts);
    expect(later.filter(isAsked), `before it is asked for, by ${step}`).toEqual([]);
  };
  await here.choosePhoto(WEB_SAMPLE);
  await here.reach('editing');
  await page.waitForLoadState('networkidle');

  let link = '';
  await loads('finish', async () => {
    await finish(here);
    link = await linkOfCode(page);
    await page.keyboard.press('Escape');
  });
  await loads('comparison', () => taken(here, 'Save before and after'));
  await loads('sketch', () => taken(here, 'Save with sketch and measures'));
  let squares: Buffer = Buffer.alloc(0);
  await loads('codePicture', async () => {
    squares = (await taken(here, 'Save design code')).bytes;
  });
  await loads('film', async () => {
    await finish(here);
    await press(page, 'Save film');
    await press(page, 'Cancel');
    await page.getByRole('progressbar').waitFor({ state: 'detached' });
  });
  await finish(here);
  await loads('know', () => press(page, 'What everyone should know'));
  await loads('licences', () => press(page, 'Licences'));
  for (const each of ['Licences', 'What everyone should know', 'Take it with you']) {
    await page.keyboard.press('Escape');
    await page.getByRole('dialog', { name: each }).waitFor({ state: 'detached' });
  }
  await finish(here);
  await loads('takeCode', () => press(page, 'Open a design code'));
  const codes = page.getByRole('dialog', { name: 'Open a design code' });
  await loads('pasted', async () => {
    await codes.getByRole('textbox', { name: 'Link or text of a code' }).fill(link.slice(0, -9));
    await press(page, 'Take it in');
    await codes.getByText('This code is not whole, or was changed.').waitFor();
  });
  await loads('scanned', async () => {
    const code = { name: 'code.png', mimeType: 'image/png', buffer: squares };
    await codes.getByLabel('From a picture of it').setInputFiles(code);
    await codes.waitFor({ state: 'detached' });
  });
  await loads('healed', async () => {
    await finish(here);
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), press(page, 'Add a healed photo')]);
    await chooser.setFiles(WEB_SAMPLE);
    await page.getByRole('dialog', { name: 'Planned and real' }).waitFor({ timeout: 60_000 });
  });
  await press(page, 'Close');
  await loads('plan', () => page.keyboard.press('Control+P'));
  await press(page, 'Back to the design');
  await press(page, 'New photo');
  await here.reach('start');
  await loads('book', () => page.getByRole('button', { name: /^All works on this device/ }).click());
  expect(at).toBe(steps.length);
  expect(here.errors).toEqual([]);
  await here.end();
});

it('names the parts as the build does, and every part that is loaded later is of the work or goes home', () => {
  const built = readdirSync('dist/assets').map((name) => `/assets/${name}`);
  const known: readonly string[] = [...OF_THE_WORK, ...Object.values(GOES_HOME).flat()];
  for (const name of [...known, 'detect-worker'])
    expect(
      built.some((path) => chunk(name).test(path)),
      name,
    ).toBe(true);
  const sources = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file));
  const later = sources.flatMap((file) =>
    [...readFileSync(`src/${file}`, 'utf8').matchAll(/=> import\('[^']*?([\w-]+)'\)/g)].map(([, part]) => part),
  );
  expect(later.length).toBeGreaterThan(30);
  expect(later.filter((part) => !known.includes(part))).toEqual([]);
});
