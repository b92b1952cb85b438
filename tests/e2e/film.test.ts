import { readFileSync } from 'node:fs';
import type { Download } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { HEALED_YEARS } from '~/model/pigment/ageing';
import { comparedFilm, secondsOf } from '../support/film';
import { expectNoStrangers, finish } from '../support/take-home';
import { closeBrowser, openBrowser, PHONE, visit } from '../support/visit';
import type { Visit } from '../support/visit';

beforeAll(openBrowser);
afterAll(closeBrowser);

/** A photo whose name says who it is. */
const NAMED = {
  name: 'Jane Miller.jpg',
  mimeType: 'image/jpeg',
  buffer: readFileSync('assets/samples/front-light-web.jpg'),
};

/** Presses Save film, which shows how far it is, and waits for the file. */
async function filmed(here: Visit): Promise<Download> {
  const { page } = here;
  const coming = page.waitForEvent('download', { timeout: 240_000 });
  await page.getByRole('button', { name: 'Save film', exact: true }).click();
  await page.getByRole('progressbar', { name: 'Making the film…' }).waitFor();
  return coming;
}

it('the film of the years goes home: its frames are the saved pictures, and it says nobody’s name', async () => {
  const here = await visit({ reducedMotion: 'reduce' });
  const { page } = here;
  await here.choosePhoto(NAMED);
  await here.reach('editing');
  const healed = await here.saved('Save picture');
  await here.slide('Time', 10);
  const late = await here.saved('Save picture');
  await finish(here);
  const download = await filmed(here);
  expect(download.suggestedFilename()).toMatch(/^stipple-\w{8}-bare-to-15-years-film-\d{4}-\d\d-\d\d\.(mp4|webm)$/);
  await expect.poll(() => page.getByRole('status').first().textContent()).toMatch(/^Film saved, /);
  const bytes = readFileSync(await download.path());
  expect(bytes.includes('Jane')).toBe(false);
  const film = await comparedFilm(page, bytes, [
    [secondsOf('years', { sessionsDone: 3, timeYears: HEALED_YEARS }), healed],
    [secondsOf('years', { sessionsDone: 3, timeYears: 10 }), late],
  ]);
  console.info(film, bytes.length);
  expect([film.width % 2, film.height % 2]).toEqual([0, 0]);
  expect(Math.max(film.width, film.height)).toBeLessThanOrEqual(1280);
  expect(film.seconds).toBeGreaterThan(6);
  expect(film.seconds).toBeLessThan(12);
  for (const db of film.db) expect(db).toBeGreaterThan(35);
  expectNoStrangers(here);
  expect(here.errors).toEqual([]);
  await here.end();
}, 300_000);

it('a film can be called off, and nothing of it is loaded before it is asked for', async () => {
  const here = await visit({ ...PHONE, reducedMotion: 'reduce' });
  const { page } = here;
  await here.choosePhoto(NAMED);
  await here.reach('editing');
  await finish(here);
  await page.getByRole('radiogroup', { name: 'What it shows' }).getByRole('radio', { name: 'The sessions' }).check();
  expect(here.requests.filter((url) => /encode-film/.test(url))).toEqual([]);
  let downloads = 0;
  page.on('download', () => downloads++);
  await page.getByRole('button', { name: 'Save film', exact: true }).tap();
  await page.getByRole('progressbar', { name: 'Making the film…' }).waitFor();
  await page.getByRole('button', { name: 'Cancel', exact: true }).tap();
  await expect.poll(() => page.getByRole('status').first().textContent()).toBe('Cancelled.');
  await page.getByRole('progressbar').waitFor({ state: 'detached' });
  expect(downloads).toBe(0);
  // It can be asked for again.
  await finish(here);
  await page.getByRole('button', { name: 'Save film', exact: true }).tap();
  await expect.poll(() => page.getByRole('progressbar').getAttribute('value'), { timeout: 60_000 }).not.toBeNull();
  await page.getByRole('button', { name: 'Cancel', exact: true }).tap();
  await page.getByRole('progressbar').waitFor({ state: 'detached' });
  expect(here.errors).toEqual([]);
  await here.end();
}, 300_000);

it('a browser without any encoder says so', async () => {
  const here = await visit({ reducedMotion: 'reduce' }, (page) =>
    page.addInitScript(() => {
      Reflect.deleteProperty(globalThis, 'VideoEncoder');
      Reflect.deleteProperty(globalThis, 'MediaRecorder');
    }),
  );
  await here.choosePhoto(NAMED);
  await here.reach('editing');
  await finish(here);
  await here.page.getByRole('button', { name: 'Save film', exact: true }).click();
  await expect
    .poll(() => here.page.getByRole('status').first().textContent(), { timeout: 30_000 })
    .toMatch(/^This browser makes no films\./);
  await here.end();
});
