import { expect, test } from 'vitest';
import { initialDesign } from '~/model/design/design';
import type { Design } from '~/model/design/design';
import type { Moment } from '~/model/design/time-scale';
import { momentAfterKey } from '~/ui/gestures/time-keys';

/** Every moment that a key passes from a moment on, until it rests. */
function walk(key: string, from: Moment): Moment[] {
  let design: Design = { ...initialDesign(0), ...from };
  const passed: Moment[] = [];
  for (let i = 0; i < 500; i++) {
    const next = momentAfterKey(key, design);
    if (next === null) throw new Error(`${key} is not a key of the strip`);
    if (next.sessionsDone === design.sessionsDone && next.timeYears === design.timeYears) return passed;
    passed.push(next);
    design = { ...design, ...next };
  }
  throw new Error(`${key} never comes to an end`);
}

const START = { sessionsDone: 0, timeYears: 0 };
const END = { sessionsDone: 3, timeYears: 15 };

test('arrow keys walk from bare skin through every day of every session to the end, and back', () => {
  const on = walk('ArrowRight', START);
  expect(on.at(-1)).toEqual(END);
  expect(on[0]).toEqual({ sessionsDone: 1, timeYears: 0 });
  for (const session of [1, 2]) {
    const days = on.filter(({ sessionsDone }) => sessionsDone === session).map((each) => each.timeYears * 365.25);
    expect(days.map(Math.round)).toEqual(Array.from({ length: 12 }, (_, day) => day));
  }
  const back = walk('ArrowLeft', END);
  expect(back.at(-1)).toEqual(START);
  expect(new Set(back.map(({ sessionsDone }) => sessionsDone))).toEqual(new Set([3, 2, 1, 0]));
});

test('page keys go from stop to stop, Home to the last session first and then to bare skin', () => {
  expect(walk('PageUp', START)).toHaveLength(12);
  expect(walk('PageDown', END)).toHaveLength(12);
  expect(walk('Home', END)).toEqual([{ sessionsDone: 3, timeYears: 0 }, START]);
  expect(momentAfterKey('x', initialDesign(0))).toBeNull();
});
