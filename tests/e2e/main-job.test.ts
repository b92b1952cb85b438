import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { SETTINGS } from '~/model/design/settings';
import { comparePictures } from '../support/compare-pictures';
import type { Comparison } from '../support/compare-pictures';
import { middleOf } from '../support/middle-of';
import { closeBrowser, openBrowser, visit } from '../support/visit';
import type { Visit } from '../support/visit';

const WEB_SAMPLE = 'assets/samples/front-light-web.jpg';

beforeAll(openBrowser);
afterAll(closeBrowser);
let here: Visit;
beforeEach(async () => {
  here = await visit();
});
afterEach(async () => {
  expect(here.errors).toEqual([]);
  await here.end();
});

/** Saves the picture and compares it with the web-sized sample. */
async function look(): Promise<{ bytes: Buffer; seen: Comparison }> {
  const bytes = await here.saved('Save picture');
  return { bytes, seen: await comparePictures(here.page, '/samples/front-light-web.jpg', bytes) };
}

describe('from a photo to a saved picture', () => {
  it('finds the head of a chosen photo, draws on it, and saves it at its own size with the rest untouched', async () => {
    await here.choosePhoto(WEB_SAMPLE);
    await here.reach('editing');
    await expect
      .poll(() => here.page.getByRole('status').allTextContents())
      .toContainEqual(expect.stringMatching(/Head found/));
    await here.page.getByRole('img', { name: 'Preview' }).waitFor();
    const { bytes, seen } = await look();
    expect(seen).toMatchObject({ sameSize: true, widthPx: 600, heightPx: 800 });
    // The rendered head: its crown is at row 85, its brows at about 280 of 800; beside it is background.
    expect(seen.box.top).toBeGreaterThan(80);
    expect(seen.box.bottom).toBeLessThan(480);
    expect(seen.box.left).toBeGreaterThan(135);
    expect(seen.box.right).toBeLessThan(450);
    expect(seen.changed).toBeGreaterThan(10_000);
    expect(seen.darker).toBeGreaterThan(0.3);
    expect(seen.lighter).toBe(0);
    expect((await here.saved('Save picture')).equals(bytes)).toBe(true);
  });

  it('saves the full-sized sample at its full size', async () => {
    await here.page
      .getByRole('button', { name: /^Try a sample: / })
      .first()
      .click();
    await here.reach('editing');
    const seen = await comparePictures(here.page, '/samples/front-light-full.jpg', await here.saved('Save picture'));
    expect(seen).toMatchObject({ sameSize: true, widthPx: 1200, heightPx: 1600, lighter: 0 });
  });
});

