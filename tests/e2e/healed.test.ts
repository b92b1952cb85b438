import { readFileSync } from 'node:fs';
import type { BrowserContextOptions, Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { expectAccessible } from '../support/expect-accessible';
import { finish, taken } from '../support/take-home';
import { closeBrowser, openBrowser, PHONE, visit } from '../support/visit';
import type { Visit } from '../support/visit';

beforeAll(openBrowser);
afterAll(closeBrowser);

const LAPTOP: BrowserContextOptions = { viewport: { width: 1366, height: 768 } };
const SAMPLE = 'assets/samples/front-light-full.jpg';

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Planned and real' });

/** A photo as it comes back: brighter or darker by a factor of code values, cut by shares of its sides, mirrored. */
async function retaken(
  page: Page,
  photo: Buffer,
  { times = 1, cut = 0, mirrored = false }: { times?: number; cut?: number; mirrored?: boolean },
): Promise<Buffer> {
  const made = await page.evaluate(
    async ([base64, by, share, flip]) => {
      const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
      const bitmap = await createImageBitmap(new Blob([bytes]));
      const [width, height] = [bitmap.width, bitmap.height].map((side) => Math.round(side * (1 - share)));
      const canvas = new OffscreenCanvas(width, height);
      const pen = canvas.getContext('2d');
      if (pen === null) throw new Error('There is no canvas.');
      if (flip) pen.setTransform(-1, 0, 0, 1, width, 0);
      pen.drawImage(bitmap, -Math.round(bitmap.width * share * 0.4), -Math.round(bitmap.height * share * 0.3));
      const pixels = pen.getImageData(0, 0, width, height);
      for (let k = 0; k < pixels.data.length; k++) if (k % 4 !== 3) pixels.data[k] *= by;
      pen.putImageData(pixels, 0, 0);
      const jpeg = new Uint8Array(
        await (await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.95 })).arrayBuffer(),
      );
      return btoa(Array.from(jpeg, (byte) => String.fromCharCode(byte)).join(''));
    },
    [photo.toString('base64'), times, cut, mirrored] as const,
  );
  return Buffer.from(made, 'base64');
}

/** From where a visit ends: adds a photo of the healed result. */
async function addHealed({ page }: Visit, name: string, buffer: Buffer): Promise<void> {
  await finish({ page });
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: 'Add a healed photo', exact: true }).click(),
  ]);
  await chooser.setFiles({ name, mimeType: 'image/jpeg', buffer });
}

/** The zones as the table has them: planned, and real where it is told. */
async function zonesOf(page: Page): Promise<Record<string, readonly [planned: number, real: number | null]>> {
  await page.getByRole('table', { name: 'How dark each zone is' }).waitFor({ timeout: 60_000 });
  const rows = await page.locator('.healed-zones tbody tr').all();
  const read = rows.map(async (row): Promise<[string, [number, number | null]]> => {
    const [name, planned, real] = await row.locator('th, td').allInnerTexts();
    return [name, [Number(planned), real.startsWith('not') ? null : Number.parseFloat(real)]];
  });
  return Object.fromEntries(await Promise.all(read));
}

async function openedAgain(options: BrowserContextOptions, project: Buffer): Promise<Visit> {
  const here = await visit({ ...options, reducedMotion: 'reduce' });
  await here.choosePhoto({ name: 'work.stipple', mimeType: 'application/json', buffer: project });
  await here.reach('editing');
  return here;
}

