import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { expectAccessible } from '../support/expect-accessible';
import { closeBrowser, openBrowser, PHONE, visit } from '../support/visit';

beforeAll(openBrowser);
afterAll(closeBrowser);

const SAMPLE = 'assets/samples/front-light-web.jpg';
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).first();

/** The records that this browser keeps. */
const keptKeys = (page: Page): Promise<readonly string[]> =>
  page.evaluate(
    () =>
      new Promise<string[]>((resolve) => {
        const open = indexedDB.open('stipple');
        open.onsuccess = () => {
          const keys = open.result.transaction('projects').objectStore('projects').getAllKeys();
          keys.onsuccess = () => resolve(keys.result.map((key) => JSON.stringify(key)));
        };
      }),
  );

it('a shared tablet: a name at the first save, read on the first screen only by those who ask', async () => {
  const here = await visit({ viewport: { width: 820, height: 1180 }, hasTouch: true, reducedMotion: 'reduce' });
  const { page } = here;
  await here.choosePhoto(SAMPLE);
  await here.reach('editing');
  await button(page, 'More').tap();
  await here.saved('Save project');
  const card = page.getByRole('group', { name: 'Name and keep' });
  await card.getByRole('textbox', { name: 'Name of this work' }).fill('M. Novak');
  await expectAccessible(page);
  await button(page, 'Done').tap();
  await page.waitForTimeout(1500);
  await button(page, 'New photo').tap();
  await here.reach('start');
  await page.getByRole('button', { name: /^Open Work of/ }).waitFor();
  expect(await page.locator('body').textContent()).not.toContain('Novak');
  expect(await page.locator('.saved img').count()).toBe(0);
  await expectAccessible(page);
  await button(page, 'Show names and pictures').tap();
  await page.getByRole('button', { name: /^Open M\. Novak/ }).tap();
  await here.reach('editing');

  // The page is put away, and opened by the next client in a tab of its own.
  await page.waitForTimeout(1500);
  await page.goto('about:blank');
  const next = await page.context().newPage();
  await next.goto(here.requests[0]);
  await next.getByRole('button', { name: /^Open Work of/ }).waitFor();
  expect(await next.locator('html').getAttribute('data-stage')).toBe('start');
  expect(await next.locator('body').textContent()).not.toContain('Novak');
  expect(here.errors).toEqual([]);
  await here.end();
});

it('forget when closed: nothing is left on the device; New photo asks, and undo brings the work back', async () => {
  const here = await visit({ ...PHONE, reducedMotion: 'reduce' });
  const { page } = here;
  await here.choosePhoto(SAMPLE);
  await here.reach('editing');
  await expect.poll(async () => (await keptKeys(page)).length, { timeout: 10_000 }).toBeGreaterThan(0);
  await button(page, 'Finish').tap();
  await page.getByRole('radio', { name: 'Forget when closed' }).check();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect.poll(() => keptKeys(page), { timeout: 10_000 }).toEqual([]);

  await page.getByRole('tab', { name: 'Height', exact: true }).tap();
  const height = page.getByRole('slider', { name: 'Hairline height', exact: true });
  await height.fill('78');
  await button(page, 'New photo').tap();
  const asked = page.getByRole('dialog', { name: 'Another photo?' });
  await asked.waitFor();
  await expectAccessible(page);
  for (const each of await asked.getByRole('button').all())
    expect((await each.boundingBox())?.height ?? 0).toBeGreaterThanOrEqual(44);
  await page.keyboard.press('Escape');
  await asked.waitFor({ state: 'detached' });
  await button(page, 'New photo').tap();
  await asked.getByRole('button', { name: 'Go on without it' }).tap();
  await here.reach('start');
  await button(page, 'Undo: back to the work before').tap();
  await here.reach('editing');
  expect(await height.inputValue()).toBe('78');
  expect(await keptKeys(page)).toEqual([]);

  await button(page, 'New photo').tap();
  await asked.getByRole('button', { name: 'Go on without it' }).tap();
  await here.choosePhoto('assets/samples/turned-stubble-web.jpg');
  await here.reach('editing');
  await button(page, 'Undo').tap();
  await expect.poll(() => height.inputValue()).toBe('78');
  expect(here.errors).toEqual([]);
  await here.end();
});

it('a laptop: another photo comes without a question while the device keeps the work', async () => {
  const here = await visit({ viewport: { width: 1366, height: 768 } });
  const { page } = here;
  await here.choosePhoto(SAMPLE);
  await here.reach('editing');
  await here.slide('Density', 200);
  await page.waitForTimeout(1500);
  await button(page, 'New photo').click();
  await here.reach('start');
  await button(page, 'Undo: back to the work before').click();
  await here.reach('editing');
  await here.goTo('density');
  expect(await page.getByRole('slider', { name: 'Density', exact: true }).inputValue()).toBe('200');
  expect(here.errors).toEqual([]);
  await here.end();
});
