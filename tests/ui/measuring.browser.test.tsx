import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { consultationOf } from '~/model/design/consultation';
import { initialDesign } from '~/model/design/design';
import { begin } from '~/model/design/history';
import type { Design } from '~/model/design/design';
import { shownDesign } from '~/store/shown-design';
import { wholeNumbers } from '~/ui/words/home/whole-numbers';
import type { Mounted } from './mount-app';
import { mountEditor } from './mount-app';

let app: Mounted;
beforeEach(() => page.viewport(1280, 800));
afterEach(() => app.unmount());

const design = (): Design => shownDesign(app.props.store.getState());
const end = (name: 'first' | 'second'): HTMLElement =>
  page.getByRole('slider', { name: `Ruler: ${name} end`, exact: true }).element() as HTMLElement;
const words = (): string => end('second').getAttribute('aria-valuetext') ?? '';
const shown = (): string[] =>
  [...document.querySelectorAll('.guide')].map((guide) => guide.getAttribute('class') ?? '');

describe('measurements', () => {
  beforeEach(async () => {
    app = await mountEditor({ panel: 'photo', showMeasurements: true });
    await expect.element(page.getByRole('switch', { name: 'Ruler', exact: true })).toBeInTheDocument();
  });

  test('every distance says what it may be wrong by', async () => {
    const told = (): string[] => [...document.querySelectorAll('.measures > div')].map((row) => row.textContent);
    await expect.poll(() => told().length).toBeGreaterThanOrEqual(12);
    const rows = told();
    for (const row of rows) expect(row).toMatch(/(\d mm|level|on it|higher|side) ± \d+/);
    expect(rows.find((row) => row.startsWith('Height of the middle'))).toContain('66 mm');
    expect(rows.find((row) => row.startsWith('Upper third'))).toMatch(/of the middle$/);
  });

  test('guides are chosen one by one', async () => {
    expect(shown().some((each) => each.includes('guide-thirds'))).toBe(true);
    expect(shown().some((each) => each.includes('guide-eightCm'))).toBe(false);
    await page.getByRole('checkbox', { name: '8-cm construction', exact: true }).click();
    await page.getByRole('checkbox', { name: 'Thirds of the face', exact: true }).click();
    await expect.poll(() => shown().some((each) => each.includes('guide-eightCm'))).toBe(true);
    await expect.poll(() => shown().some((each) => each.includes('guide-thirds'))).toBe(false);
  });

  test('the ruler that lies on the picture stands in the legend of the picture with sketch and measures, and only then', async () => {
    const legend = async (): Promise<readonly string[]> => {
      app.props.store.setState({ finishing: true });
      await page.getByRole('button', { name: 'Save with sketch and measures', exact: true }).click();
      const [, wanted] = app.callsOf('takeHome').at(-1) ?? [];
      return (wanted as { readonly words: { readonly legend: readonly string[] } }).words.legend;
    };
    expect((await legend()).filter((entry) => entry.startsWith('Ruler'))).toEqual([]);
    await page.getByRole('switch', { name: 'Ruler', exact: true }).click();
    await expect.poll(words).toMatch(/^66 mm along the skin, ± \d$/);
    expect((await legend()).filter((entry) => entry.startsWith('Ruler'))).toEqual([wholeNumbers(`Ruler  ${words()}`)]);
  });

  test('the ruler is moved by arrow keys, by 1 mm and with Shift by 5, and by dragging; Escape takes a drag back', async () => {
    await page.getByRole('switch', { name: 'Ruler', exact: true }).click();
    await expect.poll(words).toMatch(/^66 mm along the skin, ± \d$/);
    end('second').focus();
    await userEvent.keyboard('{Shift>}{ArrowUp}{/Shift}{ArrowUp}{ArrowUp}');
    await expect.poll(words).toMatch(/^73 mm/);
    await userEvent.keyboard('{ArrowDown}');
    await expect.poll(words).toMatch(/^72 mm/);

    const { left, top } = end('first').getBoundingClientRect();
    const point = (type: string, x: number, y: number): PointerEvent =>
      new PointerEvent(type, { bubbles: true, cancelable: true, pointerId: 1, clientX: x, clientY: y, buttons: 1 });
    end('first').dispatchEvent(point('pointerdown', left + 14, top + 14));
    await expect.poll(() => end('first').dataset.dragging).toBe('true');
    window.dispatchEvent(point('pointermove', left + 14, top - 20));
    await expect.poll(words).not.toMatch(/^72 mm/);
    window.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
    await expect.poll(words).toMatch(/^72 mm/);
    expect(app.props.store.getState().history.past).toHaveLength(0);
  });

  test('a known length corrects the scale, can be taken back, and is refused where it cannot be true', async () => {
    await page.getByText('I know a length', { exact: true }).click();
    await page.getByRole('button', { name: 'Lay the ruler on a card', exact: true }).click();
    await expect.poll(words).toMatch(/^86 mm straight/);
    const field = page.getByRole('spinbutton', { name: 'Known length, exact' });
    await userEvent.fill(field, '94');
    await userEvent.keyboard('{Enter}');
    await page.getByRole('button', { name: 'Correct the scale', exact: true }).click();
    expect(design().knownLength?.lengthMm).toBe(94);
    await expect.poll(words).toMatch(/^94 mm straight, ± [12]$/);
    await expect.element(page.getByText(/comes from the length you know: good to about 1 %/)).toBeVisible();

    await userEvent.fill(field, '200');
    await userEvent.keyboard('{Enter}');
    await page.getByRole('button', { name: 'Correct the scale', exact: true }).click();
    await expect.element(page.getByText(/Check both ends of the ruler/)).toBeVisible();
    expect(design().knownLength?.lengthMm).toBe(94);
    await page.getByRole('button', { name: 'Back to the average face', exact: true }).click();
    expect(design().knownLength).toBeNull();
    await expect.poll(words).toMatch(/^86 mm/);
  });
});

describe('second opinion', () => {
  const open = async (change: Partial<Design>): Promise<void> => {
    app = await mountEditor({ history: begin(consultationOf({ ...initialDesign(1), ...change })) });
    await page.getByText('Second opinion', { exact: true }).first().click();
  };

  test('has nothing to say of the design somebody starts from', async () => {
    await open({});
    await expect.element(page.getByText('nothing to note')).toBeVisible();
    expect(page.getByRole('button', { name: 'Show me the softer version' }).elements()).toHaveLength(0);
  });

  test('lists notes with number and limit, the gravest first; the softer version is one step of undo', async () => {
    const hard: Partial<Design> = { hairlineHeightMm: 52, shape: 'boxed', edge: 'defined' };
    await open(hard);
    const notes = page.getByRole('list', { name: 'Second opinion', exact: true }).getByRole('listitem');
    await expect.poll(() => notes.elements().length).toBeGreaterThanOrEqual(3);
    expect(notes.elements()[0].textContent).toMatch(/^Low for the face\. .*52 mm.*55 mm/);
    await page.getByRole('button', { name: 'Show me the softer version', exact: true }).click();
    await page.getByRole('button', { name: 'Keep mine', exact: true }).click();
    expect(design()).toMatchObject(hard);
    await page.getByRole('button', { name: 'Show me the softer version', exact: true }).click();
    await page.getByRole('button', { name: 'Use the softer version', exact: true }).click();
    expect(design()).toMatchObject({ hairlineHeightMm: 66, shape: 'natural', edge: 'softAndBroken' });
    await expect.element(page.getByText('nothing to note')).toBeVisible();
    app.props.commands.undo();
    expect(design()).toMatchObject(hard);
  });
});
