import { readFileSync } from 'node:fs';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectAccessible } from '../support/expect-accessible';
import { closeBrowser, openBrowser, PHONE, visit } from '../support/visit';

beforeAll(openBrowser);
afterAll(closeBrowser);

const FRONT = 'tests/fixtures/heads/series_front.jpg';
const LEFT = readFileSync('tests/fixtures/heads/series_obl_l.jpg').toString('base64');
const shots = process.env.STIPPLE_SHOTS;

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).first();

/** In the page: a camera that shows a head from the left, now and then as if it shook. */
async function fakeCamera(picture: string): Promise<void> {
  const image = new Image();
  const camera = async (): Promise<MediaStream> => {
    // The page lets in no picture by a data: address.
    image.src = URL.createObjectURL(new Blob([Uint8Array.from(atob(picture), (at) => at.charCodeAt(0))]));
    await image.decode();
    const canvas = document.createElement('canvas');
    Object.assign(canvas, { width: 960, height: 1280 });
    const pen = canvas.getContext('2d');
    let frame = 0;
    const draw = (): void => {
      if (pen === null) return;
      pen.filter = frame++ % 3 === 0 ? 'blur(6px)' : 'none';
      pen.drawImage(image, 0, 0, 960, 1280);
    };
    setInterval(draw, 60);
    draw();
    return canvas.captureStream(20);
  };
  Object.defineProperty(navigator, 'mediaDevices', { value: { getUserMedia: camera } });
  await Promise.resolve();
}

describe.each([
  ['on a laptop', { viewport: { width: 1366, height: 768 } }, false],
  ['on a phone', PHONE, true],
] as const)('views taken with the camera %s', (where, device, isPhone) => {
  it('are asked for one after the other, counted down aloud, looked at, and lie on the head then', async () => {
    const here = await visit({ ...device, reducedMotion: 'reduce' }, (page) => page.addInitScript(fakeCamera, LEFT));
    const { page } = here;
    await here.choosePhoto(FRONT);
    await here.reach('editing');
    if (isPhone) {
      await button(page, 'More').tap();
      await button(page, 'Views').tap();
    } else await here.goTo('photo');
    await button(page, 'Take views with the camera').click();
    const dialog = page.getByRole('dialog', { name: 'Take a photo' });
    const view = dialog.getByRole('combobox', { name: 'View' });
    await expect.poll(() => view.inputValue()).toBe('left');
    await expect.poll(() => button(page, 'Take picture').isEnabled()).toBe(true);
    await expectAccessible(page);
    for (const each of await dialog.locator('button, select').all()) {
      const box = await each.boundingBox();
      if (isPhone) expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44);
    }
    if (shots !== undefined) await page.screenshot({ path: `${shots}/capture-live-${where.slice(5)}.png` });
    await dialog.getByRole('combobox', { name: 'Timer' }).selectOption('3');
    await button(page, 'Take picture').click();
    await dialog.getByRole('status').getByText('2', { exact: true }).waitFor();
    await button(page, 'Use it').waitFor();
    await expectAccessible(page);
    if (shots !== undefined) await page.screenshot({ path: `${shots}/capture-taken-${where.slice(5)}.png` });
    await button(page, 'Take again').click();
    await dialog.getByRole('combobox', { name: 'Timer' }).selectOption('0');
    await expect.poll(() => button(page, 'Take picture').isEnabled()).toBe(true);
    await button(page, 'Take picture').click();
    await button(page, 'Use it').click();
    await expect.poll(() => view.inputValue()).toBe('right');
    await button(page, 'Done').click();
    const chip = page.getByRole('toolbar', { name: 'Views' }).getByRole('button', { name: 'View: Left side' });
    await expect.poll(() => chip.getAttribute('aria-current'), { timeout: 60_000 }).toBe('true');
    await here.reach('editing');
    const origin = new URL(page.url()).origin;
    expect(here.requests.filter((url) => !url.startsWith(origin) && !/^(blob|data):/.test(url))).toEqual([]);
    expect(here.errors).toEqual([]);
    await here.end();
  });
});
