import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { expectAccessible } from '../support/expect-accessible';
import { closeBrowser, openBrowser, PHONE, visit } from '../support/visit';
import type { Visit } from '../support/visit';

beforeAll(openBrowser);
afterAll(closeBrowser);

const SAMPLE = 'assets/samples/front-light-web.jpg';
const NAMES = ['José Ñúñez', 'Anna Berg', 'Łukasz Straße'];

/** Everything that this browser keeps of works, by key; of the text and the sizes of what is in it. */
const kept = (page: Page): Promise<Record<string, string>> =>
  page.evaluate(
    () =>
      new Promise((resolve) => {
        const open = indexedDB.open('stipple');
        open.onsuccess = () => {
          const records = open.result.transaction('projects').objectStore('projects');
          const [keys, values] = [records.getAllKeys(), records.getAll()];
          values.onsuccess = () => {
            const told = (value: unknown): string =>
              JSON.stringify(value, (_, part: unknown) => (part instanceof Blob ? `${part.size} bytes` : part));
            open.result.close();
            resolve(Object.fromEntries(keys.result.map((key, at) => [key as string, told(values.result[at])])));
          };
        };
      }),
  );

/** Waits until the work is written down with all that belongs to it, and nothing more comes. */
async function keptWhole(page: Page): Promise<void> {
  let before = '';
  const isStill = async (): Promise<boolean> => {
    const now = await kept(page);
    const parts = Object.keys(now).map((key) => key.split(':')[0]);
    const [was, is] = [before, JSON.stringify(now)];
    before = is;
    return was === is && ['last', 'about', 'document', 'steps', 'photo'].every((part) => parts.includes(part));
  };
  await expect.poll(isStill, { timeout: 40_000, interval: 1500 }).toBe(true);
}

/** One work as somebody leaves it, and as many more like it as a practice has, under names of their own. */
async function manyWorks(here: Visit, names: readonly string[]): Promise<void> {
  const { page } = here;
  await here.choosePhoto(SAMPLE);
  await here.reach('editing');
  await keptWhole(page);
  await page.evaluate(
    (all) =>
      new Promise<void>((resolve, reject) => {
        const open = indexedDB.open('stipple');
        open.onsuccess = () => {
          const change = open.result.transaction('projects', 'readwrite');
          const records = change.objectStore('projects');
          const keys = records.getAllKeys();
          keys.onsuccess = () => {
            // The first screen comes up, not the work that was done last.
            records.delete('last');
            const about = (keys.result as string[]).find((key) => key.startsWith('about:'));
            const id = about?.slice('about:'.length) ?? '';
            for (const part of ['about', 'document', 'steps', 'photo']) {
              const read = records.get(`${part}:${id}`) as IDBRequest<Record<string, unknown> | undefined>;
              read.onsuccess = () => {
                const value = read.result;
                if (value === undefined) return;
                for (const [at, name] of all.entries()) {
                  const to = `${part}:client-${at}`;
                  if (part === 'about')
                    records.put({ ...value, id: `client-${at}`, name, savedAtMs: 1.7e12 + at * 864e5 }, to);
                  else if (part === 'document') {
                    const text = JSON.stringify({ ...(JSON.parse(value.text as string) as object), name });
                    records.put({ ...value, text }, to);
                  } else records.put(value, to);
                }
              };
            }
          };
          change.oncomplete = () => {
            open.result.close();
            resolve();
          };
          change.onerror = () => reject(new Error('The works could not be put there.'));
        };
      }),
    names,
  );
  await page.goto('about:blank');
  await page.goto(here.requests[0]);
}

const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name }).first();

