// npm run browsers: the built page in every browser that is here (Chromium, Firefox by WebDriver BiDi, WebKit by its GTK port): the main
// job, saving and opening again, and what is said where something is refused or missing. Prints a table, says which browser is absent
// and how it is had, and fails where a step does. A name (`-- firefox`) for that one alone; `-- --built`: what dist holds; `-- --pictures
// <folder>`: the screen after each step.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'vite';
import type { Driven, FoundBrowser } from './browsers/driven';
import { findBrowsers, openDisplay } from './browsers/find-browsers';
import { serveWithout } from './browsers/serve-without';
import { FAULTS, JOB } from './browsers/steps';
import type { Going, Step } from './browsers/steps';
import { serveFolder } from './serve.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { built: { type: 'boolean', default: false }, pictures: { type: 'string' } },
});

if (!values.built) await build({ logLevel: 'warn' });
const served = await serveFolder('dist', 0);
const display = await openDisplay();
const downloads = mkdtempSync(join(tmpdir(), 'stipple-saved-'));
let failed = 0;

/** Does the steps one after the other in one visit; what one of them needs of the one before is there, or it fails too. */
async function visit(found: FoundBrowser, steps: readonly Step[]): Promise<void> {
  const stops: (() => Promise<void>)[] = [];
  const { version, driven } = await found.start(downloads);
  let shown: Driven = driven;
  const going: Going = {
    driven,
    downloads,
    address: served.address,
    without: async (lack) => {
      const { address, stop } = await serveWithout(served.address, lack);
      stops.push(stop);
      return address;
    },
    afresh: async () => {
      // One at a time: two that draw in software are in each other's way.
      await driven.close();
      return (shown = (await found.start(downloads)).driven);
    },
    made: {},
  };
  for (const { name, run } of steps) {
    const from = Date.now();
    let told: string;
    let passed = true;
    try {
      told = await run(going);
    } catch (error) {
      passed = false;
      failed += 1;
      told = error instanceof Error ? error.message.split('\n')[0] : String(error);
    }
    const ms = Date.now() - from;
    const row = [
      found.name.padEnd(9),
      version.padEnd(16),
      name.padEnd(38),
      passed ? 'yes' : 'NO ',
      String(ms).padStart(7),
    ];
    console.log(`${row.join(' ')}  ${told}`);
    if (values.pictures === undefined) continue;
    mkdirSync(values.pictures, { recursive: true });
    await shown.picture().then(
      (png) => writeFileSync(join(values.pictures ?? '', `${found.name}-${name.replaceAll(' ', '-')}.png`), png),
      () => undefined,
    );
  }
  await shown.close().catch(() => undefined);
  for (const stop of stops) await stop();
}

console.log(`${'browser'.padEnd(9)} ${'version'.padEnd(16)} ${'step'.padEnd(38)} ok       ms`);
for (const found of findBrowsers(display)) {
  if (positionals.length > 0 && !positionals.includes(found.name.toLowerCase())) continue;
  if ('missing' in found) {
    console.log(`${found.name.padEnd(9)} absent: ${found.missing} What to do by hand is in tests/by-hand.md.`);
    continue;
  }
  await visit(found, JOB);
  for (const step of FAULTS) await visit(found, [step]);
}

await served.stop();
display?.stop();
rmSync(downloads, { recursive: true, force: true });
console.log(failed === 0 ? '\nAll passed.' : `\n${failed} failed.`);
process.exitCode = failed === 0 ? 0 : 1;
