import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { expectAccessible } from '../support/expect-accessible';
import { closeBrowser, openBrowser, PHONE, visit } from '../support/visit';
import type { Visit } from '../support/visit';

beforeAll(openBrowser);
afterAll(closeBrowser);

const SIZES = [
  [1366, 768],
  [1920, 1080],
  [820, 1180],
] as const;

/** A tool by its key; where its options are. */
const TOOLS = [
  ['l', 'Line tool', 'hairline'],
  ['p', 'Pencil tool', 'hairline'],
  ['n', 'Note tool', 'hairline'],
  ['d', 'Brush tool', 'density'],
  ['e', 'Erase tool', 'density'],
  ['s', 'Scar tool', 'density'],
  ['r', 'Ruler tool', 'photo'],
  ['g', 'Guides tool', 'photo'],
] as const;

const MOST_STOPS = 25;

async function opened(width: number, height: number): Promise<Visit> {
  const here = await visit({ viewport: { width, height }, reducedMotion: 'reduce' });
  await here.page.getByRole('button', { name: 'Try a sample: from the front' }).click();
  await here.reach('editing');
  await here.page.getByRole('slider', { name: 'Hairline point: middle', exact: true }).waitFor();
  await here.page.getByRole('button', { name: 'Close message' }).waitFor({ state: 'detached' });
  return here;
}

const inHand = (page: Page): Promise<string[]> =>
  page
    .getByRole('toolbar', { name: 'Tools' })
    .getByRole('button', { pressed: true })
    .evaluateAll((lit) => lit.map((each) => each.getAttribute('aria-label') ?? ''));

/** What was changed is on the screen: styles go over to their new values with the next frame. */
const drawn = (page: Page): Promise<void> =>
  page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 0)))),
  );

/** What Tab stops at, from the top of the page until it leaves it. */
async function stopsOf(page: Page): Promise<readonly string[]> {
  await page.evaluate(() => {
    document.body.tabIndex = -1;
    document.body.focus();
  });
  const stops: string[] = [];
  for (;;) {
    await page.keyboard.press('Tab');
    await drawn(page);
    const at = await page.evaluate(() => {
      const { activeElement } = document;
      if (activeElement === null || activeElement === document.body) return null;
      return activeElement.getAttribute('aria-label') ?? activeElement.outerHTML.slice(0, 90);
    });
    if (at === null || stops.length > 2 * MOST_STOPS) return stops;
    stops.push(at);
  }
}

const pictureShare = async (page: Page, height: number): Promise<number> =>
  ((await page.getByRole('img', { name: 'Preview' }).boundingBox())?.height ?? 0) / height;

it.each(SIZES)('at %i × %i the picture has four fifths of the height, and Tab few stops', async (width, height) => {
  const here = await opened(width, height);
  const { page } = here;
  for (const section of ['Hairline', 'Density', 'Pigment', 'Time', 'Photo']) {
    const button = page.getByRole('button', { name: section, exact: true });
    // Where one control is shown at a time, the last section lies behind More.
    if ((await button.count()) === 0) continue;
    await button.click();
    expect(await pictureShare(page, height), section).toBeGreaterThanOrEqual(0.8);
    const stops = await stopsOf(page);
    expect(stops.length, `${section}: ${stops.join(' · ')}`).toBeLessThanOrEqual(MOST_STOPS);
    expect(stops.length).toBeGreaterThan(5);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
  }
  expect(here.errors).toEqual([]);
  await here.end();
});

it('Tab has few stops with the second opinion open too, and every point of the line is reached by keys', async () => {
  const here = await opened(1366, 768);
  const { page } = here;
  await here.slide('Hairline height', 45);
  await page.locator('.second-opinion summary').click();
  await page.getByRole('button', { name: 'Show me the softer version' }).waitFor();
  const middle = page.getByRole('slider', { name: 'Hairline point: middle', exact: true });
  await middle.focus();
  const stops = await stopsOf(page);
  expect(stops.length, stops.join(' · ')).toBeLessThanOrEqual(MOST_STOPS);
  const name = 'Hairline point: ';
  expect(stops.filter((stop) => stop.startsWith(name)).map((stop) => stop.slice(name.length))).toEqual([
    'right temple',
    'right corner',
    'middle',
    'left corner',
    'left temple',
  ]);
  const reached: string[] = [];
  await middle.focus();
  for (const key of [...Array<string>(5).fill('PageUp'), ...Array<string>(7).fill('PageDown')]) {
    await page.keyboard.press(key);
    reached.push(await page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? ''));
  }
  const right = ['right corner', 'right temple', 'right ear'];
  const onwards = [...right.toReversed().slice(1), 'middle', 'left corner', 'left temple', 'left ear', 'left ear'];
  // The ends of the line lead no further.
  expect(reached).toEqual([...right, 'right ear', 'right ear', ...onwards].map((point) => name + point));
  // A point that Tab passes by is moved as any other.
  const height = async (): Promise<number> =>
    Number(await page.getByRole('slider', { name: `${name}left ear`, exact: true }).getAttribute('aria-valuenow'));
  const before = await height();
  await page.keyboard.press('ArrowUp');
  await expect.poll(height).toBe(before + 1);
  expect(here.errors).toEqual([]);
  await here.end();
});

