import type { Locator, Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { expectAccessible } from '../support/expect-accessible';
import { closeBrowser, openBrowser, PHONE, visit } from '../support/visit';

beforeAll(openBrowser);
afterAll(closeBrowser);

const SIZES = [
  [390, 844],
  [360, 740],
  [844, 390],
] as const;

/** What a person comes for: where it is, and what is on the screen then. Each is two taps away at most. */
const GOALS: readonly (readonly [role: 'slider' | 'radiogroup' | 'button', name: string, taps: readonly string[]])[] = [
  ['radiogroup', 'Looks', ['Looks']],
  ['radiogroup', 'Hairline shape', ['Shape']],
  ['slider', 'Hairline height', ['Height']],
  ['slider', 'Temple recession', ['Corners']],
  ['radiogroup', 'Edge style', ['Edge']],
  ['slider', 'Density', ['Density']],
  ['radiogroup', 'Coverage', ['Density', 'Where']],
  ['radiogroup', 'Pigment', ['Pigment']],
  ['radiogroup', 'Sessions', ['Pigment', 'After session']],
  ['slider', 'Time', ['Time']],
  ['slider', 'Before and after', []],
  ['button', 'Compare', []],
];

/** A button of the bar below, or a chip above it. */
const tap = (page: Page, name: string): Promise<void> =>
  page
    .getByRole('button', { name, exact: true })
    .or(page.getByRole('tab', { name, exact: true }))
    .first()
    .tap();

/** Whether a finger on the middle of it reaches it. */
const inReach = (of: Locator): Promise<boolean> =>
  of.evaluate((element) => {
    const box = element.getBoundingClientRect();
    const top = document.elementFromPoint(box.left + box.width / 2, box.top + Math.min(box.height / 2, 40));
    return (
      top !== null && (element.contains(top) || top.contains(element) || element.parentElement?.contains(top) === true)
    );
  });

it.each(SIZES)(
  'at %i × %i the picture keeps 58 %% of the height, and each goal is two taps away',
  async (width, height) => {
    const here = await visit({ ...PHONE, viewport: { width, height } });
    const { page } = here;
    const sideways = (): Promise<number> =>
      page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(await sideways()).toBe(0);
    await page.getByRole('button', { name: 'Try a sample: from the front' }).tap();
    await here.reach('editing');
    await page.getByRole('slider', { name: 'Hairline point: middle', exact: true }).waitFor();
    for (const [role, name, taps] of GOALS) {
      // From where the editor opens.
      await tap(page, 'Hairline');
      expect(taps.length).toBeLessThanOrEqual(2);
      for (const each of taps) await tap(page, each);
      const goal = page.getByRole(role, { name, exact: true });
      await goal.waitFor();
      expect(await inReach(goal), name).toBe(true);
      const preview = await page.getByRole('img', { name: 'Preview' }).boundingBox();
      expect(preview?.height ?? 0).toBeGreaterThan(0.58 * height);
      expect(await sideways()).toBe(0);
    }
    await expectAccessible(page);
    expect(here.errors).toEqual([]);
    await here.end();
  },
);

it('everything else lies behind More, in groups; turning the phone keeps what was chosen', async () => {
  const here = await visit(PHONE);
  const { page } = here;
  await page.getByRole('button', { name: 'Try a sample: from the front' }).tap();
  await here.reach('editing');
  await page.getByRole('slider', { name: 'Hairline point: middle', exact: true }).waitFor();
  const more = page.getByRole('dialog', { name: 'More' });
  await tap(page, 'More');
  for (const group of ['Picture', 'Hairline', 'Density', 'Pigment', 'Time', 'Photo', 'Your work', 'Help'])
    await more.getByRole('region', { name: group, exact: true }).waitFor();
  for (const name of ['Save project', 'Open project', 'New photo']) await more.getByRole('button', { name }).waitFor();
  await expectAccessible(page);

  // What is chosen there is set under the picture again.
  await more.getByRole('button', { name: 'Side profile', exact: true }).tap();
  await page.getByRole('radio', { name: 'Defined', exact: true }).tap();
  const chosen = page.getByRole('radiogroup', { name: 'Side profile', exact: true });
  const before = await chosen.getByRole('radio', { checked: true }).getAttribute('aria-describedby');
  await page.setViewportSize({ width: 844, height: 390 });
  await chosen.waitFor();
  expect(await chosen.getByRole('radio', { checked: true }).getAttribute('aria-describedby')).toBe(before);
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.setViewportSize({ width: 390, height: 844 });
  await chosen.waitFor();

  await tap(page, 'More');
  await more.getByRole('switch', { name: 'Measurements', exact: true }).tap();
  await page.keyboard.press('Escape');
  await page.locator('.measures').waitFor();
  expect(here.errors).toEqual([]);
  await here.end();
});
