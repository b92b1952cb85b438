import { readFileSync } from 'node:fs';
import type { Download } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { filmOf, FRAMES_PER_SECOND } from '~/film/film-plan';
import { HEALED_YEARS } from '~/model/pigment/ageing';
import { builtAddress, closeBrowser, openBrowser, PHONE, visit } from '../support/visit';
import type { Visit } from '../support/visit';

beforeAll(openBrowser);
afterAll(closeBrowser);

/** A photo whose name says who it is. */
const NAMED = {
  name: 'Jane Miller.jpg',
  mimeType: 'image/jpeg',
  buffer: readFileSync('assets/samples/front-light-web.jpg'),
};

const finish = async ({ page }: Visit): Promise<void> => {
  await page.getByRole('button', { name: 'Finish', exact: true }).first().click();
  await page.getByRole('dialog', { name: 'Take it with you' }).waitFor();
};

/** Presses Save film, which shows how far it is, and waits for the file. */
async function filmed(here: Visit): Promise<Download> {
  const { page } = here;
  const coming = page.waitForEvent('download', { timeout: 240_000 });
  await page.getByRole('button', { name: 'Save film', exact: true }).click();
  await page.getByRole('progressbar', { name: 'Making the film…' }).waitFor();
  return coming;
}

/** The middle of the time at which a moment stands still in a film of a plan of three visits, s. */
function secondsOf(timeYears: number): number {
  let frames = 0;
  for (const picture of filmOf('years', { sessionsPlanned: 3, sessionGapsDays: [12, 12] })) {
    if (
      picture.into === null &&
      Math.abs(picture.moment.timeYears - timeYears) < 1e-6 &&
      picture.moment.sessionsDone > 0
    )
      return (frames + picture.frames / 2) / FRAMES_PER_SECOND;
    frames += picture.frames;
  }
  throw new Error(`The film has no such moment: ${timeYears}`);
}

/** How near frames of a film, as they are played, are to saved pictures scaled alike, dB, without the part with the words. */
const compared = (here: Visit, film: Buffer, pictures: readonly (readonly [seconds: number, png: Buffer])[]) =>
  here.page.evaluate(
    async ([base64, wanted]) => {
      const blobOf = (text: string, type: string): Blob =>
        new Blob([Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))], { type });
      const video = document.createElement('video');
      video.muted = true;
      video.src = URL.createObjectURL(blobOf(base64, 'video/webm'));
      await new Promise((done) => video.addEventListener('loadeddata', done, { once: true }));
      const [width, height] = [video.videoWidth, video.videoHeight];
      const rows = Math.floor(0.85 * height);
      const dataOf = (source: CanvasImageSource): Uint8ClampedArray => {
        const pen = new OffscreenCanvas(width, height).getContext('2d');
        if (pen === null) throw new Error('no 2d canvas');
        pen.drawImage(source, 0, 0);
        return pen.getImageData(0, 0, width, rows).data;
      };
      const db: number[] = [];
      for (const [seconds, png] of wanted) {
        const sought = new Promise((done) => video.addEventListener('seeked', done, { once: true }));
        video.currentTime = seconds;
        await sought;
        let saved = await createImageBitmap(blobOf(png, 'image/png'));
        while (saved.width > width)
          saved = await createImageBitmap(saved, {
            resizeWidth: Math.max(width, Math.ceil(saved.width / 2)),
            resizeHeight: Math.max(height, Math.ceil(saved.height / 2)),
            resizeQuality: 'high',
          });
        const [frame, picture] = [dataOf(video), dataOf(saved)];
        let squares = 0;
        for (let i = 0; i < frame.length; i++) if (i % 4 < 3) squares += (frame[i] - picture[i]) ** 2;
        db.push(10 * Math.log10(255 ** 2 / (squares / (0.75 * frame.length))));
      }
      return { width, height, seconds: video.duration, db };
    },
    [film.toString('base64'), pictures.map(([seconds, png]) => [seconds, png.toString('base64')] as const)] as const,
  );

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
  const film = await compared(here, bytes, [
    [secondsOf(HEALED_YEARS), healed],
    [secondsOf(10), late],
  ]);
  console.info(film, bytes.length);
  expect([film.width % 2, film.height % 2]).toEqual([0, 0]);
  expect(Math.max(film.width, film.height)).toBeLessThanOrEqual(1280);
  expect(film.seconds).toBeGreaterThan(6);
  expect(film.seconds).toBeLessThan(12);
  for (const db of film.db) expect(db).toBeGreaterThan(35);
  const origin = new URL(builtAddress()).origin;
  expect(here.requests.filter((url) => !url.startsWith(origin) && !/^(blob|data):/.test(url))).toEqual([]);
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
