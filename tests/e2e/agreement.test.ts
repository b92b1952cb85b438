import { decode, encode } from 'jpeg-js';
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { expectAccessible } from '../support/expect-accessible';
import { closeBrowser, openBrowser, PHONE, visit } from '../support/visit';

beforeAll(openBrowser);
afterAll(closeBrowser);

/** Two pictures of one rendered head. */
const FRONT = 'tests/fixtures/heads/series_front.jpg';
const LEFT = 'tests/fixtures/heads/series_obl_l.jpg';

const lines = (page: Page, name: string) => page.locator(`.picture-lines .${name}`);

it('where two photos of a head disagree is drawn and told in words; so is how sure the line is', async () => {
  const here = await visit({ viewport: { width: 1366, height: 768 }, reducedMotion: 'reduce' });
  const { page } = here;
  await here.choosePhoto(FRONT);
  await here.reach('editing');
  await here.goTo('photo');
  const shows = page.getByRole('switch', { name: 'Show where the photos disagree' });
  expect(await shows.count(), 'one photo agrees with itself').toBe(0);
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: 'Add a view', exact: true }).first().click(),
  ]);
  await chooser.setFiles(LEFT);
  await page.getByRole('toolbar', { name: 'Views' }).getByRole('button', { name: 'View: Left side' }).waitFor();
  await here.goTo('photo');
  await shows.click();
  await expect.poll(() => lines(page, 'line-off').count()).toBe(3);
  await page.getByText('Half of the places lie within').waitFor();
  await page.getByText('Green: up to 2 mm').waitFor();
  await page.getByRole('switch', { name: 'Measurements' }).click();
  await page.getByRole('switch', { name: 'Show how sure the line is' }).click();
  await expect.poll(() => lines(page, 'line-error').count()).toBeGreaterThan(0);
  await expect
    .poll(() => lines(page, 'line-unseen').count(), { message: 'the nape is in neither photo' })
    .toBeGreaterThan(0);
  await expectAccessible(page);
  if (process.env.STIPPLE_SHOTS !== undefined)
    await page.screenshot({ path: `${process.env.STIPPLE_SHOTS}/agreement.png` });
  expect(here.errors).toEqual([]);
  await here.end();
});

/** A photo that somebody squeezed on its way here: a quarter of its width is gone. */
function squeezed(file: string): Buffer {
  const { data, width, height } = decode(readFileSync(file));
  const narrow = Math.round(0.75 * width);
  const pixels = Buffer.alloc(narrow * height * 4);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < narrow; x++) {
      const from = (y * width + Math.floor(x / 0.75)) * 4;
      pixels.set(data.subarray(from, from + 4), (y * narrow + x) * 4);
    }
  return encode({ data: pixels, width: narrow, height }, 92).data;
}

it.each([
  ['a laptop', { viewport: { width: 1366, height: 768 } }, false],
  ['a phone', PHONE, true],
] as const)(
  'a photo that the others contradict says so, and can be left out, on %s',
  async (where, device, isPhone) => {
    const here = await visit({ ...device, reducedMotion: 'reduce' });
    const { page } = here;
    const button = (name: string) => page.getByRole('button', { name, exact: true }).first();
    const views = async (): Promise<void> => {
      if (!isPhone) return here.goTo('photo');
      await button('More').tap();
      await button('Views').tap();
    };
    await here.choosePhoto(FRONT);
    await here.reach('editing');
    if (isPhone) await button('More').tap();
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), button('Add a view').click()]);
    await chooser.setFiles({ name: 'squeezed.jpg', mimeType: 'image/jpeg', buffer: squeezed(LEFT) });
    await page.getByRole('toolbar', { name: 'Views' }).getByRole('button').nth(1).waitFor({ timeout: 60_000 });
    await here.reach('editing');
    await views();
    const told = page.locator('.view-agreement').filter({ hasText: 'This photo does not agree with the others' });
    await told.waitFor();
    await told.scrollIntoViewIfNeeded();
    expect(await told.count(), 'one of the two is in the wrong').toBe(1);
    await expectAccessible(page);
    if (process.env.STIPPLE_SHOTS !== undefined)
      await page.screenshot({ path: `${process.env.STIPPLE_SHOTS}/contradicted-${where.slice(2)}.png` });
    await button('Leave it out of the fit').click();
    await page.getByText('Fitted by itself: the others do not go by this photo.').waitFor();
    await expect.poll(() => told.count()).toBe(0);
    expect(here.errors).toEqual([]);
    await here.end();
  },
);
