// npm run bench: frame times of ours and of two peers in one run, photo to preview of the built app, and script sizes.
import { cpus } from 'node:os';
import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { chromium } from 'playwright';
import { preview } from 'vite';
import { CHROMIUM_ARGS, requireChromium } from './chromium';
import type * as BenchPage from './lab/bench-page';
import { inChromium } from './lab/in-chromium';
import { prepare } from './prepare';

const SAMPLE = 'samples/front-light-full.jpg';
const RUNS = 5;

const pad = (value: string | number, width: number): string => String(value).padStart(width);
const ms = (value: number): string => value.toFixed(1);

await prepare();
console.log(
  `${cpus()[0]?.model ?? 'unknown processor'}, ${String(cpus().length)} cores, no GPU: software WebGL (SwiftShader)`,
);

const rows = await inChromium([], (page) =>
  page.evaluate(async (sample) => {
    const address = '/tools/lab/bench-page.ts';
    const { runBench } = (await import(address)) as typeof BenchPage;
    return runBench(`/${sample}`);
  }, SAMPLE),
);
console.log('\nFrames with read-back, frontal sample at 1200×1600, ms (median of 24, least, most)');
for (const { what, dots, medianMs, leastMs, mostMs } of rows) {
  console.log(`${pad(dots, 8)} dots ${pad(ms(medianMs), 8)} ${pad(ms(leastMs), 8)} ${pad(ms(mostMs), 8)}  ${what}`);
}

const server = await preview({ preview: { port: 0 } });
const browser = await chromium.launch({ executablePath: requireChromium(), args: CHROMIUM_ARGS });
const address = server.resolvedUrls?.local[0] ?? '';
const photoToPreview = { cold: [] as number[], warm: [] as number[] };
for (let run = 0; run < RUNS; run++) {
  const page = await (await browser.newContext()).newPage();
  await page.addInitScript(() => {
    addEventListener('change', () => performance.mark('photo chosen'), true);
  });
  await page.goto(address);
  await page.waitForLoadState('networkidle');
  for (const kind of ['cold', 'warm'] as const) {
    await page.evaluate(() => {
      performance.clearMarks();
    });
    await page.getByLabel('Choose a photo').first().setInputFiles(`assets/${SAMPLE}`);
    const taken = await page.waitForFunction(() => {
      const from = performance.getEntriesByName('photo chosen').at(0);
      const to = performance.getEntriesByName('preview shown').at(0);
      return from === undefined || to === undefined ? false : to.startTime - from.startTime;
    });
    photoToPreview[kind].push(Number(await taken.jsonValue()));
    if (kind === 'cold') await page.getByRole('button', { name: 'New photo' }).click();
  }
  await page.context().close();
}
await browser.close();
await server.close();
const median = (values: number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
console.log(
  `\nPhoto to preview, built app, median of ${String(RUNS)}: cold ${ms(median(photoToPreview.cold))} ms, warm ${ms(median(photoToPreview.warm))} ms`,
);

const scripts = readdirSync('dist/assets').filter((name) => name.endsWith('.js'));
const first = [...readFileSync('dist/index.html', 'utf8').matchAll(/assets\/[\w.-]+\.js/g)].map(([path]) =>
  path.slice('assets/'.length),
);
const gzipped = (names: readonly string[]): number =>
  names.reduce((sum, name) => sum + gzipSync(readFileSync(`dist/assets/${name}`)).length, 0) / 1000;
console.log(`Script, gzipped: first screen ${ms(gzipped([...new Set(first)]))} kB, all ${ms(gzipped(scripts))} kB`);
