import { afterAll, beforeAll, expect, it } from 'vitest';
import { onlyCode, sentDesign } from '~/codes/design-link';
import { consultationOf } from '~/model/design/consultation';
import { PLAIN_BRUSH } from '~/model/design/drawing';
import type { DesignOnHead } from '~/model/project/design-code';
import { linkOfCode, linkOnPaper, openPlan } from '../support/plan';
import { FULL_DESIGN } from '../support/sample-work';
import { builtAddress, closeBrowser, openBrowser, visit } from '../support/visit';

beforeAll(openBrowser);
afterAll(closeBrowser);

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
  const link = await linkOfCode(page);
  await openPlan(page, paper, 120_000);
  const side = await page.locator('.sheet-code rect').evaluate((rect: SVGRectElement) => rect.width.baseVal.value);
  expect(side).toBe(125);
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
  for (const dotsPerInch of [100, 150, 200, 300])
    expect(await linkOnPaper(pdf, dotsPerInch), `at ${dotsPerInch} dpi`).toBe(link);
  expect(here.errors).toEqual([]);
  await here.end();
});
