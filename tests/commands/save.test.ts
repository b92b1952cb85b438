import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createSaveQueue } from '~/commands/save-queue';
import type { SketchMarks, SketchWords } from '~/io/encode-sketch';
import { fail, ok } from '~/model/base/result';
import { createAppStore } from '~/store/create-store';
import { photoFile } from '../support/fake-ports';
import { setUp } from '../support/set-up-commands';

describe('saving the picture', () => {
  it('says its size, under a name that says design, moment and day, and not whose photo it is', async () => {
    const { open, commands, idle, store, world } = setUp();
    await open();
    commands.savePicture('png');
    expect(store.getState().saving).toEqual({ name: 'savingPicture' });
    await idle();
    expect(world.saved).toHaveLength(1);
    expect(world.saved[0]?.name).toMatch(/^stipple-[2-9A-HJ-NP-Z]{8}-healed-\d{4}-\d\d-\d\d$/);
    expect(store.getState()).toMatchObject({
      screen: { kind: 'editing' },
      saving: null,
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
    expect(store.getState()).toMatchObject({ saving: null, notice: { what: { kind: 'pictureNotSaved' } } });
    expect(world.saved).toEqual([]);
  });
});

describe('a picture whose graphics card goes away', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it('waits for it, and is saved when it comes back', async () => {
    const { open, commands, idle, world, said } = setUp();
    await open();
    world.card.lost = true;
    commands.savePicture('png');
    await vi.advanceTimersByTimeAsync(3000);
    expect(world.saved).toEqual([]);
    world.card.lost = false;
    for (const tell of world.card.restored) tell();
    await idle();
    expect(said.at(-1)).toBe('pictureSaved');
    expect(world.saved).toHaveLength(1);
  });

  it('is never given out where it does not: that is said, and the work is there', async () => {
    const { open, commands, idle, world, said, stage } = setUp();
    await open();
    world.card.lost = true;
    commands.savePicture('png');
    await vi.advanceTimersByTimeAsync(30_000);
    await idle();
    expect(said.at(-1)).toBe('pictureWithoutCard');
    expect(world.saved).toEqual([]);
    expect(stage()).toBe('editing');
  });

  it('is begun again when it went away in the middle, but not for ever', async () => {
    const { open, commands, idle, ports, said } = setUp();
    await open();
    const encode = vi.fn(() => Promise.resolve(fail('cardLost' as const)));
    Object.assign(ports, { encodePicture: encode });
    commands.savePicture('png');
    await idle();
    expect(encode.mock.calls.length).toBeGreaterThan(1);
    expect(encode.mock.calls.length).toBeLessThan(10);
    expect(said.at(-1)).toBe('pictureWithoutCard');
  });

  it('can be called off while it waits', async () => {
    const { open, commands, idle, world, said, store } = setUp();
    await open();
    world.card.lost = true;
    commands.savePicture('png');
    await vi.advanceTimersByTimeAsync(100);
    commands.cancelJob();
    await idle();
    expect(said.at(-1)).toBe('cancelled');
    expect(store.getState().saving).toBeNull();
  });
});

describe('before and after', () => {
  const words = { bare: 'Before', treated: 'After', strip: ['a day'] };

  it('is saved under a name of its own', async () => {
    const { open, commands, idle, world, said } = setUp();
    await open(photoFile('Jane Miller.jpg'));
    commands.takeHome({ item: 'comparison', format: 'jpeg', words }, 'save');
    await idle();
    expect(said.at(-1)).toBe('pictureSaved');
    expect(world.saved[0]?.name).toMatch(/^stipple-\w{8}-healed-before-after-/);
    expect(world.saved[0]?.name).not.toMatch(/jane|miller/i);
  });

  it('waits for a second press to be shared, and is gone when it was', async () => {
    const { open, commands, idle, world, said, store } = setUp();
    await open();
    commands.takeHome({ item: 'comparison', format: 'png', words }, 'share');
    await idle();
    expect(said.at(-1)).toBe('readyToShare');
    expect(world.shared).toEqual([]);
    expect(world.saved).toEqual([]);
    commands.shareReady();
    await vi.waitFor(() => expect(said.at(-1)).toBe('shared'));
    expect(world.shared[0]).toMatch(/^stipple-.*\.png$/);
    expect(store.getState().ready).toBeNull();
  });

  it('stays ready when somebody thinks better of sharing it, and a failure is said', async () => {
    const { open, commands, idle, world, said, store } = setUp();
    await open();
    commands.takeHome({ item: 'picture', format: 'png' }, 'share');
    await idle();
    world.sharing = 'cancelled';
    commands.shareReady();
    await vi.waitFor(() => expect(world.shared).toHaveLength(1));
    expect(said.at(-1)).toBe('readyToShare');
    expect(store.getState().ready?.item).toBe('picture');
    world.sharing = 'failed';
    commands.shareReady();
    await vi.waitFor(() => expect(said.at(-1)).toBe('notShared'));
  });
});

describe('the film', () => {
  const words = { momentOf: ({ timeYears }: { timeYears: number }) => `${timeYears} years`, foot: 'no promise' };

  it('is saved under a name that says from when to when, and shows the moments that it asked for', async () => {
    const { open, commands, idle, world, said, store } = setUp();
    await open(photoFile('Jane Miller.jpg'));
    const percents: (number | undefined)[] = [];
    store.subscribe(({ saving }) => percents.push(saving?.percent));
    commands.takeHome({ item: 'film', kind: 'years', words }, 'save');
    expect(store.getState().saving).toEqual({ name: 'makingFilm' });
    await idle();
    expect(said.at(-1)).toBe('filmSaved');
    expect(world.saved[0]?.name).toMatch(/^stipple-\w{8}-bare-to-10-years-film-\d{4}-\d\d-\d\d$/);
    expect(await world.saved[0]?.content.text()).toBe('0 years … 10 years');
    expect(percents).toContain(50);
    expect(percents).toContain(100);
  });

  it('can be shared, as what it is', async () => {
    const { open, commands, idle, world, said, store } = setUp();
    await open();
    commands.takeHome({ item: 'film', kind: 'visits', words }, 'share');
    await idle();
    expect(said.at(-1)).toBe('readyToShare');
    expect(store.getState().ready?.files[0]?.name).toMatch(/-film-[\d-]+\.webm$/);
    commands.shareReady();
    await vi.waitFor(() => expect(world.shared).toHaveLength(1));
  });

  it.each([
    ['noEncoder', 'filmNotHere'],
    ['failed', 'filmNotSaved'],
  ] as const)('that comes to nothing (%s) is told', async (problem, kind) => {
    const { open, commands, idle, ports, said, world } = setUp();
    await open();
    Object.assign(ports, { encodeFilm: () => Promise.resolve(fail(problem)) });
    commands.takeHome({ item: 'film', kind: 'years', words }, 'save');
    await idle();
    expect(said.at(-1)).toBe(kind);
    expect(world.saved).toEqual([]);
  });
});

describe('the picture with sketch and measures', () => {
  it('has line, guides and notes on it, whatever of them is hidden, each note by its number', async () => {
    const { open, commands, idle, world, store } = setUp();
    await open();
    const at = { x: 0, y: Math.SQRT1_2, z: Math.SQRT1_2 };
    commands.change((now) => ({
      ...now,
      notes: [
        { at, text: 'lower' },
        { at, text: 'softer' },
      ],
    }));
    store.setState({ sketch: 'hidden', showMeasurements: false, guides: ['midline', 'thirds'] });
    commands.takeHome(
      {
        item: 'sketch',
        format: 'png',
        words: { heading: 'a day', lines: {}, legend: ['1 lower'], foot: 'no promise' },
      },
      'save',
    );
    await idle();
    expect(world.saved[0]?.name).toMatch(/-sketch-/);
    const { marks, words } = JSON.parse(await world.saved[0].content.text()) as {
      marks: SketchMarks;
      words: SketchWords;
    };
    expect(marks.pins.map(({ tag }) => tag)).toEqual(['A', 'B', '1', '2']);
    expect(new Set(marks.lines.map(({ kind }) => kind))).toEqual(new Set(['guide', 'hairline']));
    expect(words.legend).toEqual(['1 lower']);
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

/** What may come right after a save was asked for. */
const AFTERWARDS: readonly (readonly [string, (all: ReturnType<typeof setUp>) => unknown])[] = [
  ['nothing', () => undefined],
  ['another save', ({ commands }) => commands.saveProject()],
  ['a new photo', ({ commands }) => commands.openPhoto(photoFile('next.jpg'))],
  ['a bad photo', ({ commands }) => commands.openPhoto(photoFile('bad.jpg', 'broken'))],
  ['the first screen', ({ commands }) => commands.newPhoto()],
  ['placing by hand', ({ commands }) => commands.placeByHand()],
  ['a changed design', ({ commands }) => commands.change((now) => ({ ...now, densityPerCm2: 200 }))],
];

describe('a save is finished, and is of what was seen when it was asked for', () => {
  it.each(AFTERWARDS)('picture, then %s', async (_, afterwards) => {
    const all = setUp();
    await all.open();
    all.commands.savePicture('png');
    afterwards(all);
    await all.idle();
    // The project has no moment in its name.
    expect(all.world.saved.map(({ name }) => name)).toContainEqual(expect.stringMatching(/^stipple-\w{8}-healed-/));
    expect(all.said).toContain('pictureSaved');
  });

  it.each(AFTERWARDS)('project, then %s', async (_, afterwards) => {
    const all = setUp();
    await all.open();
    all.commands.saveProject();
    afterwards(all);
    await all.idle();
    const project = all.world.saved.find(({ name }) => /^stipple-\w{8}-\d/.test(name));
    expect(await project?.content.text()).toContain('"densityPerCm2":130');
    expect(all.said).toContain('projectSaved');
  });
});

describe('the queue of saves', () => {
  it('makes one of two that are the same, and goes on after one of its own mistakes', async () => {
    const store = createAppStore();
    const bugs: unknown[] = [];
    const made: string[] = [];
    const saves = createSaveQueue(store, (error) => bugs.push(error));
    const save = (what: string) => ({
      name: 'savingPicture' as const,
      of: [what],
      run: () => {
        made.push(what);
        return what === 'broken' ? Promise.reject(new Error(what)) : Promise.resolve({ kind: 'projectSaved' } as const);
      },
    });
    for (const what of ['a', 'a', 'broken', 'b', 'a', 'b']) saves.add(save(what));
    await saves.idle();
    expect(made).toEqual(['a', 'broken', 'b']);
    expect(bugs).toEqual([new Error('broken')]);
    expect(store.getState()).toMatchObject({ saving: null, notice: { what: { kind: 'projectSaved' } } });
    saves.add(save('a'));
    await saves.idle();
    expect(made).toEqual(['a', 'broken', 'b', 'a']);
  });
});

describe('pictures of all photos of a head', () => {
  const said = (count: number) => ({ said: `${count} files`, next: null, problem: false });

  async function threeViews() {
    const all = setUp();
    await all.open(photoFile('front.jpg'));
    for (const name of ['left.jpg', 'another.jpg']) {
      all.commands.addView(photoFile(name));
      await all.idle();
    }
    all.commands.nameView('view2', 'left');
    const each = ['view1', 'view2', 'view3'].map((view) => ({
      view,
      picture: { item: 'picture', format: 'jpeg' } as const,
    }));
    return { ...all, wanted: { item: 'picture', each, said } as const };
  }

  it('are a file each, whose names say from where they show the head, and how many there are is said', async () => {
    const { commands, idle, wanted, world, store } = await threeViews();
    const before = store.getState();
    commands.takeHome(wanted, 'save');
    await idle();
    expect(
      world.saved.map(({ name }) => name.replace(/-\d{4}-\d\d-\d\d$/, '').slice('stipple-12345678-'.length)),
    ).toEqual(['front-healed', 'left-healed', 'front-2-healed']);
    expect(store.getState().notice?.what).toEqual({ kind: 'told', said: said(3) });
    expect(store.getState().screen, 'the photo in sight stays in sight').toBe(before.screen);
  });

  it('are shared together with one press', async () => {
    const { commands, idle, wanted, world, store } = await threeViews();
    commands.takeHome(wanted, 'share');
    await idle();
    expect(store.getState().ready?.files).toHaveLength(3);
    commands.shareReady();
    await vi.waitFor(() => expect(world.shared).toHaveLength(3));
  });

  it('read what was not seen since the work was opened, and are of the work that was there when they were asked for', async () => {
    const { commands, idle, wanted, world, store } = await threeViews();
    store.setState({ standing: [] });
    commands.takeHome(wanted, 'save');
    commands.change((now) => ({ ...now, densityPerCm2: 180 }));
    await idle();
    expect(world.saved).toHaveLength(3);
    expect(new Set(world.saved.map(({ name }) => name.slice(0, 16))).size).toBe(1);
  });
});
