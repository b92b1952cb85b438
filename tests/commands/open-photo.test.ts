import { describe, expect, it } from 'vitest';
import { SAMPLES } from '~/intake/samples';
import { shownDesign } from '~/store/shown-design';
import { averageFace, photoFile } from '../support/fake-ports';
import { setUp } from '../support/set-up-commands';

describe('opening a photo', () => {
  it('goes straight to the editor with one face, and says so', async () => {
    const { open, store, said, stages, subject } = setUp();
    await open();
    expect(stages).toEqual(['detecting', 'editing']);
    expect(said).toEqual(['lookingForHead', 'headFound']);
    expect(store.getState().job).toBeNull();
    expect(subject()?.photo.name).toBe('head.jpg');
    expect(subject()?.reading.face).not.toBeNull();
    expect(subject()?.reading.outline).not.toBeNull();
  });

  it('opens a sample by its id', async () => {
    const { commands, idle, world, stage } = setUp();
    commands.openSample('front-light');
    await idle();
    expect(world.asked[0]).toContain('front-light');
    expect(stage()).toBe('editing');
  });

  it('opens a sample without a face where its head lies, with nothing left to place', async () => {
    const { commands, idle, store, world, said, stages, picture, subject } = setUp();
    world.faces = [];
    commands.openSample('from-behind');
    await idle();
    expect(stages).toEqual(['detecting', 'editing']);
    expect(said).toEqual(['lookingForHead', 'headFound']);
    const state = store.getState();
    expect(state).toMatchObject({ showHead: false, screen: { subject: { reading: { face: null } } } });
    expect(subject()?.reading.outline).not.toBeNull();
    expect(shownDesign(state).head).toEqual(SAMPLES.find(({ id }) => id === 'from-behind')?.placement);
    expect(picture.sceneOf(state)?.dots?.count).toBeGreaterThan(0);
  });

  it('lets the user choose among several faces', async () => {
    const { open, commands, idle, store, world, said, picture, stage, subject } = setUp();
    const [small, large] = [averageFace(), averageFace()];
    world.faces = [large, small];
    await open();
    expect(store.getState()).toMatchObject({ screen: { kind: 'choose-face', faces: [large, small] } });
    expect(said.at(-1)).toBe('severalFaces');
    expect(picture.sceneOf(store.getState())).toMatchObject({ dots: null });
    commands.chooseFace(1);
    await idle();
    expect(stage()).toBe('editing');
    expect(subject()?.reading.face).toBe(small);
  });

  it('lets the user place the head where no face is found, and edit from there', async () => {
    const { open, commands, idle, store, world, said, picture, stage, subject } = setUp();
    world.faces = [];
    await open();
    expect(store.getState()).toMatchObject({ screen: { kind: 'place-head' }, showHead: true });
    expect(said.at(-1)).toBe('noFaceFound');
    // Somebody is in the picture: dots are seen at once, and follow.
    expect(picture.sceneOf(store.getState())?.dots?.count).toBeGreaterThan(0);
    const head = { ...shownDesign(store.getState()).head, turnDegrees: 180, scale: 1.2 };
    commands.change((design) => ({ ...design, head }));
    commands.acceptPlacement();
    await idle();
    expect(stage()).toBe('editing');
    expect(subject()?.reading.outline).not.toBeNull();
    expect(picture.fitOf(shownDesign(store.getState()))?.warp).not.toBeNull();
    expect(picture.sceneOf(store.getState())?.dots?.count).toBeGreaterThan(0);
    commands.undo();
    expect(shownDesign(store.getState()).head.turnDegrees).toBe(0);
  });

  it('takes back a bad fit: by hand, on the same photo, with the same design', async () => {
    const { open, commands, idle, store, subject } = setUp();
    await open();
    const photo = subject()?.photo;
    commands.change((design) => ({ ...design, densityPerCm2: 200, head: { ...design.head, rollDegrees: 9 } }));
    commands.placeByHand();
    await idle();
    const state = store.getState();
    expect(state).toMatchObject({ screen: { kind: 'place-head', subject: { photo, reading: { face: null } } } });
    expect(shownDesign(state)).toMatchObject({ densityPerCm2: 200, head: { rollDegrees: 0 } });
  });

  it('works without a detector: place by hand, no outline', async () => {
    const { open, commands, idle, store, world, said, stage } = setUp();
    world.detection = 'failed';
    await open();
    expect(stage()).toBe('place-head');
    expect(said.at(-1)).toBe('detectorFailed');
    commands.acceptPlacement();
    await idle();
    expect(store.getState()).toMatchObject({ screen: { kind: 'editing', subject: { reading: { outline: null } } } });
  });
});

describe('when a photo is no good', () => {
  it('the work at hand stays, every bit of it', async () => {
    const { open, commands, store, said } = setUp();
    await open();
    commands.change((design) => ({ ...design, densityPerCm2: 150 }));
    const before = store.getState();
    await open(photoFile('bad.jpg', 'broken'));
    const after = store.getState();
    expect(said.at(-1)).toBe('photoDamaged');
    expect(after).toMatchObject({ screen: { kind: 'editing' }, job: null });
    expect(after.screen).toBe(before.screen);
    expect(after.history).toBe(before.history);
  });

  it('and none before it, the stage is failed, and the next one can still come', async () => {
    const { open, stage } = setUp();
    await open(photoFile('bad.jpg', 'broken'));
    expect(stage()).toBe('failed');
    await open();
    expect(stage()).toBe('editing');
  });

  it('says so where nothing can be drawn', async () => {
    const { open, said, world, stage } = setUp();
    world.hasWebGl = false;
    await open();
    expect(stage()).toBe('failed');
    expect(said.at(-1)).toBe('noWebGl2');
  });

  it('says so for a project of a newer version, and keeps the work', async () => {
    const { open, commands, idle, store } = setUp();
    await open();
    commands.openAny(photoFile('later.stipple', '{}'));
    await idle();
    expect(store.getState()).toMatchObject({
      screen: { kind: 'editing' },
      notice: { what: { kind: 'projectNewer', version: 99 } },
    });
  });
});

describe('a newer photo', () => {
  it('ends the older one, whose answer is dropped', async () => {
    const { commands, idle, world, subject } = setUp();
    let decoded = (): void => undefined;
    world.decoding = new Promise((resolve) => (decoded = resolve));
    commands.openPhoto(photoFile('older.jpg'));
    const older = idle();
    world.decoding = Promise.resolve();
    commands.openPhoto(photoFile('newer.jpg'));
    await idle();
    decoded();
    await older;
    await new Promise((resolve) => setTimeout(resolve));
    expect(world.asked).toEqual(['older.jpg', 'newer.jpg']);
    expect(subject()?.photo.name).toBe('newer.jpg');
  });

  it('can be called off; what was there stays', async () => {
    const { open, commands, store, world, said, stage, subject } = setUp();
    await open();
    const before = subject();
    let decoded = (): void => undefined;
    world.decoding = new Promise((resolve) => (decoded = resolve));
    commands.openPhoto(photoFile('newer.jpg'));
    expect(stage()).toBe('detecting');
    commands.cancelJob();
    decoded();
    await new Promise((resolve) => setTimeout(resolve));
    expect(store.getState()).toMatchObject({ screen: { kind: 'editing' }, job: null });
    expect(subject()).toBe(before);
    expect(said.at(-1)).toBe('cancelled');
  });
});
