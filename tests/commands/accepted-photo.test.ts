import { describe, expect, it, vi } from 'vitest';
import { ok } from '~/model/base/result';
import { shownDesign } from '~/store/shown-design';
import { averageFace, fakePorts, photoFile } from '../support/fake-ports';
import { setUp } from '../support/set-up-commands';

/** Names of what is kept. */
const names = (world: ReturnType<typeof fakePorts>['world']): string[] =>
  [...world.kept.values()].map(({ name }) => name);

/** A world whose detector answers when it is told to. */
function slowWorld() {
  const given = fakePorts();
  let answer = (): void => undefined;
  const looked = new Promise<void>((resolve) => (answer = resolve));
  given.ports.detector.findFaces = async () => {
    await looked;
    return ok(given.world.faces);
  };
  return { ...given, answer };
}

const faces = (count: number) => Array.from({ length: count }, averageFace);

/** A world with a work of one photo, that looks at the next one for as long as it is told to. */
async function atWork(found: number) {
  const given = fakePorts();
  const before = setUp(given);
  await before.open(photoFile('front.jpg'));
  before.commands.preview((design) => ({ ...design, densityPerCm2: 222 }));
  before.commands.commit();
  await before.flush();
  const { answer, ports } = slowWorld();
  const quick = given.ports.detector.findFaces.bind(given.ports.detector);
  given.ports.detector.findFaces = async (...asked) => {
    await ports.detector.findFaces(...asked);
    return ok(faces(found));
  };
  const views = () => [...given.world.kept.values()].map(({ photos }) => photos.map(({ photo }) => photo.name));
  /** The same device after a reload, in which looking is quick. */
  const reloaded = async () => {
    given.ports.detector.findFaces = found === 1 ? quick : () => Promise.resolve(ok(faces(found)));
    const after = setUp(given);
    after.restore();
    await after.idle();
    return after;
  };
  const document = ({ store }: ReturnType<typeof setUp>) => store.getState().history.committed;
  return { given, before, answer, views, reloaded, document };
}

describe('another photo of the head that was accepted', () => {
  it.each([
    ['no face', 0, 'place-head'],
    ['one face', 1, 'editing'],
  ])(
    'comes back with its work after a reload while it is looked at (%s), and undo takes it away',
    async (_, found, stage) => {
      const { before, views, reloaded, document } = await atWork(found);
      before.commands.addView(photoFile('side.jpg'));
      await vi.waitFor(() => expect(views()).toEqual([['front.jpg', 'side.jpg']]));
      expect(before.stage()).toBe('detecting');

      const after = await reloaded();
      expect(after.stage()).toBe(stage);
      expect(after.subject()?.photo.name).toBe('side.jpg');
      expect(document(after).views).toHaveLength(2);
      expect(shownDesign(after.store.getState()).densityPerCm2).toBe(222);
      await after.flush();
      expect(views()).toEqual([['front.jpg', 'side.jpg']]);
      after.commands.undo();
      await after.idle();
      expect(document(after).views).toHaveLength(1);
      expect(after.subject()?.photo.name).toBe('front.jpg');
    },
  );

  it('that is placed by hand comes back to be placed', async () => {
    const { before, views, reloaded, document, answer } = await atWork(0);
    before.commands.addView(photoFile('side.jpg'));
    answer();
    await before.idle();
    expect(before.stage()).toBe('place-head');
    // No pause: what was kept at once is enough.
    const after = await reloaded();
    expect(after.stage()).toBe('place-head');
    expect(document(after).views).toHaveLength(2);
    expect(views()).toEqual([['front.jpg', 'side.jpg']]);
  });

  it.each(['addView', 'addHealed'] as const)('that was called off is kept no more (%s)', async (add) => {
    const { before, views, answer } = await atWork(1);
    before.commands[add](photoFile('side.jpg'));
    await vi.waitFor(() => expect(views()).toEqual([['front.jpg', 'side.jpg']]));
    before.commands.cancelJob();
    answer();
    await before.idle();
    await vi.waitFor(() => expect(views()).toEqual([['front.jpg']]));
    await before.flush();
    expect(views()).toEqual([['front.jpg']]);
  });

  it('is not kept where nothing is to be', async () => {
    const { before, given, answer } = await atWork(1);
    before.store.setState({ keeping: 'closed' });
    await before.flush();
    before.commands.addView(photoFile('side.jpg'));
    answer();
    await before.idle();
    await before.flush();
    expect(names(given.world)).toEqual([]);
  });
});

