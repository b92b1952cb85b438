import { afterEach, beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { hairlineOf } from '~/model/hairline/hairline';
import type { Design } from '~/model/design/design';
import { shownDesign } from '~/store/shown-design';
import type { Mounted } from './mount-app';
import { drawn, mountEditor } from './mount-app';

let app: Mounted;
beforeEach(async () => {
  await page.viewport(1280, 800);
  app = await mountEditor();
});
afterEach(() => app.unmount());

const design = (): Design => shownDesign(app.props.store.getState());
const button = (name: string) => page.getByRole('button', { name, exact: true });
const open = async (panel: string, part: string): Promise<void> => {
  await button(panel).click();
  await page.getByText(part, { exact: true }).click();
};

/** A line 9 mm above the hairline's own front, as somebody would sketch it. */
function sketchHigher(): void {
  const fit = app.props.overlay.getState()?.fit;
  if (fit == null) throw new Error('no head');
  const { count, directions: d, arcLengthMm: arcLengthMm } = hairlineOf({ ...design(), hairlineHeightMm: 84 }, fit);
  const line = Array.from({ length: count }, (_, k) => k)
    .filter((k) => Math.abs(arcLengthMm[k]) < 45)
    .map((k) => ({ x: d[3 * k], y: d[3 * k + 1], z: d[3 * k + 2] }));
  app.props.commands.change((now) => ({ ...now, pencil: [line] }));
}

test('a sketch is made the hairline, which is said and can be undone', async () => {
  await open('Hairline', 'Sketch and notes');
  await expect.element(button('Make it the hairline')).toBeDisabled();
  sketchHigher();
  await expect.poll(() => document.querySelectorAll('.pencil .wax').length).toBeGreaterThan(0);
  const before = design();
  await button('Make it the hairline').click();
  await expect.element(page.getByText(/^The hairline follows your line to 1 mm/)).toBeVisible();
  expect(Math.abs(design().hairlineHeightMm - 84)).toBeLessThan(1);
  expect(design().pencil).toBe(before.pencil);
  expect(app.props.store.getState().tool).toBe('look');
  expect(document.querySelector('.pencil')?.classList.contains('dimmed')).toBe(true);
  await button('Undo').click();
  expect(design()).toBe(before);
  expect(page.getByText(/^The hairline follows/).elements()).toHaveLength(0);
});

test('a line too short is told so, and changes nothing', async () => {
  await open('Hairline', 'Sketch and notes');
  app.props.commands.change((now) => ({ ...now, pencil: [[{ x: 0, y: 0.6, z: 0.8 }]] }));
  const before = design();
  await button('Make it the hairline').click();
  await expect.element(page.getByText(/^That line is too short/)).toBeVisible();
  expect(design()).toBe(before);
});

test('the pencil is hidden, and shown alone', async () => {
  await open('Hairline', 'Sketch and notes');
  sketchHigher();
  const shown = () => document.querySelectorAll('.pencil').length;
  await expect.poll(shown).toBe(1);
  await page.getByRole('switch', { name: 'Hide pencil', exact: true }).click();
  await expect.poll(shown).toBe(0);
  await page.getByRole('switch', { name: 'Only the pencil', exact: true }).click();
  await expect.poll(shown).toBe(1);
  expect(app.props.store.getState().sketch).toBe('alone');
  expect(page.getByRole('slider', { name: 'Hairline point: middle', exact: true }).elements()).toHaveLength(0);
  await page.getByRole('switch', { name: 'Hide pencil', exact: true }).click();
  expect(app.props.store.getState().sketch).toBe('hidden');
});

test('a note just placed waits to be written; it is corrected and deleted by name', async () => {
  await open('Hairline', 'Sketch and notes');
  await button('Note').click();
  app.props.commands.change((now) => ({ ...now, notes: [{ at: { x: 0, y: 0.6, z: 0.8 }, text: '' }] }));
  const field = page.getByRole('textbox', { name: 'Note 1', exact: true });
  await expect.element(field).toHaveFocus();
  await userEvent.keyboard('higher here{Enter}');
  expect(design().notes).toMatchObject([{ text: 'higher here' }]);
  await expect.element(page.getByText('higher here', { exact: true })).toBeVisible();
  // Letters are letters here, not keys of the picture.
  await field.click();
  await userEvent.keyboard('b0{Escape}');
  expect(design().notes[0].text).toBe('higher here');
  await button('Delete note 1').click();
  expect(design().notes).toEqual([]);
  await button('Undo').click();
  expect(design().notes).toHaveLength(1);
});

test('a tool is put away by its own button, and by going to another section', async () => {
  await open('Hairline', 'Sketch and notes');
  await button('Pencil').click();
  expect(app.props.store.getState().tool).toBe('pencil');
  await open('Density', 'Brush');
  expect(app.props.store.getState().tool).toBe('look');
  await button('Scar').click();
  await expect.element(button('Scar')).toHaveAttribute('aria-pressed', 'true');
  await button('Scar').click();
  expect(app.props.store.getState().tool).toBe('look');
});

test('tools have keys; going on to another section and Escape put them down', async () => {
  await expect.element(button('Density')).toBeVisible();
  const { getState } = app.props.store;
  await userEvent.keyboard('p');
  expect(getState()).toMatchObject({ panel: 'hairline', tool: 'pencil' });
  await userEvent.keyboard('s');
  expect(getState()).toMatchObject({ panel: 'density', tool: 'scar' });
  await userEvent.keyboard('{Escape}');
  expect(getState().tool).toBe('look');
  await userEvent.keyboard('d');
  await button('Pigment').click();
  expect(getState()).toMatchObject({ panel: 'pigment', tool: 'look' });
});

test('strength belongs to painting and thinning out, each with its own', async () => {
  await open('Density', 'Brush');
  const strength = page.getByRole('slider', { name: 'Brush strength', exact: true });
  expect(strength.elements()).toHaveLength(0);
  await button('Thin out').click();
  await userEvent.fill(strength, '30');
  await button('Paint').click();
  await expect.element(strength).toHaveValue('100');
  await userEvent.fill(page.getByRole('slider', { name: 'Brush softness', exact: true }), '0');
  expect(app.props.store.getState()).toMatchObject({ thinPercent: 30, paintPercent: 100, brushSoftnessPercent: 0 });
});

test('only a pen tells how hard it is pressed', async () => {
  await open('Density', 'Brush');
  await button('Paint').click();
  const target = page.getByRole('img', { name: 'Preview' }).element();
  for (const [pointerType, pressure] of [
    ['pen', 0.3],
    ['mouse', 0.5],
  ] as const) {
    const point = (type: string, x: number, buttons: number): PointerEvent =>
      new PointerEvent(type, {
        bubbles: true,
        cancelable: true,
        pointerId: 1,
        clientX: x,
        clientY: 300,
        buttons,
        pointerType,
        pressure,
      });
    target.dispatchEvent(point('pointerdown', 300, 1));
    target.dispatchEvent(point('pointermove', 320, 1));
    target.dispatchEvent(point('pointerup', 320, 0));
  }
  const pressures = app.callsOf('paintAt').map(([, , pressure]) => pressure);
  expect(pressures[0]).toBeCloseTo(0.3, 5);
  expect(pressures.at(-1)).toBeUndefined();
});

test('notes close to each other have their words apart, in the picture, and moved back when there is room', async () => {
  // As where somebody wants no motion: it is not left out, but short.
  const short = new CSSStyleSheet();
  short.replaceSync('*, *::before { transition-duration: 0.01ms !important; }');
  document.adoptedStyleSheets.push(short);
  const at = (x: number) => ({ x, y: Math.sqrt(0.64 - x * x), z: 0.6 });
  const texts = ['mole, keep clear', 'scar from 2019', 'denser here', 'blend to the side'];
  const places = [-0.02, 0, 0.02, 0.04];
  app.props.commands.change((now) => ({ ...now, notes: texts.map((text, i) => ({ at: at(places[i]), text })) }));
  const labels = (): readonly DOMRect[] =>
    [...document.querySelectorAll('.note-pin span')].map((label) => label.getBoundingClientRect());
  await expect.poll(() => labels().length).toBe(4);
  await drawn();
  const picture = document.querySelector('.picture')?.getBoundingClientRect();
  const boxes = labels();
  for (const [i, a] of boxes.entries()) {
    expect(a.top).toBeGreaterThanOrEqual((picture?.top ?? Infinity) - 0.5);
    for (const b of boxes.slice(i + 1))
      expect(a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top).toBe(true);
  }
  expect(document.querySelectorAll('.note-pin span:is([data-moved="up"], [data-moved="down"])').length).toBeGreaterThan(
    0,
  );
  // The same again, moved as they are, as long as nothing changes.
  const tops = () => labels().map(({ top }) => Math.round(top));
  const before = tops();
  for (const text of ['look again', 'look again in spring']) {
    app.props.commands.change((now) => ({ ...now, notes: [...now.notes.slice(0, 4), { at: at(-0.3), text }] }));
    await expect.poll(() => labels().length).toBe(5);
    await drawn();
    expect(tops().slice(0, 4)).toEqual(before);
  }
  app.props.commands.change((now) => ({ ...now, notes: now.notes.slice(0, 1) }));
  await expect.poll(() => document.querySelector('.note-pin span')?.getAttribute('data-moved')).toBe('no');
  document.adoptedStyleSheets.pop();
});