it.each(SIZES)('at %i × %i no name of a moment is cut', async (width, height) => {
  const here = await opened(width, height);
  const { page } = here;
  await page.getByRole('button', { name: 'Time', exact: true }).click();
  const field = page.getByRole('spinbutton', { name: /^Time/ });
  const stops = page.getByRole('group', { name: 'Points in time' }).getByRole('button');
  for (const stop of await stops.all()) {
    await stop.click();
    const cut = await field.evaluate((input: HTMLInputElement) => input.scrollWidth - input.clientWidth);
    expect(cut, await field.inputValue()).toBe(0);
  }
  // Nor do the names under the stops run into each other.
  const names = await stops.locator('.stop-name').evaluateAll((all) =>
    all.map((each) => {
      const words = document.createRange();
      words.selectNodeContents(each);
      const { left, right } = words.getBoundingClientRect();
      return [left, right] as const;
    }),
  );
  names.slice(1).forEach(([left], i) => expect(left, `stop ${i + 1}`).toBeGreaterThan(names[i]?.[1] ?? 0));
  expect(here.errors).toEqual([]);
  await here.end();
});

it.each(SIZES)('at %i × %i every tool has its key, and is put down', async (width, height) => {
  const here = await opened(width, height);
  const { page } = here;
  const section = (): Promise<string | null> => page.getByRole('main').getAttribute('data-section');
  expect(await inHand(page)).toEqual(['Move tool']);
  for (const [key, name, panel] of TOOLS) {
    const button = page.getByRole('button', { name, exact: true });
    expect(await button.getAttribute('aria-keyshortcuts')).toBe(key.toUpperCase());
    expect(await button.textContent()).toContain(key.toUpperCase());
    await page.keyboard.press(key);
    expect(await inHand(page)).toEqual([name]);
    expect(await section()).toBe(panel);
    await page.keyboard.press('Escape');
    expect(await inHand(page)).toEqual(['Move tool']);
    expect(await page.getByRole('region', { name: 'What is it for?' }).count(), 'asked still').toBe(0);
    await button.click();
    expect(await inHand(page)).toEqual([name]);
    await page.getByRole('button', { name: 'Pigment', exact: true }).click();
    expect(await inHand(page), `${name}, in another section`).toEqual(['Move tool']);
  }
  // What was laid on the picture lies there still; being asked for twice puts it away.
  const end = page.getByRole('slider', { name: 'Ruler: first end', exact: true });
  await page.keyboard.press('r');
  await end.waitFor();
  await page.keyboard.press('r');
  await end.waitFor({ state: 'detached' });
  await drawn(page);
  await expectAccessible(page);
  expect(here.errors).toEqual([]);
  await here.end();
});

it('shows the client the picture, the wipe and the moment, and nothing to work with', async () => {
  const here = await opened(1366, 768);
  const { page } = here;
  const show = page.getByRole('button', { name: 'Show client', exact: true });
  const back = page.getByRole('button', { name: 'Back to work', exact: true });
  await page.keyboard.press('g');
  await show.click();
  await back.waitFor();
  expect(await pictureShare(page, await page.evaluate(() => innerHeight))).toBeGreaterThan(0.85);
  for (const gone of ['Tools', 'Your work'])
    expect(await page.getByRole('toolbar', { name: gone }).count(), gone).toBe(0);
  expect(await page.getByRole('region', { name: 'Settings' }).count()).toBe(0);
  expect(await page.getByRole('slider', { name: /^Hairline point/ }).count()).toBe(0);
  expect(await page.locator('.picture .guide').count()).toBe(0);
  // Keys of tools and of undo are no matter of the client.
  await page.keyboard.press('p');
  expect(await page.locator('.brush-cursor').count()).toBe(0);
  await page.getByRole('button', { name: '5 years', exact: true }).click();
  expect(await page.getByRole('slider', { name: 'Time', exact: true }).getAttribute('aria-valuetext')).toBe('5 years');
  expect(await page.getByRole('slider', { name: 'Before and after', exact: true }).inputValue()).toBe('50');
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await show.waitFor();
  expect(await inHand(page)).toEqual(['Move tool']);
  await show.click();
  await back.click();
  await show.click();
  await back.waitFor();
  await page.goBack();
  await show.waitFor();
  expect(await here.stage()).toBe('editing');
  expect(here.errors).toEqual([]);
  await here.end();
});

it('a tablet has no letters of keys beside its tools, and cuts a name at its own end where the page goes from right to left', async () => {
  const here = await visit({ ...PHONE, viewport: { width: 820, height: 1180 } });
  const { page } = here;
  await page.getByRole('button', { name: 'Try a sample: from the front' }).tap();
  await here.reach('editing');
  const tools = page.getByRole('toolbar', { name: 'Tools' });
  await tools.getByRole('button', { name: 'Line tool' }).waitFor();
  expect(await tools.locator('kbd').count()).toBeGreaterThan(0);
  expect(await tools.locator('kbd:visible').count()).toBe(0);
  await page.evaluate(() => (document.documentElement.dir = 'rtl'));
  const name = page.getByRole('button', { name: 'Design A', exact: true }).locator('span:visible');
  expect(await name.evaluate((element) => getComputedStyle(element).direction)).toBe('ltr');
  expect(here.errors).toEqual([]);
  await here.end();
});
