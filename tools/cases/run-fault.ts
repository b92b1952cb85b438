import { performance } from 'node:perf_hooks';
import { button } from '../../tests/support/controls';
import { failingHost } from '../../tests/support/page-faults';
import { visit } from '../../tests/support/visit';
import type { Visit } from '../../tests/support/visit';
import { SAMPLE } from './faults';
import type { Fault } from './faults';
import type { OpeningFault } from './opening-faults';
import { densityOf, heardOn, keptAfterDeath, keptInFile, saidOn, workingOn } from './working';
import type { Working } from './working';

/** How a fault went. */
export interface FaultRun {
  readonly kind: string;
  readonly name: string;
  /** Why it was not survived; null where it was. */
  readonly wrong: string | null;
  /** What was said of it. */
  readonly said: string | null;
  /** From what met the fault to its answer, ms; null: never. */
  readonly answeredMs: number | null;
  /** How old the work is that was lost with the page, ms; null where nobody had worked yet. */
  readonly lostMs: number | null;
  readonly requests: readonly string[];
}

/** The most work that may be lost, ms. */
export const MOST_LOST_MS = 1000;
/** Somebody works so long before the fault, and after it, ms. */
const WORKED_MS = 1500;
/** By then it is said what does not go on, ms. */
const SAID_WITHIN_MS = 60_000;

type Went = Pick<FaultRun, 'wrong' | 'said' | 'answeredMs' | 'lostMs'>;

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message.split('\n')[0] : String(error));

/** A visit in which something goes wrong; what throws is not survived. */
async function runIn(
  { kind, name }: { readonly kind: string; readonly name: string },
  before: Fault['before'],
  go: (here: Visit) => Promise<Went>,
): Promise<FaultRun> {
  const here = await visit({ reducedMotion: 'reduce' }, before);
  const went = await go(here).catch((error: unknown): Went => ({
    wrong: reasonOf(error),
    said: null,
    answeredMs: null,
    lostMs: null,
  }));
  await here.end();
  return { kind, name, ...went, wrong: went.wrong ?? here.errors.at(0) ?? null, requests: here.requests };
}

/** What was said of a fault, and after how long: lets it happen while somebody works. */
async function happens(fault: Fault, working: Working): Promise<Pick<Went, 'said' | 'answeredMs'> | string> {
  const { inject, meet, says } = fault;
  const { here } = working;
  // From here on, since news go by themselves; a page that is gone says nothing.
  const hearing = says === null ? null : heardOn(here.page, says, SAID_WITHIN_MS).catch(() => null);
  await working.work(WORKED_MS);
  await inject?.(here);
  const from = performance.now();
  await meet?.(here);
  const said = (await hearing) ?? null;
  if (says !== null && said === null) return `said: ${await saidOn(here.page)}`;
  return { said, answeredMs: performance.now() - from };
}

async function startWorking(here: Visit, photo: string): Promise<Working> {
  await here.choosePhoto(photo);
  await here.reach('editing');
  return workingOn(here);
}

/** Works on a photo while a fault happens, then has the page die, and looks at what is left of the work. */
export const runFault = (fault: Fault): Promise<FaultRun> =>
  runIn(fault, fault.before, async (here) => {
    const working = await startWorking(here, fault.photo?.() ?? SAMPLE);
    const went = await happens(fault, working);
    if (typeof went === 'string') return { wrong: went, said: null, answeredMs: null, lostMs: null };
    // Made before, so that the page does not live on while it is.
    const again = await here.page.context().newPage();
    await working.work(WORKED_MS);
    const diedAtMs = Date.now();
    const kept = fault.kept === 'file' ? await keptInFile(here) : await keptAfterDeath(here, again);
    const lostMs = working.lost(kept, diedAtMs);
    return { wrong: lostMs <= MOST_LOST_MS ? null : 'more work was lost', ...went, lostMs };
  });

/** The same with faults that leave a page as it was: one after the other in one, until one does not. */
export async function runFaultsInOnePage(faults: readonly Fault[], say: (run: FaultRun) => void): Promise<void> {
  let working: Working | null = null;
  for (const fault of faults) {
    const at: Working = (working ??= await startWorking(await visit({ reducedMotion: 'reduce' }), SAMPLE));
    const { page, errors, requests } = at.here;
    const [errorsBefore, requestsBefore] = [errors.length, requests.length];
    let went: Went = { wrong: null, said: null, answeredMs: null, lostMs: null };
    try {
      const heard = await happens(fault, at);
      const lostMs = (await densityOf(page)) === at.last() ? 0 : Infinity;
      went =
        typeof heard === 'string'
          ? { ...went, wrong: heard }
          : { ...heard, lostMs, wrong: lostMs === 0 ? null : 'the work is not there' };
    } catch (error) {
      went = { ...went, wrong: reasonOf(error) };
    }
    const wrong = went.wrong ?? errors.at(errorsBefore) ?? null;
    say({ ...fault, ...went, wrong, requests: requests.slice(requestsBefore) });
    if (wrong === null) continue;
    await at.here.end();
    working = null;
  }
  await working?.here.end();
}

/** From wherever a part that did not come left somebody to the editor. */
async function goOn(here: Visit): Promise<void> {
  const reload = button(here.page, 'Reload');
  if ((await here.stage()) === 'place-head') await button(here.page, 'Use this placement').click();
  else if (await reload.isVisible()) await reload.click();
  else await here.choosePhoto(SAMPLE);
  await here.reach('editing');
}

/** Opens a photo while a host does not give a part of the app; then the host is mended, and the photo has to open. */
export async function runOpeningFault(fault: OpeningFault): Promise<FaultRun> {
  const { before, mend } = failingHost(fault.part, fault.how);
  return runIn({ kind: fault.how === 'silent' ? 'K18' : 'K7', name: fault.name }, before, async (here) => {
    const from = performance.now();
    await here.choosePhoto(SAMPLE);
    const said = fault.says === null ? null : await heardOn(here.page, fault.says, SAID_WITHIN_MS);
    if (fault.says !== null && said === null)
      return { wrong: `said: ${await saidOn(here.page)}`, said, answeredMs: null, lostMs: null };
    if (fault.says === null) {
      const editing = here.page.locator('html[data-stage="editing"]');
      await editing.waitFor({ state: 'attached', timeout: SAID_WITHIN_MS });
    }
    const answeredMs = performance.now() - from;
    mend();
    if (fault.says !== null) await goOn(here);
    await here.page.getByRole('img', { name: 'Preview' }).waitFor();
    return { wrong: null, said, answeredMs, lostMs: null };
  });
}
