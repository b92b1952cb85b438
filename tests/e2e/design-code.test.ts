import type { Page } from 'playwright';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectAccessible } from '../support/expect-accessible';
import { decodedSquares } from '../support/plan';
import { expectPlainPng } from '../support/take-home';
import { builtAddress, closeBrowser, openBrowser, PHONE, visit } from '../support/visit';
import type { Visit } from '../support/visit';

beforeAll(openBrowser);
afterAll(closeBrowser);

const SAMPLE = 'assets/samples/front-light-web.jpg';
/** Such a photo as a phone names by who is on it. */
const NAMED = { name: 'Jane Miller.jpg', mimeType: 'image/jpeg', buffer: readFileSync(SAMPLE) };
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).first();

/** Saves the design's code, and answers with the letters in its name and its picture. */
async function savedCode({ page }: Pick<Visit, 'page'>): Promise<{ readonly code: string; readonly png: Buffer }> {
  await button(page, 'Finish').click();
  await page.locator('.finish .code-squares').waitFor();
  const finish = page.locator('.finish');
  expect(await finish.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBeLessThanOrEqual(0);
  const [download] = await Promise.all([page.waitForEvent('download'), button(page, 'Save design code').click()]);
  const name = download.suggestedFilename();
  expect(name).toMatch(/^stipple-[2-9A-HJ-NP-Z]{8}-code-\d{4}-\d\d-\d\d\.png$/);
  return { code: name.split('-')[1], png: readFileSync(await download.path()) };
}

describe.each([
  ['on a laptop', {}],
  ['on a phone', PHONE],
])('%s', (where, device) => {
  it('a design goes by its code to another page, and is the same there', async () => {
    const here = await visit({ ...device, reducedMotion: 'reduce' });
    const { page } = here;
    await here.choosePhoto(NAMED);
    await here.reach('editing');
    if (where === 'on a laptop') await here.slide('Density', 200);
    else {
      await page.getByRole('tab', { name: 'Height', exact: true }).tap();
      await page.getByRole('slider', { name: 'Hairline height', exact: true }).fill('78');
    }
    const { code, png } = await savedCode(here);
    const link = decodedSquares(png) ?? '';
    expect(link.startsWith(`${builtAddress().replace(/\/?$/, '/')}#d=`)).toBe(true);
    expectPlainPng(png);

    // Large, to be scanned from the screen.
    await button(page, 'Finish').click();
    await button(page, 'Show design code large').click();
    const large = page.getByRole('dialog', { name: `Design code ${code}` });
    await large.waitFor();
    await expectAccessible(page);
    expect(decodedSquares(await page.screenshot())).toBe(link);
    expect(await large.getByRole('textbox', { name: 'Link to this design' }).inputValue()).toBe(link);

    // Opened on another page without a photo: it waits, and the address holds it no longer.
    const other = await visit({ ...device, reducedMotion: 'reduce' });
    const there = await other.page.context().newPage();
    await there.goto(link);
    await there.getByText('A design waits for a photo').waitFor();
    await expectAccessible(there);
    expect(there.url()).not.toContain('#');
    await there.getByLabel('Choose a photo').first().setInputFiles(SAMPLE);
    await there.locator('html[data-stage="editing"]').waitFor({ state: 'attached', timeout: 30_000 });
    await there.getByText('The design is here, as Design B.').first().waitFor({ state: 'attached' });
    expect((await savedCode({ page: there })).code).toBe(code);
    expect([...here.requests, ...other.requests].filter((url) => url.includes('d='))).toEqual([]);
    expect([...here.errors, ...other.errors]).toEqual([]);
    await other.end();
    await here.end();
  });
});

it('a link is pasted or read from a picture into the photo that is open; what is no code is answered', async () => {
  const here = await visit({ reducedMotion: 'reduce' });
  const { page } = here;
  await here.choosePhoto(SAMPLE);
  await here.reach('editing');
  const before = await savedCode(here);
  await here.slide('Density', 250);
  await button(page, 'Finish').click();
  await button(page, 'Open a design code').click();
  const dialog = page.getByRole('dialog', { name: 'Open a design code' });
  const field = dialog.getByRole('textbox', { name: 'Link or text of a code' });
  await field.fill(`${decodedSquares(before.png)?.slice(0, -9)}`);
  await button(page, 'Take it in').click();
  await dialog.getByText('This code is not whole, or was changed.').waitFor();
  await expectAccessible(page);
  await dialog.getByLabel('From a picture of it').setInputFiles(SAMPLE);
  await dialog.getByText('No code was found in this picture.').waitFor();
  await dialog
    .getByLabel('From a picture of it')
    .setInputFiles({ name: 'code.png', mimeType: 'image/png', buffer: before.png });
  await dialog.waitFor({ state: 'detached' });
  await page.getByText('The design is here, as Design B.').first().waitFor({ state: 'attached' });
  expect((await savedCode(here)).code).toBe(before.code);
  await button(page, 'Undo').click();
  expect((await savedCode(here)).code).not.toBe(before.code);
  await page.evaluate(
    (to) => {
      location.hash = to;
    },
    `#d=${decodedSquares(before.png)?.split('#d=')[1]}`,
  );
  await page.getByText('The design is here, as Design B.').first().waitFor({ state: 'attached' });
  expect((await savedCode(here)).code).toBe(before.code);
  expect(here.errors).toEqual([]);
  await here.end();
});

it('a code is scanned by the app’s own camera', async () => {
  const first = await visit({ reducedMotion: 'reduce' });
  await first.choosePhoto(SAMPLE);
  await first.reach('editing');
  await first.slide('Density', 200);
  const { code, png } = await savedCode(first);
  await first.end();
  const held = png.toString('base64');
  const here = await visit({ ...PHONE, reducedMotion: 'reduce' }, (page) =>
    page.addInitScript((picture) => {
      // A camera before which somebody holds the code, a little turned and not very large.
      const camera = async (): Promise<MediaStream> => {
        const image = new Image();
        // The page lets in no picture by a data: address.
        image.src = URL.createObjectURL(new Blob([Uint8Array.from(atob(picture), (at) => at.charCodeAt(0))]));
        await image.decode();
        const canvas = document.createElement('canvas');
        Object.assign(canvas, { width: 1280, height: 960 });
        const pen = canvas.getContext('2d');
        const draw = (): void => {
          pen?.setTransform(1, 0, 0, 1, 0, 0);
          if (pen) pen.fillStyle = '#857a6d';
          pen?.fillRect(0, 0, 1280, 960);
          pen?.setTransform(0.85, 0.12, -0.12, 0.85, 400, 120);
          pen?.drawImage(image, 0, 0);
        };
        setInterval(draw, 100);
        draw();
        return canvas.captureStream(10);
      };
      Object.defineProperty(navigator, 'mediaDevices', { value: { getUserMedia: camera } });
    }, held),
  );
  const { page } = here;
  await button(page, 'Open a design code').tap();
  await button(page, 'Scan with the camera').tap();
  await page.getByText('A design waits for a photo').waitFor({ timeout: 60_000 });
  await here.choosePhoto(SAMPLE);
  await here.reach('editing');
  await page.getByText('The design is here, as Design B.').first().waitFor({ state: 'attached' });
  expect((await savedCode(here)).code).toBe(code);
  expect(here.errors).toEqual([]);
  await here.end();
});
