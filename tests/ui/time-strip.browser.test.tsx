import { afterEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { drawn, mountEditor } from './mount-app';
import type { Mounted } from './mount-app';

let app: Mounted | null = null;
afterEach(() => app?.unmount());

test.each([1110, 1240, 1366, 1920])(
  'on a desk of %i px the names of the stops do not run into each other',
  async (width) => {
    await page.viewport(width, 800);
    app = await mountEditor();
    const names = (): readonly Element[] => [...document.querySelectorAll('.time-stops .stop-name')];
    await expect.poll(() => names().length, { timeout: 20_000 }).toBe(13);
    await drawn();
    // Long and short ones, whichever are seen: as wide as they would be alone.
    const boxes = names().map((name) => {
      const button = name.closest('button');
      if (button === null) throw new Error('A name stands in no stop.');
      const { width: room } = button.getBoundingClientRect();
      const needed = button.scrollWidth;
      return { needed, room, said: name.textContent };
    });
    expect(boxes.filter(({ needed, room }) => needed > room + 1)).toEqual([]);
  },
);

test.each([
  [1280, 3],
  [1366, 3],
  [1366, 5],
  [1920, 5],
  [2560, 5],
])('on a desk of %i px with %i sessions there is air between the names of the stops', async (width, sessions) => {
  await page.viewport(width, 800);
  app = await mountEditor();
  app.props.commands.change((now) => ({ ...now, sessionsPlanned: sessions }));
  const names = (): readonly Element[] => [...document.querySelectorAll('.time-stops .stop-name')];
  await expect.poll(() => names().length, { timeout: 20_000 }).toBe(10 + sessions);
  await drawn();
  const boxes = names().map((name) => name.getBoundingClientRect());
  const airPx = boxes.slice(1).map(({ left }, i) => left - boxes[i].right);
  expect(Math.min(...airPx)).toBeGreaterThan(5);
  // What has room is said in full.
  const seen = (name: Element): boolean => getComputedStyle(name.children[0]).fontSize !== '0px';
  const healed = names().find((name) => name.textContent === 'Healed');
  expect(healed !== undefined && seen(healed)).toBe(width >= 1366 + 240 * (sessions - 3));
});
