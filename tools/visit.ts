// npm run visit -- <out>: walks a client and a practitioner through their whole visit in the built page, writes a picture
// of the screen after each step (a second argument: only of visits whose name has it), and says for each step: taps, ms from input to changed picture, tasks over 100 ms.
// The pictures are those of a sample that comes with the project. Goals are for a machine alone, with a GPU.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import type { BrowserContextOptions } from 'playwright';
import serveBuilt from '../tests/support/serve-built';
import { closeBrowser, openBrowser, PHONE, visit } from '../tests/support/visit';
import { LONG_MS, takeWatched, watchPage } from './visit/watch-page';
import { CLIENT, PRACTITIONER } from './visit/walks';
import type { Hand, Step } from './visit/walks';

const MEDIAN_GOAL_MS = 60;
const LONGEST_GOAL_MS = 120;

const out = process.argv.at(2);
const only = process.argv.at(3);
if (out === undefined) {
  console.error('Say where the pictures go: npm run visit -- <out>');
  process.exit(2);
}
mkdirSync(out, { recursive: true });

const WALKS: readonly (readonly [name: string, steps: readonly Step[], options: BrowserContextOptions])[] = [
  ['client-390', CLIENT, PHONE],
  ['client-820', CLIENT, { ...PHONE, viewport: { width: 820, height: 1180 } }],
  ['practitioner-1366', PRACTITIONER, { viewport: { width: 1366, height: 768 } }],
  ['practitioner-1920', PRACTITIONER, { viewport: { width: 1920, height: 1080 } }],
];

interface Told {
  readonly walk: string;
  readonly step: string;
  readonly taps: number;
  readonly isDrag: boolean;
  readonly answers: number;
  readonly medianMs: number | null;
  readonly worstMs: number | null;
  /** Median until the frame after it could begin. */
  readonly shownMs: number | null;
  readonly longMs: readonly number[];
}

const median = (values: readonly number[]): number | null =>
  values.length === 0 ? null : ([...values].sort((a, b) => a - b)[values.length >> 1] ?? null);

/** A finger where the page is touched, else a mouse. Each move waits for the frame after it. */
async function handFor(page: Hand['page'], touch: boolean): Promise<Hand> {
  const frame = (): Promise<void> =>
    page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0))));
  const devtools = await page.context().newCDPSession(page);
  const finger = (
    type: 'touchStart' | 'touchMove' | 'touchEnd',
    at: readonly [number, number] | null,
  ): Promise<unknown> =>
    devtools.send('Input.dispatchTouchEvent', { type, touchPoints: at === null ? [] : [{ x: at[0], y: at[1] }] });
  return {
    page,
    press: (on) => (touch ? on.tap() : on.click()),
    drag: async (along) => {
      const [first] = along;
      if (touch) await finger('touchStart', first);
      else {
        await page.mouse.move(...first);
        await page.mouse.down();
      }
      for (const at of along.slice(1)) {
        await (touch ? finger('touchMove', at) : page.mouse.move(...at));
        await frame();
      }
      await (touch ? finger('touchEnd', null) : page.mouse.up());
    },
  };
}

async function walk(name: string, steps: readonly Step[], options: BrowserContextOptions): Promise<readonly Told[]> {
  const here = await visit(options, watchPage);
  const hand = await handFor(here.page, options.hasTouch === true);
  await here.page.waitForTimeout(1000);
  await here.page.screenshot({ path: join(out ?? '', `${name}-0-start.png`) });
  await takeWatched(here.page);
  const told: Told[] = [];
  for (const [index, step] of steps.entries()) {
    await step.run(hand);
    const { answersMs, shownMs, longMs } = await takeWatched(here.page);
    told.push({
      walk: name,
      step: step.name,
      taps: step.taps,
      isDrag: step.drag === true,
      answers: answersMs.length,
      medianMs: median(answersMs),
      worstMs: answersMs.length === 0 ? null : Math.max(...answersMs),
      shownMs: median(shownMs),
      longMs,
    });
    await here.page.screenshot({ path: join(out ?? '', `${name}-${index + 1}-${step.name.replaceAll(' ', '-')}.png`) });
    // Taking it holds the page up too: nobody who comes to visit does that.
    await takeWatched(here.page);
  }
  if (here.errors.length > 0) throw new Error(`${name}: ${here.errors.join('; ')}`);
  await here.end();
  return told;
}

const ms = (value: number | null): string => (value === null ? '–' : value.toFixed(0)).padStart(7);

await build({ logLevel: 'warn' });
const stop = await serveBuilt();
await openBrowser();
const told: Told[] = [];
console.log(
  `visit and step                 taps  median   worst   shown  ms from input to picture, and to the next frame; tasks over ${LONG_MS} ms`,
);
for (const [name, steps, options] of WALKS) {
  if (only !== undefined && !name.includes(only)) continue;
  for (const row of await walk(name, steps, options)) {
    told.push(row);
    const longs = row.longMs.map((each) => each.toFixed(0)).join(' ');
    console.log(
      `${`${row.walk} ${row.step}`.padEnd(32)}${row.taps} ${ms(row.medianMs)} ${ms(row.worstMs)} ${ms(row.shownMs)}  ${row.isDrag ? 'dragged' : '       '} ${longs}`,
    );
  }
}
await closeBrowser();
await stop();
writeFileSync(join(out, 'visit.json'), `${JSON.stringify(told, null, 1)}\n`);

const dragged = told.filter(({ isDrag }) => isDrag).flatMap(({ medianMs }) => (medianMs === null ? [] : [medianMs]));
// Until the first picture is there, models are loaded.
const longest = Math.max(0, ...told.filter(({ step }) => step !== 'photo').flatMap(({ longMs }) => longMs));
console.log(`\nwhile dragging, the worst median of a step: ${ms(Math.max(...dragged))} ms (goal ${MEDIAN_GOAL_MS})`);
console.log(`after the first picture, the longest task:  ${ms(longest)} ms (goal ${LONGEST_GOAL_MS})`);
console.log('The browser here draws without a GPU: on a machine with one it is faster.');
