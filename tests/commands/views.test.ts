import { describe, expect, it } from 'vitest';
import { MOST_VIEWS } from '~/model/design/consultation';
import { canRedo } from '~/model/design/history';
import { shownDesign } from '~/store/shown-design';
import { averageFace, photoFile } from '../support/fake-ports';
import { setUp } from '../support/set-up-commands';

async function editing() {
  const all = setUp();
  await all.open(photoFile('front.jpg'));
  const document = () => all.store.getState().history.committed;
  const add = async (name: string, instead = false): Promise<void> => {
    all.commands.addView(photoFile(name), instead);
    await all.idle();
  };
  return {
    ...all,
    add,
    document,
    design: () => shownDesign(all.store.getState()),
    ids: () => document().views.map(({ id }) => id),
    seen: () => document().views[document().chosenView].id,
    photo: () => all.subject()?.photo.name,
    steps: () => all.store.getState().history.past.length,
  };
}

describe('another photo of the head', () => {
  it('is read like the first, shows the same design, and is one step of undo', async () => {
    const { add, commands, document, design, photo, seen, steps, store, said, stage } = await editing();
    commands.change((now) => ({ ...now, densityPerCm2: 205 }));
    await add('side.jpg');
    expect(stage()).toBe('editing');
    expect([photo(), seen()]).toEqual(['side.jpg', 'view2']);
    expect(design().densityPerCm2).toBe(205);
    expect(document().views.map(({ kind }) => kind)).toEqual(['front', 'front']);
    expect(store.getState().notice?.what).toEqual({ kind: 'viewAdded', view: 'front', faces: 1 });
    expect(store.getState()).toMatchObject({ offer: null, revealDue: false, workName: null });
    expect(said.filter((kind) => kind === 'headFound')).toHaveLength(1);
    expect(steps()).toBe(2);
    commands.undo();
    expect([photo(), seen()]).toEqual(['front.jpg', 'view1']);
    commands.redo();
    expect([photo(), seen()]).toEqual(['side.jpg', 'view2']);
  });

  it('is looked at without a step; what is changed in one is changed in all, but where the head lies', async () => {
    const { add, commands, design, photo, steps, store } = await editing();
    await add('side.jpg');
    commands.change((now) => ({ ...now, densityPerCm2: 190, head: { ...now.head, rightMm: 12, lengthMm: 4 } }));
    commands.chooseView('view1');
    expect(photo()).toBe('front.jpg');
    expect(design()).toMatchObject({ densityPerCm2: 190, head: { rightMm: 0, lengthMm: 4 } });
    expect(steps()).toBe(2);
    commands.undo();
    expect(canRedo(store.getState().history)).toBe(true);
    expect(photo(), 'the step moved the head in the other photo, and is seen there').toBe('side.jpg');
    commands.chooseView('view1');
    commands.chooseView('view9');
    expect(photo()).toBe('front.jpg');
  });

  it('that cannot be opened is refused, and the work stays', async () => {
    const { commands, idle, photo, store, ids } = await editing();
    commands.addView(new File(['broken'], 'broken.jpg'));
    await idle();
    expect(store.getState()).toMatchObject({ job: null, notice: { what: { kind: 'photoDamaged' } } });
    expect([photo(), ids()]).toEqual(['front.jpg', ['view1']]);
  });

  it('without a face is placed by hand; undo leads back, and a placed head keeps the design', async () => {
    const { add, commands, idle, photo, stage, world, design, store } = await editing();
    commands.change((now) => ({ ...now, densityPerCm2: 205 }));
    world.faces = [];
    await add('back.jpg');
    expect(stage()).toBe('place-head');
    commands.undo();
    expect([stage(), photo()]).toEqual(['editing', 'front.jpg']);
    commands.redo();
    expect([stage(), photo()]).toEqual(['place-head', 'back.jpg']);
    commands.change((now) => ({ ...now, head: { ...now.head, turnDegrees: 180 } }));
    commands.acceptPlacement();
    await idle();
    expect([stage(), photo(), design().densityPerCm2]).toEqual(['editing', 'back.jpg', 205]);
    expect(store.getState()).toMatchObject({ offer: null, revealDue: false });
    expect(store.getState().history.committed.views[1].kind).toBe('back');
    commands.chooseView('view1');
    expect(photo()).toBe('front.jpg');
  });

  it('of several faces shows the largest, and says so', async () => {
    const { add, store, world } = await editing();
    world.faces = [averageFace(), averageFace()];
    await add('two.jpg');
    expect(store.getState().notice?.what).toMatchObject({ kind: 'viewAdded', faces: 2 });
  });

  it('can take the place of one that is not good', async () => {
    const { add, commands, ids, photo } = await editing();
    await add('blurred.jpg');
    await add('sharp.jpg', true);
    expect([ids(), photo()]).toEqual([['view1', 'view3'], 'sharp.jpg']);
    commands.undo();
    expect([ids(), photo()]).toEqual([['view1', 'view2'], 'blurred.jpg']);
  });

  it('is removed, named and brought back; the last one stays, and eight are the most', async () => {
    const { add, commands, document, ids, photo, seen, store, idle } = await editing();
    await add('side.jpg');
    await add('top.jpg');
    commands.nameView('view3', 'top');
    commands.removeView('view3');
    expect(store.getState().notice?.what).toEqual({ kind: 'viewRemoved', view: 'top' });
    expect([ids(), photo()]).toEqual([['view1', 'view2'], 'side.jpg']);
    commands.removeView('view1');
    commands.removeView('view2');
    expect([ids(), seen()]).toEqual([['view2'], 'view2']);
    commands.undo();
    await idle();
    expect([ids(), photo()]).toEqual([['view1', 'view2'], 'front.jpg']);
    commands.undo();
    await idle();
    expect([photo(), document().views[2].kind]).toEqual(['top.jpg', 'top']);
    for (let more = 0; more < 7; more++) await add(`${more}.jpg`);
    expect(ids()).toHaveLength(MOST_VIEWS);
    expect(new Set(ids()).size).toBe(MOST_VIEWS);
  });

  it('is turned alone; undo from the other view leads back to it', async () => {
    const { add, commands, idle, subject, photo } = await editing();
    await add('side.jpg');
    commands.turnPhoto('turn');
    await idle();
    expect(subject()?.photo.turned).toBe(6);
    commands.chooseView('view1');
    expect(subject()?.photo.turned ?? 1).toBe(1);
    commands.chooseView('view2');
    expect(subject()?.photo.turned).toBe(6);
    commands.chooseView('view1');
    commands.undo();
    await idle();
    expect([photo(), subject()?.photo.turned ?? 1]).toEqual(['side.jpg', 1]);
  });
});

