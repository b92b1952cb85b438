import { describe, expect, it, vi } from 'vitest';
import { ok } from '~/model/base/result';
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
