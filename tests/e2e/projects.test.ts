import { afterAll, beforeAll, expect, it } from 'vitest';
import { closeBrowser, openBrowser, visit } from '../support/visit';

beforeAll(openBrowser);
afterAll(closeBrowser);

it('a saved project opens again with the same picture; a reload brings the last work back', async () => {
  const here = await visit();
  await here.choosePhoto('assets/samples/turned-stubble-web.jpg');
  await here.reach('editing');
  await here.slide('Time', 4);
  const project = await here.saved('Save project');
  const file = { name: 'head.stipple', mimeType: 'application/json', buffer: project };
  await here.page.getByRole('button', { name: 'New photo' }).click();
  await here.reach('start');
  await here.choosePhoto(file);
  await here.reach('editing');
  const time = here.page.getByRole('slider', { name: 'Time', exact: true });
  expect(Number(await time.inputValue())).toBeCloseTo(4, 2);
  const picture = await here.saved('Save picture');

  const elsewhere = await visit();
  await elsewhere.choosePhoto(file);
  await elsewhere.reach('editing');
  expect((await elsewhere.saved('Save picture')).equals(picture)).toBe(true);
  await elsewhere.end();

  await here.slide('Time', 9);
  await here.page.waitForTimeout(2_000);
  await here.page.reload();
  await here.reach('editing');
  await expect.poll(async () => Number(await time.inputValue())).toBeCloseTo(9, 2);
  await here.end();
});
