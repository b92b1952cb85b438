import axe from 'axe-core';
import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Mounted } from './mount-app';
import { mountApp, mountEditor } from './mount-app';

let app: Mounted | null = null;
afterEach(() => {
  app?.unmount();
  app = null;
  document.documentElement.style.colorScheme = '';
});

const NAME = 'What everyone should know';
const dialog = page.getByRole('dialog', { name: NAME });

test.each(['light', 'dark'])(
  'from the first screen it is one page, by topics; axe finds nothing in %s',
  async (scheme) => {
    await page.viewport(390, 844);
    document.documentElement.style.colorScheme = scheme;
    app = mountApp();
    await page.getByRole('button', { name: NAME }).click();
    await expect.element(dialog).toBeVisible();
    await expect.element(dialog.getByRole('heading', { name: 'What can go wrong' })).toBeVisible();
    expect(dialog.getByRole('region', { name: 'For this design' }).elements()).toEqual([]);
    // Folded: what one reads at first is no wall of text.
    const words = (document.querySelector('dialog')?.innerText ?? '').split(/\s+/).length;
    expect(words).toBeLessThan(330);
    await dialog.getByText('MRI and laser on the head').click();
    await expect.element(dialog.getByText(/Tope and Shellock/)).toBeVisible();
    const { violations } = await axe.run(document.body);
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual([]);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(390);
    await userEvent.keyboard('{Escape}');
    await expect.poll(() => dialog.elements().length).toBe(0);
  },
);

test('from where a visit ends, what applies to this design stands first', async () => {
  await page.viewport(1280, 800);
  app = await mountEditor({ finishing: true });
  await page.getByRole('button', { name: NAME }).click();
  const mine = dialog.getByRole('region', { name: 'For this design' });
  await expect.element(mine).toBeVisible();
  await expect.element(mine.getByText(/3 sessions over about 24 days/)).toBeVisible();
  await expect.element(mine.getByText(/It is a shaved look/)).toBeVisible();
});
