import type { Locator, Page } from 'playwright';
import { PANEL_NAMES } from '~/ui/words/editor-words';

/** The button of this name, exactly; the first of several. */
export const button = (page: Page, name: string): Locator => page.getByRole('button', { name, exact: true }).first();

/** The slider *Density* of a page, in its section. */
export async function densitySlider(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: PANEL_NAMES.density, exact: true }).click();
  return page.getByRole('slider', { name: 'Density', exact: true });
}