describe('what the sliders do to the saved picture', () => {
  it('more density is darker, more years are lighter, a lower hairline brings pigment lower', async () => {
    await here.choosePhoto(WEB_SAMPLE);
    await here.reach('editing');
    const first = (await look()).seen;

    await here.slide('Density', 60);
    const sparse = (await look()).seen;
    expect(sparse.darker).toBeLessThan(first.darker * 0.7);
    await here.slide('Density', 320);
    expect((await look()).seen.darker).toBeGreaterThan(first.darker * 1.05);
    await here.slide('Density', SETTINGS.densityPerCm2.initial);

    await here.slide('Time', 8);
    const aged = (await look()).seen;
    expect(aged.darker).toBeLessThan(first.darker * 0.85);
    await here.slide('Time', 15);
    expect((await look()).seen.darker).toBeLessThan(aged.darker);
    await here.slide('Time', SETTINGS.timeYears.initial);

    await here.slide('Hairline height', 56);
    const low = (await look()).seen;
    await here.slide('Hairline height', 95);
    const high = (await look()).seen;
    expect(low.lineRow).toBeGreaterThan(first.lineRow + 8);
    expect(high.lineRow).toBeLessThan(first.lineRow - 8);
  });

  it('undoes and redoes by gesture', async () => {
    await here.choosePhoto(WEB_SAMPLE);
    await here.reach('editing');
    const { bytes: first } = await look();
    await here.slide('Density', 150);
    const { bytes: changed } = await look();
    expect(changed.equals(first)).toBe(false);
    await here.page.getByRole('button', { name: 'Undo', exact: true }).click();
    await here.goTo('density');
    expect(await here.page.getByRole('slider', { name: 'Density', exact: true }).inputValue()).toBe('130');
    expect((await look()).bytes.equals(first)).toBe(true);
    await here.page.getByRole('button', { name: 'Redo', exact: true }).click();
    expect((await look()).bytes.equals(changed)).toBe(true);
  });

  it('moves hairline points by arrow keys, mm by mm, and mirrors them', async () => {
    await here.choosePhoto(WEB_SAMPLE);
    await here.reach('editing');
    const left = here.page.getByRole('slider', { name: 'Hairline point: left corner' });
    const right = here.page.getByRole('slider', { name: 'Hairline point: right corner' });
    const before = Number(await left.getAttribute('aria-valuenow'));
    await left.focus();
    await left.press('ArrowUp');
    await left.press('Shift+ArrowUp');
    await expect.poll(async () => Number(await left.getAttribute('aria-valuenow'))).toBeCloseTo(before + 6, 0);
    const mirrored = Number(await right.getAttribute('aria-valuenow'));
    expect(Math.abs(mirrored - (before + 6))).toBeLessThan(3);
    await here.page.keyboard.press('ControlOrMeta+z');
    await expect.poll(async () => Number(await left.getAttribute('aria-valuenow'))).toBeCloseTo(before + 1, 0);
  });

  it('drags a hairline point with the pointer as one step', async () => {
    await here.choosePhoto(WEB_SAMPLE);
    await here.reach('editing');
    const middle = here.page.getByRole('slider', { name: 'Hairline point: middle' });
    const before = Number(await middle.getAttribute('aria-valuenow'));
    const { x, y } = await middleOf(middle);
    await here.page.mouse.move(x, y);
    await here.page.mouse.down();
    for (let i = 1; i <= 12; i++) await here.page.mouse.move(x, y - 2 * i);
    await here.page.mouse.up();
    await expect.poll(async () => Number(await middle.getAttribute('aria-valuenow'))).toBeGreaterThan(before + 5);
    await here.page.getByRole('button', { name: 'Undo', exact: true }).click();
    await expect.poll(async () => Number(await middle.getAttribute('aria-valuenow'))).toBe(before);
  });
});

describe('a head without a face', () => {
  it('is placed by hand, and then treated', async () => {
    await here.choosePhoto('assets/samples/from-behind-web.jpg');
    await here.reach('place-head');
    await here.page.getByRole('button', { name: 'Use this placement' }).click();
    await here.reach('editing');
    const seen = await comparePictures(here.page, '/samples/from-behind-web.jpg', await here.saved('Save picture'));
    expect(seen).toMatchObject({ sameSize: true, lighter: 0 });
    expect(seen.changed).toBeGreaterThan(1000);
  });

  it('of a sample is placed already, and treated over the crown', async () => {
    await here.page.getByRole('button', { name: /^Try a sample: .*behind/ }).click();
    await here.reach('editing');
    const seen = await comparePictures(here.page, '/samples/from-behind-full.jpg', await here.saved('Save picture'));
    expect(seen).toMatchObject({ sameSize: true, lighter: 0 });
    // The rendered scalp: rows from 330 on, columns 378 to 1113, the left ear from 338 on. No outline bounds this head.
    expect(Math.abs(seen.box.top - 330)).toBeLessThan(12);
    expect(seen.box.left).toBeGreaterThan(338);
    expect(seen.box.left).toBeLessThan(390);
    expect(Math.abs(seen.box.right - 1113)).toBeLessThan(12);
  });
});
