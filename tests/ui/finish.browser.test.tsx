import { afterEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { drawn, emptyStill, mountEditor } from './mount-app';
import type { Mounted } from './mount-app';

let app: Mounted | null = null;
afterEach(() => {
  app?.unmount();
  app = null;
  document.documentElement.style.fontSize = '';
});

const boxes = (): readonly string[] =>
  [...document.querySelectorAll('.home-card, .home-picture, .home-picture .head-still')].map((element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return [x, y, width, height].map(Math.round).join(' ');
  });
const words = (): string => [...document.querySelectorAll('.still-coming')].map((each) => each.textContent).join(', ');

test.each([
  ['a laptop', 1280, 800],
  ['a phone', 390, 844],
])(
  'where the visit ends, on %s, each small picture says in its place what it will show, and nothing moves when it comes',
  async (_, width, height) => {
    await page.viewport(width, height);
    let come = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      come = resolve;
    });
    app = await mountEditor({}, { stillOf: (_design, _frame, size) => held.then(() => emptyStill(size)) });
    await expect.element(page.getByRole('img', { name: 'Preview' })).toBeVisible();
    app.props.store.setState({ finishing: true });
    // The code needs no drawing: it is there first.
    await expect.element(page.getByRole('dialog', { name: 'Take it with you' })).toBeVisible();
    await expect.poll(() => document.querySelector('.home-picture .code-squares')).not.toBeNull();
    expect(words()).toBe('Before, After, Before, After, Before, After, Sketch, Bare, Healed, 10 years, After, Project');
    // Each word is whole in its place.
    for (const word of document.querySelectorAll('.still-coming')) {
      expect(word.scrollWidth).toBeLessThanOrEqual(word.clientWidth);
      expect(word.getBoundingClientRect().height).toBeGreaterThan(30);
    }
    const before = boxes();
    come();
    await expect.poll(words).toBe('');
    await drawn();
    expect(boxes()).toEqual(before);
  },
);

test('with letters of twice their size on a phone, set by a sheet as by the browser, what is said of each thing has the whole width', async () => {
  await page.viewport(390, 844);
  document.documentElement.style.fontSize = '200%';
  app = await mountEditor();
  app.props.store.setState({ finishing: true });
  await expect.element(page.getByRole('dialog', { name: 'Take it with you' })).toBeVisible();
  const cards = [...document.querySelectorAll('.home-card')];
  expect(cards.length).toBeGreaterThan(8);
  for (const card of cards) {
    const [picture, text] = [...card.children].map((child) => child.getBoundingClientRect());
    expect(text.width).toBeGreaterThan(0.8 * card.getBoundingClientRect().width);
    expect(text.top).toBeGreaterThanOrEqual(picture.bottom);
  }
});