it('on a laptop: found by name, renamed, taken away in one file, deleted for good, and brought back', async () => {
  const here = await visit({ viewport: { width: 1366, height: 768 } });
  const { page } = here;
  await manyWorks(here, NAMES);
  await here.reach('start');
  await button(page, /^All works on this device/).click();
  const book = page.getByRole('dialog', { name: 'All works on this device' });
  await book.getByRole('button', { name: 'Open José Ñúñez' }).waitFor();
  expect(await book.locator('img').count()).toBe(0);
  await expectAccessible(page);
  await book.getByText(/This browser has room for about/).waitFor();

  await book.getByRole('searchbox', { name: 'Search by name' }).fill('nunez JOSE');
  await expect.poll(() => book.getByRole('button', { name: /^Open / }).count()).toBe(1);
  await book.getByRole('button', { name: 'Rename José Ñúñez' }).press('Enter');
  const field = book.getByRole('textbox', { name: 'New name' });
  await field.press('Escape');
  await field.waitFor({ state: 'detached' });
  expect(await book.isVisible()).toBe(true);
  await book.getByRole('button', { name: 'Rename José Ñúñez' }).press('Enter');
  await field.fill('Pepe Ñúñez');
  await field.press('Enter');
  await book.getByRole('button', { name: 'Open Pepe Ñúñez' }).waitFor({ state: 'detached' });
  await book.getByText('It is called “Pepe Ñúñez” now.').waitFor();
  await book.getByRole('searchbox').fill('');
  await book.getByRole('combobox', { name: 'Sort by' }).selectOption('Name');
  const order = await book
    .getByRole('button', { name: /^Open / })
    .evaluateAll((all) => all.map((each) => each.getAttribute('aria-label')));
  expect(order.filter((name) => name?.includes('.') === false)).toEqual([
    'Open Anna Berg',
    'Open Łukasz Straße',
    'Open Pepe Ñúñez',
  ]);
  const renamed = await kept(page);
  expect(Object.values(renamed).join()).not.toContain('José');

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    book.getByRole('button', { name: 'Save all in one file' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^Stipple works \d{4}-\d\d-\d\d\.stipple$/);
  const file = await download.path();
  await book.getByText(/^Saved: 4 works/).waitFor();

  // All that is here already is left as it is.
  const bringIn = book.getByLabel('Bring works in from a file').locator('xpath=self::input');
  await bringIn.setInputFiles(file);
  await book.getByText('0 of 4 works came in. 4 were here already, just as they are.').waitFor({ timeout: 20_000 });
  expect(await kept(page)).toEqual(renamed);

  await book.getByRole('button', { name: 'Delete Pepe Ñúñez', exact: true }).click();
  await book.getByRole('button', { name: 'Delete Pepe Ñúñez for good' }).click();
  await book.getByText('“Pepe Ñúñez” is deleted: nothing of it is left on this device.').waitFor();
  const left = await kept(page);
  expect(Object.keys(left).filter((key) => key.includes('client-0'))).toEqual([]);
  expect(Object.values(left).join()).not.toContain('Pepe');
  expect(Object.keys(left)).toHaveLength(Object.keys(renamed).length - 4);

  // What is here and another than in the file stays, and the other comes beside it.
  await book.getByRole('button', { name: 'Rename Anna Berg' }).click();
  await field.fill('Anna Stein');
  await field.press('Enter');
  await book.getByText('It is called “Anna Stein” now.').waitFor();
  await bringIn.setInputFiles(file);
  await book
    .getByText(/^2 of 4 works came in\. 1 older than here: they stand beside yours/)
    .waitFor({ timeout: 20_000 });
  await book.getByRole('button', { name: 'Open Anna Berg' }).waitFor();
  await book.getByRole('button', { name: 'Open Anna Stein' }).waitFor();
  await bringIn.setInputFiles(file);
  await book.getByText('0 of 4 works came in. 4 were here already, just as they are.').waitFor({ timeout: 20_000 });

  await bringIn.setInputFiles({ name: 'x.stipple', mimeType: '', buffer: Buffer.from('PK\x03\x04 nothing of ours') });
  await book.getByText(/^This file is damaged/).waitFor();
  await book.getByRole('button', { name: 'Open Pepe Ñúñez' }).click();
  await here.reach('editing');
  expect(here.errors).toEqual([]);

  // A device that knows nobody, and has no room at first: the file is opened where a photo is.
  const other = await visit(PHONE);
  const tools = await other.page.context().newCDPSession(other.page);
  const { origin } = new URL(here.requests[0]);
  await tools.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 20_000 });
  await other.choosePhoto(file);
  await other.page
    .getByText(/^There is no room for more in this browser\. 0 of 4 works came in\. .* bring the file in again/)
    .waitFor({ timeout: 30_000 });
  expect(Object.keys(await kept(other.page))).toEqual([]);
  await tools.send('Storage.overrideQuotaForOrigin', { origin });
  await other.page.getByLabel('Bring works in from a file').locator('xpath=self::input').setInputFiles(file);
  await other.page.getByText('4 of 4 works came in.').waitFor({ timeout: 30_000 });
  await expectAccessible(other.page);
  await other.page.getByRole('button', { name: 'Open Łukasz Straße' }).tap();
  await other.reach('editing');
  expect(other.errors).toEqual([]);
  await other.end();
  await here.end();
});

it('on a phone with sixty works: quick, within reach, and no face on the first screen', async () => {
  const here = await visit({ ...PHONE, reducedMotion: 'reduce' });
  const { page } = here;
  await manyWorks(
    here,
    Array.from({ length: 60 }, (_, at) => `Client ${at + 1}`),
  );
  await here.reach('start');
  await button(page, /^All works on this device \(61\)/).waitFor();
  expect(await page.locator('.saved li').count()).toBeLessThanOrEqual(6);
  expect(await page.locator('.saved img').count()).toBe(0);
  expect(await page.locator('body').textContent()).not.toContain('Client ');
  await button(page, /^All works on this device/).tap();
  const book = page.getByRole('dialog', { name: 'All works on this device' });
  await book
    .getByRole('button', { name: /^Open Client/ })
    .first()
    .waitFor();
  await expectAccessible(page);
  await book.getByRole('button', { name: 'Show pictures' }).tap();
  await expect.poll(() => book.locator('img').count()).toBeGreaterThan(0);
  // Those that are seen, and not all.
  expect(await book.locator('img').count()).toBeLessThan(30);
  const across = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(across).toBeLessThanOrEqual(0);
  for (const each of await book.getByRole('button').all())
    if (await each.isVisible()) expect((await each.boundingBox())?.height ?? 0).toBeGreaterThanOrEqual(44);
  const began = Date.now();
  await book.getByRole('searchbox').fill('client 47');
  await expect.poll(() => book.getByRole('button', { name: /^Open / }).count()).toBe(1);
  expect(Date.now() - began).toBeLessThan(2000);
  expect(here.errors).toEqual([]);
  await here.end();
});
