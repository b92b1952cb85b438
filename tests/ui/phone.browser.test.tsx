import { afterEach, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import type { Control, Panel } from '~/store/app-state';
import { SECTIONS } from '~/ui/editor/sections';
import type { Mounted } from './mount-app';
import { mountEditor } from './mount-app';

let app: Mounted | null = null;
afterEach(() => {
  app?.unmount();
  app = null;
  document.documentElement.style.fontSize = '';
  document.documentElement.dir = '';
});

const SIZES = [
  [390, 844],
  [360, 740],
  [844, 390],
] as const;
const LEAST_SHARE = 0.58;
const LEAST_PX = 44;
const TARGETS =
  'button, [role="tab"], .range, .time-input, .choice, .switch, .check label, summary, input[type="number"]';

const boxOf = (element: Element): DOMRect => element.getBoundingClientRect();
const named = (element: Element): string =>
  `${element.tagName.toLowerCase()} ${element.getAttribute('aria-label') ?? element.textContent}`.slice(0, 60);

/** The part of an element that is on the screen: not scrolled out of what it lies in. */
function inSight(element: Element): Pick<DOMRect, 'left' | 'top' | 'right' | 'bottom'> | null {
  let { left, top, right, bottom } = boxOf(element);
  for (let around = element.parentElement; around !== null; around = around.parentElement) {
    const { overflowX, overflowY } = getComputedStyle(around);
    const box = boxOf(around);
    if (overflowX !== 'visible') [left, right] = [Math.max(left, box.left), Math.min(right, box.right)];
    if (overflowY !== 'visible') [top, bottom] = [Math.max(top, box.top), Math.min(bottom, box.bottom)];
  }
  return right - left > 1 && bottom - top > 1 ? { left, top, right, bottom } : null;
}

const isShown = (element: Element): boolean =>
  element.checkVisibility() && boxOf(element).width > 2 && inSight(element) !== null;

const shown = (selector: string): readonly Element[] =>
  [...document.querySelectorAll(selector)].filter((element) => isShown(element));

/** What a finger is to hit, the part of it that a row or a picture would leave included. */
const small = (): readonly string[] =>
  shown(TARGETS)
    .filter((target) => target.closest('.number-field') === null || target.matches('.number-field'))
    .filter((target) => boxOf(target).height < LEAST_PX - 0.5 || boxOf(target).width < LEAST_PX - 0.5)
    .map((target) => `${named(target)} ${boxOf(target).width.toFixed(0)} × ${boxOf(target).height.toFixed(0)}`);

/** Text that its own box, or a line of it, cuts off. */
const cut = (): readonly string[] =>
  shown('button, label, span, p, h2, h3, h4, dt, dd, legend')
    .filter((element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim() !== ''))
    .filter((element) => getComputedStyle(element).clipPath === 'none')
    .filter((element) => {
      const range = document.createRange();
      range.selectNodeContents(element);
      const text = range.getBoundingClientRect();
      const around = element.closest('button, label, .dock-control, header, .top-bar') ?? element;
      const box = boxOf(around);
      const scrolls = getComputedStyle(around).overflowY === 'auto';
      return (
        text.right > box.right + 1 ||
        text.left < box.left - 1 ||
        (!scrolls && text.height > 0 && text.bottom > box.bottom + 1)
      );
    })
    .map(named);

/** Pairs that lie over each other, neither inside the other. */
function overlapping(): readonly string[] {
  const all = shown(TARGETS).map((element) => ({ element, box: inSight(element) }));
  const found: string[] = [];
  all.forEach((a, i) => {
    for (const b of all.slice(i + 1)) {
      if (a.box === null || b.box === null || a.element.contains(b.element) || b.element.contains(a.element)) continue;
      const wide = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
      const high = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top);
      if (wide > 1 && high > 1) found.push(`${named(a.element)} / ${named(b.element)}`);
    }
  });
  return found;
}

const frame = (): Promise<unknown> => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)));

/** Shows every control of every section, one after the other, and says what is wrong with each. */
async function walk(check: () => readonly string[]): Promise<readonly string[]> {
  const wrong = new Map<string, readonly Control[]>();
  for (const { panel, controls } of SECTIONS) {
    for (const { id } of controls) {
      const only: Partial<Record<Panel, Control>> = { [panel]: id };
      app?.props.store.setState({ panel, controls: only });
      await frame();
      for (const each of check()) wrong.set(each, [...(wrong.get(each) ?? []), id]);
    }
  }
  return [...wrong].map(([what, where]) => `${what} (${where.join(', ')})`);
}

