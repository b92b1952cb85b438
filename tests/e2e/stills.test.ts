import type { Locator } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { closeBrowser, openBrowser, visit } from '../support/visit';

beforeAll(openBrowser);
afterAll(closeBrowser);

const HAIRLINE_MM = [70, 65, 62];

it('shapes and points in time are pictures of this head, all different, drawn anew once a slider is let go', async () => {
  const here = await visit();
  await here.choosePhoto('assets/samples/front-light-web.jpg');
  await here.reach('editing');
  const stops = here.page.getByRole('group', { name: 'Points in time' }).locator('canvas:not([hidden])');
  const shapes = here.page.getByRole('radiogroup', { name: 'Hairline shape' }).locator('canvas:not([hidden])');
  const pictures = (of: Locator): Promise<string[]> =>
    of.evaluateAll((all: HTMLCanvasElement[]) => all.map((canvas) => canvas.toDataURL()));
  await expect.poll(() => shapes.count(), { timeout: 60_000 }).toBe(6);
  await expect.poll(() => stops.count(), { timeout: 60_000 }).toBe(13);
  const first = { shapes: await pictures(shapes), stops: await pictures(stops) };
  expect(new Set(first.shapes).size).toBe(6);
  expect(new Set(first.stops).size).toBe(13);

  const slider = here.page.getByRole('slider', { name: 'Hairline height', exact: true });
  for (const to of HAIRLINE_MM) {
    await slider.evaluate((input: HTMLInputElement, value) => {
      // Past React's own setter, as a hand would; `change` comes when the hand lets go.
      Reflect.set(HTMLInputElement.prototype, 'value', String(value), input);
      input.dispatchEvent(new Event('input', { bubbles: true }));
    }, to);
    await here.page.waitForTimeout(700);
  }
  expect(await pictures(shapes)).toEqual(first.shapes);
  expect(await pictures(stops)).toEqual(first.stops);
  await slider.evaluate((input) => input.dispatchEvent(new Event('change', { bubbles: true })));
  const changed = async (of: Locator, before: readonly string[]): Promise<number> =>
    (await pictures(of)).filter((picture, i) => picture !== before[i]).length;
  await expect.poll(() => changed(shapes, first.shapes), { timeout: 60_000 }).toBe(6);
  // Bare skin stays bare.
  await expect.poll(() => changed(stops, first.stops), { timeout: 60_000 }).toBe(12);
  expect(here.errors).toEqual([]);
  await here.end();
});
