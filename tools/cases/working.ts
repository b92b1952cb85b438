import type { Page } from 'playwright';
import { densitySlider } from '../../tests/support/controls';
import { visit } from '../../tests/support/visit';
import type { Visit } from '../../tests/support/visit';

/** Something that somebody changed: the density then, per cm², and when a hand began to. */
interface Change {
  readonly density: number;
  readonly fromMs: number;
}

/** Somebody who works on a photo without a pause, and knows when they changed what. */
export interface Working {
  readonly here: Visit;
  /** Changes the density again and again for so long, ms. */
  work(forMs: number): Promise<void>;
  /** The density set last, per cm². */
  last(): number;
  /**
   * How much work is lost at a moment with what was changed after a density, ms: since a hand began with the first of that. 0 where nothing
   * was changed after it.
   */
  lost(kept: number, atMs: number): number;
}

/** Longer than the app waits between two writes of the work, and no longer than a hand pauses on a slider, ms. */
const BETWEEN_MS = 120;

export function workingOn(here: Visit): Working {
  const changes: Change[] = [];
  const last = (): number => changes.at(-1)?.density ?? NaN;
  return {
    here,
    last,
    work: async (forMs) => {
      // The slider's section may be long in coming: nobody works meanwhile.
      await (await densitySlider(here.page)).waitFor();
      const until = Date.now() + forMs;
      do {
        // Each density once, so that it tells when it was set: the slider goes in steps of 5.
        const density = 60 + 5 * (changes.length % 48);
        const fromMs = Date.now();
        await here.slide('Density', density);
        changes.push({ density, fromMs });
        await here.page.waitForTimeout(BETWEEN_MS);
      } while (Date.now() < until);
    },
    lost: (kept, atMs) => {
      const last = changes.findLastIndex(({ density }) => density === kept);
      if (last < 0) return Infinity;
      return last === changes.length - 1 ? 0 : atMs - changes[last + 1].fromMs;
    },
  };
}

/** The density that a page shows, per cm². */
export const densityOf = async (page: Page): Promise<number> => Number(await (await densitySlider(page)).inputValue());

/** All that is said on a page, aloud or beside what failed. */
export const saidOn = (page: Page): Promise<string> =>
  page
    .locator('[role="status"], [role="alert"]')
    .allTextContents()
    .then((texts) => texts.join(' · '));

/** Waits for a sentence. Answers with it; null where it does not come within so many ms. */
export async function heardOn(page: Page, sentence: RegExp, withinMs: number): Promise<string | null> {
  for (const until = Date.now() + withinMs; Date.now() < until;) {
    const found = sentence.exec(await saidOn(page).catch(() => ''));
    if (found !== null) return found[0];
    await page.waitForTimeout(50);
  }
  return null;
}

/** Has a page die without a word. What the device gives back of its work to another page: the density, per cm². */
export async function keptAfterDeath({ page }: Visit, again: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  const address = page.url();
  void session.send('Page.crash').catch(() => undefined);
  await again.goto(address);
  await again.locator('html[data-stage="editing"]').waitFor({ state: 'attached', timeout: 30_000 });
  return densityOf(again);
}

/** What a saved project gives back elsewhere: the density, per cm². */
export async function keptInFile(here: Visit): Promise<number> {
  const buffer = await here.saved('Save project');
  const elsewhere = await visit();
  await elsewhere.choosePhoto({ name: 'kept.stipple', mimeType: 'application/json', buffer });
  await elsewhere.reach('editing');
  const density = await densityOf(elsewhere.page);
  await elsewhere.end();
  return density;
}
