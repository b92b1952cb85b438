import { readFileSync } from 'node:fs';
import { chromium } from 'playwright';
import type { Page } from 'playwright';
import { createServer } from 'vite';
import { CHROMIUM_ARGS, requireChromium } from '../chromium';

/** Runs `work` with a page of the dev server; files are served to it under /lab-file/0, /lab-file/1 … */
export async function inChromium<Answer>(
  files: readonly string[],
  work: (page: Page) => Promise<Answer>,
): Promise<Answer> {
  const server = await createServer({
    logLevel: 'error',
    server: { port: 0, hmr: false },
    plugins: [
      {
        name: 'lab-files',
        configureServer: ({ middlewares }) => {
          middlewares.use('/lab-file', (request, answer) => {
            answer.end(readFileSync(files[Number((request.url ?? '').slice(1))]));
          });
        },
      },
    ],
  });
  await server.listen();
  const browser = await chromium.launch({ executablePath: requireChromium(), args: CHROMIUM_ARGS });
  try {
    const page = await browser.newPage();
    page.on('pageerror', (error) => {
      console.error(error.message);
    });
    await page.goto(`${server.resolvedUrls?.local[0] ?? ''}tools/lab/page.html`);
    return await work(page);
  } finally {
    await browser.close();
    await server.close();
  }
}
