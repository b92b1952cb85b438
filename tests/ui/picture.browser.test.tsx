import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { committedDesign, shownDesign } from '~/store/shown-design';
import type { Mounted } from './mount-app';
import { drawn, greyPhoto, mountApp, mountEditor, mountPlacing } from './mount-app';

let app: Mounted;
beforeEach(() => page.viewport(1280, 800));
afterEach(() => app.unmount());

const editor = async (): Promise<void> => {
  app = await mountEditor();
  await expect.element(page.getByRole('slider', { name: 'Hairline point: middle', exact: true })).toBeVisible();
};
const steps = (): number => app.props.store.getState().history.past.length;
const handle = (name: string): HTMLElement =>
  page.getByRole('slider', { name: `Hairline point: ${name}`, exact: true }).element() as HTMLElement;

const point = (type: string, x: number, y: number, more: PointerEventInit = {}): PointerEvent =>
  new PointerEvent(type, {
    bubbles: true,
    cancelable: true,
    pointerId: 1,
    clientX: x,
    clientY: y,
    buttons: 1,
    ...more,
  });

describe('hairline points', () => {
  test('all seven are sliders that say where they are', async () => {
    await editor();
    for (const name of [
      'middle',
      'left corner',
      'right corner',
      'left temple',
      'right temple',
      'left ear',
      'right ear',
    ])
      expect(handle(name).getAttribute('aria-valuetext')).toMatch(/^\d+ mm (up|down) from between the brows/);
    expect(handle('middle').getAttribute('aria-valuenow')).toBe('66');
    expect(handle('left corner').getAttribute('aria-valuetext')).toMatch(/\d\d mm to the left of the middle$/);
    const box = handle('middle').getBoundingClientRect();
    expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(24);
  });

  test('arrow keys move by 1 mm, with Shift by 5; each press is one step', async () => {
    await editor();
    handle('middle').focus();
    await userEvent.keyboard('{ArrowUp}{ArrowRight}{Shift>}{ArrowDown}{/Shift}{ArrowLeft}');
    expect(app.callsOf('nudgeHandle')).toEqual([
      ['nudgeHandle', 'middle', 0, 1],
      ['nudgeHandle', 'middle', 1, 0],
      ['nudgeHandle', 'middle', 0, -5],
      ['nudgeHandle', 'middle', -1, 0],
    ]);
    expect(steps()).toBe(4);
    await expect.poll(() => handle('middle').getAttribute('aria-valuenow')).toBe('62');
  });

  test('forty moves of one drag are one step', async () => {
    await editor();
    const middle = handle('middle');
    const { left, top } = middle.getBoundingClientRect();
    middle.dispatchEvent(point('pointerdown', left + 14, top + 14));
    await expect.poll(() => middle.dataset.dragging).toBe('true');
    for (let i = 1; i <= 40; i++) window.dispatchEvent(point('pointermove', left + 14 + i, top + 14 - i));
    expect(steps()).toBe(0);
    window.dispatchEvent(point('pointerup', left + 54, top - 26, { buttons: 0 }));
    expect(app.callsOf('dragHandle')).toHaveLength(40);
    expect(steps()).toBe(1);
    const [, , to] = app.callsOf('dragHandle')[39] ?? [];
    const scale = app.props.overlay.getState()?.camera.scale ?? NaN;
    expect((to as { xPx: number }).xPx).toBeCloseTo(150 + 40 / scale, 3);
  });

  test('Escape and a second finger take a drag back', async () => {
    await editor();
    const middle = handle('middle');
    for (const stop of [
      () => window.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' })),
      () => window.dispatchEvent(point('pointerdown', 500, 500, { pointerId: 2 })),
    ]) {
      const { left, top } = middle.getBoundingClientRect();
      middle.dispatchEvent(point('pointerdown', left + 14, top + 14));
      await expect.poll(() => middle.dataset.dragging).toBe('true');
      window.dispatchEvent(point('pointermove', left + 40, top));
      expect(app.props.store.getState().history.draft).not.toBeNull();
      stop();
      expect(app.props.store.getState().history.draft).toBeNull();
      await expect.poll(() => middle.dataset.dragging).toBeUndefined();
    }
    expect(steps()).toBe(0);
  });
});

