import { afterEach, expect, it, vi } from 'vitest';
import { followGround, groundOf } from '~/preview/ground';

const boxes: HTMLElement[] = [];
/** A box within a box, each on a ground of its own. */
function boxOn(outer: string, inner: string): HTMLElement {
  const around = document.createElement('div');
  const box = document.createElement('div');
  around.style.background = outer;
  box.style.background = inner;
  around.append(box);
  document.body.append(around);
  boxes.push(around);
  return box;
}
afterEach(() => {
  for (const box of boxes.splice(0)) box.remove();
  vi.restoreAllMocks();
});

const codes = (box: Element): number[] => groundOf(box).map((code) => Math.round(255 * code));

it('is the colour of the box, in whatever words it is told', () => {
  expect(codes(boxOn('white', '#100f0e'))).toEqual([16, 15, 14]);
  expect(codes(boxOn('white', 'color-mix(in srgb, #000000, #ffffff)'))).toEqual([128, 128, 128]);
});

it('is that of the next box around it where it has none', () => {
  expect(codes(boxOn('rgb(229 222 213)', 'transparent'))).toEqual([229, 222, 213]);
});

it('follows the page, and ends with the picture', () => {
  const box = boxOn('white', '#100f0e');
  const asked: EventTarget[] = [];
  vi.spyOn(window, 'matchMedia').mockImplementation(() => {
    const query = new EventTarget();
    asked.push(query);
    return query as MediaQueryList;
  });
  const told: (readonly number[])[] = [];
  const redraw = vi.fn();
  const stop = followGround(
    box,
    { setGround: (colour) => told.push(colour.map((code) => Math.round(255 * code))) },
    redraw,
  );
  expect(told).toEqual([[16, 15, 14]]);
  expect(redraw).not.toHaveBeenCalled();
  box.style.background = 'rgb(229 222 213)';
  asked[0].dispatchEvent(new Event('change'));
  expect(told.at(-1)).toEqual([229, 222, 213]);
  expect(redraw).toHaveBeenCalledTimes(1);
  stop();
  for (const query of asked) query.dispatchEvent(new Event('change'));
  expect(told).toHaveLength(2);
});
