import { describe, expect, it } from 'vitest';
import { shownDesign } from '~/store/shown-design';
import { averageFace, fakePorts, PHOTO_SIZE } from '../support/fake-ports';
import { setUp } from '../support/set-up-commands';

const LYING = { widthPx: PHOTO_SIZE.heightPx, heightPx: PHOTO_SIZE.widthPx };

describe('a photo that is turned by hand', () => {
  it('is read again, is a step of undo, and comes back at once', async () => {
    const { open, commands, idle, store, subject, said, stages } = setUp();
    await open();
    const upright = subject();
    store.setState({ panel: 'photo' });
    commands.turnPhoto('turn');
    await idle();
    expect(subject()?.photo).toMatchObject({ size: LYING, turned: 6 });
    expect(subject()?.reading.photo).toEqual(LYING);
    expect(store.getState()).toMatchObject({ panel: 'photo', history: { past: { length: 1 } } });
    expect(said.slice(-2)).toEqual(['lookingForHead', 'headFound']);
    const seen = stages.length;
    const lying = subject();
    commands.undo();
    expect(subject()).toBe(upright);
    commands.redo();
    expect(subject()).toBe(lying);
    expect(stages, 'nobody waits for either').toHaveLength(seen);
  });

  it('four quarters, and two mirrors, are the photo as it was opened', async () => {
    const { open, commands, idle, subject } = setUp();
    await open();
    for (const how of ['turn', 'turn', 'turn', 'turn', 'mirror', 'mirror'] as const) {
      commands.turnPhoto(how);
      await idle();
    }
    expect(subject()?.photo).toMatchObject({ size: PHOTO_SIZE, turned: 1 });
  });

  it('is read again where undo leads to a turn that no longer stands by', async () => {
    const { open, commands, idle, store, subject } = setUp();
    await open();
    for (let i = 0; i < 3; i += 1) {
      commands.turnPhoto('turn');
      await idle();
    }
    for (const turned of [3, 6, 1]) {
      commands.undo();
      await idle();
      const { history } = store.getState();
      expect(subject()?.photo.turned ?? 1).toBe(turned);
      expect(history.committed.views[0].turned).toBe(turned);
    }
    expect(store.getState().history.past).toHaveLength(0);
    expect(store.getState().history.future).toHaveLength(3);
  });

  it('leads from a head to be placed to the editor where its face is found now, and back', async () => {
    const { open, commands, idle, world, stage } = setUp();
    world.faces = [];
    await open();
    expect(stage()).toBe('place-head');
    world.faces = [averageFace()];
    commands.turnPhoto('turn');
    await idle();
    expect(stage()).toBe('editing');
    commands.undo();
    expect(stage()).toBe('place-head');
  });

  it('leaves a head that was placed by hand where it is in the picture', async () => {
    const { open, commands, idle, store, world, stage } = setUp();
    world.faces = [];
    await open();
    commands.change((design) => ({ ...design, head: { ...design.head, rightMm: 20, rollDegrees: 10 } }));
    commands.acceptPlacement();
    await idle();
    commands.turnPhoto('turn');
    await idle();
    expect(stage()).toBe('editing');
    expect(shownDesign(store.getState()).head).toMatchObject({ rightMm: 0, upMm: -20, rollDegrees: 100 });
  });

  it('stays the same project on this device', async () => {
    const { open, commands, idle, flush, world } = setUp();
    await open();
    await flush();
    for (const how of ['turn', 'mirror'] as const) {
      commands.turnPhoto(how);
      await idle();
      await flush();
    }
    commands.undo();
    await flush();
    expect([...world.kept.keys()]).toEqual(['project-1']);
    const [work] = world.kept.values();
    expect(work.photos[0].photo.turned).toBe(6);
    expect(work.consultation.views[0].turned).toBe(6);
  });

  it('that cannot be turned stays, and it is said', async () => {
    const outside = fakePorts();
    const given = setUp({ ...outside, ports: { ...outside.ports, turnPhoto: () => Promise.resolve(null) } });
    await given.open();
    const before = given.subject();
    given.commands.turnPhoto('turn');
    await given.idle();
    expect(given.said.at(-1)).toBe('photoNotTurned');
    expect(given.subject()).toBe(before);
    expect(given.store.getState()).toMatchObject({ job: null, history: { past: [] } });
  });

  it('keeps what was chosen, and what was begun before is not taken back', async () => {
    const { open, commands, idle, store } = setUp();
    await open();
    commands.change((design) => ({ ...design, densityPerCm2: 205 }));
    commands.turnPhoto('mirror');
    await idle();
    expect(shownDesign(store.getState()).densityPerCm2).toBe(205);
    expect(store.getState().history.past).toHaveLength(2);
  });
});
