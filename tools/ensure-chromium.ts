import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { findChromium, NO_CHROMIUM } from './chromium';

/** A Chromium to test with: an installed one or Playwright's own, which is fetched where there is none. */
if (findChromium() === null) {
  console.log('No Chromium found; trying to install the one Playwright brings …');
  const cli = fileURLToPath(new URL('../node_modules/playwright/cli.js', import.meta.url));
  spawnSync(process.execPath, [cli, 'install', 'chromium'], { stdio: 'inherit', timeout: 300_000 });
}
if (findChromium() === null) {
  console.error(NO_CHROMIUM);
  process.exitCode = 1;
}
