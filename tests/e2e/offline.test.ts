import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { build } from 'vite';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { serveFolder } from '../../tools/serve.mjs';
import { PRACTITIONER } from '../../tools/visit/walks';
import type { Hand } from '../../tools/visit/walks';
import { button } from '../support/controls';
import { linkOfCode, openPlan } from '../support/plan';
import { slowServer } from '../support/slow-server';
import { closeBrowser, openBrowser, visit } from '../support/visit';
import type { Visit } from '../support/visit';

const PATIENCE = 240_000;
/** A sentence of the first screen, in the build after this one. */
const NEXT_SENTENCE = 'drop it in, this is the next build';

let folder: string;
let server: Awaited<ReturnType<typeof serveFolder>>;
let port = 0;
let isUp = false;

async function comeUp(): Promise<void> {
  if (isUp) return;
  server = await serveFolder(folder, port);
  port = Number(new URL(server.address).port);
  isUp = true;
}
async function cut(): Promise<void> {
  await server.stop();
  isUp = false;
}

beforeAll(async () => {
  await openBrowser();
  folder = mkdtempSync(join(tmpdir(), 'stipple-offline-'));
  cpSync('dist', folder, { recursive: true });
});
beforeEach(comeUp);
afterAll(async () => {
  await cut();
  await closeBrowser();
  rmSync(folder, { recursive: true });
});

const go = (here: Visit): Promise<unknown> => here.page.goto(server.address);
const look = async (here: Visit, name: string): Promise<void> => {
  if (process.env.STIPPLE_PICTURES !== undefined)
    await here.page.screenshot({ path: `${process.env.STIPPLE_PICTURES}/offline-${name}.png`, fullPage: true });
};
const makeOffline = async (here: Visit): Promise<void> => {
  await here.page.getByRole('button', { name: 'Make it work offline' }).click();
  await here.page.getByText('works offline on this device').waitFor({ timeout: 60_000 });
};
const caches = (here: Visit): Promise<string[]> => here.page.evaluate(() => globalThis.caches.keys());

/** A mouse. */
const handOn = (page: Page): Hand => ({
  page,
  press: (on) => on.click(),
  drag: async ([[x, y], ...along]) => {
    await page.mouse.move(x, y);
    await page.mouse.down();
    for (const [toX, toY] of along) await page.mouse.move(toX, toY);
    await page.mouse.up();
  },
});

