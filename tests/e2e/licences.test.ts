import { readFileSync } from 'node:fs';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ShippedLicences } from '~/load/shipped-licences';
import { expectAccessible } from '../support/expect-accessible';
import { closeBrowser, openBrowser, PHONE, visit } from '../support/visit';

beforeAll(openBrowser);
afterAll(closeBrowser);

const look = async (page: Page, name: string): Promise<void> => {
  if (process.env.STIPPLE_PICTURES !== undefined)
    await page.screenshot({ path: `${process.env.STIPPLE_PICTURES}/licences-${name}.png` });
};

it('every package that the app is built with is told in the build itself', () => {
  const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as { dependencies: Record<string, string> };
  const { parts } = JSON.parse(readFileSync('dist/licences.json', 'utf8')) as ShippedLicences;
  const told = new Map(parts.map(({ name, version }) => [name, version]));
  for (const [name, version] of Object.entries(dependencies)) expect(told.get(name), name).toBe(version);
  // What those bring along.
  expect([...told.keys()]).toEqual(expect.arrayContaining(['scheduler', 'eventemitter3', '@mediapipe/face_mesh']));
});

describe.each([
  ['desktop', { viewport: { width: 1366, height: 768 } }],
  ['phone', PHONE],
] as const)('licences on a %s', (device, options) => {
  it('are read from the first screen and from the editor, with their texts in full', async () => {
    const here = await visit(options);
    const { page } = here;
    const dialog = page.getByRole('dialog', { name: 'Licences' });
    await page.getByRole('button', { name: 'What everyone should know' }).click();
    await look(page, `${device}-know`);
    await page.getByRole('button', { name: 'Licences' }).click();
    await dialog.getByText('pixi.js').waitFor();
    await look(page, device);
    await dialog.getByText('mediabunny', { exact: true }).click();
    await dialog.getByText('Mozilla Public License Version 2.0', { exact: false }).first().waitFor();
    await look(page, `${device}-open`);
    await expectAccessible(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await page.keyboard.press('Escape');

    await here.choosePhoto('assets/samples/front-light-web.jpg');
    await here.reach('editing');
    if (device === 'phone') await page.getByRole('button', { name: 'More', exact: true }).click();
    else await page.getByRole('button', { name: 'Keys', exact: false }).first().click();
    await look(page, `${device}-menu`);
    await page.getByRole('button', { name: 'Licences' }).click();
    await dialog.getByText('Sample heads').waitFor();
    expect(here.errors).toEqual([]);
    await here.end();
  });
});
