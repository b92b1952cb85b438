import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import type { Plugin } from 'vite';
import type { OfflineParts } from '../src/load/kept-parts.ts';
import { ABOUT_FILE, WORKER_FILE } from '../src/load/offline-messages.ts';
import type { AboutOffline } from '../src/load/offline-messages.ts';
import { ownCodeOnly } from './licences-plugin.ts';

const WORKER = fileURLToPath(new URL('../src/load/offline-worker.ts', import.meta.url));
/** Not part of the app that runs: for the host, for the dialog that installs, and the worker itself. */
const LEFT_OUT = [/^_headers$/, /^install\/screen-/, new RegExp(`^${ABOUT_FILE}$`), new RegExp(`^${WORKER_FILE}$`)];

/** All files of a built folder that the app may ask for, with what they have to be. */
export function partsOf(folder: string): OfflineParts {
  const parts = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((path) => !LEFT_OUT.some((pattern) => pattern.test(path)))
    .sort()
    .map((path) => {
      const content = readFileSync(join(folder, path));
      return { path, bytes: content.length, hash: createHash('sha256').update(content).digest('hex') };
    });
  const version = createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16);
  return { version, parts };
}

/** Makes the service worker of a build: a script of its own that knows every file of it, so another build has another one. */
export const offlinePlugin = (): Plugin => {
  let folder = '';
  return {
    name: 'stipple-offline',
    apply: 'build',
    configResolved(config) {
      folder = resolve(config.root, config.build.outDir);
    },
    async closeBundle() {
      const parts = partsOf(folder);
      const bytes = parts.parts.reduce((sum, part) => sum + part.bytes, 0);
      writeFileSync(join(folder, ABOUT_FILE), JSON.stringify({ version: parts.version, bytes } satisfies AboutOffline));
      await build({
        configFile: false,
        logLevel: 'warn',
        publicDir: false,
        plugins: [ownCodeOnly()],
        define: { OFFLINE_PARTS: JSON.stringify(parts) },
        build: {
          outDir: folder,
          emptyOutDir: false,
          target: 'es2022',
          lib: { entry: WORKER, formats: ['iife'], name: 'offlineWorker', fileName: () => WORKER_FILE },
        },
      });
    },
  };
};
