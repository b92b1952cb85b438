import { afterAll, beforeAll, expect, it } from 'vitest';
import { builtAddress, closeBrowser, openBrowser, visit } from '../support/visit';

beforeAll(openBrowser);
afterAll(closeBrowser);

it('makes no request beyond its own origin during a whole visit, and says so in its policy', async () => {
  const here = await visit();
  const answer = await here.page.request.get(builtAddress());
  expect(answer.headers()['content-security-policy']).toContain("connect-src 'self'");
  expect(await answer.text()).toMatch(/http-equiv="Content-Security-Policy"[^>]*connect-src 'self'/);

  await here.page
    .getByRole('button', { name: /^Try a sample: / })
    .first()
    .click();
  await here.reach('editing');
  await here.slide('Time', 3);
  const picture = await here.saved('Save picture');
  await here.saved('Save project');
  await here.page.reload();
  await here.reach('editing');
  await here.page.getByRole('button', { name: 'New photo' }).click();
  await here.reach('start');

  const origin = new URL(builtAddress()).origin;
  const strangers = here.requests.filter((url) => !/^(blob|data):/.test(url) && new URL(url).origin !== origin);
  expect(here.requests.length).toBeGreaterThan(5);
  expect(strangers).toEqual([]);
  expect(here.errors).toEqual([]);
  // Nothing of the original's metadata: only the chunks that hold the picture.
  const chunks: string[] = [];
  for (let at = 8; at < picture.length; at += 12 + picture.readUInt32BE(at))
    chunks.push(picture.toString('latin1', at + 4, at + 8));
  expect(chunks.filter((chunk) => !['IHDR', 'sRGB', 'IDAT', 'IEND'].includes(chunk))).toEqual([]);
  await here.end();
});
