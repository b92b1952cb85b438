import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Download } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { button, densitySlider } from '../support/controls';
import { middleOf } from '../support/middle-of';
import { graphicsCard } from '../support/page-faults';
import { closeBrowser, openBrowser, visit } from '../support/visit';
import type { Visit } from '../support/visit';

const SAMPLE = 'assets/samples/front-light-web.jpg';

beforeAll(openBrowser);
afterAll(closeBrowser);

const said = (here: Visit): Promise<string | null> => here.page.getByRole('status').first().textContent();
const press = (here: Visit, name: string): Promise<void> => button(here.page, name).click();

describe('a graphics card that goes away', () => {
  it('and stays away: no picture is given out, a sentence says so, and a reload brings the work back', async () => {
    const here = await visit();
    const downloads: Download[] = [];
    here.page.on('download', (download) => downloads.push(download));
    await here.choosePhoto(SAMPLE);
    await here.reach('editing');
    await here.slide('Density', 150);
    await graphicsCard(here.page, 'lose');
    await press(here, 'Save picture');
    await expect.poll(() => said(here), { timeout: 30_000 }).toMatch(/not saved: the graphics card/);
    expect(downloads).toEqual([]);
    await press(here, 'Reload');
    await here.reach('editing');
    expect(await (await densitySlider(here.page)).inputValue()).toBe('150');
    expect((await here.saved('Save picture')).length).toBeGreaterThan(100_000);
    await here.end();
  });

  it('during a save: the picture that arrives is the same as without', async () => {
    const here = await visit();
    await here.choosePhoto(SAMPLE);
    await here.reach('editing');
    const before = await here.saved('Save picture');
    await graphicsCard(here.page, 'lose');
    const arrives = here.page.waitForEvent('download', { timeout: 60_000 });
    await press(here, 'Save picture');
    await here.page.waitForTimeout(1500);
    await graphicsCard(here.page, 'restore');
    expect(readFileSync(await (await arrives).path()).equals(before)).toBe(true);
    await here.end();
  });
});

it('saves asked for at once all arrive, whatever is opened meanwhile', async () => {
  const here = await visit();
  const arrived: string[] = [];
  here.page.on('download', (download) => arrived.push(download.suggestedFilename()));
  await here.choosePhoto(SAMPLE);
  await here.reach('editing');
  await press(here, 'Save picture');
  await press(here, 'Save project');
  await here.choosePhoto('assets/samples/turned-stubble-web.jpg');
  await expect
    .poll(() => arrived.map((name) => name.replace(/^stipple-\w{8}-|\d{4}-\d\d-\d\d/g, '')).sort(), { timeout: 60_000 })
    .toEqual(['.stipple', 'healed-.png']);
  await here.reach('editing');
  await here.end();
});

describe('a file that does not stay', () => {
  it.each([
    ['overwritten', (path: string) => writeFileSync(path, 'other bytes')],
    ['deleted', (path: string) => rmSync(path)],
  ])('%s after it was opened: picture, project and kept work are whole', async (_, change) => {
    const folder = mkdtempSync(join(tmpdir(), 'stipple-e2e-'));
    const path = join(folder, 'photo.jpg');
    copyFileSync(SAMPLE, path);
    const here = await visit();
    await here.choosePhoto(path);
    await here.reach('editing');
    change(path);
    const picture = await here.saved('Save picture');
    const project = await here.saved('Save project');
    await here.page.waitForTimeout(1500);
    await here.page.reload();
    await here.reach('editing');
    expect((await here.saved('Save picture')).equals(picture)).toBe(true);
    const elsewhere = await visit();
    await elsewhere.choosePhoto({ name: 'head.stipple', mimeType: 'application/json', buffer: project });
    await elsewhere.reach('editing');
    expect((await elsewhere.saved('Save picture')).equals(picture)).toBe(true);
    expect([...here.errors, ...elsewhere.errors]).toEqual([]);
    await elsewhere.end();
    await here.end();
    rmSync(folder, { recursive: true });
  });
});

/** Something changed by hand: what it was then, and when. */
interface Change {
  readonly value: number;
  readonly atMs: number;
}

/** How long before the end the first change was made that is not kept, ms; 0 where all are. */
function lostOf(changes: readonly Change[], kept: number, endMs: number): number {
  const last = changes.findLastIndex(({ value }) => value === kept);
  expect(last, `${kept} is none of ${changes.map(({ value }) => value).join(' ')}`).toBeGreaterThanOrEqual(0);
  return last === changes.length - 1 ? 0 : endMs - changes[last + 1].atMs;
}
const MOST_LOST_MS = 1000;

it('steady changes and a page that dies: no more than a second of work is gone', async () => {
  const here = await visit();
  await here.choosePhoto(SAMPLE);
  await here.reach('editing');
  const changes: Change[] = [];
  const from = Date.now();
  for (let value = 60; Date.now() - from < 5000; value = value === 300 ? 60 : value + 5) {
    const atMs = Date.now();
    await here.slide('Density', value);
    changes.push({ value, atMs });
    await here.page.waitForTimeout(150);
  }
  const diedAtMs = Date.now();
  const again = await here.page.context().newPage();
  // As a crash: no event tells the page.
  const session = await here.page.context().newCDPSession(here.page);
  void session.send('Page.crash').catch(() => undefined);
  await again.goto(here.page.url());
  await again.locator('html[data-stage="editing"]').waitFor({ state: 'attached', timeout: 30_000 });
  const kept = Number(await (await densitySlider(again)).inputValue());
  expect(lostOf(changes, kept, diedAtMs)).toBeLessThan(MOST_LOST_MS);
  await here.end();
});