describe('a work with several photos', () => {
  it('is one project, known by its first photo, and opens with all of them', async () => {
    const { add, commands, flush, idle, world, photo, stage } = await editing();
    await flush();
    await add('side.jpg');
    await flush();
    commands.chooseView('view1');
    await flush();
    commands.chooseView('view2');
    await flush();
    expect([...world.kept.keys()]).toEqual(['project-1']);
    const [work] = world.kept.values();
    expect(work.name).toBe('front.jpg');
    expect(work.photos.map((each) => [each.viewId, each.photo.name])).toEqual([
      ['view1', 'front.jpg'],
      ['view2', 'side.jpg'],
    ]);
    commands.newPhoto();
    commands.openSaved('project-1');
    await idle();
    expect([stage(), photo()]).toEqual(['editing', 'side.jpg']);
    commands.chooseView('view1');
    await idle();
    expect([stage(), photo()]).toEqual(['editing', 'front.jpg']);
    commands.change((now) => ({ ...now, densityPerCm2: 170 }));
    await flush();
    expect([...world.kept.keys()]).toEqual(['project-1']);
  });

  it('another photo that is opened is another work, and undo brings all of the first back', async () => {
    const { add, commands, open, photo, ids, flush, world } = await editing();
    await add('side.jpg');
    await flush();
    await open(photoFile('someone-else.jpg'));
    expect(ids()).toEqual(['view1']);
    await flush();
    expect(world.kept.size).toBe(2);
    commands.undo();
    expect([photo(), ids()]).toEqual(['side.jpg', ['view1', 'view2']]);
    commands.chooseView('view1');
    expect(photo()).toBe('front.jpg');
  });
});

describe('a spot of the skin that several photos show', () => {
  it('is tapped in one photo after the other, each tap a step; the tool stays in hand', async () => {
    const { add, commands, document, steps, store } = await editing();
    await add('side.jpg');
    const before = steps();
    store.setState({ tool: 'mark' });
    commands.paintAt({ xPx: 100, yPx: 120 });
    commands.paintAt({ xPx: 104, yPx: 118 });
    commands.commit();
    commands.paintAt({ xPx: 300, yPx: 200 });
    commands.commit();
    expect(document().views[1].taps).toEqual([
      { mark: 1, at: { xPx: 104, yPx: 118 } },
      { mark: 2, at: { xPx: 300, yPx: 200 } },
    ]);
    expect(steps()).toBe(before + 2);
    commands.chooseView('view1');
    expect(store.getState().tool).toBe('mark');
    // The second is wanted first; then that which is missing here; then a new one.
    store.setState({ markWanted: 2 });
    for (const xPx of [10, 20, 30]) {
      commands.paintAt({ xPx, yPx: 50 });
      commands.commit();
    }
    expect(document().views[0].taps.map(({ mark, at }) => [mark, at.xPx])).toEqual([
      [2, 10],
      [1, 20],
      [3, 30],
    ]);
  });

  it('is moved, and taken off one photo or all of them; undo brings it back', async () => {
    const { add, commands, document, steps } = await editing();
    await add('side.jpg');
    const tapIn = (view: string): void => {
      commands.chooseView(view);
      commands.markHead(1, { xPx: 100, yPx: 120 });
      commands.commit();
    };
    tapIn('view1');
    tapIn('view2');
    commands.markHead(1, { xPx: -50, yPx: 130 });
    expect(document().views[1].taps[0].at, 'until commit it is a gesture').toEqual({ xPx: 100, yPx: 120 });
    commands.commit();
    expect(document().views[1].taps).toEqual([{ mark: 1, at: { xPx: 0, yPx: 130 } }]);
    const before = steps();
    commands.removeMark(1, 'photo');
    expect(document().views.map(({ taps }) => taps.length)).toEqual([1, 0]);
    commands.undo();
    commands.removeMark(1, 'head');
    expect(document().views.map(({ taps }) => taps.length)).toEqual([0, 0]);
    commands.removeMark(1, 'head');
    expect(steps()).toBe(before + 1);
    commands.undo();
    expect(document().views.map(({ taps }) => taps.length)).toEqual([1, 1]);
  });

  it('is no more than nine times on a head', async () => {
    const { commands, document, store } = await editing();
    store.setState({ tool: 'mark' });
    for (let xPx = 10; xPx < 130; xPx += 10) {
      commands.paintAt({ xPx, yPx: 50 });
      commands.commit();
    }
    expect(document().views[0].taps.map(({ mark }) => mark)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });
});
