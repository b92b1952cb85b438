import { describe, expect, it } from 'vitest';
import { fail, ok } from '~/model/base/result';
import { setUp } from '../support/set-up-commands';

describe('saving the picture', () => {
  it('says its size, under a name that is not the photo’s own', async () => {
    const { open, commands, idle, store, world } = setUp();
    await open();
    commands.savePicture('png');
    expect(store.getState().job).toEqual({ name: 'savingPicture' });
    await idle();
    expect(world.saved.map(({ name }) => name)).toEqual(['head stipple']);
    expect(store.getState()).toMatchObject({
      screen: { kind: 'editing' },
      job: null,
      notice: { what: { kind: 'pictureSaved', widthPx: 1200, heightPx: 1600 } },
    });
  });

  it('says so when it had to be smaller', async () => {
    const { open, commands, idle, ports, store } = setUp();
    Object.assign(ports, {
      encodePicture: () =>
        Promise.resolve(ok({ blob: new Blob(['p']), size: { widthPx: 600, heightPx: 800 }, reduced: true })),
    });
    await open();
    commands.savePicture('jpeg');
    await idle();
    expect(store.getState().notice?.what).toEqual({ kind: 'pictureSavedSmaller', widthPx: 600, heightPx: 800 });
  });

  it('says so when it did not work', async () => {
    const { open, commands, idle, ports, store, world } = setUp();
    await open();
    Object.assign(ports, { encodePicture: () => Promise.resolve(fail('failed')) });
    commands.savePicture('png');
    await idle();
    expect(store.getState()).toMatchObject({ job: null, notice: { what: { kind: 'pictureNotSaved' } } });
    expect(world.saved).toEqual([]);
  });
});

describe('saving the project', () => {
  it('writes the committed design', async () => {
    const { open, commands, idle, world, said } = setUp();
    await open();
    commands.change((now) => ({ ...now, shape: 'boxed' }));
    commands.saveProject();
    await idle();
    expect(said.at(-1)).toBe('projectSaved');
    expect(await world.saved[0]?.content.text()).toContain('"shape":"boxed"');
  });

  it('says so when it did not work', async () => {
    const { open, commands, idle, ports, said } = setUp();
    await open();
    Object.assign(ports, { writeProjectFile: () => Promise.resolve(fail('tooLarge')) });
    commands.saveProject();
    await idle();
    expect(said.at(-1)).toBe('projectNotSaved');
  });
});
