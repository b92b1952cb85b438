import { existsSync, readFileSync } from 'node:fs';
import type { Locator, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectAccessible } from '../support/expect-accessible';
import { closeBrowser, openBrowser, PHONE, visit } from '../support/visit';
import type { Visit } from '../support/visit';

beforeAll(openBrowser);
afterAll(closeBrowser);

const SHARED = '../shared/heads2/';
const isThere = existsSync(`${SHARED}series_front.json`);
const [WIDTH, HEIGHT] = [800, 1066];
type Place = readonly [number, number];

interface Rendered {
  readonly scalp_points: { readonly px: readonly Place[]; readonly visible: readonly number[] };
}

/** Places of the head that all of these pictures show, and where: the first, and those that lie farthest from it in turn. */
function spotsIn(names: readonly string[], count: number): readonly (readonly Place[])[] {
  const points = names.map(
    (name) => (JSON.parse(readFileSync(`${SHARED}${name}.json`, 'utf8')) as Rendered).scalp_points,
  );
  const inAll = points[0].px
    .map((_, k) => points.map(({ px, visible }) => ({ place: px[k], isSeen: visible[k] === 1 })))
    .filter((each) => each.every(({ isSeen }) => isSeen))
    .map((each) => each.map(({ place }) => place));
  const apart = (a: readonly Place[], b: readonly Place[]): number =>
    Math.min(...a.map(([x, y], at) => Math.hypot(x - b[at][0], y - b[at][1])));
  const chosen = [inAll[0]];
  while (chosen.length < count) {
    const nearest = (spot: readonly Place[]): number => Math.min(...chosen.map((other) => apart(spot, other)));
    chosen.push(inAll.reduce((best, spot) => (nearest(spot) > nearest(best) ? spot : best)));
  }
  return chosen;
}

const look = async (page: Page, name: string): Promise<void> => {
  if (process.env.STIPPLE_SHOTS !== undefined)
    await page.screenshot({ path: `${process.env.STIPPLE_SHOTS}/same-spots-${name}.png` });
};

const button = (page: Page, name: string): Locator => page.getByRole('button', { name, exact: true }).first();
const chip = (page: Page, name: string): Locator =>
  page.getByRole('toolbar', { name: 'Views' }).getByRole('button', { name, exact: true });
const pin = (page: Page, mark: number): Locator =>
  page.getByRole('button', { name: new RegExp(`^Mark ${mark}, with`) });
const row = (page: Page, mark: number): Locator => page.locator('.same-spots li', { hasText: `Mark ${mark}` });

async function addView({ page }: Visit, name: string, chipName: string): Promise<void> {
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), button(page, 'Add a view').click()]);
  await chooser.setFiles(`${SHARED}${name}.jpg`);
  await chip(page, chipName).waitFor({ timeout: 90_000 });
}

/** Where a place of the photo is on the screen, the whole photo being shown in that canvas. */
async function onScreen(canvas: Locator, [x, y]: Place): Promise<Place> {
  const box = await canvas.boundingBox();
  if (box === null) throw new Error('there is no picture');
  const scale = Math.min(box.width / WIDTH, box.height / HEIGHT);
  return [box.x + box.width / 2 + (x - WIDTH / 2) * scale, box.y + box.height / 2 + (y - HEIGHT / 2) * scale];
}

const preview = (page: Page): Locator => page.getByRole('img', { name: 'Preview' });

async function see(page: Page, name: string): Promise<void> {
  await chip(page, name).click();
  await expect.poll(() => chip(page, name).getAttribute('aria-current')).toBe('true');
  // A photo that comes on the screen is framed in its first frame, after which all of it is shown.
  await page.waitForTimeout(1500);
  await page.keyboard.press('0');
  const whole = page.getByRole('button', { name: 'Zoom out', exact: true });
  if ((await whole.count()) > 0) await expect.poll(() => whole.isDisabled(), { timeout: 15_000 }).toBe(true);
  await page.waitForTimeout(400);
}

