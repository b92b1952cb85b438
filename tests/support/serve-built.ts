import { existsSync } from 'node:fs';
import { preview } from 'vite';

/** Serves the built page for the end-to-end tests; `npm test` builds it first. */
export default async function serveBuilt(): Promise<() => Promise<void>> {
  if (!existsSync('dist/index.html')) throw new Error('The page is not built. Run npm run build, or npm test.');
  const server = await preview({ preview: { port: 0, strictPort: false } });
  const address = server.resolvedUrls?.local[0];
  if (address === undefined) throw new Error('The preview server has no address.');
  process.env.STIPPLE_URL = address;
  return () => server.close();
}
