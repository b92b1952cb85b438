import { existsSync } from 'node:fs';
import { chromium } from 'playwright';

/** Flags under which WebGL2 works without a GPU and Chromium asks nobody anything. */
export const CHROMIUM_ARGS = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
];

const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** Path of a Chromium to test with: STIPPLE_CHROMIUM, an installed one, Playwright's own; null where there is none. */
export function findChromium(): string | null {
  const named = process.env.STIPPLE_CHROMIUM;
  if (named !== undefined && named !== '') return named;
  return [...INSTALLED, chromium.executablePath()].find((path) => existsSync(path)) ?? null;
}

export const NO_CHROMIUM =
  'No Chromium found. Install Chrome or Chromium (Debian: apt-get install chromium), or set STIPPLE_CHROMIUM to its path.';

/** The same, for those that cannot go on without. */
export function requireChromium(): string {
  const path = findChromium();
  if (path === null) throw new Error(NO_CHROMIUM);
  return path;
}
