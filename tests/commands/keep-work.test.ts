import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fail } from '~/model/base/result';
import { shownDesign } from '~/store/shown-design';
import { averageFace, fakePorts, photoFile } from '../support/fake-ports';
import { setUp } from '../support/set-up-commands';

/** Longer than the pause after which work is written, and than any change waits. */
const PAUSE_MS = 1000;
/**
 * So old at most is a change that is not kept, where storage answers at once: half of the second that may be lost when the page dies. The
 * other half is for a device that draws or writes slowly.
 */
const MOST_LOST_MS = 500;

const fakeRefusal = () => Promise.resolve(fail('unavailable' as const));

describe('keeping the work', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it('writes after a pause, once for many changes, and lists the project', async () => {
    const { open, commands, world, ports, store } = setUp();
    const save = vi.spyOn(ports.autosave, 'save');
    await open();
    save.mockClear();
    for (let i = 0; i < 10; i++) commands.change((now) => ({ ...now, densityPerCm2: 100 + 5 * i }));
    expect(save).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(PAUSE_MS);
    expect(save).toHaveBeenCalledTimes(1);
    expect(world.kept.get('project-1')?.consultation.designs[0].drawn.densityPerCm2).toBe(145);
    expect(store.getState().saved.map(({ id }) => id)).toEqual(['project-1']);
  });

  it.each([
    ['committed', 'change'],
    ['drafts of one gesture', 'preview'],
  ] as const)('steady changes, %s: at any moment what is kept is less than half a second old', async (_, verb) => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 390 }), { minLength: 20, maxLength: 60 }), async (gaps) => {
        const { open, commands, world } = setUp();
        await open();
        await vi.advanceTimersByTimeAsync(PAUSE_MS);
        const made: { readonly atMs: number; readonly density: number }[] = [{ atMs: Date.now(), density: 0 }];
        for (const [i, gapMs] of gaps.entries()) {
          await vi.advanceTimersByTimeAsync(gapMs);
          commands[verb]((now) => ({ ...now, densityPerCm2: 100 + i }));
          made.push({ atMs: Date.now(), density: 100 + i });
          const kept = world.kept.get('project-1')?.consultation.designs[0].drawn.densityPerCm2 ?? 0;
          const unkept = made.find(({ density }) => density > kept);
          expect(Date.now() - (unkept?.atMs ?? Date.now())).toBeLessThan(MOST_LOST_MS);
        }
      }),
      { numRuns: 4 },
    );
  });

  it.each([
    ['back', -86_400_000],
    ['forward', 86_400_000],
  ])('steady changes while the clock on the wall is set %s by a day: what is kept is no older', async (_, byMs) => {
    const { open, commands, world } = setUp();
    await open();
    await vi.advanceTimersByTimeAsync(PAUSE_MS);
    const changes = Math.ceil(MOST_LOST_MS / 100);
    const first = 200;
    for (let i = 1; i <= 3 * changes; i++) {
      commands.change((now) => ({ ...now, densityPerCm2: first + i }));
      if (i === 2) vi.setSystemTime(Date.now() + byMs);
      await vi.advanceTimersByTimeAsync(100);
      if (i < changes) continue;
      const kept = world.kept.get('project-1')?.consultation.designs[0].drawn.densityPerCm2 ?? 0;
      expect(first + i - kept, `after ${i} changes`).toBeLessThan(changes);
    }
  });

  it('steady changes are kept in time also where the list of works is long in coming; it comes after them', async () => {
    const { open, commands, world, ports, store } = setUp();
    const quick = ports.autosave.list.bind(ports.autosave);
    vi.spyOn(ports.autosave, 'list').mockImplementation(async () => {
      await new Promise((done) => setTimeout(done, 3000));
      return quick();
    });
    await open();
    await vi.advanceTimersByTimeAsync(5000);
    for (let i = 1; i <= 60; i++) {
      commands.change((now) => ({ ...now, densityPerCm2: 200 + i }));
      await vi.advanceTimersByTimeAsync(100);
      const kept = world.kept.get('project-1')?.consultation.designs[0].drawn.densityPerCm2 ?? 0;
      if (i > MOST_LOST_MS / 100) expect(200 + i - kept, `after ${i} changes`).toBeLessThanOrEqual(MOST_LOST_MS / 100);
    }
    commands.change((now) => ({ ...now, hairlineHeightMm: 70 }));
    store.setState({ saved: [] });
    await vi.advanceTimersByTimeAsync(5000);
    expect(store.getState().saved.map(({ id }) => id)).toEqual(['project-1']);
  });

  it('keeps what is there again when a gesture is called off', async () => {
    const { open, commands, world } = setUp();
    await open();
    const density = () => world.kept.get('project-1')?.consultation.designs[0].drawn.densityPerCm2;
    commands.preview((now) => ({ ...now, densityPerCm2: 99 }));
    await vi.advanceTimersByTimeAsync(PAUSE_MS);
    expect(density()).toBe(99);
    commands.cancelGesture();
    await vi.advanceTimersByTimeAsync(PAUSE_MS);
    expect(density()).toBe(130);
  });

  it('leaves states between out where storage is slow', async () => {
    const { open, commands, ports, world } = setUp();
    await open();
    await vi.advanceTimersByTimeAsync(PAUSE_MS);
    const quick = ports.autosave.save.bind(ports.autosave);
    const save = vi.spyOn(ports.autosave, 'save').mockImplementation(async (...given) => {
      await new Promise((done) => setTimeout(done, 5000));
      return quick(...given);
    });
    for (let i = 0; i < 100; i++) {
      commands.change((now) => ({ ...now, densityPerCm2: 100 + i }));
      await vi.advanceTimersByTimeAsync(100);
    }
    await vi.advanceTimersByTimeAsync(15_000);
    expect(save.mock.calls.length).toBeLessThan(6);
    expect(world.kept.get('project-1')?.consultation.designs[0].drawn.densityPerCm2).toBe(199);
  });

  it('keeps a photo on which the head is being placed by hand, and goes on there', async () => {
    const { world, ports } = fakePorts();
    world.faces = [];
    const before = setUp({ world, ports });
    await before.open(photoFile('behind.jpg'));
    const head = { ...shownDesign(before.store.getState()).head, turnDegrees: 170, rightMm: 21 };
    before.commands.change((now) => ({ ...now, head }));
    await vi.advanceTimersByTimeAsync(PAUSE_MS);

    const after = setUp({ world, ports });
    after.restore();
    await after.idle();
    expect(after.store.getState()).toMatchObject({ screen: { kind: 'place-head' }, showHead: true });
    expect(after.said).toEqual(['workRestored']);
    expect(shownDesign(after.store.getState()).head).toEqual(head);
    after.commands.acceptPlacement();
    await after.idle();
    await after.flush();
    expect([...world.kept]).toMatchObject([['project-1', { name: 'behind.jpg' }]]);
    expect(world.kept.get('project-1')).not.toHaveProperty('stage');
  });

  it('keeps a photo whose face is still to be chosen, and asks again', async () => {
    const { world, ports } = fakePorts();
    world.faces = [averageFace(), averageFace()];
    const before = setUp({ world, ports });
    await before.open(photoFile('two.jpg'));
    await vi.advanceTimersByTimeAsync(PAUSE_MS);

    const after = setUp({ world, ports });
    after.restore();
    await after.idle();
    expect(after.store.getState()).toMatchObject({ screen: { kind: 'choose-face', photo: { name: 'two.jpg' } } });
    after.commands.chooseFace(0);
    await after.idle();
    await after.flush();
    expect([...world.kept.keys()]).toEqual(['project-1']);
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

  it.each([
    ['storage', fakeRefusal],
    ['the photo, which throws', () => Promise.reject(new Error('gone'))],
  ])('says it again when it worked in between: %s', async (_, refuse) => {
    const { open, commands, ports, said, flush } = setUp();
    await open();
    const complaints = () => said.filter((kind) => kind === 'autosaveFailed').length;
    for (const [round, density] of [100, 110].entries()) {
      const save = vi.spyOn(ports.autosave, 'save').mockImplementation(refuse);
      commands.change((now) => ({ ...now, densityPerCm2: density }));
      await flush();
      expect(complaints()).toBe(round + 1);
      save.mockRestore();
      commands.change((now) => ({ ...now, densityPerCm2: density + 5 }));
      await flush();
    }
  });

  it('tells of a storage that does not answer, and offers the work again until it is taken', async () => {
    const { open, commands, ports, said, flush, world, store } = setUp();
    await open();
    await flush();
    const save = vi.spyOn(ports.autosave, 'save').mockResolvedValue(fail('silent'));
    commands.change((now) => ({ ...now, densityPerCm2: 120 }));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(save.mock.calls.length).toBeGreaterThan(5);
    expect(said.filter((kind) => kind === 'autosaveSilent')).toHaveLength(1);
    expect(store.getState().unkept).toBe(true);
    save.mockRestore();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(world.kept.get('project-1')?.consultation.designs[0].drawn.densityPerCm2).toBe(120);
    expect(store.getState().unkept).toBe(false);
    expect(said).not.toContain('autosaveFailed');
  });

  it('brings back nothing that was deleted while storage did not answer', async () => {
    const { open, commands, ports, flush, world, keeper } = setUp();
    await open();
    await flush();
    const save = vi.spyOn(ports.autosave, 'save').mockResolvedValue(fail('silent'));
    commands.change((now) => ({ ...now, densityPerCm2: 120 }));
    await flush();
    commands.newPhoto();
    const removed = keeper.remove('project-1');
    save.mockRestore();
    expect(await removed).toBe('done');
    await vi.advanceTimersByTimeAsync(60_000);
    expect([...world.kept.keys()]).toEqual([]);
  });

  it('says that what is kept cannot be reached, and calls it damaged only where it is', async () => {
    const { commands, ports, said, idle, restore } = setUp();
    const silent = () => Promise.resolve(fail('silent' as const));
    vi.spyOn(ports.autosave, 'list').mockImplementation(silent);
    restore();
    await idle();
    expect(said).toEqual(['storageSilent']);
    for (const [problem, told] of [
      ['silent', 'storageSilent'],
      ['unavailable', 'storageSilent'],
      ['damaged', 'projectDamaged'],
    ] as const) {
      vi.spyOn(ports.autosave, 'load').mockResolvedValue(fail(problem));
      commands.openSaved('project-1');
      await idle();
      expect(said.at(-1), problem).toBe(told);
    }
  });

  it('goes on with a copy where another tab has the project open, and keeps it only once it is changed', async () => {
    const { world, ports } = fakePorts();
    const before = setUp({ world, ports });
    await before.open(photoFile('mine.jpg'));
    await before.flush();
    const theirs = world.kept.get('project-1');
    world.elsewhere.add('project-1');

    const after = setUp({ world, ports });
    after.restore();
    await after.idle();
    expect([after.stage(), after.said]).toEqual(['editing', ['openedAsCopy']]);
    await after.flush();
    expect([...world.kept.keys()]).toEqual(['project-1']);
    after.commands.change((now) => ({ ...now, densityPerCm2: 155 }));
    await after.flush();
    after.commands.undo();
    await after.flush();
    after.commands.redo();
    await after.flush();
    expect([...world.kept.keys()]).toEqual(['project-1', 'project-2']);
    expect(world.kept.get('project-1')).toBe(theirs);
    expect(world.kept.get('project-2')?.consultation.designs[0].drawn.densityPerCm2).toBe(155);
  });

  it('is told to other tabs with the next write where the browser was too busy with the first', async () => {
    const { open, commands, ports } = setUp();
    const claim = vi.spyOn(ports.autosave, 'claim').mockResolvedValueOnce(false);
    await open();
    for (const densityPerCm2 of [201, 202, 203]) {
      commands.change((now) => ({ ...now, densityPerCm2 }));
      await vi.advanceTimersByTimeAsync(PAUSE_MS);
    }
    expect(await Promise.all(claim.mock.results.map(({ value }) => value as Promise<boolean>))).toEqual([false, true]);
  });

  it('writes nothing over what another tab has changed meanwhile: both are kept, and that is said', async () => {
    const { open, commands, world, said, flush } = setUp();
    await open(photoFile('mine.jpg'));
    await flush();
    const theirs = world.kept.get('project-1');
    world.changedElsewhere.add('project-1');
    for (const density of [155, 160]) {
      commands.change((now) => ({ ...now, densityPerCm2: density }));
      await flush();
    }
    expect(world.kept.get('project-1')).toBe(theirs);
    expect(world.kept.get('project-2')?.consultation.designs[0].drawn.densityPerCm2).toBe(160);
    expect(said.filter((kind) => kind === 'keptAsCopy')).toHaveLength(1);
  });
});
