import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { button } from '../support/controls';
import { expectAccessible } from '../support/expect-accessible';
import { closeBrowser, openBrowserWith, PHONE, visit } from '../support/visit';

const FRONT = 'tests/fixtures/heads/series_front.jpg';
const LEFT = 'tests/fixtures/heads/series_obl_l.jpg';

/** A camera of the browser's own that shows a head from the left. One painted by the page would take the page's own time. */
const folder = mkdtempSync(join(tmpdir(), 'stipple-camera-'));
const film = join(folder, 'left.mjpeg');
beforeAll(async () => {
  writeFileSync(film, readFileSync(LEFT));
  await openBrowserWith([
    '--use-fake-device-for-media-stream',
    '--use-fake-ui-for-media-stream',
    `--use-file-for-fake-video-capture=${film}`,
  ]);
});
afterAll(async () => {
  await closeBrowser();
  rmSync(folder, { recursive: true });
});

const shots = process.env.STIPPLE_SHOTS;

describe.each([
  ['on a laptop', { viewport: { width: 1366, height: 768 } }, false],
  ['on a phone', PHONE, true],
] as const)('views taken with the camera %s', (where, device, isPhone) => {
  it('are asked for one after the other, counted down aloud, looked at, and lie on the head then', async () => {
    const here = await visit({ ...device, reducedMotion: 'reduce' });
    const { page } = here;
    const warnings: string[] = [];
    page.on('console', (message) => warnings.push(message.text()));
    await here.choosePhoto(FRONT);
    await here.reach('editing');
    if (isPhone) {
      await button(page, 'More').tap();
      await button(page, 'Views').tap();
    } else await here.goTo('photo');
    await button(page, 'Photograph views').click();
    const dialog = page.getByRole('dialog', { name: 'Take a photo' });
    const view = dialog.getByRole('combobox', { name: 'View' });
    await expect.poll(() => view.inputValue(), { timeout: 10_000 }).toBe('left');
    await button(page, 'Take picture').and(page.locator(':enabled')).waitFor();
    await expectAccessible(page);
    for (const each of await dialog.locator('button, select').all()) {
      const box = await each.boundingBox();
      // Nothing goes past the dialog's edge.
      expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual((device.viewport?.width ?? 0) - 32);
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
    await button(page, 'Take picture').click();
    await button(page, 'Use it').click();
    await expect.poll(() => view.inputValue(), { timeout: 10_000 }).toBe('right');
    await button(page, 'Done').click();
    const chip = page.getByRole('toolbar', { name: 'Views' }).getByRole('button', { name: 'View: Left side' });
    await expect.poll(() => chip.getAttribute('aria-current'), { timeout: 60_000 }).toBe('true');
    await here.reach('editing');
    const origin = new URL(page.url()).origin;
    expect(here.requests.filter((url) => !url.startsWith(origin) && !/^(blob|data):/.test(url))).toEqual([]);
    // How the device is held is for the hints.
    expect(warnings.filter((text) => text.includes('ermissions policy'))).toEqual([]);
    expect(here.errors).toEqual([]);
    await here.end();
  });
});
