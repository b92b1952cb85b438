// Serves a built folder, and nothing else, to this machine alone.
import { createReadStream, readFileSync, realpathSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, resolve, sep } from 'node:path';

const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.md': 'text/plain; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
};
/** No other name reaches it: a page elsewhere that has its own name lead here (DNS rebinding) is refused. */
const OWN_NAMES = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/;

/** What `_headers` says is sent with every file. */
function headersOf(folder) {
  const lines = readFileSync(join(folder, '_headers'), 'utf8').split('\n').slice(1);
  return lines
    .map((line) => /^ {2}([^:]+): (.*)$/.exec(line))
    .filter((found) => found !== null)
    .map(([, name, value]) => [name, value]);
}

/** The file that an address asks for; null: none of this folder, or none that is for everybody. */
function fileOf(folder, address) {
  let path;
  try {
    path = decodeURIComponent(new URL(address, 'http://localhost').pathname);
  } catch {
    return null;
  }
  if (path.includes('\0') || path === '/_headers') return null;
  const file = resolve(folder, `.${path === '/' ? '/index.html' : path}`);
  if (!file.startsWith(folder + sep)) return null;
  const found = statSync(file, { throwIfNoEntry: false });
  // A link within the folder may lead out of it.
  if (!found?.isFile() || !realpathSync(file).startsWith(realpathSync(folder) + sep)) return null;
  return { file, bytes: found.size };
}

/** `port` 0: any that is free. Answers with the address, and how to stop. */
export function serveFolder(given, port) {
  const folder = resolve(given);
  const headers = headersOf(folder);
  const server = createServer((request, response) => {
    const isAsked = request.method === 'GET' || request.method === 'HEAD';
    const found = OWN_NAMES.test(request.headers.host ?? '') && isAsked ? fileOf(folder, request.url ?? '/') : null;
    for (const [name, value] of headers) response.setHeader(name, value);
    if (found === null) {
      response.writeHead(isAsked ? 404 : 405, { 'content-type': 'text/plain' }).end('Not here.');
      return;
    }
    // Names with a hash never change; the rest is asked for again each time.
    const isHashed = found.file.startsWith(join(folder, 'assets') + sep);
    response.writeHead(200, {
      'content-type': TYPES[extname(found.file)] ?? 'application/octet-stream',
      'content-length': found.bytes,
      'cache-control': isHashed ? 'public, max-age=31536000, immutable' : 'no-cache',
    });
    if (request.method === 'HEAD') response.end();
    else createReadStream(found.file).pipe(response);
  });
  return new Promise((started, failed) => {
    server.once('error', failed);
    server.listen(port, '127.0.0.1', () => {
      const { port: at } = server.address();
      started({
        address: `http://localhost:${at}/`,
        stop: () =>
          new Promise((stopped) => {
            server.close(() => stopped());
            server.closeAllConnections();
          }),
      });
    });
  });
}
