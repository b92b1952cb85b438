import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { expectAccessible } from '../support/expect-accessible';
import { closeBrowser, openBrowser, visit } from '../support/visit';

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
