import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { freshWork } from '~/intake/intake';
import type { Subject } from '~/store/app-state';
import { startEditing } from '~/store/stages';
import { shownDesign } from '~/store/shown-design';
import type { AppProps } from '~/ui/base/app-props';
import { drawn, emptyStill, mountApp, plainSubject } from './mount-app';
import type { Mounted } from './mount-app';

let app: Mounted;
beforeEach(() => page.viewport(1280, 800));
afterEach(() => app.unmount());

const editor = async (given: Partial<AppProps> = {}): Promise<void> => {
  app = mountApp({ screen: { kind: 'editing', subject: await plainSubject() } }, given);
  await expect.element(page.getByRole('slider', { name: 'Hairline point: middle', exact: true })).toBeVisible();
};
const open = (subject: Subject, isNew = false): void =>
  app.props.store.setState(startEditing(subject, freshWork(undefined, subject.first), { kind: 'headFound' }, isNew));
/** The next photo is there, under a finger that is still down. */
const comeOther = async (): Promise<void> => {
  const subject = await plainSubject();
  open(subject);
  await drawn();
};
const point = (type: string, x: number, y: number): PointerEvent =>
  new PointerEvent(type, { bubbles: true, cancelable: true, pointerId: 1, clientX: x, clientY: y, buttons: 1 });
const named = (name: string): HTMLElement => page.getByRole('slider', { name, exact: true }).element() as HTMLElement;
const steps = (): number => app.props.store.getState().history.past.length;

describe('another head', () => {
  test.each(['Hairline point: middle', 'Hairline point: left corner', 'Before and after'])(
    'ends the drag of %s: what the finger does from then on is for nobody',
    async (name) => {
      await editor();
      const held = named(name);
      const box = held.getBoundingClientRect();
      const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
      held.dispatchEvent(point('pointerdown', x, y));
      held.dispatchEvent(point('pointermove', x + 10, y + 12));
      held.dispatchEvent(point('pointermove', x + 20, y + 24));
      await drawn();
      await comeOther();
      const { store } = app.props;
      const [design, wipe] = [shownDesign(store.getState()), store.getState().wipePercent];
      const now = document.contains(held) ? held : named(name);
      now.dispatchEvent(point('pointermove', x + 40, y + 60));
      now.dispatchEvent(point('pointerup', x + 40, y + 60));
      await drawn();
      expect(shownDesign(store.getState())).toEqual(design);
      expect(store.getState().wipePercent).toBe(wipe);
      expect(store.getState().history.draft).toBeNull();
      expect(steps()).toBe(0);
    },
  );

  test('ends the drag of a slider', async () => {
    await editor();
    const height = named('Hairline height') as HTMLInputElement;
    const type = (value: number): void => {
      // Past React's own setter, as a hand would.
      Reflect.set(HTMLInputElement.prototype, 'value', String(value), height);
      height.dispatchEvent(new Event('input', { bubbles: true }));
    };
    const box = height.getBoundingClientRect();
    height.dispatchEvent(point('pointerdown', box.x + box.width / 2, box.y + box.height / 2));
    type(75);
    await drawn();
    const { store } = app.props;
    expect(shownDesign(store.getState()).hairlineHeightMm).toBe(75);
    await comeOther();
    const design = shownDesign(store.getState());
    type(90);
    height.dispatchEvent(new Event('change', { bubbles: true }));
    await drawn();
    expect(shownDesign(store.getState())).toEqual(design);
    expect(steps()).toBe(0);
    window.dispatchEvent(point('pointerup', 0, 0));
    type(80);
    height.dispatchEvent(new Event('change', { bubbles: true }));
    expect(shownDesign(store.getState()).hairlineHeightMm, 'the next drag counts again').toBe(80);
  });

  test('is asked about as the first was, also where nobody had answered for that one', async () => {
    // As a photo begins whose hair is what there is to do: in the section of density.
    app = mountApp({ screen: { kind: 'editing', subject: await plainSubject() }, offer: 'goal', panel: 'density' });
    const { store } = app.props;
    await expect.poll(() => document.querySelector('.goal-question'), { timeout: 20_000 }).not.toBeNull();
    open(await plainSubject(), true);
    await drawn();
    expect(store.getState().offer).toBe('goal');
    store.setState({ panel: 'density' });
    expect(store.getState().offer, 'work on the photo takes it away as before').toBe('years');
  });

  test('takes every still of the one before out of sight at once, however long its own are made', async () => {
    let answers = true;
    await editor({
      stillOf: (_design, _frame, size) => (answers ? Promise.resolve(emptyStill(size)) : new Promise(() => undefined)),
    });
    const shown = (): number => document.querySelectorAll('.head-still canvas:not([hidden])').length;
    await expect.poll(shown).toBeGreaterThan(5);
    answers = false;
    const subject = await plainSubject();
    open(subject);
    await new Promise((resolve) => requestAnimationFrame(resolve));
    expect(shown()).toBe(0);
  });
});
