import { existsSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectAccessible } from '../support/expect-accessible';
import { spilled } from '../support/spilled';
import { closeBrowser, openBrowser, PHONE, visit } from '../support/visit';
import type { Visit } from '../support/visit';

beforeAll(openBrowser);
afterAll(closeBrowser);

const BEHIND = 'assets/samples/from-behind-web.jpg';
/** Where its crown and left ear are, and how large it is, px. */
const [WIDTH, HEIGHT] = [600, 800];
const CROWN = [281, 213] as const;
const LEFT_EAR = [146, 342] as const;
const DESK = { viewport: { width: 1366, height: 768 } };
/** A soft edge reaches so far over the mask, px of the photo. */
const SOFT_PX = 3;

const look = async (here: Visit, name: string): Promise<void> => {
  if (process.env.STIPPLE_PICTURES !== undefined)
    await here.page.screenshot({ path: `${process.env.STIPPLE_PICTURES}/place-head-${name}.png` });
};

/** Where a place of the photo is on the screen, the whole photo being shown. */
async function onScreen(
  { page }: Visit,
  [x, y]: readonly [number, number],
  [width, height]: readonly [number, number] = [WIDTH, HEIGHT],
): Promise<readonly [number, number]> {
  const box = await page.getByRole('img', { name: 'Preview' }).boundingBox();
  if (box === null) throw new Error('there is no picture');
  const scale = Math.min(box.width / width, box.height / height);
  return [box.x + box.width / 2 + (x - width / 2) * scale, box.y + box.height / 2 + (y - height / 2) * scale];
}

const isChecked = ({ page }: Visit, name: string): Promise<boolean> =>
  page.getByRole('radio', { name, exact: true }).isChecked();

