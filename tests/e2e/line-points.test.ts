import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { middleOf } from '../support/middle-of';
import type { Place } from '../support/middle-of';
import { tabTo, tabToElement } from '../support/tab-to';
import { closeBrowser, openBrowser, PHONE, visit } from '../support/visit';

beforeAll(openBrowser);
afterAll(closeBrowser);

it('by keyboard alone: a sample, a shape, three points moved, one added and deleted, a scar painted, measures read, saved', async () => {
  const here = await visit();
  const { page } = here;
  const point = (name: string) => page.getByRole('slider', { name: `Hairline point: ${name}`, exact: true });
  await tabTo(page, 'button', 'Try a sample: from the front');
  await page.keyboard.press('Enter');
  await here.reach('editing');
  await point('middle').waitFor();

  await tabTo(page, 'radio', 'Natural');
  const corner = (): Promise<string | null> => point('right corner').getAttribute('aria-valuenow');
  const natural = await corner();
  await page.keyboard.press('ArrowRight');
  expect(await page.getByRole('radio', { name: 'Straight', exact: true }).isChecked()).toBe(true);
  // Where points lie is told with the frame that shows them.
  await expect.poll(corner).not.toBe(natural);
  for (const name of ['right corner', 'middle', 'left temple']) {
    const height = async (): Promise<number> => Number(await point(name).getAttribute('aria-valuenow'));
    await tabTo(page, 'slider', `Hairline point: ${name}`);
    const before = await height();
    await page.keyboard.press('Shift+ArrowUp');
    await expect.poll(height).toBe(before + 5);
  }

  await tabTo(page, 'button', 'Add a point');
  await page.keyboard.press('Enter');
  const focused = (): Promise<string | null> =>
    page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? null);
  await expect.poll(focused).toBe('Hairline point: added 1, left');
  const before = await point('added 1, left').getAttribute('aria-valuetext');
  await page.keyboard.press('ArrowDown');
  await expect.poll(() => point('added 1, left').getAttribute('aria-valuetext')).not.toBe(before);
  await page.keyboard.press('Delete');
  await expect.poll(() => point('added 1, left').count()).toBe(0);
  expect(await focused()).toMatch(/^Hairline point: left /);

  await tabTo(page, 'button', 'Hairline');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await tabToElement(page, page.locator('summary', { hasText: /^Brush$/ }), 'the brushes');
  await page.keyboard.press('Enter');
  await tabTo(page, 'button', 'Scar');
  await page.keyboard.press('Enter');
  await tabTo(page, 'button', 'Brush');
  await page.keyboard.down('Space');
  for (let step = 0; step < 4; step++) await page.keyboard.press('Shift+ArrowUp');
  await page.keyboard.up('Space');

  await tabTo(page, 'button', 'Density');
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await tabTo(page, 'switch', 'Measurements');
  await page.keyboard.press('Space');
  await page
    .getByText(/from between the brows/)
    .first()
    .waitFor();
  await tabTo(page, 'button', 'Save picture');
  await page.keyboard.press('ArrowLeft');
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
  const { consultation } = JSON.parse(readFileSync(await download.path(), 'utf8')) as {
    consultation: {
      head: { marks: { kind: string }[] };
      designs: { drawn: { shape: string; handles: object; points: unknown[]; strokes: unknown[] } }[];
    };
  };
  const { head, designs } = consultation;
  const [{ drawn: design }] = designs;
  expect(design.shape).toBe('straight');
  expect(Object.keys(design.handles).sort()).toEqual([
    'leftCorner',
    'leftTemple',
    'middle',
    'rightCorner',
    'rightTemple',
  ]);
  expect(design.points).toEqual([]);
  expect(design.strokes).toEqual([]);
  expect(head.marks.map(({ kind }) => kind)).toEqual(['scar']);
  expect(here.errors).toEqual([]);
  await here.end();
});

it('two fingers zoom and move no point, although one lies on a point; a long press on the line adds one', async () => {
  const here = await visit(PHONE);
  const { page } = here;
  await page.getByRole('button', { name: 'Try a sample: from the front' }).tap();
  await here.reach('editing');
  const middle = page.getByRole('slider', { name: 'Hairline point: middle', exact: true });
  await middle.waitFor();
  const where = (name: string): Promise<Place> =>
    middleOf(page.getByRole('slider', { name: `Hairline point: ${name}`, exact: true }));
  const breadth = async (): Promise<number> => (await where('left corner')).x - (await where('right corner')).x;
  const hand = await page.context().newCDPSession(page);
  const fingers = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...at: readonly (readonly [number, number])[]) =>
    hand.send('Input.dispatchTouchEvent', { type, touchPoints: at.map(([x, y], id) => ({ x, y, id })) });

  const apart = await breadth();
  const { x, y } = await where('middle');
  await fingers('touchStart', [x, y]);
  await fingers('touchMove', [x + 3, y]);
  await fingers('touchStart', [x + 3, y], [x + 20, y + 70]);
  for (let i = 1; i <= 12; i++) await fingers('touchMove', [x + 3, y - 3 * i], [x + 20, y + 70 + 4 * i]);
  await fingers('touchEnd');
  const value = (): Promise<string | null> => middle.getAttribute('aria-valuenow');
  expect(await value()).toBe('66');
  expect(await page.getByRole('button', { name: 'Undo', exact: true }).isDisabled()).toBe(true);
  await expect.poll(breadth).toBeGreaterThan(1.3 * apart);

  // Zoomed in there is room between the points for a finger.
  const [from, to] = [await where('middle'), await where('left corner')];
  await fingers('touchStart', [(from.x + to.x) / 2, (from.y + to.y) / 2]);
  await page.getByRole('slider', { name: 'Hairline point: added 1, left', exact: true }).waitFor();
  await fingers('touchEnd');
  expect(here.errors).toEqual([]);
  await here.end();
});
