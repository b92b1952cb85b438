import { expect, it, vi } from 'vitest';
import { shownDesign } from '~/store/shown-design';
import { setUp } from '../support/set-up-commands';

it('the moment is looked at: no step of undo, kept when undo takes a change back, and back after a cancelled gesture', async () => {
  const { open, commands, store } = setUp();
  await open();
  const design = () => shownDesign(store.getState());
  const steps = () => store.getState().history.past.length;
  commands.change((now) => ({ ...now, densityPerCm2: 120 }));
  commands.change((now) => ({ ...now, timeYears: 3 }));
  expect(steps()).toBe(1);
  commands.undo();
  expect(design()).toMatchObject({ timeYears: 3, densityPerCm2: 130 });
  commands.redo();
  commands.preview((now) => ({ ...now, timeYears: 8 }));
  commands.preview((now) => ({ ...now, timeYears: 10 }));
  commands.cancelGesture();
  expect(design().timeYears).toBe(3);
  commands.preview((now) => ({ ...now, timeYears: 8 }));
  commands.commit();
  expect(design().timeYears).toBe(8);
  expect(steps()).toBe(1);
});

it('a plan with fewer sessions shows no more than it has, and undo brings a finished plan back finished', async () => {
  const { open, commands, store } = setUp();
  await open();
  const design = () => shownDesign(store.getState());
  commands.change((now) => ({ ...now, sessionsPlanned: 2, sessionsDone: 2 }));
  expect(design()).toMatchObject({ sessionsPlanned: 2, sessionsDone: 2 });
  commands.undo();
  expect(design()).toMatchObject({ sessionsPlanned: 3, sessionsDone: 3 });
});

it('tells nobody where nothing changes: no frame is drawn and nothing is written for it', async () => {
  const { open, commands, store } = setUp();
  await open();
  const told = vi.fn();
  store.subscribe(told);
  commands.commit();
  commands.cancelGesture();
  commands.undo();
  commands.redo();
  commands.preview((now) => now);
  commands.change((now) => now);
  expect(told).not.toHaveBeenCalled();
});