describe('a photo of the healed result that was accepted', () => {
  it('is laid beside the plan after a reload while it was looked at, as one step of undo', async () => {
    const { before, views, reloaded, document } = await atWork(1);
    const steps = before.store.getState().history.past.length;
    before.commands.addHealed(photoFile('after.jpg'));
    await vi.waitFor(() => expect(views()).toEqual([['front.jpg', 'after.jpg']]));
    const after = await reloaded();
    expect(after.stage()).toBe('editing');
    expect(after.subject()?.photo.name).toBe('front.jpg');
    expect(document(after).views.map(({ healed }) => healed !== null)).toEqual([false, true]);
    expect(after.store.getState().otherPhotos[0].reading.face).not.toBeNull();
    expect(after.store.getState().history.past).toHaveLength(steps + 1);
    after.commands.undo();
    expect(document(after).views).toHaveLength(1);
  });

  it('in which there is no face is told of after a reload, and the work is as it was', async () => {
    const { before, views, reloaded, document } = await atWork(0);
    before.commands.addHealed(photoFile('wall.jpg'));
    await vi.waitFor(() => expect(views()).toEqual([['front.jpg', 'wall.jpg']]));
    const after = await reloaded();
    expect(document(after).views).toHaveLength(1);
    expect(after.store.getState().notice?.what.kind).toBe('told');
    await after.flush();
    await vi.waitFor(() => expect(views()).toEqual([['front.jpg']]));
  });
});

describe('a photo that was accepted', () => {
  it.each([
    ['no face', 0, 'place-head'],
    ['one face', 1, 'editing'],
    ['several', 2, 'choose-face'],
  ])('is there after a reload at once: while it is looked at, and as soon as it was (%s)', async (_, faces, stage) => {
    const { world, ports, answer } = slowWorld();
    world.faces = Array.from({ length: faces }, averageFace);
    const before = setUp({ world, ports });
    before.commands.openPhoto(photoFile('new.jpg'));
    await vi.waitFor(() => expect(names(world)).toEqual(['new.jpg']));
    expect(before.stage()).toBe('detecting');
    answer();
    await before.idle();
    expect(before.stage()).toBe(stage);

    // No pause, and no page that is told of its end: what is kept is kept already.
    const after = setUp({ world, ports });
    after.restore();
    await after.idle();
    expect(after.stage()).toBe(stage);
    await before.flush();
    expect(names(world)).toEqual(['new.jpg']);
  });

  it('that came to nothing is not kept, and the work before it is what comes back', async () => {
    const { world, ports } = fakePorts();
    const before = setUp({ world, ports });
    await before.open(photoFile('old.jpg'));
    await before.flush();
    const slow = slowWorld();
    ports.detector.findFaces = slow.ports.detector.findFaces.bind(slow.ports.detector);
    before.commands.openPhoto(photoFile('new.jpg'));
    await vi.waitFor(() => expect(names(world)).toEqual(['old.jpg', 'new.jpg']));
    before.commands.cancelJob();
    slow.answer();
    await before.idle();
    await before.flush();
    await vi.waitFor(() => expect(names(world)).toEqual(['old.jpg']));
    await before.flush();

    const after = setUp({ world, ports });
    after.restore();
    await after.idle();
    expect(after.subject()?.photo.name).toBe('old.jpg');
  });

  it('is not kept where nothing is to be', async () => {
    const given = fakePorts();
    const { open, store, flush } = setUp(given);
    store.setState({ keeping: 'closed' });
    await open();
    await flush();
    expect(names(given.world)).toEqual([]);
  });

  it('is shown although the device never answers', async () => {
    const given = fakePorts();
    given.ports.autosave.save = () => new Promise(() => undefined);
    const { open, stage } = setUp(given);
    await open();
    expect(stage()).toBe('editing');
  });
});
