// npm run icons: icons and screenshots that the dialog of an installation shows, from assets/icon.svg and the built app.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { chromium } from 'playwright';
import type { Page } from 'playwright';
import serveBuilt from '../tests/support/serve-built';
import { closeBrowser, openBrowser, PHONE, visit } from '../tests/support/visit';
import { CHROMIUM_ARGS, requireChromium } from './chromium';

const FOLDER = 'assets/install';
const svg = readFileSync('assets/icon.svg', 'utf8');
/** A maskable icon may be cut to a circle of four fifths: the same drawing, smaller, on ground to the edge. */
const maskable = svg.replace(' rx="7"', '').replace('<g fill', '<g transform="translate(3.2 3.2) scale(0.8)" fill');
/** Home screens of iOS cut the corners themselves. */
const square = svg.replace(' rx="7"', '');

async function drawIcon(page: Page, source: string, sidePx: number, name: string): Promise<void> {
  await page.setViewportSize({ width: sidePx, height: sidePx });
  const image = `data:image/svg+xml;base64,${Buffer.from(source).toString('base64')}`;
  await page.setContent(`<style>body{margin:0}img{display:block;width:100vw}</style><img src="${image}">`);
  writeFileSync(`${FOLDER}/${name}.png`, await page.screenshot({ omitBackground: true }));
}

mkdirSync(FOLDER, { recursive: true });
const browser = await chromium.launch({ executablePath: requireChromium(), args: CHROMIUM_ARGS });
const page = await browser.newPage();
await drawIcon(page, svg, 192, 'icon-192');
await drawIcon(page, svg, 512, 'icon-512');
await drawIcon(page, maskable, 512, 'icon-maskable-512');
await drawIcon(page, square, 180, 'icon-180');
await browser.close();

const stop = await serveBuilt();
await openBrowser();
for (const [name, options] of [
  ['screen-wide', {}],
  ['screen-phone', PHONE],
] as const) {
  const here = await visit(options);
  await here.page.getByRole('button', { name: 'Try a sample: from the front' }).click();
  await here.reach('editing');
  // The reveal, and the stills of the strip.
  await here.page.waitForTimeout(9000);
  await here.page.screenshot({ path: `${FOLDER}/${name}.jpg`, quality: 80 });
  await here.end();
}
await closeBrowser();
await stop();
process.exit(0);