describe.skipIf(!isThere)('the same spot of the skin, tapped in two photos', () => {
  it('on a laptop: ties them together, says how well it fits, and is moved, undone, removed and kept', async () => {
    const spots = spotsIn(['series_front', 'series_obl_l'], 3);
    const here = await visit({ viewport: { width: 1366, height: 768 }, reducedMotion: 'reduce' });
    const { page } = here;
    await here.choosePhoto(`${SHARED}series_front.jpg`);
    await here.reach('editing');
    await addView(here, 'series_obl_l', 'View: Left side');
    await here.goTo('photo');
    await button(page, 'Mark the same spot').click();
    await see(page, 'View: Front');
    for (const [front] of spots) await page.mouse.click(...(await onScreen(preview(page), front)));
    await expect.poll(() => page.locator('.mark-pin').count()).toBe(3);
    await row(page, 1).getByText('Only in Front').waitFor();
    await look(page, 'desk-front');
    await see(page, 'View: Left side');
    await page.getByText('Tap mark 1 here: the same spot as in Front.').waitFor();
    await look(page, 'desk-ask');
    for (const [, left] of spots.slice(0, 2)) await page.mouse.click(...(await onScreen(preview(page), left)));
    // The third is tapped somewhere else.
    const [x, y] = spots[2][1];
    await page.mouse.click(...(await onScreen(preview(page), [x - 110, y])));
    await row(page, 3).getByText('does not fit').waitFor();
    for (const mark of [1, 2])
      await row(page, mark)
        .getByText(/off, fits/)
        .waitFor();
    await expectAccessible(page);
    await look(page, 'desk-left');

    const bad = pin(page, 3);
    const before = await bad.boundingBox();
    await bad.focus();
    await page.keyboard.press('Shift+ArrowRight');
    await expect.poll(async () => (await bad.boundingBox())?.x).toBeGreaterThan((before?.x ?? 0) + 2);
    await page.keyboard.press('ControlOrMeta+z');
    await expect.poll(async () => (await bad.boundingBox())?.x).toBeCloseTo(before?.x ?? 0, 0);
    await bad.focus();
    await page.keyboard.press('Delete');
    await row(page, 3).getByText('Only in Front').waitFor();
    await button(page, 'Remove mark 3 from all photos').click();
    await expect.poll(() => row(page, 3).count()).toBe(0);

    const project = await here.saved('Save project');
    const elsewhere = await visit({ viewport: { width: 1366, height: 768 }, reducedMotion: 'reduce' });
    await elsewhere.choosePhoto({ name: 'marked.stipple', mimeType: 'application/json', buffer: project });
    await elsewhere.reach('editing');
    await elsewhere.goTo('photo');
    await expect.poll(() => elsewhere.page.locator('.mark-pin').count()).toBe(2);
    expect([...here.errors, ...elsewhere.errors]).toEqual([]);
    await elsewhere.end();
    await here.end();
  });

  it('beside each other: a tap in each of two photos makes one mark', async () => {
    const [spot] = spotsIn(['series_front', 'series_obl_l'], 1);
    const here = await visit({ viewport: { width: 1366, height: 768 }, reducedMotion: 'reduce' });
    const { page } = here;
    await here.choosePhoto(`${SHARED}series_front.jpg`);
    await here.reach('editing');
    await addView(here, 'series_obl_l', 'View: Left side');
    await page
      .getByRole('button', { name: /^Compare/ })
      .first()
      .click();
    await page.getByRole('button', { name: 'Views', exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Mark the same spot' }).click();
    const pictures = page.locator('.compared-picture');
    await expect.poll(() => pictures.locator('.mark-badge').count()).toBe(2);
    for (const at of [0, 1]) {
      const picture = pictures.nth(at);
      await picture.hover();
      await page.keyboard.press('0');
      await page.waitForTimeout(600);
      const isLeft = ((await picture.getAttribute('aria-label')) ?? '').includes('Left');
      await page.mouse.click(...(await onScreen(picture.locator('canvas').first(), spot[isLeft ? 1 : 0])));
      await expect.poll(() => picture.locator('.mark-pin').count()).toBe(1);
    }
    await look(page, 'beside');
    await expect
      .poll(() => page.locator('.mark-pin[data-off="0"], .mark-pin[data-off="1"]').count(), { timeout: 15_000 })
      .toBe(2);
    expect(here.errors).toEqual([]);
    await here.end();
  });

  it('on a phone: by fingers, with a loupe', async () => {
    const [spot] = spotsIn(['series_front', 'series_obl_l'], 1);
    const here = await visit({ ...PHONE, reducedMotion: 'reduce' });
    const { page } = here;
    await here.choosePhoto(`${SHARED}series_front.jpg`);
    await here.reach('editing');
    await button(page, 'More').tap();
    await addView(here, 'series_obl_l', 'View: Left side');
    await button(page, 'More').tap();
    await button(page, 'Views').tap();
    await button(page, 'Mark the same spot').tap();
    for (const [at, name] of ['View: Front', 'View: Left side'].entries()) {
      await see(page, name);
      await page.touchscreen.tap(...(await onScreen(preview(page), spot[at])));
      await expect.poll(() => pin(page, 1).count()).toBe(1);
      await look(page, `phone-${at}`);
    }
    const box = await pin(page, 1).boundingBox();
    expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44);
    await row(page, 1)
      .getByText(/off, fits/)
      .waitFor();
    await expectAccessible(page);
    expect(here.errors).toEqual([]);
    await here.end();
  });
});