it('a reload in the middle of a drag: no more than a second of it is gone', async () => {
  const here = await visit({ reducedMotion: 'reduce' });
  const { page } = here;
  await here.choosePhoto(SAMPLE);
  await here.reach('editing');
  const point = page.getByRole('slider', { name: 'Hairline point: middle', exact: true });
  const height = async (): Promise<number> => Number(await point.getAttribute('aria-valuenow'));
  const { x, y } = await middleOf(point);
  const before = await height();
  await page.mouse.move(x, y);
  await page.mouse.down();
  const changes: Change[] = [];
  const from = Date.now();
  for (let moves = 1; Date.now() - from < 2500; moves++) {
    const atMs = Date.now();
    await page.mouse.move(x, y - 2 * moves);
    changes.push({ value: await height(), atMs });
    await page.waitForTimeout(80);
  }
  const endMs = Date.now();
  expect(changes.at(-1)?.value).toBeGreaterThan(before + 2);
  await page.reload();
  await here.reach('editing');
  expect(lostOf(changes, await height(), endMs)).toBeLessThan(MOST_LOST_MS);
  expect(here.errors).toEqual([]);
  await here.end();
});

/** What of a photo's way is reached, as somebody sees it, by the photo that leads there. */
const REACHED: readonly (readonly [string, string, (here: Visit) => Promise<void>])[] = [
  [
    'place the head, before its first picture',
    'assets/samples/from-behind-web.jpg',
    (here) => here.reach('place-head'),
  ],
  [
    'place the head, with its picture',
    'assets/samples/from-behind-web.jpg',
    (here) => here.page.getByRole('button', { name: /^Crown, with arrow keys/ }).waitFor(),
  ],
  ['the editor, before anything is revealed', SAMPLE, (here) => here.reach('editing')],
  ['the editor, with its picture', SAMPLE, (here) => here.page.getByRole('button', { name: 'Save picture' }).waitFor()],
];

it.each(REACHED)('a reload at once loses no photo: %s', async (_, photo, reach) => {
  const here = await visit();
  await here.choosePhoto(photo);
  await reach(here);
  const stage = await here.stage();
  await here.page.reload();
  await here.reach(stage ?? '');
  expect(here.errors).toEqual([]);
  await here.end();
});

it('two tabs on one project: both people’s changes are kept, and the second is told', async () => {
  const here = await visit();
  await here.choosePhoto(SAMPLE);
  await here.reach('editing');
  await here.slide('Density', 100);
  await here.page.waitForTimeout(1500);
  const second = await here.page.context().newPage();
  await second.goto(here.page.url());
  await second.locator('html[data-stage="editing"]').waitFor({ state: 'attached', timeout: 30_000 });
  await expect.poll(() => second.getByRole('status').first().textContent()).toMatch(/open in another tab/);
  const there: Visit = { ...here, page: second };
  const density = await densitySlider(second);
  await density.focus();
  await second.keyboard.press('ArrowRight');
  await here.slide('Density', 200);
  await second.waitForTimeout(2000);
  for (const page of [here.page, second]) await page.getByRole('button', { name: 'New photo' }).click();
  await there.page.close();
  await here.page.reload();
  const projects = here.page.getByRole('button', { name: /front-light-web/ }).filter({ hasNotText: /Delete/ });
  await expect.poll(() => projects.count()).toBeGreaterThan(1);
  await here.end();
});

it('a project gives the same picture wherever its line was moved to: its photo is read as at first', async () => {
  const here = await visit();
  await here.choosePhoto('tests/cases/c-cmyk-no-profile.jpg');
  await here.reach('editing');
  await here.slide('Hairline height', 85);
  const picture = await here.saved('Save picture');
  const project = await here.saved('Save project');
  const elsewhere = await visit();
  await elsewhere.choosePhoto({ name: 'moved.stipple', mimeType: 'application/json', buffer: project });
  await elsewhere.reach('editing');
  expect((await elsewhere.saved('Save picture')).equals(picture)).toBe(true);
  await elsewhere.end();
  await here.end();
});

it('undo survives a reload: the last steps, back and on, as they were', async () => {
  const here = await visit();
  await here.choosePhoto(SAMPLE);
  await here.reach('editing');
  const { page } = here;
  const undo = page.getByRole('button', { name: 'Undo', exact: true });
  const density = page.getByRole('slider', { name: 'Density', exact: true });
  for (const value of [100, 150, 200]) await here.slide('Density', value);
  await undo.click();
  await page.waitForTimeout(1500);
  await page.reload();
  await here.reach('editing');
  await here.goTo('density');
  expect(await density.inputValue()).toBe('150');
  await undo.click();
  expect(await density.inputValue()).toBe('100');
  for (const value of ['150', '200']) {
    await page.getByRole('button', { name: 'Redo', exact: true }).click();
    expect(await density.inputValue()).toBe(value);
  }
  await here.end();
});
