import { playwright } from '@vitest/browser-playwright';
import { defineConfig, mergeConfig } from 'vitest/config';
import { CHROMIUM_ARGS, findChromium } from './tools/chromium.ts';
import viteConfig from './vite.config.ts';

/** Where there is no Chromium the unit tests still run; tools/test.mjs says what is missing. */
const browser = (): ReturnType<typeof playwright> => {
  const executablePath = findChromium();
  return playwright({ launchOptions: { ...(executablePath && { executablePath }), args: CHROMIUM_ARGS } });
};

/**
 * Packages the browser tests meet, workers and lazy imports included: named here, so that with a cold cache none is found
 * in the middle of a test, where it would reload the page.
 */
const BUNDLED = [
  '@mediapipe/tasks-vision',
  'axe-core',
  'comlink',
  'culori/fn',
  'idb-keyval',
  'lucide-react',
  'pixi.js',
  'pixi.js/unsafe-eval',
  'react',
  'react-dom/client',
  'react/jsx-dev-runtime',
  'valibot',
  'zustand',
  'zustand/vanilla',
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
            setupFiles: ['tests/support/property-seed.ts'],
            environment: 'node',
            include: ['tests/**/*.test.ts'],
            exclude: ['tests/**/*.browser.test.{ts,tsx}', 'tests/e2e/**'],
            // Properties take up to a second on the reference machine; a slower one is no failure.
            testTimeout: 30_000,
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
