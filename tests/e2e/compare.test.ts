import type { Locator, Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { expectAccessible } from '../support/expect-accessible';
import { middleOf } from '../support/middle-of';
import { closeBrowser, openBrowser, PHONE, visit } from '../support/visit';

beforeAll(openBrowser);
afterAll(closeBrowser);

const SAMPLE = 'assets/samples/front-light-web.jpg';

const button = (page: Page | Locator, name: string) => page.getByRole('button', { name, exact: true });
const picture = (page: Page, name: string): Locator => page.getByRole('region', { name, exact: true });
const point = (of: Locator, name: string): Locator =>
  of.getByRole('slider', { name: `Hairline point: ${name}`, exact: true });

/** Corner to corner, CSS px: how large the head is seen there. */
async function breadth(of: Locator): Promise<number> {
  const [left, right] = await Promise.all(['left corner', 'right corner'].map((name) => middleOf(point(of, name))));
  return Math.abs(left.x - right.x);
}

/** What a canvas shows, as one number that differs when a pixel does. */
const seen = (of: Locator): Promise<number> =>
  of.getByRole('img').evaluate((canvas: HTMLCanvasElement) => {
    const { data } = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] };
    let sum = 0;
    for (const [at, value] of data.entries()) sum = (sum * 31 + value * (at % 7)) | 0;
    return sum;
  });

it('designs beside each other: a point dragged on one shows there alone, zoom is shared, Escape leaves', async () => {
  const here = await visit({ viewport: { width: 1366, height: 768 }, reducedMotion: 'reduce' });
  const { page } = here;
  await here.choosePhoto(SAMPLE);
  await here.reach('editing');
  await button(page, 'Add a design').click();
  await button(page, 'Compare designs').click();
  const [first, second] = [picture(page, 'Design A'), picture(page, 'Design B')];
  await point(second, 'middle').waitFor();
  await expect.poll(() => seen(first)).not.toBe(0);
  await expect.poll(async () => (await seen(first)) === (await seen(second))).toBe(true);
  await expectAccessible(page);

  const [untouched, before] = [await seen(first), await point(first, 'middle').getAttribute('aria-valuenow')];
  const from = await middleOf(point(first, 'middle'));
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x, from.y + 20, { steps: 4 });
  // Live: while the button is still down.
  await expect.poll(() => seen(first)).not.toBe(untouched);
  expect(await seen(second)).toBe(untouched);
  await page.mouse.up();
  expect(await point(first, 'middle').getAttribute('aria-valuenow')).not.toBe(before);
  expect(await point(second, 'middle').getAttribute('aria-valuenow')).toBe(before);

  const apart = [await breadth(first), await breadth(second)];
  await page.mouse.wheel(0, -400);
  await expect.poll(() => breadth(second)).toBeGreaterThan(1.2 * apart[1]);
  expect((await breadth(second)) / apart[1]).toBeCloseTo((await breadth(first)) / apart[0], 3);

  // The point still has the focus: a key does what it does on the picture.
  await page.keyboard.press('Control+z');
  await expect.poll(() => point(first, 'middle').getAttribute('aria-valuenow')).toBe(before);
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await expect
    .poll(() => button(page, 'Compare designs').evaluate((each) => each === document.activeElement))
    .toBe(true);
  await button(page, 'Redo').click();
  await expect.poll(() => button(page, 'Design A').getAttribute('aria-current')).toBe('true');
  await button(page, 'Compare designs').click();
  await page.goBack();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  expect(await here.stage()).toBe('editing');
  expect(here.errors).toEqual([]);
  await here.end();
});

