import { PNG } from 'pngjs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { closeBrowser, openBrowser, visit } from '../support/visit';
import type { Visit } from '../support/visit';

beforeAll(openBrowser);
afterAll(closeBrowser);

const sizeOf = (png: Buffer): string => {
  const { width, height } = PNG.sync.read(png);
  return `${width} × ${height}`;
};

/** Presses a button that has the photo read again, and waits until it is. */
async function press(here: Visit, name: string): Promise<void> {
  await here.goTo('photo');
  await here.page.getByRole('button', { name, exact: true }).click();
  await here.page.waitForFunction(() => document.documentElement.dataset.stage !== 'detecting');
  await here.reach('editing');
}

async function look(here: Visit, name: string): Promise<void> {
  await here.page.waitForTimeout(1500);
  if (process.env.STIPPLE_PICTURES !== undefined)
    await here.page.screenshot({ path: `${process.env.STIPPLE_PICTURES}/turn-photo-${name}.png` });
}

it('a photo is turned and mirrored where it is: saved so, kept so, and taken back', async () => {
  const here = await visit();
  await here.choosePhoto('assets/samples/turned-stubble-web.jpg');
  await here.reach('editing');
  await here.slide('Density', 205);
  const upright = await here.saved('Save picture');
  const [width, height] = sizeOf(upright).split(' × ');

  await press(here, 'Turn photo');
  await look(here, 'turned');
  const lying = await here.saved('Save picture');
  expect(sizeOf(lying)).toBe(`${height} × ${width}`);
  await here.goTo('density');
  expect(await here.page.getByRole('slider', { name: 'Density', exact: true }).inputValue()).toBe('205');
  await press(here, 'Mirror photo');
  await look(here, 'mirrored');
  const mirrored = await here.saved('Save picture');
  expect(mirrored.equals(lying)).toBe(false);

  // A project opened elsewhere, and the work that a reload brings back, give the very same picture.
  const project = await here.saved('Save project');
  const elsewhere = await visit();
  await elsewhere.choosePhoto({ name: 'head.stipple', mimeType: 'application/json', buffer: project });
  await elsewhere.reach('editing');
  expect((await elsewhere.saved('Save picture')).equals(mirrored), 'project').toBe(true);
  await elsewhere.end();

  await here.page.getByRole('button', { name: 'Undo', exact: true }).first().click();
  expect((await here.saved('Save picture')).equals(lying), 'undo').toBe(true);
  await here.page.getByRole('button', { name: 'Undo', exact: true }).first().click();
  expect((await here.saved('Save picture')).equals(upright), 'undo twice').toBe(true);
  await here.page.getByRole('button', { name: 'Redo', exact: true }).first().click();
  await here.page.waitForTimeout(2_000);
  await here.page.reload();
  await here.reach('editing');
  expect((await here.saved('Save picture')).equals(lying), 'reload').toBe(true);
  expect(here.errors).toEqual([]);
  await here.end();
});
