import { createServer, get } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Passes on what another server answers, later; `delayMs`: how much, for a path. */
export async function slowServer(
  address: string,
  delayMs: (path: string) => number,
): Promise<{ readonly address: string; readonly stop: () => Promise<void> }> {
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    setTimeout(() => {
      get(new URL(path, address), (answer) => {
        response.writeHead(answer.statusCode ?? 500, answer.headers);
        answer.pipe(response);
      }).on('error', () => response.destroy());
    }, delayMs(path));
  });
  await new Promise<void>((started) => server.listen(0, '127.0.0.1', started));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://localhost:${port}/`,
    stop: () =>
      new Promise((stopped) => {
        server.close(() => stopped());
        server.closeAllConnections();
      }),
  };
}
