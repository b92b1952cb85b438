import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { serveFolder } from '../../tools/serve.mjs';
import { closeBrowser, openBrowser, visit } from '../support/visit';

/** What `npm start` serves, through a host that adds one thing to its policy: where the browser tells what broke it. */
let address = '';
const told: string[] = [];
let built: Awaited<ReturnType<typeof serveFolder>>;
let host: Server;

beforeAll(async () => {
  await openBrowser();
  built = await serveFolder('dist', 0);
  host = createServer((request, response) => {
    if (request.method === 'POST') {
      let body = '';
      request.on('data', (part: Buffer) => (body += part.toString()));
      request.on('end', () => {
        told.push(body);
        response.writeHead(204).end();
      });
      return;
    }
    void fetch(new URL(request.url ?? '/', built.address)).then(async (answer) => {
      const headers = Object.fromEntries(answer.headers);
      headers['content-security-policy'] += '; report-uri /broken-policy';
      response.writeHead(answer.status, headers).end(Buffer.from(await answer.arrayBuffer()));
    });
  });
  await new Promise<void>((listening) => host.listen(0, '127.0.0.1', listening));
  const at = host.address();
  address = `http://localhost:${typeof at === 'object' ? at?.port : ''}/`;
});
afterAll(async () => {
  await closeBrowser();
  host.closeAllConnections();
  host.close();
  await built.stop();
});

it('the whole main job runs under the strictest policy, and nothing breaks it: not the page, nor its workers', async () => {
  const here = await visit();
  const { page } = here;
  const broken: string[] = [];
  await page.exposeFunction('policyBroken', (what: string) => broken.push(what));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample }) =>
      (globalThis as unknown as { policyBroken: (what: string) => void }).policyBroken(
        `${effectiveDirective} ${blockedURI} ${sample}`,
      ),
    );
  });
  page.on('console', (said) => {
    if (/Content Security Policy|TrustedScript|TrustedHTML/.test(said.text())) broken.push(said.text());
  });
  await page.goto(address);
  await page
    .getByRole('button', { name: /^Try a sample: / })
    .first()
    .click();
  await here.reach('editing');
  await here.slide('Time', 5);
  await here.slide('Density', 200);
  await here.saved('Save picture');
  const project = await here.saved('Save project');
  await page.getByRole('button', { name: 'Compare designs' }).click();
  await page.getByRole('dialog').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Finish', exact: true }).click();
  await page.getByRole('dialog').locator('canvas').first().waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'New photo' }).click();
  await here.reach('start');
  await here.choosePhoto({ name: 'again.stipple', mimeType: 'application/json', buffer: project });
  await here.reach('editing');
  await page.getByRole('button', { name: 'New photo' }).click();
  await here.reach('start');
  await page.getByRole('button', { name: 'Make it work offline' }).click();
  await page.getByText('Stipple works offline on this device.').waitFor({ timeout: 60_000 });

  expect(broken).toEqual([]);
  expect(here.errors).toEqual([]);

  // That the policy is on, and that the host hears of it, of what a worker does too.
  const refused = await page.evaluate(() => {
    try {
      document.createElement('div').innerHTML = '<b>text</b>';
      return false;
    } catch {
      return true;
    }
  });
  expect(refused).toBe(true);
  const [worker] = page.workers();
  expect(worker.url()).toContain('detect-worker');
  await worker.evaluate(() => {
    try {
      new Worker('/elsewhere.js');
    } catch {
      // refused, as it should be
    }
  });
  await expect.poll(() => told.length, { timeout: 10_000 }).toBe(2);
  expect(told.filter((report) => !/innerHTML|elsewhere/.test(report))).toEqual([]);
  await here.end();
});
