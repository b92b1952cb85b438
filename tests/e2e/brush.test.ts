import { afterAll, beforeAll, expect, it } from 'vitest';
import { comparePictures } from '../support/compare-pictures';
import { closeBrowser, openBrowser, visit } from '../support/visit';

beforeAll(openBrowser);
afterAll(closeBrowser);

it('marks hair by keyboard and by hand: less pigment there, the mark is seen, and each stroke is undone', async () => {
  const here = await visit();
  const { page } = here;
  await here.choosePhoto('assets/samples/front-light-web.jpg');
  await here.reach('editing');
  const darker = async (): Promise<number> =>
    (await comparePictures(page, '/samples/front-light-web.jpg', await here.saved('Save picture'))).darker;
  const button = (name: string): ReturnType<typeof page.getByRole> => page.getByRole('button', { name, exact: true });
  const dots = async (): Promise<number> =>
    Number(/about ([\d,]+)/.exec(await page.locator('.totals').innerText())?.[1]?.replace(',', ''));
  const first = await darker();

  await button('Density').click();
  const before = await dots();
  await page.getByText('Brush', { exact: true }).click();
  await button('Mark hair').click();
  // The brush begins on the middle of the line; from there up over the scalp.
  await button('Brush').focus();
  await page.keyboard.down('Space');
  for (let step = 0; step < 6; step++) await page.keyboard.press('Shift+ArrowUp');
  await page.keyboard.up('Space');
  await expect.poll(dots).toBeLessThan(before);
  await page.locator('.hair-tint').waitFor();

  const box = await page.getByRole('img', { name: 'Preview' }).boundingBox();
  if (box === null) throw new Error('no preview');
  const [x, y] = [box.x + box.width / 2, box.y + 0.24 * box.height];
  await page.mouse.move(x - 60, y);
  await page.mouse.down();
  await page.mouse.move(x + 60, y, { steps: 12 });
  await page.mouse.up();
  const twice = await darker();
  expect(twice).toBeLessThan(0.95 * first);

  await button('Mark bare skin').click();
  await page.mouse.move(x - 60, y);
  await page.mouse.down();
  await page.mouse.move(x + 60, y, { steps: 12 });
  await page.mouse.up();
  expect(await darker()).toBeGreaterThan(twice);

  for (let stroke = 0; stroke < 3; stroke++) await button('Undo').click();
  expect(await darker()).toBe(first);
  expect(here.errors).toEqual([]);
  await here.end();
});
