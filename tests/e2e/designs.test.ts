import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { expectAccessible } from '../support/expect-accessible';
import { closeBrowser, openBrowser, PHONE, visit } from '../support/visit';

beforeAll(openBrowser);
afterAll(closeBrowser);

const SAMPLE = 'assets/samples/front-light-web.jpg';

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const density = (page: Page) => page.getByRole('slider', { name: 'Density', exact: true });

it('designs on a laptop: chosen, copied, named and deleted by keyboard, taken back, and all in one project file', async () => {
  const here = await visit({ viewport: { width: 1366, height: 768 }, reducedMotion: 'reduce' });
  const { page } = here;
  await here.choosePhoto(SAMPLE);
  await here.reach('editing');
  const chips = page.getByRole('toolbar', { name: 'Designs', exact: true });
  await chips.getByRole('button', { name: 'Design A', exact: true }).focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect.poll(() => button(page, 'Design B').getAttribute('aria-current')).toBe('true');
  await here.slide('Density', 200);
  await button(page, 'Design A').click();
  expect(await density(page).inputValue()).toBe('130');

  await button(page, 'All designs').click();
  await button(page, 'Rename Design A').click();
  await page.getByRole('textbox', { name: 'Name of the design' }).fill('Careful');
  await page.keyboard.press('Enter');
  await expectAccessible(page);
  await button(page, 'Delete Design B').click();
  await expect.poll(() => page.getByRole('button', { name: 'Delete Careful' }).isDisabled()).toBe(true);
  await page.keyboard.press('Escape');
  await button(page, 'Undo').click();
  await button(page, 'Design B').click();
  expect(await density(page).inputValue()).toBe('200');
  await expectAccessible(page);

  const project = await here.saved('Save project');
  const elsewhere = await visit();
  await elsewhere.choosePhoto({ name: 'two.stipple', mimeType: 'application/json', buffer: project });
  await elsewhere.reach('editing');
  await elsewhere.goTo('density');
  expect(await density(elsewhere.page).inputValue()).toBe('200');
  await button(elsewhere.page, 'Careful').click();
  expect(await density(elsewhere.page).inputValue()).toBe('130');
  expect([...here.errors, ...elsewhere.errors]).toEqual([]);
  await elsewhere.end();
  await here.end();
});

it('designs on a phone: behind the name of the one at hand, with targets for a finger', async () => {
  const here = await visit(PHONE);
  const { page } = here;
  await here.choosePhoto(SAMPLE);
  await here.reach('editing');
  await button(page, 'Design A').tap();
  await button(page, 'Duplicate Design A').tap();
  await button(page, 'Design B').tap();
  const dialog = page.getByRole('dialog', { name: 'Designs' });
  for (const each of await dialog.getByRole('button').all()) {
    const box = await each.boundingBox();
    expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44);
  }
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Design A', exact: true }).tap();
  await button(page, 'Design A').waitFor();
  await button(page, 'Design A').tap();
  await button(page, 'Delete Design A').tap();
  await dialog.getByRole('button', { name: 'Close' }).tap();
  await button(page, 'Design B').waitFor();
  await button(page, 'Undo').tap();
  await button(page, 'Design A').waitFor();
  expect(here.errors).toEqual([]);
  await here.end();
});