it.each([
  ['laptop', LAPTOP],
  ['phone', PHONE],
])(
  'on a %s: a project comes back, a healed photo tells what was planned, and is kept in the file',
  async (_, options) => {
    const first = await visit({ ...options, reducedMotion: 'reduce' });
    await first.choosePhoto(SAMPLE);
    await first.reach('editing');
    const treated = (await taken(first, 'Save picture')).bytes;
    const project = (await taken(first, 'Save project')).bytes;
    const healed = await retaken(first.page, treated, { times: 1.07, cut: 0.08 });
    await first.end();

    const here = await openedAgain(options, project);
    const { page } = here;
    await addHealed(here, 'after.jpg', healed);
    await dialog(page).waitFor({ timeout: 60_000 });
    const zones = await zonesOf(page);
    const told = Object.entries(zones).filter(([, [, real]]) => real !== null);
    expect(told.map(([name]) => name)).toEqual(expect.arrayContaining(['Hairline', 'Frontal']));
    for (const [name, [planned, real]] of told)
      expect(Math.abs((real ?? 0) - planned), name).toBeLessThanOrEqual(Math.max(0.02, 0.1 * planned) + 1e-9);
    expect(await dialog(page).innerText()).toContain('about as dark as planned');
    expect(await dialog(page).innerText()).toContain('brighter than the first one');
    await expectAccessible(page);

    await page.getByLabel('Last session on').fill('2026-09-01');
    await page.getByLabel('Photo taken on').fill('2026-11-24');
    await expect.poll(() => dialog(page).innerText(), { timeout: 60_000 }).toContain('12 weeks after the last session');
    await page.getByRole('button', { name: 'Wipe', exact: true }).click();
    await page.getByRole('slider', { name: 'Planned and real, wipe' }).press('ArrowRight');
    await page.getByRole('button', { name: 'Close', exact: true }).click();
    await dialog(page).waitFor({ state: 'detached' });
    const withPair = (await taken(here, 'Save project')).bytes;
    expect(here.errors).toEqual([]);
    await here.end();

    const later = await openedAgain(options, withPair);
    await later.page.getByRole('button', { name: 'Finish', exact: true }).first().click();
    await later.page.getByRole('button', { name: 'Planned and real: 24 November 2026', exact: true }).click();
    expect(Object.keys(await zonesOf(later.page))).toEqual(Object.keys(zones));
    await later.page.getByRole('button', { name: 'Remove this photo', exact: true }).click();
    await dialog(later.page).waitFor({ state: 'detached' });
    await later.page.getByRole('button', { name: 'Undo', exact: true }).first().click();
    await later.page.getByRole('button', { name: 'Finish', exact: true }).first().click();
    await later.page.getByRole('button', { name: 'Planned and real: 24 November 2026', exact: true }).waitFor();
    expect(later.errors).toEqual([]);
    await later.end();
  },
);

it('what is no healed photo of this head is told, and the work is kept', async () => {
  const here = await visit({ ...LAPTOP, reducedMotion: 'reduce' });
  const { page } = here;
  await here.choosePhoto(SAMPLE);
  await here.reach('editing');
  const photo = readFileSync(SAMPLE);
  const closed = async (): Promise<void> => {
    await page.getByRole('button', { name: 'Close', exact: true }).click();
    await dialog(page).waitFor({ state: 'detached' });
  };

  await addHealed(here, 'untouched.jpg', photo);
  await zonesOf(page);
  expect(await dialog(page).innerText()).toContain('Nothing added');
  await closed();

  await addHealed(here, 'dark.jpg', await retaken(page, photo, { times: 0.4 }));
  await dialog(page).waitFor({ timeout: 60_000 });
  await expect.poll(() => dialog(page).innerText(), { timeout: 60_000 }).toContain('too dark to compare');
  await closed();

  await addHealed(here, 'other.jpg', readFileSync('assets/samples/turned-dark-full.jpg'));
  await dialog(page).waitFor({ timeout: 60_000 });
  await expect.poll(() => dialog(page).innerText(), { timeout: 60_000 }).toContain('from quite different sides');
  await closed();

  await addHealed(
    here,
    'wall.jpg',
    await retaken(page, readFileSync('assets/samples/from-behind-full.jpg'), { cut: 0.7 }),
  );
  await page.getByText('No face was found in the healed photo.').first().waitFor({ timeout: 60_000 });
  expect(await here.stage()).toBe('editing');
  expect(here.errors).toEqual([]);
  await here.end();
});
