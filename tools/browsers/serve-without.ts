import { createServer } from 'node:http';
import type { Server } from 'node:http';

/** What a browser may lack, each with the script that takes it away before the page's own scripts run. */
export const LACKS = {
  'WebGL 2': `for (const kind of [HTMLCanvasElement, globalThis.OffscreenCanvas].filter(Boolean)) {
    const own = kind.prototype.getContext;
    kind.prototype.getContext = function (type, ...rest) {
      return String(type).startsWith('webgl') ? null : own.call(this, type, ...rest);
    };
  }`,
  'canvas without a page': 'delete globalThis.OffscreenCanvas;',
  workers: 'delete globalThis.Worker;',
  storage: `Object.defineProperty(globalThis, 'indexedDB', { get() { throw new DOMException('refused', 'SecurityError'); } });`,
  camera: 'Object.defineProperty(Navigator.prototype, "mediaDevices", { get: () => undefined });',
} as const;

export type Lack = keyof typeof LACKS;

/** Where the script is served, as a file: the page's policy lets no script in that stands in the page. */
const SCRIPT = '/without.js';

/**
 * Serves what `address` serves, but as a browser that lacks something would see it. In a browser's own words nothing is taken away by
 * every driver alike; a script ahead of the page's own works in each.
 */
export async function serveWithout(
  address: string,
  lack: Lack,
): Promise<{ readonly address: string; readonly stop: () => Promise<void> }> {
  const server: Server = createServer((request, response) => {
    void (async () => {
      const path = request.url ?? '/';
      if (path === SCRIPT) {
        response.writeHead(200, { 'content-type': 'text/javascript' }).end(LACKS[lack]);
        return;
      }
      const answer = await fetch(new URL(path, address));
      const body = Buffer.from(await answer.arrayBuffer());
      const sent = path === '/' ? body.toString().replace('<head>', `<head><script src="${SCRIPT}"></script>`) : body;
      const headers = Object.fromEntries([...answer.headers].filter(([name]) => name !== 'content-length'));
      response.writeHead(answer.status, headers).end(sent);
    })().catch(() => response.destroy());
  });
  await new Promise<void>((started) => server.listen(0, '127.0.0.1', () => started()));
  const at = server.address();
  if (typeof at !== 'object' || at === null) throw new Error('The server has no address.');
  return {
    address: `http://localhost:${at.port}/`,
    stop: () =>
      new Promise((stopped) => {
        server.close(() => stopped());
        server.closeAllConnections();
      }),
  };
}
