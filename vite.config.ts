import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { BUILT_HEADERS } from './tools/headers.ts';
import { offlinePlugin } from './tools/offline-plugin.ts';
import { policyPlugin } from './tools/policy-plugin.ts';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  plugins: [react(), policyPlugin(), offlinePlugin()],
  publicDir: 'assets',
  resolve: {
    alias: [
      { find: /^~shaders\//, replacement: at('./shaders/') },
      { find: /^~\//, replacement: at('./src/') },
    ],
  },
  worker: { format: 'es' },
  build: { target: 'es2023', assetsInlineLimit: 0, sourcemap: false, chunkSizeWarningLimit: 700 },
  server: { port: 5173 },
  // A meta tag does not cover workers, so the served page sends its policy with every response.
  preview: { port: 4173, headers: BUILT_HEADERS },
});
