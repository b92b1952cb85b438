import { playwright } from '@vitest/browser-playwright';
import { defineConfig, mergeConfig } from 'vitest/config';
import { CHROMIUM_ARGS, requireChromium } from './tools/chromium';
import viteConfig from './vite.config';

const browser = (): ReturnType<typeof playwright> =>
  playwright({ launchOptions: { executablePath: requireChromium(), args: CHROMIUM_ARGS } });

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
          optimizeDeps: {
            include: ['react', 'react-dom/client', 'pixi.js', 'pixi.js/unsafe-eval', 'zustand', 'zustand/vanilla'],
          },
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
