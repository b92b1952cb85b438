import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { BUILT_HEADERS } from './tools/headers.ts';
import { licencesPlugin } from './tools/licences-plugin.ts';
import { offlinePlugin } from './tools/offline-plugin.ts';
import { policyPlugin } from './tools/policy-plugin.ts';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** The document, its settings and what is on the screen: asked for at once, and by all that comes later. */
const FIRST_AND_LATER =
  /\/src\/(store\/(shown-design|screen)|model\/(base\/(units|memo|orientation)|maths\/numbers|design\/(consultation|design|settings|choices|history|time-scale|head-correction|drawing)))\.ts$/;

const licences = licencesPlugin();

export default defineConfig({
  plugins: [react(), policyPlugin(), licences.page, offlinePlugin()],
  publicDir: 'assets',
  resolve: {
    alias: [
      { find: /^~shaders\//, replacement: at('./shaders/') },
      { find: /^~\//, replacement: at('./src/') },
    ],
  },
  worker: { format: 'es', plugins: () => [licences.worker()] },
  build: {
    target: 'es2023',
    assetsInlineLimit: 0,
    sourcemap: false,
    chunkSizeWarningLimit: 700,
    // What the first screen shares with what comes later is one file: eight small ones are larger, and asked for one by one.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'shared', test: FIRST_AND_LATER }] } } },
  },
  server: { port: 5173 },
  // A meta tag does not cover workers, so the served page sends its policy with every response.
  preview: { port: 4173, headers: BUILT_HEADERS },
});
