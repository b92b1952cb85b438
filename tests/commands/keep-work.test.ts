import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { shownDesign } from '~/store/shown-design';
import { fakePorts, photoFile } from '../support/fake-ports';
import { setUp } from '../support/set-up-commands';

/** Longer than the pause after which work is written. */
const PAUSE_MS = 1000;

describe('keeping the work', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it('writes after a pause, once for many changes, and lists the project', async () => {
    const { open, commands, world, ports, store } = setUp();
    const save = vi.spyOn(ports.autosave, 'save');
    await open();
    for (let i = 0; i < 10; i++) commands.change((now) => ({ ...now, densityPerCm2: 100 + 5 * i }));
    expect(save).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(PAUSE_MS);
    expect(save).toHaveBeenCalledTimes(1);
    expect(world.kept.get('project-1')?.consultation.designs[0].drawn.densityPerCm2).toBe(145);
    expect(store.getState().saved.map(({ id }) => id)).toEqual(['project-1']);
  });

  it('does not write drafts', async () => {
    const { open, commands, ports } = setUp();
    await open();
    await vi.advanceTimersByTimeAsync(PAUSE_MS);
    const save = vi.spyOn(ports.autosave, 'save');
    commands.preview((now) => ({ ...now, densityPerCm2: 100 }));
    await vi.advanceTimersByTimeAsync(PAUSE_MS);
    expect(save).not.toHaveBeenCalled();
  });

  it('brings the last work back after a reload, and keeps it under the same name', async () => {
    const { world, ports } = fakePorts();
    const before = setUp({ world, ports });
    await before.open(photoFile('mine.jpg'));
    before.commands.change((now) => ({ ...now, shape: 'peaked', timeYears: 5 }));
    await before.flush();
    const kept = shownDesign(before.store.getState());

    const after = setUp({ world, ports });
    after.restore();
    await after.idle();
    expect(after.stage()).toBe('editing');
    expect(after.said).toEqual(['workRestored']);
    expect(shownDesign(after.store.getState())).toEqual(kept);
    const [one, other] = [before, after].map(({ subject }) => subject());
    expect(other?.reading).toEqual(one?.reading);
    expect(other?.skin).toEqual(one?.skin);
    after.commands.change((now) => ({ ...now, timeYears: 1 }));
    await after.flush();
    expect([...world.kept.keys()]).toEqual(['project-1']);
  });

  it('brings nothing back once the user went to the first screen, but lists it', async () => {
    const { world, ports } = fakePorts();
    const before = setUp({ world, ports });
    await before.open();
    before.commands.newPhoto();
    expect(before.stage()).toBe('start');
    await before.flush();
    const after = setUp({ world, ports });
    after.restore();
    await after.idle();
    await after.flush();
    expect(after.stage()).toBe('start');
    expect(after.store.getState().saved).toHaveLength(1);
  });

  it('does not come between when a photo is opened while it restores', async () => {
    const { world, ports } = fakePorts();
    const before = setUp({ world, ports });
    await before.open(photoFile('old.jpg'));
    await before.flush();
    const after = setUp({ world, ports });
    after.restore();
    await after.open(photoFile('new.jpg'));
    expect(after.subject()?.photo.name).toBe('new.jpg');
  });

  it('keeps two photos apart, and opens and deletes either', async () => {
    const { open, commands, world, store, idle, flush, subject } = setUp();
    await open(photoFile('one.jpg'));
    commands.change((now) => ({ ...now, densityPerCm2: 120 }));
    await open(photoFile('two.jpg'));
    await flush();
    expect(
      [...world.kept.values()].map(({ name, consultation }) => [name, consultation.designs[0].drawn.densityPerCm2]),
    ).toEqual([
      ['one.jpg', 120],
      ['two.jpg', 130],
    ]);
    commands.openSaved('project-1');
    await idle();
    expect(subject()?.photo.name).toBe('one.jpg');
    commands.deleteSaved('project-2');
    await flush();
    expect(store.getState().saved.map(({ id }) => id)).toEqual(['project-1']);
    commands.openSaved('project-2');
    await idle();
    expect(store.getState()).toMatchObject({
      screen: { kind: 'editing' },
      notice: { what: { kind: 'projectDamaged' } },
    });
  });

  it('says once that this browser cannot keep work', async () => {
    const { open, commands, world, said, flush } = setUp();
    world.storage = false;
    await open();
    await flush();
    commands.change((now) => ({ ...now, densityPerCm2: 120 }));
    await flush();
    expect(said.filter((kind) => kind === 'autosaveFailed')).toHaveLength(1);
  });
});
