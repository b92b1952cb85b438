import { afterAll, beforeAll, expect, it } from 'vitest';
import { comparePictures } from '../support/compare-pictures';
import { middleOf } from '../support/middle-of';
import { closeBrowser, openBrowser, visit } from '../support/visit';

beforeAll(openBrowser);
afterAll(closeBrowser);

it('a scar painted, a line sketched, noted and made the hairline, by keyboard and by hand; all undone', async () => {
  const here = await visit();
  const { page } = here;
  await here.choosePhoto('assets/samples/front-light-web.jpg');
  await here.reach('editing');
  const darker = async (): Promise<number> =>
    (await comparePictures(page, '/samples/front-light-web.jpg', await here.saved('Save picture'))).darker;
  const button = (name: string): ReturnType<typeof page.getByRole> => page.getByRole('button', { name, exact: true });
  const height = async (): Promise<number> =>
    Number(await page.getByRole('slider', { name: 'Hairline height', exact: true }).inputValue());
  const first = await darker();

  await button('Density').click();
  await page.getByText('Brush', { exact: true }).click();
  await button('Scar').click();
  // The brush begins on the middle of the line; from there up over the scalp.
  await button('Brush').focus();
  await page.keyboard.down('Space');
  for (let step = 0; step < 4; step++) await page.keyboard.press('Shift+ArrowUp');
  await page.keyboard.up('Space');
  await page.locator('canvas[aria-hidden="true"]').first().waitFor();
  expect(await darker()).toBeLessThan(first);
  await button('Scar').click();

  await button('Hairline').click();
  const { x, y } = await middleOf(page.getByRole('slider', { name: 'Hairline point: middle', exact: true }));
  await page.getByText('Sketch and notes', { exact: true }).click();
  await button('Pencil').click();
  await page.mouse.move(x - 45, y + 8);
  await page.mouse.down();
  await page.mouse.move(x, y + 11, { steps: 8 });
  await page.mouse.move(x + 45, y + 8, { steps: 8 });
  await page.mouse.up();
  await page.locator('.pencil .wax').first().waitFor();

  await button('Note').click();
  await page.mouse.click(x, y + 40);
  await page.getByRole('textbox', { name: 'Note 1', exact: true }).fill('lower');
  await page.keyboard.press('Enter');
  await page.locator('.note-pin span', { hasText: 'lower' }).waitFor();
  await button('Note').click();

  const before = await height();
  await button('Make it the hairline').click();
  await page.getByText(/^The hairline follows your line/).waitFor();
  expect(await height()).toBeLessThan(before - 2);

  // Whoever looks at the sketch alone saves the treated head all the same.
  await page.getByRole('switch', { name: 'Only the pencil', exact: true }).click();
  expect(await darker()).toBeGreaterThan(0.5 * first);
  await page.getByRole('switch', { name: 'Only the pencil', exact: true }).click();

  // The hairline, the words, the note, the line, the scar.
  for (let step = 0; step < 5; step++) await button('Undo').click();
  expect(await height()).toBe(before);
  await expect.poll(() => page.locator('.pencil .wax, .note-pin').count()).toBe(0);
  expect(await darker()).toBe(first);
  expect(here.errors).toEqual([]);
  await here.end();
});
