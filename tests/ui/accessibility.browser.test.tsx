import axe from 'axe-core';
import { afterEach, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import type { Mounted } from './mount-app';
import { mountApp, mountEditor, mountPlacing } from './mount-app';

let app: Mounted | null = null;
afterEach(() => {
  app?.unmount();
  app = null;
  document.documentElement.style.colorScheme = '';
});

const SCREENS = {
  'first screen': () => mountApp({ saved: [{ id: 'p', name: 'me.jpg', savedAtMs: 1e12, thumbnail: null }] }),
  'editor, the line': () => mountEditor(),
  'editor, the density': () => mountEditor({ panel: 'density', tool: 'paint' }),
  'editor, the pigment': () => mountEditor({ panel: 'pigment' }),
  'editor, time': () => mountEditor({ panel: 'time' }),
  'editor, the photo': () => mountEditor({ panel: 'photo', showMeasurements: true, showChanged: true }),
  'placing a head': mountPlacing,
} as const;

const ready = async (): Promise<void> => {
  await expect.poll(() => document.querySelector('main') !== null, { timeout: 10_000 }).toBe(true);
  // Transitions would be measured half way.
  await new Promise((resolve) => setTimeout(resolve, 300));
};

describe.each(Object.entries(SCREENS))('%s', (_, mount) => {
  test.each(['light', 'dark'])('axe finds nothing in %s', async (scheme) => {
    await page.viewport(1280, 800);
    document.documentElement.style.colorScheme = scheme;
    app = await mount();
    await ready();
    const { violations } = await axe.run(document.body, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    });
    const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
    expect(found).toEqual([]);
  });

  test.each([
    [390, 844],
    [360, 740],
    [320, 640],
  ])('nothing reaches beyond a window of %d × %d', async (width, height) => {
    await page.viewport(width, height);
    app = await mount();
    await ready();
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
    // Samples, chips and cards scroll inside their own row; everything else has to lie inside the window.
    const beyond = [...document.querySelectorAll('button, input, a, h1, h2, p, label')].filter((element) => {
      if (element.closest('.samples, .chips, .choice-cards, .time-stops, .brush-cursor') !== null) return false;
      const { left, right, width: wide } = element.getBoundingClientRect();
      return wide > 2 && (right > width + 1 || left < -1);
    });
    expect(beyond.map((element) => element.outerHTML.slice(0, 120))).toEqual([]);
  });
});
