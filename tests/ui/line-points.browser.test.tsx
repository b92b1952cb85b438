import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { shownDesign } from '~/store/shown-design';
import type { Mounted } from './mount-app';
import { mountEditor } from './mount-app';

let app: Mounted;
beforeEach(async () => {
  await page.viewport(1280, 800);
  app = await mountEditor();
  await expect.element(point('middle')).toBeVisible();
});
afterEach(() => app.unmount());

const point = (name: string) => page.getByRole('slider', { name: `Hairline point: ${name}`, exact: true });
const element = (name: string): HTMLElement => point(name).element() as HTMLElement;
const button = (name: string) => page.getByRole('button', { name, exact: true });
const design = () => shownDesign(app.props.store.getState());
const steps = (): number => app.props.store.getState().history.past.length;

const touch = (type: string, x: number, y: number, pointerId = 1): PointerEvent =>
  new PointerEvent(type, {
    bubbles: true,
    cancelable: true,
    pointerId,
    pointerType: 'touch',
    clientX: x,
    clientY: y,
    buttons: type === 'pointerup' ? 0 : 1,
  });

describe('added points', () => {
  test('a point is added beside the one in hand, gets the focus, moves by keys, turns sharp and is deleted', async () => {
    element('left corner').focus();
    await button('Add a point').click();
    expect(app.callsOf('addPoint')).toEqual([['addPoint', null]]);
    await expect.element(point('added 1, left')).toHaveFocus();
    await expect.element(point('added 1, right')).toBeVisible();
    const heightMm = (): number => Number(element('added 1, left').getAttribute('aria-valuenow'));
    const before = heightMm();
    await userEvent.keyboard('{ArrowUp}{Shift>}{ArrowDown}{/Shift}');
    expect(app.callsOf('nudgeHandle')).toEqual([
      ['nudgeHandle', 'left1', 0, 1],
      ['nudgeHandle', 'left1', 0, -5],
    ]);
    await expect.poll(() => Math.abs(before - heightMm() - 4)).toBeLessThanOrEqual(1);
    expect(element('added 1, left').getAttribute('aria-valuetext')).toMatch(
      /^\d+ mm up from between the brows, \d+ mm to the left of the middle$/,
    );

    await page.getByRole('switch', { name: 'Sharp corner', exact: true }).click();
    expect(design().points.map(({ sharp }) => sharp)).toEqual([true, true]);
    expect(steps()).toBe(4);
    await expect.poll(() => element('added 1, left').getAttribute('aria-valuetext')).toMatch(/, sharp corner$/);

    element('added 1, left').focus();
    await userEvent.keyboard('{Delete}');
    expect(design().points).toEqual([]);
    await expect.element(point('left corner')).toHaveFocus();
    await expect.element(button('Delete point')).not.toBeInTheDocument();
    await userEvent.keyboard('{Control>}z{/Control}');
    await expect.element(point('added 1, left')).toBeVisible();
  });

  test('Delete leaves the points alone that are always there', async () => {
    element('left temple').focus();
    await userEvent.keyboard('{Delete}{Backspace}');
    expect(app.callsOf('deletePoint')).toEqual([]);
    await expect.element(point('left temple')).toBeVisible();
  });

  test('one side only is there while both sides are mirrored', async () => {
    const alone = page.getByRole('switch', { name: 'This side only', exact: true });
    await button('Add a point').click();
    await alone.click();
    await page.getByRole('switch', { name: 'Sharp corner', exact: true }).click();
    expect(design().points.map(({ sharp }) => sharp)).toEqual([true, false]);
    await page.getByRole('switch', { name: 'Mirror both sides', exact: true }).click();
    await expect.element(alone).not.toBeInTheDocument();
  });

  test('a reset leads back to the line of the shape', async () => {
    await button('Add a point').click();
    await button('Reset moved points').click();
    expect(design().points).toEqual([]);
    await expect.element(button('Reset moved points')).toBeDisabled();
  });
});

describe('fingers on a point', () => {
  test('a tremble moves nothing; a drag starts where the tremble ended', async () => {
    const middle = element('middle');
    const { left, top } = middle.getBoundingClientRect();
    middle.dispatchEvent(touch('pointerdown', left + 14, top + 14));
    await expect.poll(() => middle.dataset.dragging).toBe('true');
    window.dispatchEvent(touch('pointermove', left + 17, top + 16));
    window.dispatchEvent(touch('pointerup', left + 17, top + 16));
    expect(app.callsOf('dragHandle')).toHaveLength(0);
    expect(steps()).toBe(0);
  });
});
