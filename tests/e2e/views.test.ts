import { readFileSync } from 'node:fs';
import { PNG } from 'pngjs';
import type { Download, Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { expectAccessible } from '../support/expect-accessible';
import { readPdf } from '../support/read-pdf';
import { closeBrowser, openBrowser, PHONE, visit } from '../support/visit';

beforeAll(openBrowser);
afterAll(closeBrowser);

/** Two pictures of one rendered head. */
const FRONT = 'tests/fixtures/heads/series_front.jpg';
const LEFT = 'tests/fixtures/heads/series_obl_l.jpg';

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).first();
const chip = (page: Page, name: string) =>
  page.getByRole('toolbar', { name: 'Views' }).getByRole('button', { name, exact: true });
const isSeen = (page: Page, name: string) =>
  expect.poll(() => chip(page, name).getAttribute('aria-current')).toBe('true');
const middle = (page: Page) => page.getByRole('slider', { name: 'Hairline point: middle', exact: true });
const height = async (page: Page) => Number(await middle(page).getAttribute('aria-valuenow'));

async function addView(page: Page, file: string, press: () => Promise<void>): Promise<void> {
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), press()]);
  await chooser.setFiles(file);
}

it('two photos of one head on a laptop: a line moved in one has moved in the other; saved, and opened again with both', async () => {
  const here = await visit({ viewport: { width: 1366, height: 768 }, reducedMotion: 'reduce' });
  const { page } = here;
  await here.choosePhoto(FRONT);
  await here.reach('editing');
  await addView(page, LEFT, () => button(page, 'Add a view').click());
  await isSeen(page, 'View: Left side');
  await expectAccessible(page);
  const before = await height(page);
  await middle(page).focus();
  for (let mm = 0; mm < 6; mm++) await page.keyboard.press('ArrowUp');
  await expect.poll(() => height(page)).toBeCloseTo(before + 6, 0);
  const moved = await height(page);
  await chip(page, 'View: Front').click();
  await isSeen(page, 'View: Front');
  await expect.poll(async () => Math.abs((await height(page)) - moved)).toBeLessThanOrEqual(1);
  await here.slide('Density', 200);
  await here.goTo('photo');
  await expectAccessible(page);
  await page.getByRole('combobox', { name: 'What it shows: Left side' }).selectOption('right');
  await chip(page, 'View: Right side').waitFor();

  const project = await here.saved('Save project');
  const elsewhere = await visit({ viewport: { width: 1366, height: 768 }, reducedMotion: 'reduce' });
  await elsewhere.choosePhoto({ name: 'two.stipple', mimeType: 'application/json', buffer: project });
  await elsewhere.reach('editing');
  await isSeen(elsewhere.page, 'View: Front');
  await chip(elsewhere.page, 'View: Right side').click();
  await isSeen(elsewhere.page, 'View: Right side');
  await elsewhere.goTo('density');
  expect(await elsewhere.page.getByRole('slider', { name: 'Density', exact: true }).inputValue()).toBe('200');
  await elsewhere.goTo('hairline');
  await expect.poll(() => height(elsewhere.page)).toBeCloseTo(moved, 0);
  expect([...here.errors, ...elsewhere.errors]).toEqual([]);
  await elsewhere.end();
  await here.end();
});

it('two photos of one head on a phone: added from More, kept over a reload, removed and brought back', async () => {
  const here = await visit({ ...PHONE, reducedMotion: 'reduce' });
  const { page } = here;
  await here.choosePhoto(FRONT);
  await here.reach('editing');
  await button(page, 'More').tap();
  await addView(page, LEFT, () => button(page, 'Add a view').tap());
  await isSeen(page, 'View: Left side');
  await expectAccessible(page);
  for (const each of await page.getByRole('toolbar', { name: 'Views' }).getByRole('button').all()) {
    const box = await each.boundingBox();
    expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44);
  }
  await page.waitForTimeout(2500);
  await page.reload();
  await here.reach('editing');
  await isSeen(page, 'View: Left side');
  await chip(page, 'View: Front').tap();
  await isSeen(page, 'View: Front');
  await button(page, 'More').tap();
  await button(page, 'Views').tap();
  await expectAccessible(page);
  await button(page, 'Remove view: Left side').tap();
  await expect.poll(() => page.getByRole('toolbar', { name: 'Views' }).count()).toBe(0);
  await button(page, 'Undo').tap();
  await isSeen(page, 'View: Left side');
  expect(here.errors).toEqual([]);
  await here.end();
});

it('pictures of all views are files whose names say the view, and all of them are on the plan, on A4 and Letter', async () => {
  const here = await visit({ viewport: { width: 1366, height: 768 }, reducedMotion: 'reduce' });
  const { page } = here;
  await here.choosePhoto(FRONT);
  await here.reach('editing');
  for (const name of ['Left side', 'Left side 2', 'Left side 3', 'Left side 4'] as const) {
    await addView(page, LEFT, () => button(page, 'Add a view').click());
    await isSeen(page, `View: ${name}`);
  }
  await page.getByRole('button', { name: 'Finish', exact: true }).first().click();
  await page.getByRole('radio', { name: 'all 5 views' }).check();
  await expectAccessible(page);
  const files: Download[] = [];
  page.on('download', (file) => files.push(file));
  await page.getByRole('button', { name: 'Save before and after', exact: true }).click();
  await expect.poll(() => files.length, { timeout: 60_000 }).toBe(5);
  expect(files.map((file) => file.suggestedFilename().replace(/^stipple-\w{8}-(.*)-[\d-]{10}\.png$/, '$1'))).toEqual(
    ['front', 'left', 'left-2', 'left-3', 'left-4'].map((view) => `${view}-healed-before-after`),
  );
  const sizes = await Promise.all(
    files.map(async (file) => {
      const { width, height } = PNG.sync.read(readFileSync(await file.path()));
      return [width, height];
    }),
  );
  expect(sizes).toEqual(files.map(() => [1080, 1350]));

  await page.getByRole('button', { name: 'Finish', exact: true }).first().click();
  await page.getByRole('button', { name: 'Open the plan' }).click();
  for (const name of ['Your plan', 'The work', 'To tear off']) await page.getByRole('checkbox', { name }).uncheck();
  for (const paper of ['A4', 'Letter']) {
    await page.getByRole('radio', { name: paper }).check();
    await page.getByText('All pictures are ready.').waitFor({ timeout: 120_000 });
    const [line, views, ...more] = await readPdf(await page.pdf({ preferCSSPageSize: true, printBackground: true }));
    expect(more).toEqual([]);
    expect(line.pictures).toHaveLength(1);
    expect(views.pictures).toHaveLength(10);
    expect(views.beyond).toEqual([]);
    for (const { widthPt, widthPx } of views.pictures) expect(widthPx / (widthPt / 72)).toBeGreaterThan(250);
    for (const name of ['Front', 'Left side', 'Left side 4']) expect(views.text).toContain(name);
  }
  expect(here.errors).toEqual([]);
  await here.end();
});
