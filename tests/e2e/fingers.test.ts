import type { BrowserContextOptions, Locator, Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { middleOf } from '../support/middle-of';
import type { Place } from '../support/middle-of';
import { closeBrowser, openBrowser, PHONE, visit } from '../support/visit';

beforeAll(openBrowser);
afterAll(closeBrowser);

/** A tablet: all settings are beside the picture, and fingers work it. */
const TABLET: BrowserContextOptions = { viewport: { width: 1180, height: 820 }, hasTouch: true, deviceScaleFactor: 1 };

async function editing(options: BrowserContextOptions) {
  const here = await visit({ ...options, reducedMotion: 'reduce' });
  const { page } = here;
  await page.getByRole('button', { name: 'Try a sample: from the front' }).tap();
  await here.reach('editing');
  await point(page, 'middle').waitFor();
  await expect.poll(() => here.page.locator('.divider').count()).toBe(1);
  // What is asked and offered lies over the picture, and fingers there are its own.
  for (const name of ['Skip the question', 'Put this away'])
    await page.getByRole('button', { name, exact: true }).tap();
  await page.locator('.offers').waitFor({ state: 'detached' });
  const hand = await page.context().newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd' | 'touchCancel', ...at: readonly Place[]) =>
    hand.send('Input.dispatchTouchEvent', { type, touchPoints: at.map(({ x, y }, id) => ({ x, y, id })) });
  /** As soon after one another as a finger does it, however slowly this machine draws what the first tap does. */
  const doubleTap = async (at: Place): Promise<void> => {
    const fromS = Date.now() / 1000 - 0.2;
    for (let i = 0; i < 4; i++) {
      const [type, touchPoints] = i % 2 === 0 ? (['touchStart', [at]] as const) : (['touchEnd', []] as const);
      await hand.send('Input.dispatchTouchEvent', { type, touchPoints: [...touchPoints], timestamp: fromS + 0.05 * i });
    }
  };
  return { ...here, touch, doubleTap };
}

const point = (page: Page, name: string): Locator =>
  page.getByRole('slider', { name: `Hairline point: ${name}`, exact: true });

/** Corner to corner, CSS px: how large the head is seen. */
async function breadth(page: Page): Promise<number> {
  const [left, right] = await Promise.all(['left corner', 'right corner'].map((name) => middleOf(point(page, name))));
  return Math.abs(left.x - right.x);
}

const canUndo = async (page: Page): Promise<boolean> =>
  !(await page.getByRole('button', { name: 'Undo', exact: true }).isDisabled());

type Editing = Awaited<ReturnType<typeof editing>>;

/** The first finger comes down and moves, a second one comes, and both go apart; then both are lifted. */
async function pinch({ touch }: Editing, { x, y }: Place): Promise<void> {
  await touch('touchStart', { x, y });
  for (let i = 1; i <= 4; i++) await touch('touchMove', { x: x + 4 * i, y: y - 3 * i });
  const [first, second] = [
    { x: x + 16, y: y - 12 },
    { x: x + 20, y: y + 60 },
  ];
  await touch('touchStart', first, second);
  for (let i = 1; i <= 10; i++)
    await touch('touchMove', { x: first.x, y: first.y - 3 * i }, { x: second.x, y: second.y + 6 * i });
  await touch('touchEnd', { x: first.x, y: first.y - 30 });
  await touch('touchEnd');
}

it('a pinch that begins on a point, or on the divider, is the view: nothing else changes', async () => {
  const here = await editing(PHONE);
  const { page } = here;
  const wipe = page.getByRole('slider', { name: 'Before and after', exact: true });
  const said = async (): Promise<readonly (string | null)[]> => [
    await point(page, 'middle').getAttribute('aria-valuetext'),
    await wipe.inputValue(),
  ];
  const [before, apart] = [await said(), await breadth(page)];
  await pinch(here, await middleOf(point(page, 'middle')));
  await expect.poll(() => breadth(page)).toBeGreaterThan(1.3 * apart);
  expect(await said()).toEqual(before);

  const nearer = await breadth(page);
  const divider = await middleOf(page.locator('.divider'));
  const { y } = await middleOf(point(page, 'middle'));
  // Away from the points that lie on it.
  await pinch(here, { x: divider.x, y: y - 60 });
  await expect.poll(() => breadth(page)).toBeGreaterThan(1.3 * nearer);
  expect(await said()).toEqual(before);
  expect(await canUndo(page)).toBe(false);
  expect(here.errors).toEqual([]);
  await here.end();
});

it('a pinch with the brush in hand paints nothing; one finger paints, in one step', async () => {
  const here = await editing(TABLET);
  const { page, touch } = here;
  await page.getByRole('button', { name: 'Density', exact: true }).tap();
  await page.locator('summary', { hasText: /^Brush$/ }).tap();
  await page.getByRole('button', { name: 'Scar', exact: true }).tap();
  const at = await middleOf(point(page, 'middle'));
  const apart = await breadth(page);
  await pinch(here, { x: at.x + 30, y: at.y - 20 });
  await expect.poll(() => breadth(page)).toBeGreaterThan(1.3 * apart);
  expect(await canUndo(page)).toBe(false);

  const { x, y } = await middleOf(point(page, 'middle'));
  await touch('touchStart', { x, y: y - 20 });
  for (let i = 1; i <= 6; i++) await touch('touchMove', { x: x + 5 * i, y: y - 20 });
  await touch('touchCancel');
  expect(await canUndo(page)).toBe(false);
  await touch('touchStart', { x, y: y - 20 });
  for (let i = 1; i <= 6; i++) await touch('touchMove', { x: x + 5 * i, y: y - 20 });
  await touch('touchEnd');
  await expect.poll(() => canUndo(page)).toBe(true);
  await page.getByRole('button', { name: 'Undo', exact: true }).tap();
  await expect.poll(() => canUndo(page)).toBe(false);
  expect(here.errors).toEqual([]);
  await here.end();
});

it('one finger on a point moves it, with line and loupe to see by; let go it is one step, cancelled none', async () => {
  const here = await editing(PHONE);
  const { page, touch } = here;
  const height = async (): Promise<number> => Number(await point(page, 'middle').getAttribute('aria-valuenow'));
  const before = await height();
  for (const end of ['touchCancel', 'touchEnd'] as const) {
    const { x, y } = await middleOf(point(page, 'middle'));
    await touch('touchStart', { x, y });
    for (let i = 1; i <= 8; i++) await touch('touchMove', { x, y: y - 5 * i });
    await expect.poll(height).toBeGreaterThan(before);
    expect(await page.locator('.line-hair').count()).toBeGreaterThan(0);
    expect(await page.locator('.loupe').textContent()).toMatch(/^\d+ mm up/);
    await touch(end);
    await expect.poll(() => page.locator('.loupe').count()).toBe(0);
    if (end === 'touchCancel') {
      await expect.poll(height).toBe(before);
      expect(await canUndo(page)).toBe(false);
    }
  }
  expect(await height()).toBeGreaterThan(before);
  await page.getByRole('button', { name: 'Undo', exact: true }).tap();
  await expect.poll(height).toBe(before);
  expect(await canUndo(page)).toBe(false);
  expect(here.errors).toEqual([]);
  await here.end();
});

it('a double tap comes three times nearer at the finger, and goes back; a finger that rests shows what was before', async () => {
  const here = await editing(PHONE);
  const { page, touch } = here;
  const { x, y } = await middleOf(point(page, 'middle'));
  const at = { x: x + 60, y: y + 70 };
  const apart = await breadth(page);
  await here.doubleTap(at);
  await expect.poll(async () => (await breadth(page)) / apart).toBeCloseTo(3, 1);
  await here.doubleTap(at);
  await expect.poll(async () => (await breadth(page)) / apart).toBeCloseTo(1, 2);

  await touch('touchStart', at);
  await page.locator('.before-badge').waitFor();
  await touch('touchEnd');
  await expect.poll(() => page.locator('.before-badge').count()).toBe(0);
  expect(await canUndo(page)).toBe(false);
  expect(here.errors).toEqual([]);
  await here.end();
});
