import { playwright } from '@vitest/browser-playwright';
import { defineConfig, mergeConfig } from 'vitest/config';
import { CHROMIUM_ARGS, findChromium } from './tools/chromium.ts';
import viteConfig from './vite.config.ts';

/** Where there is no Chromium the unit tests still run; tools/test.mjs says what is missing. */
const browser = (): ReturnType<typeof playwright> => {
  const executablePath = findChromium();
  return playwright({ launchOptions: { ...(executablePath && { executablePath }), args: CHROMIUM_ARGS } });
};

/** Packages the browser tests meet: named here, so that none is found in the middle of a test and reloads the page. */
const BUNDLED = [
  'react',
  'react-dom/client',
  'react/jsx-dev-runtime',
  'pixi.js',
  'pixi.js/unsafe-eval',
  'zustand',
  'zustand/vanilla',
  'browser-fs-access',
  'comlink',
  'exifr',
  'gl-matrix',
  'idb-keyval',
  'image-dimensions',
  'lucide-react',
  'valibot',
  'fast-check',
  '@use-gesture/react',
  '@mediapipe/tasks-vision',
];

/**
 * unit: pure model and tools, in Node. browser: `*.browser.test.ts(x)`, shaders, detector and UI in real Chromium.
 * e2e: the built page driven by role and name.
 */
export default mergeConfig(
  viteConfig,
  defineConfig({
    test: {
      projects: [
        {
          extends: true,
          test: {
            name: 'unit',
            environment: 'node',
            include: ['tests/**/*.test.ts'],
            exclude: ['tests/**/*.browser.test.{ts,tsx}', 'tests/e2e/**'],
          },
        },
        {
          extends: true,
          optimizeDeps: { include: BUNDLED },
          test: {
            name: 'browser',
            include: ['tests/**/*.browser.test.{ts,tsx}'],
            testTimeout: 30_000,
            browser: {
              enabled: true,
              headless: true,
              screenshotFailures: false,
              provider: browser(),
              instances: [{ browser: 'chromium', viewport: { width: 1280, height: 800 } }],
            },
          },
        },
        {
          extends: true,
          test: {
            name: 'e2e',
            environment: 'node',
            include: ['tests/e2e/**/*.test.ts'],
            globalSetup: ['tests/support/serve-built.ts'],
            testTimeout: 90_000,
            hookTimeout: 90_000,
            fileParallelism: false,
          },
        },
      ],
    },
  }),
);
