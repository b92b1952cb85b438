import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { closeBrowser, openBrowser, PHONE, visit } from '../support/visit';

beforeAll(openBrowser);
afterAll(closeBrowser);

it('works on a phone: the picture stays in view, nothing scrolls sideways, every section opens by touch', async () => {
  const here = await visit(PHONE);
  const sideways = (): Promise<number> =>
    here.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(await sideways()).toBe(0);
  await here.page
    .getByRole('button', { name: /^Try a sample: / })
    .nth(1)
    .tap();
  await here.reach('editing');
  const preview = await here.page.getByRole('img', { name: 'Preview' }).boundingBox();
  expect(preview?.height ?? 0).toBeGreaterThan(0.4 * 844);
  for (const section of ['Hairline', 'Density', 'Pigment', 'Time', 'Photo']) {
    await here.page.getByRole('button', { name: section, exact: true }).tap();
    expect(await sideways()).toBe(0);
    const still = await here.page.getByRole('img', { name: 'Preview' }).boundingBox();
    expect(still?.height ?? 0).toBeGreaterThan(0.4 * 844);
  }
  const { violations } = await new AxeBuilder({ page: here.page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
    .analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  expect(here.errors).toEqual([]);
  await here.end();
});

it.each([
  [320, 568],
  [360, 640],
  [844, 390],
  [932, 430],
])('has room for picture, time and settings at %i × %i', async (width, height) => {
  const here = await visit({ ...PHONE, viewport: { width, height } });
  await here.page.getByRole('button', { name: 'Try a sample: from the front' }).tap();
  await here.reach('editing');
  await here.page.getByText('Head found').waitFor();
  /** Whether a finger on the middle of it reaches what it is part of. */
  const reached = (role: 'slider' | 'button' | 'heading', name: string, part: string): Promise<boolean> =>
    here.page
      .getByRole(role, { name, exact: true })
      .first()
      .evaluate((element, within) => {
        const box = element.getBoundingClientRect();
        const top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
        return element.closest(within)?.contains(top) === true;
      }, part);
  expect(await reached('slider', 'Time', '.time-strip')).toBe(true);
  expect(await reached('slider', 'Hairline point: middle', '[role=slider]')).toBe(true);
  expect(await reached('button', 'Compare', 'button')).toBe(true);
  expect(await reached('heading', 'Hairline', '.panels')).toBe(true);
  const preview = await here.page.getByRole('img', { name: 'Preview' }).boundingBox();
  expect(preview?.height ?? 0).toBeGreaterThan(0.44 * height);
  await here.end();
});