it('time beside time on a phone, by touch: two to four moments of one design, a pinch is the view of all', async () => {
  const here = await visit({ ...PHONE, reducedMotion: 'reduce' });
  const { page } = here;
  await here.choosePhoto(SAMPLE);
  await here.reach('editing');
  await button(page, 'Design A').tap();
  await button(page, 'Compare designs').tap();
  const [healed, later] = [picture(page, 'Design A, Healed, 1 month'), picture(page, 'Design A, 5 years')];
  await point(later, 'middle').waitFor();
  await expect.poll(() => seen(later)).not.toBe(0);
  await expect.poll(async () => (await seen(healed)) === (await seen(later))).toBe(false);
  await page.getByRole('combobox', { name: 'Picture 2 shows' }).selectOption({ label: '15 years' });
  await picture(page, 'Design A, 15 years').waitFor();
  await button(page, '4 pictures').tap();
  await expect.poll(() => page.getByRole('dialog').getByRole('img').count()).toBe(4);
  for (const each of await page.getByRole('dialog').getByRole('button').all()) {
    const box = await each.boundingBox();
    expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44);
  }
  await expectAccessible(page);

  await button(page, '2 pictures').tap();
  const said = () => point(healed, 'middle').getAttribute('aria-valuenow');
  await expect.poll(() => page.getByRole('dialog').getByRole('img').count()).toBe(2);
  const [before, apart, at] = [await said(), await breadth(healed), await middleOf(point(healed, 'middle'))];
  const hand = await page.context().newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...spots: readonly { x: number; y: number }[]) =>
    hand.send('Input.dispatchTouchEvent', { type, touchPoints: spots.map(({ x, y }, id) => ({ x, y, id })) });
  await touch('touchStart', at);
  await touch('touchStart', at, { x: at.x, y: at.y + 50 });
  for (let step = 1; step <= 8; step++)
    await touch('touchMove', { x: at.x, y: at.y - 4 * step }, { x: at.x, y: at.y + 50 + 8 * step });
  await touch('touchEnd');
  await expect.poll(() => breadth(picture(page, 'Design A, 15 years'))).toBeGreaterThan(1.2 * apart);
  expect(await said()).toBe(before);

  const drag = await middleOf(point(healed, 'middle'));
  await touch('touchStart', drag);
  for (let step = 1; step <= 8; step++) await touch('touchMove', { x: drag.x, y: drag.y + 5 * step });
  await touch('touchEnd');
  await expect.poll(said).not.toBe(before);
  await button(page, 'Back to the design').tap();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  expect(here.errors).toEqual([]);
  await here.end();
});

const [FRONT, LEFT] = ['tests/fixtures/heads/series_front.jpg', 'tests/fixtures/heads/series_obl_l.jpg'];

it('views beside each other: a point dragged in one moves in the other while the button is down, also in photos not seen since a reload', async () => {
  const here = await visit({ viewport: { width: 1366, height: 768 }, reducedMotion: 'reduce' });
  const { page } = here;
  await here.choosePhoto(FRONT);
  await here.reach('editing');
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), button(page, 'Add a view').first().click()]);
  await chooser.setFiles(LEFT);
  const chip = button(page.getByRole('toolbar', { name: 'Views' }), 'View: Left side');
  await expect.poll(() => chip.getAttribute('aria-current')).toBe('true');
  await page.keyboard.press('1');
  await expect.poll(() => chip.getAttribute('aria-current')).toBe('false');
  await page.keyboard.press('2');
  await expect.poll(() => chip.getAttribute('aria-current')).toBe('true');
  await page.waitForTimeout(2500);
  await page.reload();
  await here.reach('editing');

  await button(page, 'Compare designs').click();
  const [front, left] = [picture(page, 'Design A, Front'), picture(page, 'Design A, Left side')];
  await point(left, 'middle').waitFor();
  await point(front, 'middle').waitFor();
  await expect.poll(() => seen(front)).not.toBe(0);
  await expectAccessible(page);
  const said = (of: Locator) => point(of, 'middle').getAttribute('aria-valuenow').then(Number);
  const [untouched, before] = [await seen(left), await said(left)];
  const from = await middleOf(point(front, 'middle'));
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x, from.y - 25, { steps: 4 });
  await expect.poll(() => seen(left)).not.toBe(untouched);
  await expect.poll(() => said(left)).toBeGreaterThan(before + 3);
  expect(Math.abs((await said(left)) - (await said(front)))).toBeLessThanOrEqual(1);
  await page.mouse.up();

  const apart = [await breadth(front), (await middleOf(point(left, 'middle'))).x];
  const at = await middleOf(front);
  await page.mouse.move(at.x, at.y);
  await page.mouse.wheel(0, -400);
  await expect.poll(() => breadth(front)).toBeGreaterThan(1.2 * apart[0]);
  expect((await middleOf(point(left, 'middle'))).x, 'each photo is seen from as near as itself').toBe(apart[1]);
  const moved = await said(left);
  await page.keyboard.press('Control+z');
  await expect.poll(() => said(left)).toBe(before);
  await page.keyboard.press('Control+Shift+z');
  await expect.poll(() => said(left)).toBe(moved);
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  expect(here.errors).toEqual([]);
  await here.end();
});

