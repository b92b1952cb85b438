import { describe, expect, it } from 'vitest';
import { MIRRORED } from '~/model/base/orientation';
import { designViews, MOST_VIEWS } from '~/model/design/consultation';
import { dayOf } from '~/model/design/healed-view';
import { averageFace, photoFile } from '../support/fake-ports';
import { setUp } from '../support/set-up-commands';

async function editing() {
  const all = setUp();
  await all.open(photoFile('front.jpg'));
  const document = () => all.store.getState().history.committed;
  const add = async (name: string): Promise<void> => {
    all.commands.addHealed(photoFile(name));
    await all.idle();
  };
  return {
    ...all,
    add,
    document,
    ids: () => document().views.map(({ id }) => id),
    healed: () => document().views.filter(({ healed }) => healed !== null),
    steps: () => all.store.getState().history.past.length,
    told: () => {
      const what = all.store.getState().notice?.what;
      return what?.kind === 'told' ? what.said.said : null;
    },
  };
}

describe('a photo of the healed result', () => {
  it('is laid beside the plan, as one step of undo; the photo that is worked on stays', async () => {
    const { add, commands, document, healed, ids, steps, store, subject, told, stage } = await editing();
    await add('after.jpg');
    expect(stage()).toBe('editing');
    expect(subject()?.photo.name).toBe('front.jpg');
    expect(healed()).toMatchObject([
      { id: 'view2', kind: 'front', healed: { takenOn: dayOf(new Date()), lastVisitOn: null } },
    ]);
    expect(designViews(document())).toHaveLength(1);
    expect(store.getState()).toMatchObject({ healedShown: 'view2', finishing: false, job: null });
    expect(store.getState().otherPhotos.map(({ viewId }) => viewId)).toEqual(['view2']);
    expect([steps(), told()]).toEqual([1, 'The healed photo lies beside the plan.']);
    commands.undo();
    expect(ids()).toEqual(['view1']);
    commands.redo();
    expect(ids()).toEqual(['view1', 'view2']);
    commands.removeView('view2');
    expect(ids()).toEqual(['view1']);
    commands.undo();
    expect(healed()).toHaveLength(1);
  });

  it('is laid beside the photo of the plan that was taken from its side, which is no step of undo', async () => {
    const { add, commands, document, idle, steps, subject, world } = await editing();
    world.faces = [averageFace(35)];
    commands.addView(photoFile('side.jpg'));
    await idle();
    const seen = () => [subject()?.photo.name, document().views[document().chosenView].id];
    expect([seen(), steps()]).toEqual([['side.jpg', 'view2'], 1]);
    world.faces = [averageFace(5)];
    await add('after.jpg');
    expect([seen(), steps()]).toEqual([['front.jpg', 'view1'], 2]);
    world.faces = [averageFace(30)];
    await add('after-side.jpg');
    expect([seen(), steps()]).toEqual([['side.jpg', 'view2'], 3]);
  });

  it('has its days, each change a step', async () => {
    const { add, commands, healed, steps } = await editing();
    await add('after.jpg');
    commands.dateHealed('view2', { takenOn: '2026-06-01', lastVisitOn: '2026-04-01' });
    expect(healed()[0].healed).toEqual({ takenOn: '2026-06-01', lastVisitOn: '2026-04-01' });
    expect(steps()).toBe(2);
  });

  it('is mirrored into a photo of its own, which undo takes back', async () => {
    const { add, commands, healed, idle, store } = await editing();
    await add('after.jpg');
    commands.mirrorHealed('view2');
    await idle();
    expect(healed()).toMatchObject([{ id: 'view3', turned: MIRRORED }]);
    expect(store.getState().healedShown).toBe('view3');
    commands.undo();
    expect(healed()).toMatchObject([{ id: 'view2' }]);
  });

  it('without a face, broken, or one too many is refused in words, and the work is as it was', async () => {
    const { add, commands, idle, ids, store, told, world } = await editing();
    commands.addHealed(new File(['broken'], 'broken.jpg'));
    await idle();
    expect(store.getState()).toMatchObject({ job: null, notice: { what: { kind: 'photoDamaged' } } });
    world.faces = [];
    await add('wall.jpg');
    expect([told(), store.getState().job, ids()]).toEqual(['No face was found in the healed photo.', null, ['view1']]);
    world.detection = 'failed';
    await add('after.jpg');
    expect(store.getState().notice?.what).toEqual({ kind: 'detectorFailed' });
    expect([store.getState().healedShown, ids()]).toEqual([null, ['view1']]);
  });

  it('has room for as many as there are views', async () => {
    const { add, ids, told } = await editing();
    for (let i = 0; i < MOST_VIEWS; i++) await add(`after${i}.jpg`);
    expect([told(), ids().length]).toEqual(['There is no room for another photo.', MOST_VIEWS]);
  });
});
