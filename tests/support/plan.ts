import jsQrModule from 'jsqr';
import type { Page } from 'playwright';
import { PNG } from 'pngjs';
import { pictureOfPage } from './read-pdf';

// The package is of the older kind: what it exports lies one deeper here.
const readSquares = (jsQrModule as unknown as { readonly default: typeof jsQrModule }).default;

/** What the large code of the finishing page holds, as its link beside it says. */
export async function linkOfCode(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Show design code large' }).click();
  const link = await page.getByRole('textbox', { name: 'Link to this design' }).inputValue();
  await page.keyboard.press('Escape');
  return link;
}

/** From the finishing page to the plan on such paper, with all of its pictures, which are drawn within so many ms. */
export async function openPlan(page: Page, paper: string, withinMs: number): Promise<void> {
  await page.getByRole('button', { name: 'Open the plan' }).click();
  await page.getByRole('radio', { name: paper }).check();
  await page.getByText('All pictures are ready.').waitFor({ timeout: withinMs });
}

/** What a scanner reads on the first sheet; undefined: no code is found. */
export async function linkOnPaper(pdf: Buffer, dotsPerInch: number): Promise<string | undefined> {
  const { data, width, height } = await pictureOfPage(pdf, 1, dotsPerInch);
  return readSquares(data, width, height)?.data;
}

/** What another reader than the app's own reads in a picture. */
export function decodedSquares(png: Buffer): string | undefined {
  const { data, width, height } = PNG.sync.read(png);
  return readSquares(Uint8ClampedArray.from(data), width, height)?.data;
}