it('views beside each other on a phone, by touch', async () => {
  const here = await visit({ ...PHONE, reducedMotion: 'reduce' });
  const { page } = here;
  await here.choosePhoto(FRONT);
  await here.reach('editing');
  await button(page, 'More').tap();
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), button(page, 'Add a view').first().tap()]);
  await chooser.setFiles(LEFT);
  await expect
    .poll(() =>
      button(page.getByRole('toolbar', { name: 'Views' }), 'View: Left side')
        .first()
        .getAttribute('aria-current'),
    )
    .toBe('true');
  await button(page, 'Design A').tap();
  await button(page, 'Compare designs').tap();
  const [front, left] = [picture(page, 'Design A, Front'), picture(page, 'Design A, Left side')];
  const said = (of: Locator) => point(of, 'middle').getAttribute('aria-valuenow').then(Number);
  await point(front, 'middle').waitFor();
  await expect.poll(() => seen(left)).not.toBe(0);
  await expectAccessible(page);
  for (const each of await page.getByRole('dialog').getByRole('button').all()) {
    const box = await each.boundingBox();
    expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44);
  }
  const before = await said(front);
  const hand = await page.context().newCDPSession(page);
  const at = await middleOf(point(front, 'middle'));
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...spots: readonly { x: number; y: number }[]) =>
    hand.send('Input.dispatchTouchEvent', { type, touchPoints: spots.map(({ x, y }, id) => ({ x, y, id })) });
  await touch('touchStart', at);
  for (let step = 1; step <= 6; step++) await touch('touchMove', { x: at.x, y: at.y - 4 * step });
  // Live: while the finger is still down.
  await expect.poll(() => said(left)).toBeGreaterThan(before + 3);
  await touch('touchEnd');
  await page.getByRole('combobox', { name: 'Picture 1 shows' }).selectOption({ label: 'Left side' });
  await expect.poll(() => left.count()).toBe(2);
  await button(page, 'Back to the design').tap();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  expect(here.errors).toEqual([]);
  await here.end();
});

it('what was compared is let go of: nothing grows from one comparison to the next', async () => {
  const here = await visit({ viewport: { width: 1366, height: 768 }, reducedMotion: 'reduce' }, (page) =>
    page.addInitScript(() => {
      const counts = { live: 0 };
      Reflect.set(globalThis, 'gpuThings', counts);
      const { prototype } = WebGL2RenderingContext;
      for (const [verb, more] of [
        ['createTexture', 1],
        ['createBuffer', 1],
        ['createFramebuffer', 1],
        ['deleteTexture', -1],
        ['deleteBuffer', -1],
        ['deleteFramebuffer', -1],
      ] as const) {
        const act = Reflect.get(prototype, verb) as (...given: unknown[]) => unknown;
        Reflect.set(prototype, verb, function (this: WebGL2RenderingContext, ...given: unknown[]) {
          counts.live += more;
          return act.apply(this, given);
        });
      }
    }),
  );
  const { page } = here;
  await here.choosePhoto(SAMPLE);
  await here.reach('editing');
  for (let more = 0; more < 3; more++) await button(page, 'Add a design').click();
  const client = await page.context().newCDPSession(page);
  const held = async (): Promise<{ readonly gpu: number; readonly canvases: number; readonly heap: number }> => {
    await client.send('HeapProfiler.collectGarbage');
    const { usedSize } = await client.send('Runtime.getHeapUsage');
    const [gpu, canvases] = await page.evaluate(() => [
      (Reflect.get(globalThis, 'gpuThings') as { live: number }).live,
      document.querySelectorAll('canvas').length,
    ]);
    return { gpu, canvases, heap: usedSize };
  };
  const compare = async (): Promise<void> => {
    await button(page, 'Compare designs').click();
    await expect.poll(() => seen(picture(page, 'Design D'))).not.toBe(0);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  };
  // Stills of the sections are made meanwhile; the first rounds make what then stays.
  for (let round = 0; round < 3; round++) await compare();
  await page.waitForTimeout(3000);
  const before = await held();
  for (let round = 0; round < 5; round++) await compare();
  // A still that the card is copying at the moment holds a buffer until it is read.
  await expect.poll(async () => (await held()).gpu).toBeLessThanOrEqual(before.gpu);
  const after = await held();
  expect(after.canvases).toBe(before.canvases);
  expect(after.heap - before.heap).toBeLessThan(4 * 1024 * 1024);
  expect(here.errors).toEqual([]);
  await here.end();
});