describe('view', () => {
  test('the canvas is an image named Preview', async () => {
    await editor();
    expect(page.getByRole('img', { name: 'Preview', exact: true }).element().tagName).toBe('CANVAS');
  });

  test('the wheel zooms to the pointer, keys zoom and fit', async () => {
    await editor();
    const canvas = page.getByRole('img', { name: 'Preview' }).element();
    const box = canvas.getBoundingClientRect();
    // Wheel events carry whole px.
    const at = {
      xPx: Math.round(box.width * 0.5 + box.left) - box.left,
      yPx: Math.round(box.height * 0.3 + box.top) - box.top,
    };
    const under = (): number => {
      const camera = app.props.overlay.getState()?.camera;
      return camera === undefined ? NaN : (at.yPx - camera.offsetYPx) / camera.scale;
    };
    const before = under();
    const turn = {
      bubbles: true,
      cancelable: true,
      deltaY: -500,
      clientX: box.left + at.xPx,
      clientY: box.top + at.yPx,
    };
    canvas.dispatchEvent(new WheelEvent('wheel', turn));
    await expect.poll(() => app.props.store.getState().zoom?.factor ?? 1).toBeGreaterThan(2);
    expect(under()).toBeCloseTo(before, 3);
    await userEvent.keyboard('0');
    expect(app.props.store.getState().zoom).toBeNull();
    await userEvent.keyboard('+');
    expect(app.props.store.getState().zoom?.factor).toBeCloseTo(1.5, 9);
    await userEvent.keyboard('-');
    expect(app.props.store.getState().zoom).toBeNull();
  });

  test('a zoomed picture is dragged along, and a double tap shows all of it', async () => {
    await editor();
    await userEvent.keyboard('++');
    await drawn();
    const canvas = page.getByRole('img', { name: 'Preview' });
    const centre = app.props.store.getState().zoom?.centreYPx ?? NaN;
    const { scale } = app.props.overlay.getState()?.camera ?? { scale: NaN };
    const target = canvas.element();
    target.dispatchEvent(point('pointerdown', 200, 500));
    for (const y of [495, 480, 460, 440]) target.dispatchEvent(point('pointermove', 200, y));
    target.dispatchEvent(point('pointerup', 200, 440, { buttons: 0 }));
    // The first few px tell a drag from a tap.
    const moved = (): number => ((app.props.store.getState().zoom?.centreYPx ?? NaN) - centre) * scale;
    await expect.poll(moved).toBeGreaterThan(55);
    expect(moved()).toBeLessThanOrEqual(60.5);
    await canvas.dblClick({ position: { x: 150, y: 400 } });
    await expect.poll(() => app.props.store.getState().zoom).toBeNull();
  });

  test('two quick presses of a button over the picture are no double tap', async () => {
    await editor();
    const { commands, store } = app.props;
    for (const densityPerCm2 of [100, 120, 140]) commands.change((now) => ({ ...now, densityPerCm2 }));
    await userEvent.keyboard('++');
    const { zoom } = store.getState();
    await page.getByRole('button', { name: 'Undo', exact: true }).dblClick();
    await expect.poll(() => shownDesign(store.getState()).densityPerCm2).toBe(100);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(store.getState().zoom).toEqual(zoom);
  });

  test('B shows the bare photo while it is held; ? lists the keys', async () => {
    await editor();
    await userEvent.keyboard('{b>}');
    expect(app.props.store.getState().holdingBefore).toBe(true);
    await userEvent.keyboard('{/b}');
    expect(app.props.store.getState().holdingBefore).toBe(false);
    await userEvent.keyboard('?');
    await expect.element(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
  });

  test('Ctrl+Z and Shift+Ctrl+Z undo and redo', async () => {
    await editor();
    await page.getByRole('radio', { name: 'Boxed', exact: true }).click();
    await userEvent.keyboard('{Control>}z{/Control}');
    expect(committedDesign(app.props.store.getState()).shape).toBe('natural');
    await userEvent.keyboard('{Control>}{Shift>}z{/Shift}{/Control}');
    expect(committedDesign(app.props.store.getState()).shape).toBe('boxed');
  });

  test('Compare shows the divider in the middle and takes it away', async () => {
    await editor();
    await page.getByRole('button', { name: 'Compare', exact: true }).click();
    expect(app.props.store.getState().wipePercent).toBe(50);
    await userEvent.fill(page.getByRole('slider', { name: 'Before and after', exact: true }), '100');
    expect(app.props.store.getState().wipePercent).toBe(100);
    await page.getByRole('button', { name: 'Compare', exact: true }).click();
    expect(app.props.store.getState().wipePercent).toBe(0);
    expect(steps()).toBe(0);
  });

  test('a stroke of the brush is painted in photo pixels and ends in one step', async () => {
    await editor();
    await page.getByRole('button', { name: 'Density', exact: true }).click();
    await page.getByRole('radio', { name: 'Only where I paint', exact: true }).click();
    await expect
      .element(page.getByRole('button', { name: 'Paint', exact: true }))
      .toHaveAttribute('aria-pressed', 'true');
    const target = page.getByRole('img', { name: 'Preview' }).element();
    const commits = app.callsOf('commit').length;
    target.dispatchEvent(point('pointerdown', 300, 300));
    for (const x of [310, 320, 330]) target.dispatchEvent(point('pointermove', x, 300));
    target.dispatchEvent(point('pointerup', 330, 300, { buttons: 0 }));
    expect(app.callsOf('paintAt').length).toBeGreaterThanOrEqual(3);
    expect(app.callsOf('commit')).toHaveLength(commits + 1);
  });

  test('the brush is there before any stroke, and works by keyboard', async () => {
    await editor();
    await page.getByRole('button', { name: 'Density', exact: true }).click();
    await page.getByText('Brush', { exact: true }).click();
    await page.getByRole('button', { name: 'Mark hair', exact: true }).click();
    const brush = page.getByRole('button', { name: 'Brush', exact: true });
    await expect.element(brush).toBeInTheDocument();
    brush.element().focus();
    const commits = app.callsOf('commit').length;
    await userEvent.keyboard('{ArrowRight}');
    expect(app.callsOf('paintAt')).toHaveLength(0);
    await userEvent.keyboard('{Enter>}{Shift>}{ArrowRight}{ArrowUp}{/Shift}{/Enter}');
    const places = app.callsOf('paintAt').map(([, at]) => at as { xPx: number; yPx: number });
    expect(places).toHaveLength(3);
    expect(places[1].xPx).toBeGreaterThan(places[0].xPx);
    expect(places[2].yPx).toBeLessThan(places[1].yPx);
    expect(app.callsOf('commit')).toHaveLength(commits + 1);
    await page.getByText('Brush', { exact: true }).click();
    await expect.poll(() => app.props.store.getState().tool).toBe('look');
  });

  test('Escape takes a stroke back, and the rest of the drag paints nothing', async () => {
    await editor();
    await page.getByRole('button', { name: 'Density', exact: true }).click();
    await page.getByRole('radio', { name: 'Only where I paint', exact: true }).click();
    const target = page.getByRole('img', { name: 'Preview' }).element();
    target.dispatchEvent(point('pointerdown', 300, 300));
    target.dispatchEvent(point('pointermove', 310, 300));
    const painted = app.callsOf('paintAt').length;
    expect(painted).toBeGreaterThan(0);
    window.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
    for (const x of [320, 330]) target.dispatchEvent(point('pointermove', x, 300));
    target.dispatchEvent(point('pointerup', 330, 300, { buttons: 0 }));
    expect(app.callsOf('cancelGesture')).toHaveLength(1);
    expect(app.callsOf('paintAt')).toHaveLength(painted);
    target.dispatchEvent(point('pointerdown', 300, 320));
    expect(app.callsOf('paintAt').length).toBeGreaterThan(painted);
    target.dispatchEvent(point('pointerup', 300, 320, { buttons: 0 }));
  });

  test('saving and opening are asked for by their names', async () => {
    await editor();
    await page.getByRole('button', { name: 'Save picture', exact: true }).click();
    await page.getByRole('button', { name: 'Save as JPEG', exact: true }).click();
    await page.getByRole('button', { name: 'Save project', exact: true }).click();
    await page.getByRole('button', { name: 'New photo', exact: true }).click();
    expect(app.calls).toEqual([['savePicture', 'png'], ['savePicture', 'jpeg'], ['saveProject'], ['newPhoto']]);
    await expect.element(page.getByRole('button', { name: 'Open project', exact: true })).toBeVisible();
    await page.getByRole('button', { name: 'Photo', exact: true }).click();
    await expect.element(page.getByRole('switch', { name: 'Measurements', exact: true })).toBeInTheDocument();
  });
});

describe('before the editor', () => {
  test('each face is a button on the picture', async () => {
    const face = { landmarksPx: new Float32Array(), box: { left: 40, top: 60, right: 120, bottom: 160 } };
    const far = { landmarksPx: new Float32Array(), box: { left: 200, top: 60, right: 210, bottom: 72 } };
    app = mountApp({
      screen: { kind: 'choose-face', photo: await greyPhoto(), faces: [face, far] },
    });
    await page.getByRole('button', { name: 'Face 2 of 2', exact: true }).click();
    expect(app.callsOf('chooseFace')).toEqual([['chooseFace', 1]]);
  });

  test('a head is placed by hand by its view, sliders and handles, each undoable', async () => {
    app = await mountPlacing();
    const head = () => committedDesign(app.props.store.getState()).head;
    await userEvent.click(page.getByRole('radio', { name: 'From behind', exact: true }));
    expect(Math.abs(head().turnDegrees)).toBeCloseTo(180, 6);
    await page.getByText('Place it exactly', { exact: true }).click();
    await userEvent.fill(page.getByRole('slider', { name: 'Head size', exact: true }), '150');
    expect(head().scale).toBeCloseTo(1.5, 9);
    const move = page.getByRole('button', { name: /^Move the head/ }).element() as HTMLElement;
    move.focus();
    await userEvent.keyboard('{ArrowRight}');
    expect(head().rightMm).toBeGreaterThan(0);
    expect(steps()).toBe(3);
    await page.getByRole('button', { name: 'Use this placement', exact: true }).click();
    expect(app.callsOf('acceptPlacement')).toHaveLength(1);
  });
});
