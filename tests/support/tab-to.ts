import type { Locator, Page } from 'playwright';

const MOST_TABS = 160;

/** Presses Tab until the focus is on the element. */
export async function tabToElement(page: Page, wanted: Locator, name: string): Promise<void> {
  for (let i = 0; i < MOST_TABS; i++) {
    await page.keyboard.press('Tab');
    if (await wanted.evaluateAll((found) => found.some((element) => element === document.activeElement))) return;
  }
  throw new Error(`${MOST_TABS} presses of Tab do not reach ${name}.`);
}

/** The same, for what has this accessible name. */
export const tabTo = (page: Page, role: 'button' | 'slider' | 'radio' | 'switch', name: string): Promise<void> =>
  tabToElement(page, page.getByRole(role, { name, exact: true }), name);
