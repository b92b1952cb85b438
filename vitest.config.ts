import { availableParallelism } from 'node:os';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig, mergeConfig } from 'vitest/config';
import type { ProjectConfig } from 'vitest/node';
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
  'fast-check',
  'idb-keyval',
  'lucide-react',
  'mediabunny',
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
 * Of tests in a browser: on a loaded machine a frame now and then comes too late, or a finger where a thing was a moment before. What
 * passed only at the second try is told by name at the end of `npm test`: it is to be mended, it only stops nobody else.
 */
const MORE_TRIES = 1;

/**
 * Of the projects that run in Node alone: a thread for each file, so that none sees what another left, and as many at once as there are
 * cores. Unasked, one core is left idle: on a machine of two that is every other second.
 */
const IN_NODE = {
  setupFiles: ['tests/support/property-seed.ts'],
  environment: 'node',
  pool: 'threads' as const,
  maxWorkers: availableParallelism(),
  // Properties take up to a second on the reference machine; a slower one is no failure.
  testTimeout: 30_000,
} satisfies ProjectConfig;

/**
 * unit: pure model and tools, in Node. long: `*.long.test.ts`, such as try thousands of things, read photographs or make what is
 * shipped. browser: `*.browser.test.ts(x)`, shaders, detector and UI in real Chromium. e2e: the built page driven by role and name.
 */
export default mergeConfig(
  viteConfig,
  defineConfig({
    test: {
      projects: [
        {
          extends: true,
          test: {
            ...IN_NODE,
            name: 'unit',
            include: ['tests/**/*.test.ts'],
            exclude: ['tests/**/*.{browser,long}.test.{ts,tsx}', 'tests/e2e/**'],
          },
        },
        {
          extends: true,
          test: { ...IN_NODE, name: 'long', include: ['tests/**/*.long.test.ts'], testTimeout: 120_000 },
        },
        {
          extends: true,
          optimizeDeps: { include: BUNDLED },
          test: {
            name: 'browser',
            include: ['tests/**/*.browser.test.{ts,tsx}'],
            // After those of Node: projects that run together must agree on how many files they run at once.
            sequence: { groupOrder: 1 },
            testTimeout: 30_000,
            retry: MORE_TRIES,
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
            // A graphics card made of software takes all cores: two files at once took twice as long each.
            fileParallelism: false,
            // A graphics card made of software draws a first picture for seconds, and what is waited for is told with a frame.
            // How soon it comes is measured by `npm run visit`; here it only has to come.
            expect: { poll: { timeout: 20_000 } },
            retry: MORE_TRIES,
          },
        },
      ],
    },
  }),
);
