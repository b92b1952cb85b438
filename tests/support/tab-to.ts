import type { Page } from 'playwright';

const MOST_TABS = 120;

/** Presses Tab until the focus is on what has this accessible name. */
export async function tabTo(page: Page, role: 'button' | 'slider' | 'radio' | 'switch', name: string): Promise<void> {
  const wanted = page.getByRole(role, { name, exact: true });
  for (let i = 0; i < MOST_TABS; i++) {
    await page.keyboard.press('Tab');
    if (await wanted.evaluateAll((found) => found.some((element) => element === document.activeElement))) return;
  }
  throw new Error(`${MOST_TABS} presses of Tab do not reach ${name}.`);
}
