import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fail } from '~/model/base/result';
import { canUndo } from '~/model/design/history';
import { hasToLose } from '~/store/keeping';
import { photoOnScreen, stageOf } from '~/store/screen';
import { shownDesign } from '~/store/shown-design';
import { photoFile } from '../support/fake-ports';
import { setUp } from '../support/set-up-commands';

/** Longer than the pause after which work is written. */
const PAUSE_MS = 1000;

async function worked() {
  const all = setUp();
  await all.open();
  all.commands.change((now) => ({ ...now, densityPerCm2: 200 }));
  await vi.advanceTimersByTimeAsync(PAUSE_MS);
  const photo = () => photoOnScreen(all.store.getState());
  const density = () => shownDesign(all.store.getState()).densityPerCm2;
  return { ...all, photo, density };
}

describe('keeping the work, or not', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it('is a choice: forgotten at once, and nothing is written while it is to be forgotten', async () => {
    const { store, commands, world, ports } = await worked();
    expect(world.kept.size).toBe(1);
    store.setState({ keeping: 'closed' });
    await vi.advanceTimersByTimeAsync(PAUSE_MS);
    expect(world.kept.size).toBe(0);
    expect(store.getState().saved).toEqual([]);
    const save = vi.spyOn(ports.autosave, 'save');
    commands.change((now) => ({ ...now, densityPerCm2: 210 }));
    await vi.advanceTimersByTimeAsync(PAUSE_MS);
    expect(save).not.toHaveBeenCalled();
    store.setState({ keeping: 'device' });
    await vi.advanceTimersByTimeAsync(PAUSE_MS);
    expect([...world.kept.values()][0].consultation.designs[0].drawn.densityPerCm2).toBe(210);
  });

  it('a name that was given is that of the kept work', async () => {
    const { store, world } = await worked();
    store.setState({ workName: 'M. Novak' });
    await vi.advanceTimersByTimeAsync(PAUSE_MS);
    expect([...world.kept.values()].map(({ name }) => name)).toEqual(['M. Novak']);
  });

  it('the first saved project asks for a name, once', async () => {
    const { store, commands } = await worked();
    commands.saveProject();
    await vi.advanceTimersByTimeAsync(PAUSE_MS);
    expect(store.getState().offer).toBe('name');
    store.setState({ offer: null });
    commands.change((now) => ({ ...now, densityPerCm2: 210 }));
    commands.saveProject();
    await vi.advanceTimersByTimeAsync(PAUSE_MS);
    expect(store.getState().offer).not.toBe('name');
  });
});

describe('another photo', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it('comes without a question while nothing would be lost', async () => {
    const { store, commands } = await worked();
    commands.newPhoto();
    expect(store.getState().leaving).toBe(false);
    expect(stageOf(store.getState())).toBe('start');
  });

  it('is asked about where the work is nowhere else, and not once a file holds it', async () => {
    const { store, commands } = await worked();
    store.setState({ keeping: 'closed' });
    commands.newPhoto();
    expect(store.getState().leaving).toBe(true);
    expect(stageOf(store.getState())).toBe('editing');
    commands.answerLeaving('stay');
    expect(stageOf(store.getState())).toBe('editing');
    commands.saveProject();
    await vi.advanceTimersByTimeAsync(PAUSE_MS);
    expect(hasToLose(store.getState())).toBe(false);
    commands.newPhoto();
    expect(stageOf(store.getState())).toBe('start');
  });

  it('is asked about where the device takes nothing', async () => {
    const { store, commands, ports } = await worked();
    vi.spyOn(ports.autosave, 'save').mockResolvedValue(fail('unavailable'));
    commands.change((now) => ({ ...now, densityPerCm2: 210 }));
    await vi.advanceTimersByTimeAsync(PAUSE_MS);
    commands.openAny(photoFile('other.jpg'));
    expect(store.getState().leaving).toBe(true);
  });

  it('may come after the work was kept', async () => {
    const { store, commands, world } = await worked();
    store.setState({ keeping: 'closed' });
    await vi.advanceTimersByTimeAsync(PAUSE_MS);
    commands.newPhoto();
    commands.answerLeaving('keep');
    await vi.advanceTimersByTimeAsync(PAUSE_MS);
    expect(world.kept.size).toBe(1);
    expect(stageOf(store.getState())).toBe('start');
  });

  it('gives way again: undo brings the photo before and its work back, from the first screen', async () => {
    const { commands, photo, density, store } = await worked();
    const before = photo();
    commands.newPhoto();
    commands.undo();
    expect(photo()).toBe(before);
    expect(density()).toBe(200);
    commands.undo();
    expect(density()).toBe(130);
    expect(canUndo(store.getState().history)).toBe(false);
  });

  it('and from the editor, once all that was done on the new one is undone', async () => {
    const { commands, photo, density, idle } = await worked();
    const before = photo();
    commands.openPhoto(photoFile('other.jpg'));
    await idle();
    expect(photo()).not.toBe(before);
    commands.change((now) => ({ ...now, densityPerCm2: 90 }));
    commands.undo();
    expect(photo()).not.toBe(before);
    commands.undo();
    expect(photo()).toBe(before);
    expect(density()).toBe(200);
  });
});
