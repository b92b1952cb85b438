import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { shownDesign } from '~/store/shown-design';
import { setUp } from '../support/set-up-commands';

beforeEach(() => void vi.spyOn(console, 'error').mockImplementation(() => undefined));
afterEach(() => vi.restoreAllMocks());

it('takes back the gesture, or the last step, that could not be drawn, and says so', async () => {
  const { open, commands, takeBack, store, said } = setUp();
  await open();
  const density = (): number => shownDesign(store.getState()).densityPerCm2;
  const first = density();
  commands.change((design) => ({ ...design, densityPerCm2: 60 }));
  commands.preview((design) => ({ ...design, densityPerCm2: 70 }));
  takeBack(new Error('a mistake'), true);
  expect(density()).toBe(60);
  takeBack(new Error('a mistake'), true);
  expect(density()).toBe(first);
  expect(said.slice(-2)).toEqual(['changeTakenBack', 'changeTakenBack']);
});

it('takes nothing back where nothing was drawn before, or there is nothing to take back', async () => {
  const { open, commands, takeBack, store, said } = setUp();
  await open();
  takeBack(new Error('a mistake'), true);
  commands.change((design) => ({ ...design, densityPerCm2: 60 }));
  takeBack(new Error('a mistake'), false);
  expect(shownDesign(store.getState()).densityPerCm2).toBe(60);
  expect(said.slice(-2)).toEqual(['pictureNotDrawn', 'pictureNotDrawn']);
});
