import { describe, expect, it } from 'vitest';
import { MOST_DESIGNS } from '~/model/design/consultation';
import { canRedo, canUndo } from '~/model/design/history';
import { shownDesign } from '~/store/shown-design';
import { setUp } from '../support/set-up-commands';

async function editing() {
  const all = setUp();
  await all.open();
  const document = () => all.store.getState().history.committed;
  return {
    ...all,
    document,
    design: () => shownDesign(all.store.getState()),
    names: () => document().designs.map(({ name }) => name),
    steps: () => all.store.getState().history.past.length,
    density: (densityPerCm2: number) => all.commands.change((now) => ({ ...now, densityPerCm2 })),
  };
}

describe('the designs of a head', () => {
  it('begin with A; a copy is called by the next free letter, and changes alone', async () => {
    const { commands, names, density, design, document } = await editing();
    expect(names()).toEqual(['A']);
    commands.addDesign(0);
    expect(names()).toEqual(['A', 'B']);
    expect(document().chosenDesign).toBe(1);
    density(200);
    commands.chooseDesign(0);
    expect(design().densityPerCm2).toBe(130);
    commands.chooseDesign(1);
    expect(design().densityPerCm2).toBe(200);
    commands.removeDesign(0);
    commands.addDesign(0);
    expect(names()).toEqual(['B', 'A']);
  });

  it('are looked at without a step of undo, and nothing is taken from redo', async () => {
    const { commands, steps, density, store } = await editing();
    commands.addDesign(0);
    density(200);
    commands.undo();
    commands.chooseDesign(0);
    expect(steps()).toBe(1);
    expect(canRedo(store.getState().history)).toBe(true);
  });

  it('a step of undo or redo is seen, whichever design was looked at meanwhile', async () => {
    const { commands, document, density, design } = await editing();
    commands.addDesign(0);
    density(200);
    commands.chooseDesign(0);
    commands.undo();
    expect(document().chosenDesign).toBe(1);
    expect(design().densityPerCm2).toBe(130);
    commands.chooseDesign(0);
    commands.redo();
    expect(document().chosenDesign).toBe(1);
    expect(design().densityPerCm2).toBe(200);
  });

  it('can be renamed and deleted with one step of undo each; who looks at another one stays there', async () => {
    const { commands, names, steps, document, store } = await editing();
    for (let more = 0; more < 2; more++) commands.addDesign(0);
    commands.renameDesign(0, '  Bold  ');
    commands.renameDesign(0, 'Bold');
    commands.renameDesign(0, '   ');
    expect(names()).toEqual(['Bold', 'B', 'C']);
    expect(steps()).toBe(3);
    commands.removeDesign(0);
    expect(names()).toEqual(['B', 'C']);
    expect(names()[document().chosenDesign]).toBe('C');
    expect(store.getState().notice?.what).toEqual({ kind: 'designDeleted', name: 'Bold' });
    commands.undo();
    expect(names()).toEqual(['Bold', 'B', 'C']);
    expect(names()[document().chosenDesign]).toBe('C');
    commands.undo();
    expect(names()).toEqual(['A', 'B', 'C']);
  });

  it('are eight at most, and one at least', async () => {
    const { commands, names, steps } = await editing();
    commands.removeDesign(0);
    expect(steps()).toBe(0);
    for (let more = 0; more < 10; more++) commands.addDesign(0);
    expect(names()).toHaveLength(MOST_DESIGNS);
    expect(steps()).toBe(MOST_DESIGNS - 1);
  });

  it('what is in hand is done before another one is looked at', async () => {
    const { commands, design, store } = await editing();
    commands.addDesign(0);
    commands.preview((now) => ({ ...now, densityPerCm2: 222 }));
    commands.chooseDesign(0);
    expect(design().densityPerCm2).toBe(130);
    expect(canUndo(store.getState().history)).toBe(true);
    commands.chooseDesign(1);
    expect(design().densityPerCm2).toBe(222);
  });
});