describe.each(SIZES)('on a phone of %d × %d', (width, height) => {
  describe.each([100, 130, 200])('with text of %d percent', (percent) => {
    test.each(['ltr', 'rtl'])(
      '%s: the picture keeps its share, all can be hit and read, nothing overlaps',
      async (dir) => {
        await page.viewport(width, height);
        document.documentElement.style.fontSize = `${percent}%`;
        document.documentElement.dir = dir;
        app = await mountEditor({ wipePercent: 50 });
        await expect.element(page.getByRole('tab', { name: 'Height' })).toBeInTheDocument();
        const wrong = await walk(() => {
          const picture = boxOf(page.getByRole('img', { name: 'Preview' }).element());
          const share = (picture.bottom - picture.top) / height;
          const sideways = document.documentElement.scrollWidth - width;
          return [
            ...(share < LEAST_SHARE ? [`the picture has ${(100 * share).toFixed(1)} % of the height`] : []),
            ...((document.querySelector('.top-bar')?.getBoundingClientRect().top ?? -1) < 0
              ? ['the top bar is pushed out']
              : []),
            ...(boxOf(page.getByRole('button', { name: 'More' }).element()).bottom > height
              ? ['More is pushed out']
              : []),
            ...(sideways > 0 ? [`${sideways} px reach beyond the window`] : []),
            ...small().map((each) => `small: ${each}`),
            ...cut().map((each) => `cut: ${each}`),
            ...overlapping().map((each) => `overlap: ${each}`),
          ];
        });
        expect(wrong).toEqual([]);
      },
    );
  });
});

describe.each([...SIZES, [820, 1180], [1024, 768]] as const)('on a phone or tablet of %d × %d', (width, height) => {
  describe.each([100, 130, 200])('with text of %d percent', (percent) => {
    test.each(['ltr', 'rtl'])('%s: what a client is shown can be hit and read', async (dir) => {
      await page.viewport(width, height);
      document.documentElement.style.fontSize = `${percent}%`;
      document.documentElement.dir = dir;
      app = await mountEditor({ wipePercent: 50, showingClient: true });
      const back = page.getByRole('button', { name: 'Back to work' });
      await expect.element(back).toBeInTheDocument();
      const names = (): readonly Element[] => [...document.querySelectorAll('.divider-names span')];
      await expect.poll(() => names().length).toBe(2);
      const under = boxOf(back.element()).bottom;
      for (const name of names()) expect(boxOf(name).top, named(name)).toBeGreaterThanOrEqual(under);
      expect([...cut(), ...overlapping(), ...small()]).toEqual([]);
    });
  });
});

test('the stop of the moment that is shown is in sight, and nothing but its row was scrolled for it', async () => {
  await page.viewport(390, 844);
  const isIn = (): boolean => {
    const stop = document.querySelector('.time-stops [aria-pressed="true"]');
    const row = stop?.parentElement ?? null;
    if (stop === null || row === null) return false;
    return boxOf(stop).left >= boxOf(row).left - 1 && boxOf(stop).right <= boxOf(row).right + 1;
  };
  for (const dir of ['ltr', 'rtl']) {
    document.documentElement.dir = dir;
    app?.unmount();
    app = await mountEditor({ showingClient: true });
    await expect.element(page.getByRole('button', { name: 'Back to work' })).toBeInTheDocument();
    for (const timeYears of [15, 1]) {
      app.props.commands.change((now) => ({ ...now, timeYears }));
      await expect.poll(isIn, { message: `${timeYears} years, ${dir}` }).toBe(true);
    }
  }
});

/** Nothing of these can be set: they say what there is. */
const ONLY_SAID: readonly Control[] = ['opinion', 'totals', 'sessionPlan'];

test('of every control what can be set comes first: a part of it is in sight before anything is scrolled', async () => {
  await page.viewport(390, 844);
  app = await mountEditor({ wipePercent: 50 });
  await expect.element(page.getByRole('tab', { name: 'Height' })).toBeInTheDocument();
  const without: Control[] = [];
  for (const { panel, controls } of SECTIONS) {
    for (const { id } of controls) {
      if (ONLY_SAID.includes(id)) continue;
      app.props.store.setState({ panel, controls: { [panel]: id } });
      await frame();
      const room = document.querySelector('.dock-control');
      const isIn = (element: Element): boolean => room !== null && boxOf(element).bottom <= boxOf(room).bottom;
      const set = `.dock-control :is(.range, .time-input, .choice, .switch, .button)`;
      if (!shown(set).some(isIn)) without.push(id);
    }
  }
  expect(without).toEqual([]);
});