describe('a head without a face', () => {
  it('beside another photo of the head stays where a hand lets go of it', async () => {
    const here = await visit({ ...DESK, reducedMotion: 'reduce' });
    const { page } = here;
    await here.choosePhoto('tests/fixtures/heads/series_front.jpg');
    await here.reach('editing');
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('button', { name: 'Add a view', exact: true }).first().click(),
    ]);
    await chooser.setFiles(BEHIND);
    await here.reach('place-head');
    await page.getByRole('button', { name: 'Use this placement' }).click();
    await here.reach('editing');
    await here.goTo('photo');
    await page.getByRole('switch', { name: 'Show the head as understood' }).click();
    const skull = () => page.locator('.picture-lines .line-skull').boundingBox();
    const before = await skull();
    await page.getByText('Correct the head', { exact: true }).click();
    const slider = page.locator('.head-details').getByRole('slider').first();
    /** The slider moved as far, and `change` once it is let go of. */
    const slide = (to: number, event: 'input' | 'change') =>
      slider.evaluate(
        (input: HTMLInputElement, [farther, type]) => {
          const there = Number(input.value) + farther;
          Reflect.set(HTMLInputElement.prototype, 'value', String(there), input);
          input.dispatchEvent(new Event(type, { bubbles: true }));
        },
        [to, event] as const,
      );
    await slide(40, 'input');
    await expect.poll(async () => ((await skull())?.x ?? 0) - (before?.x ?? 0)).toBeGreaterThan(40);
    const held = await skull();
    await look(here, 'beside-held');
    await slide(0, 'change');
    // Once it is fitted anew.
    await expect.poll(() => page.getByRole('button', { name: 'Undo', exact: true }).first().isEnabled()).toBe(true);
    await page.waitForTimeout(1500);
    const after = await skull();
    await look(here, 'beside-after');
    for (const side of ['x', 'y', 'width', 'height'] as const)
      expect(Math.abs((after?.[side] ?? NaN) - (held?.[side] ?? NaN))).toBeLessThan(1);
    expect(here.errors).toEqual([]);
    await here.end();
  });

  it('is tied to the other photos by a spot that they show, by its chip', async () => {
    const here = await visit({ ...DESK, reducedMotion: 'reduce' });
    const { page } = here;
    const add = async (file: string): Promise<void> => {
      const [chooser] = await Promise.all([
        page.waitForEvent('filechooser'),
        page.getByRole('button', { name: 'Add a view', exact: true }).first().click(),
      ]);
      await chooser.setFiles(file);
    };
    await here.choosePhoto('tests/fixtures/heads/series_front.jpg');
    await here.reach('editing');
    await add('tests/fixtures/heads/series_obl_l.jpg');
    await page.getByRole('toolbar', { name: 'Views' }).getByRole('button', { name: 'View: Left side' }).waitFor();
    await here.goTo('photo');
    await page.getByRole('button', { name: 'Mark the same spot', exact: true }).click();
    const picture = await page.getByRole('img', { name: 'Preview' }).boundingBox();
    await page.mouse.click((picture?.x ?? 0) + (picture?.width ?? 0) / 2, (picture?.y ?? 0) + 200);
    await expect.poll(() => page.locator('.mark-pin').count()).toBe(1);
    await add(BEHIND);
    await here.reach('place-head');
    // The marks of the head come first; a spot is tapped where somebody knows it.
    expect(await isChecked(here, 'Crown')).toBe(true);
    await page.getByRole('radio', { name: 'Mark 1', exact: true }).check();
    await page.getByText('Tap mark 1 here: the same spot as in Left side.').waitFor();
    expect(await page.locator('.mark-choice .spot-picture').count()).toBe(1);
    await page.mouse.click(...(await onScreen(here, [200, 300])));
    await expect.poll(() => page.locator('.mark-pin').count()).toBe(1);
    await expect.poll(() => isChecked(here, 'Crown')).toBe(true);
    await look(here, 'spot');
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Use this placement' }).click();
    await here.reach('editing');
    await here.goTo('photo');
    await page.locator('.same-spots li', { hasText: 'In Left side and Back' }).waitFor();
    expect(here.errors).toEqual([]);
    await here.end();
  });

  it('lies on the person at once, follows two taps, and opens where the crown is set', async () => {
    const here = await visit(DESK);
    const { page } = here;
    await here.choosePhoto(BEHIND);
    await here.reach('place-head');
    expect(await isChecked(here, 'From behind')).toBe(true);
    await look(here, 'desk-0');
    await expectAccessible(page);
    expect(await isChecked(here, 'Crown')).toBe(true);
    await page.mouse.click(...(await onScreen(here, CROWN)));
    await expect.poll(() => isChecked(here, 'Left ear')).toBe(true);
    await look(here, 'desk-1');
    await page.mouse.click(...(await onScreen(here, LEFT_EAR)));
    await expect.poll(() => isChecked(here, 'Right ear')).toBe(true);
    await look(here, 'desk-2');

    // A mark is moved by keys too, and each is one step of undo.
    const ear = page.getByRole('button', { name: /^Left ear, with arrow keys/ });
    const before = await ear.boundingBox();
    await ear.focus();
    await page.keyboard.press('Shift+ArrowDown');
    await expect.poll(async () => (await ear.boundingBox())?.y).toBeGreaterThan((before?.y ?? 0) + 2);
    await page.keyboard.press('ControlOrMeta+z');
    await expect.poll(async () => (await ear.boundingBox())?.y).toBeCloseTo(before?.y ?? 0, 0);

    await page.getByRole('button', { name: 'Use this placement' }).click();
    await here.reach('editing');
    expect(await page.getByRole('main').getAttribute('data-section')).toBe('density');
    await look(here, 'desk-3');
    const mask = readFileSync('tests/fixtures/heads/head_t2_topback-mask.png');
    const seen = await spilled(page, readFileSync(BEHIND), await here.saved('Save picture'), mask, SOFT_PX);
    expect(seen.inside).toBeGreaterThan(1000);
    expect(seen).toMatchObject({ outside: 0 });
    await here.end();
  });

  it('is laid by fingers on a phone, and another view is chosen by its picture', async () => {
    const here = await visit(PHONE);
    const { page } = here;
    await here.choosePhoto(BEHIND);
    await here.reach('place-head');
    await look(here, 'phone-0');
    await expectAccessible(page);
    await page.getByRole('radio', { name: 'From above', exact: true }).tap();
    await expect.poll(() => isChecked(here, 'From above')).toBe(true);
    await look(here, 'phone-1');
    await page.getByRole('radio', { name: 'From behind', exact: true }).tap();
    await page.touchscreen.tap(...(await onScreen(here, CROWN)));
    await page.touchscreen.tap(...(await onScreen(here, LEFT_EAR)));
    await expect.poll(() => isChecked(here, 'Right ear')).toBe(true);
    await look(here, 'phone-2');
    await page.getByRole('button', { name: 'Use this placement' }).tap();
    await here.reach('editing');
    await look(here, 'phone-3');
    await here.end();
  });

  const sides = [
    ['series_prof_l', 'Left side', 0],
    ['series_prof_r', 'Right side', 0],
    // Behind its ears lie the shoulders, which are the same person: a first guess may touch them there, on so many px.
    ['series_top', 'From above', 80],
    ['series_back', 'From behind', 0],
  ] as const;
  it.runIf(existsSync('../shared/heads2/series_top.jpg')).each(sides)(
    'of %s is taken for what it is, and no pigment leaves it',
    async (name, view, most) => {
      const here = await visit(DESK);
      const file = (what: string): Buffer => readFileSync(`../shared/heads2/${name}${what}`);
      await here.choosePhoto(`../shared/heads2/${name}.jpg`);
      await here.reach('place-head');
      expect(await isChecked(here, view)).toBe(true);
      await look(here, name);
      await here.page.getByRole('button', { name: 'Use this placement' }).click();
      await here.reach('editing');
      await look(here, `${name}-after`);
      const seen = await spilled(here.page, file('.jpg'), await here.saved('Save picture'), file('-mask.png'), SOFT_PX);
      expect(seen.inside).toBeGreaterThan(1000);
      expect(seen.outside, JSON.stringify(seen)).toBeLessThanOrEqual(most);
      await here.end();
    },
  );
});
