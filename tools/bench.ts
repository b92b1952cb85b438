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

/** The picture of all figures so far. */
const HEAD = 'tests/fixtures/heads/head_t2_front.jpg';
const VISITS = 3;
/** The first photo of a visit is cold, the others warm. */
const PHOTOS = 8;

const pad = (value: string | number, width: number): string => String(value).padStart(width);
const ms = (value: number): string => value.toFixed(1);

await prepare();
console.log(
  `${cpus()[0]?.model ?? 'unknown processor'}, ${String(cpus().length)} cores, no GPU: software WebGL (SwiftShader)`,
);

const rows = await inChromium([], (page) =>
  page.evaluate(async (head) => {
    const address = '/tools/lab/bench-page.ts';
    const { runBench } = (await import(address)) as typeof BenchPage;
    return runBench(`/${head}`);
  }, HEAD),
);
console.log('\nFrames with read-back, frontal head at 1200×1600, ms (median of 24, least, most)');
for (const { what, dots, medianMs, leastMs, mostMs } of rows) {
  console.log(`${pad(dots, 8)} dots ${pad(ms(medianMs), 8)} ${pad(ms(leastMs), 8)} ${pad(ms(mostMs), 8)}  ${what}`);
}

// The same picture at 1200×1600, for photo to preview.
const photo = await inChromium([HEAD], (page) =>
  page.evaluate(async () => {
    const file = await (await fetch('/lab-file/0')).blob();
    const scaled = await createImageBitmap(file, { resizeWidth: 1200, resizeHeight: 1600, resizeQuality: 'high' });
    const canvas = new OffscreenCanvas(1200, 1600);
    canvas.getContext('2d')?.drawImage(scaled, 0, 0);
    const bytes = new Uint8Array(
      await (await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.92 })).arrayBuffer(),
    );
    return Array.from(bytes);
  }),
);
const chosen = { name: 'front-light.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(photo) };

const server = await preview({ preview: { port: 0 } });
const browser = await chromium.launch({ executablePath: requireChromium(), args: CHROMIUM_ARGS });
const address = server.resolvedUrls?.local[0] ?? '';
const photoToPreview = { cold: [] as number[], warm: [] as number[] };
for (let visit = 0; visit < VISITS; visit++) {
  const page = await (await browser.newContext()).newPage();
  await page.addInitScript(() => {
    addEventListener('change', () => performance.mark('photo chosen'), true);
  });
  await page.goto(address);
  await page.waitForLoadState('networkidle');
  for (let turn = 0; turn < PHOTOS; turn++) {
    await page.evaluate(() => {
      performance.clearMarks();
    });
    await page.getByLabel('Choose a photo').first().setInputFiles(chosen);
    const taken = await page.waitForFunction(() => {
      const from = performance.getEntriesByName('photo chosen').at(0);
      const to = performance.getEntriesByName('preview shown').at(0);
      return from === undefined || to === undefined ? false : to.startTime - from.startTime;
    });
    photoToPreview[turn === 0 ? 'cold' : 'warm'].push(Number(await taken.jsonValue()));
    await page.waitForTimeout(300);
    await page.getByRole('button', { name: 'New photo' }).click();
    await page.waitForTimeout(300);
  }
  await page.context().close();
}
await browser.close();
await server.close();
const median = (values: number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
console.log('\nPhoto (1200×1600 JPEG) to preview, built app, ms (median, least, most)');
for (const [kind, what] of [
  ['cold', 'cold: models not loaded'],
  ['warm', 'warm: further photos of the same visit'],
] as const) {
  const times = photoToPreview[kind];
  console.log(
    `${pad(ms(median(times)), 22)} ${pad(ms(Math.min(...times)), 8)} ${pad(ms(Math.max(...times)), 8)}  ${what}`,
  );
}

const scripts = readdirSync('dist/assets').filter((name) => name.endsWith('.js'));
const first = [...readFileSync('dist/index.html', 'utf8').matchAll(/assets\/[\w.-]+\.js/g)].map(([path]) =>
  path.slice('assets/'.length),
);
const gzipped = (names: readonly string[]): number =>
  names.reduce((sum, name) => sum + gzipSync(readFileSync(`dist/assets/${name}`)).length, 0) / 1000;
console.log(`Script, gzipped: first screen ${ms(gzipped([...new Set(first)]))} kB, all ${ms(gzipped(scripts))} kB`);
