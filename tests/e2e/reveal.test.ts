import { afterAll, beforeAll, expect, it } from 'vitest';
import { closeBrowser, openBrowser, PHONE, visit } from '../support/visit';

beforeAll(openBrowser);
afterAll(closeBrowser);

it('shows a new photo half before, half after, with no point on it until the line is taken up; three looks to begin with', async () => {
  const here = await visit(PHONE);
  const { page } = here;
  await here.choosePhoto('assets/samples/front-light-web.jpg');
  await here.reach('editing');
  const value = (name: string): Promise<number> =>
    page.getByRole('slider', { name, exact: true }).inputValue().then(Number);
  const look = (name: string) => page.getByRole('radiogroup', { name: 'Looks' }).getByRole('radio', { name });
  const middle = page.getByRole('slider', { name: 'Hairline point: middle', exact: true });
  await expect.poll(() => value('Before and after'), { timeout: 20_000 }).toBe(50);
  expect(await page.getByRole('button', { name: 'Undo', exact: true }).isEnabled()).toBe(false);

  const opacity = (): Promise<string> => middle.evaluate((element) => getComputedStyle(element).opacity);
  await middle.waitFor();
  expect(await opacity()).toBe('0');

  expect(await look('Usual').isChecked()).toBe(true);
  expect([await value('Hairline height'), await value('Temple recession')]).toEqual([66, 9]);
  await look('Careful').check();
  expect([await value('Hairline height'), await value('Temple recession')]).toEqual([74, 14]);
  await look('Bold').check();
  expect([await value('Hairline height'), await value('Temple recession')]).toEqual([60, 4]);
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  expect(await look('Careful').isChecked()).toBe(true);

  await middle.focus();
  await expect.poll(opacity).toBe('1');
  expect(here.errors).toEqual([]);
  await here.end();
});

it('moves nothing for those who want no motion, and shows kept work as it was left', async () => {
  const here = await visit({ reducedMotion: 'reduce' });
  const wipe = here.page.getByRole('slider', { name: 'Before and after', exact: true });
  await here.choosePhoto('assets/samples/front-light-web.jpg');
  await here.reach('editing');
  await expect.poll(() => wipe.inputValue()).toBe('50');
  await here.page.waitForTimeout(2_000);
  await here.page.reload();
  await here.reach('editing');
  expect(await wipe.inputValue()).toBe('0');
  await here.end();
});
