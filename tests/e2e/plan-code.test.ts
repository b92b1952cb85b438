import jsQrModule from 'jsqr';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { onlyCode, sentDesign } from '~/codes/design-link';
import { consultationOf } from '~/model/design/consultation';
import { PLAIN_BRUSH } from '~/model/design/drawing';
import type { DesignOnHead } from '~/model/project/design-code';
import { pictureOfPage } from '../support/read-pdf';
import { FULL_DESIGN } from '../support/sample-work';
import { builtAddress, closeBrowser, openBrowser, visit } from '../support/visit';

beforeAll(openBrowser);
afterAll(closeBrowser);

// The package is of the older kind: what it exports lies one deeper here.
const readSquares = (jsQrModule as unknown as { readonly default: typeof jsQrModule }).default;

const SAMPLE = 'assets/samples/front-light-web.jpg';

/** A design of five visits, with a stroke of so many places over the scalp. */
function painted(places: number): DesignOnHead {
  const path = Array.from({ length: places }, (_, i) => ({
    x: Math.sin(0.01 * i) * 0.6,
    y: 0.8,
    z: Math.cos(0.01 * i) * 0.6,
  }));
  const { head, designs } = consultationOf({
    ...FULL_DESIGN,
    sessionsPlanned: 5,
    strokes: [{ ...PLAIN_BRUSH, kind: 'add', widthMm: 15, path }],
    pencil: [],
    notes: [],
  });
  return { head, drawn: designs[0].drawn };
}

/** The longest one whose stroke still has room in the one code on paper. */
function largest(): DesignOnHead {
  let places = 2;
  while (onlyCode(painted(places + 1), builtAddress()).told === 'all') places += 1;
  return painted(places - 2);
}

it.each(['A4', 'Letter'])('the largest code on the plan is read from a scan of %s, coarse or fine', async (paper) => {
  const here = await visit({ reducedMotion: 'reduce' });
  const { page } = here;
  await page.goto(sentDesign(largest(), builtAddress()).link);
  await page.getByText('A design waits for a photo').waitFor();
  await page.getByLabel('Choose a photo').first().setInputFiles(SAMPLE);
  await page.locator('html[data-stage="editing"]').waitFor({ state: 'attached', timeout: 60_000 });
  await page.getByText('The design is here, as Design B.').first().waitFor({ state: 'attached' });
  await page.getByRole('button', { name: 'Finish', exact: true }).first().click();
  await page.getByRole('button', { name: 'Show design code large' }).click();
  const link = await page.getByRole('textbox', { name: 'Link to this design' }).inputValue();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Open the plan' }).click();
  await page.getByRole('radio', { name: paper }).check();
  await page.getByText('All pictures are ready.').waitFor({ timeout: 120_000 });
  const side = await page.locator('.sheet-code rect').evaluate((rect: SVGRectElement) => rect.width.baseVal.value);
  expect(side).toBe(125);
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
  for (const dotsPerInch of [100, 150, 200, 300]) {
    const { data, width, height } = await pictureOfPage(pdf, 1, dotsPerInch);
    expect(readSquares(data, width, height)?.data, `at ${dotsPerInch} dpi`).toBe(link);
  }
  expect(here.errors).toEqual([]);
  await here.end();
});