/** All that goes home: files, a film, the code, and the plan with its pictures. */
async function takeHome(here: Visit): Promise<void> {
  const { page } = here;
  const press = (name: string) => button(page, name).click();
  const finish = async (): Promise<void> => {
    await press('Finish');
    await page.getByRole('dialog', { name: 'Take it with you' }).waitFor();
  };
  for (const name of ['Save before and after', 'Save with sketch and measures', 'Save film']) {
    await finish();
    const [download] = await Promise.all([page.waitForEvent('download', { timeout: 90_000 }), press(name)]);
    expect(readFileSync(await download.path()).length, name).toBeGreaterThan(50_000);
  }
  await finish();
  expect(await linkOfCode(page)).toMatch(/^http.*#/);
  await openPlan(page, 'A4', 80_000);
}

describe('without a network', () => {
  it(
    'nothing is kept before it is asked for; then a client’s whole visit and a practitioner’s go on with the network cut',
    async () => {
      const here = await visit();
      await go(here);
      await here.page.getByText(/1\d\sMB are fetched once/).waitFor();
      expect(await caches(here)).toEqual([]);
      expect(await here.page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
      await look(here, 'off');
      await makeOffline(here);
      await look(here, 'ready');
      expect(await caches(here)).toHaveLength(1);

      await cut();
      await here.page.reload();
      await here.reach('start');
      await here.choosePhoto('assets/samples/turned-stubble-web.jpg');
      await here.reach('editing');
      await here.slide('Density', 200);
      await here.slide('Time', 5);
      const picture = await here.saved('Save picture');
      expect(picture.length).toBeGreaterThan(100_000);
      const project = await here.saved('Save project');
      await here.page.getByRole('button', { name: 'Finish' }).first().click();
      await here.page.waitForTimeout(1500);
      await look(here, 'finish');
      await here.page.goBack();
      // A sample, the camera's dialog, another visit, and the work that was kept.
      await here.page.getByRole('button', { name: 'New photo' }).click();
      await here.reach('start');
      await here.page.getByRole('button', { name: 'Try a sample: from behind' }).click();
      await here.reach('editing');
      // Work is kept within a second on a device that has nothing else to do.
      await here.page.waitForTimeout(8000);
      await here.page.goto('about:blank');
      await go(here);
      await here.reach('editing');
      await here.choosePhoto({ name: 'head.stipple', mimeType: 'application/json', buffer: project });
      await here.reach('editing');
      expect((await here.saved('Save picture')).equals(picture)).toBe(true);

      // A practitioner: what there is to know, the visit as it is walked for `npm run visit`, and all that goes home.
      const { page } = here;
      await page.getByRole('button', { name: 'New photo' }).click();
      await here.reach('start');
      await page.getByRole('button', { name: 'What everyone should know' }).click();
      await page.getByRole('button', { name: 'Licences' }).click();
      await page.getByRole('dialog', { name: 'Licences' }).getByText('pixi.js').waitFor();
      await page.keyboard.press('Escape');
      await page.keyboard.press('Escape');
      for (const { run } of PRACTITIONER) await run(handOn(page));
      await page.getByRole('button', { name: 'Back to work' }).click();
      await takeHome(here);
      await look(here, 'plan');
      expect(here.errors).toEqual([]);
      await here.end();
    },
    2 * PATIENCE,
  );

  it(
    'is called off, or fails, without a trace; the next try brings only what is missing',
    async () => {
      const here = await visit();
      let slow = true;
      const line = await slowServer(server.address, (path) => (slow && path.endsWith('.wasm') ? 20_000 : 0));
      await here.page.goto(line.address);
      await here.page.getByRole('button', { name: 'Make it work offline' }).click();
      await here.page.getByRole('progressbar').waitFor();
      await here.page.waitForTimeout(1000);
      await look(here, 'fetching');
      await here.page.getByRole('button', { name: 'Cancel' }).click();
      await here.page.getByRole('button', { name: 'Make it work offline' }).waitFor({ timeout: 20_000 });
      await expect.poll(() => caches(here)).toEqual([]);
      // A host in the middle of an update has a part that is not of this build.
      slow = false;
      const part = join(folder, 'dots.bin');
      const dots = readFileSync(part);
      writeFileSync(part, 'other dots');
      await here.page.getByRole('button', { name: 'Make it work offline' }).click();
      await here.page.getByText('nothing was changed').waitFor({ timeout: 60_000 });
      await look(here, 'failed');
      writeFileSync(part, dots);
      await here.page.getByRole('button', { name: 'Try again' }).click();
      await here.page.getByText('works offline on this device').waitFor({ timeout: 60_000 });
      await here.page.getByRole('button', { name: 'Remove it from this device' }).click();
      await here.page.getByRole('button', { name: 'Make it work offline' }).waitFor();
      expect(await caches(here)).toEqual([]);
      await line.stop();
      await here.end();
    },
    PATIENCE,
  );

  it(
    'goes from one build to the next with a kept project open: not before the next is whole, and when it is told to',
    async () => {
      const here = await visit();
      await go(here);
      await makeOffline(here);
      await here.choosePhoto('assets/samples/turned-stubble-web.jpg');
      await here.reach('editing');
      await here.slide('Density', 215);
      await here.page.waitForTimeout(2000);

      // As it is built for a host: the runner of tests says otherwise.
      vi.stubEnv('NODE_ENV', 'production');
      await build({
        logLevel: 'warn',
        build: { outDir: folder, emptyOutDir: true },
        plugins: [
          {
            name: 'next-build',
            enforce: 'pre',
            transform: (code, id) =>
              id.endsWith('start-words.ts') ? code.replace('or drop it here, or paste it', NEXT_SENTENCE) : null,
          },
        ],
      });
      vi.unstubAllEnvs();
      // The host has the next build; the page is opened again and is still the one that was kept.
      await here.page.reload();
      await here.reach('editing');
      const density = here.page.getByRole('slider', { name: 'Density', exact: true });
      await here.goTo('density');
      expect(await density.inputValue()).toBe('215');
      await here.page.getByRole('button', { name: 'Update now' }).waitFor({ timeout: 90_000 });
      await look(here, 'update');
      // Work goes on with the old one meanwhile.
      await here.slide('Density', 190);
      await here.saved('Save picture');
      await here.page.getByRole('button', { name: 'Update now' }).click();
      await here.page.waitForEvent('load', { timeout: 60_000 });
      await here.reach('editing');
      await here.goTo('density');
      expect(await density.inputValue()).toBe('190');
      await here.page.getByRole('button', { name: 'New photo' }).click();
      await here.reach('start');
      await here.page.getByText(NEXT_SENTENCE).waitFor();
      await cut();
      await here.page.reload();
      await here.page.getByText(NEXT_SENTENCE).waitFor();
      // The build before is gone with the last page of it.
      await expect.poll(async () => (await caches(here)).join(' '), { timeout: 20_000 }).toMatch(/^stipple-parts-\w+$/);
      expect(here.errors).toEqual([]);
      await here.end();
    },
    PATIENCE,
  );
});
