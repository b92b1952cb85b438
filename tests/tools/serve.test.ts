import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { connect } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { BUILT_HEADERS, HEADERS_FILE } from '../../tools/headers';
import { serveFolder } from '../../tools/serve.mjs';

const SECRET = 'nobody else’s business';
const place = mkdtempSync(join(tmpdir(), 'served-'));
const folder = join(place, 'dist');
let served: Awaited<ReturnType<typeof serveFolder>>;

beforeAll(async () => {
  mkdirSync(join(folder, 'assets'), { recursive: true });
  mkdirSync(join(place, 'dist-beside'));
  writeFileSync(join(folder, 'index.html'), 'the app');
  writeFileSync(join(folder, '_headers'), HEADERS_FILE);
  for (const secret of ['secret.txt', 'dist-beside/secret.txt']) writeFileSync(join(place, secret), SECRET);
  symlinkSync(join(place, 'secret.txt'), join(folder, 'link.txt'));
  symlinkSync(place, join(folder, 'up'));
  served = await serveFolder(folder, 0);
});

afterAll(async () => {
  await served.stop();
  rmSync(place, { recursive: true });
});

/** The path as it is written: what a browser makes of it on its way is left out. */
const ask = (path: string, { method = 'GET', host = 'localhost' } = {}) =>
  new Promise<{ status: number; body: string; headers: Record<string, unknown> }>((resolve, reject) => {
    const { port } = new URL(served.address);
    const asked = request({ host: '127.0.0.1', port, path, method, headers: { host } }, (answer) => {
      let body = '';
      answer.on('data', (part: Buffer) => (body += part.toString()));
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, body, headers: answer.headers }));
    });
    asked.on('error', reject);
    asked.end();
  });

test('the folder is served with the headers of the house', async () => {
  const { status, body, headers } = await ask('/');
  expect([status, body]).toEqual([200, 'the app']);
  for (const [name, value] of Object.entries(BUILT_HEADERS)) expect(headers[name.toLowerCase()]).toBe(value);
});

test.each([
  '/../secret.txt',
  '/assets/../../secret.txt',
  '/%2e%2e/secret.txt',
  '/..%2fsecret.txt',
  '/%2e%2e%2fsecret.txt',
  '/assets/..%2f..%2fsecret.txt',
  '/..%5csecret.txt',
  '/..\\secret.txt',
  '/%252e%252e/secret.txt',
  '/../dist-beside/secret.txt',
  '/..%2fdist-beside/secret.txt',
  '/link.txt',
  '/up/secret.txt',
  `/${encodeURIComponent(join(place, 'secret.txt'))}`,
  '//etc/passwd',
  'file:///etc/passwd',
  '/%00',
  '/index.html%00.txt',
  '/%zz',
  '/_headers',
  '/assets',
])('nothing but its files leaves the folder: %s', async (path) => {
  const { status, body } = await ask(path);
  expect(body).not.toContain(SECRET);
  expect([status, body]).toEqual([404, 'Not here.']);
});

test('nothing is taken in, and a page of another name gets nothing', async () => {
  for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS']) expect((await ask('/', { method })).status).toBe(405);
  for (const host of ['evil.example', 'localhost.evil.example', 'localhost@evil.example', '192.168.0.2'])
    expect((await ask('/', { host })).status, host).toBeGreaterThanOrEqual(400);
});

test('other machines do not reach it', async () => {
  const { port } = new URL(served.address);
  const outward = Object.values(networkInterfaces()).flatMap((all) => all ?? []);
  for (const { address, internal } of outward) {
    if (internal) continue;
    const reached = await new Promise<boolean>((resolve) => {
      const line = connect({ host: address, port: Number(port), timeout: 2000 });
      line.on('connect', () => resolve(true));
      line.on('error', () => resolve(false));
      line.on('timeout', () => resolve(false));
      line.on('close', () => line.destroy());
    });
    expect(reached, address).toBe(false);
  }
});
