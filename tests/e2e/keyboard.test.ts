import { afterAll, beforeAll, expect, it } from 'vitest';
import { tabTo } from '../support/tab-to';
import { closeBrowser, openBrowser, visit } from '../support/visit';

beforeAll(openBrowser);
afterAll(closeBrowser);

it('works by keyboard alone, from the first screen to the saved picture, with reduced motion and in the dark', async () => {
  const here = await visit({ reducedMotion: 'reduce', colorScheme: 'dark' });
  const { page } = here;
  await tabTo(page, 'button', 'Try a sample: from the front');
  await page.keyboard.press('Enter');
  await here.reach('editing');
  const middle = page.getByRole('slider', { name: 'Hairline point: middle', exact: true });
  await middle.waitFor();

  // Where a point lies is told with the frame that shows it.
  await tabTo(page, 'slider', 'Hairline point: middle');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Shift+ArrowUp');
  await expect.poll(() => middle.getAttribute('aria-valuenow')).toBe('72');
  await page.keyboard.press('Control+z');
  await expect.poll(() => middle.getAttribute('aria-valuenow')).toBe('67');
  expect(await page.getByRole('slider', { name: 'Hairline height', exact: true }).inputValue()).toBe('67');

  // The sections are one stop, the arrow keys go from one to the next.
  await tabTo(page, 'button', 'Hairline');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await tabTo(page, 'slider', 'Time');
  await page.keyboard.press('End');
  expect(await page.getByRole('slider', { name: 'Time', exact: true }).getAttribute('aria-valuetext')).toBe('15 years');
  await tabTo(page, 'slider', 'Density');
  await page.keyboard.press('ArrowLeft');
  expect(await page.getByRole('slider', { name: 'Density', exact: true }).inputValue()).toBe('125');

  await tabTo(page, 'button', 'Save picture');
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
  expect(download.suggestedFilename()).toMatch(/\.png$/);
  expect(here.errors).toEqual([]);
  await here.end();
});
