import { describe, expect, it } from 'vitest';
import { canUndo } from '~/model/design/history';
import type { MainPointId } from '~/model/design/line-points';
import { pointPlaces } from '~/model/hairline/point-moves';
import { projectPoint } from '~/model/view/camera';
import { shownDesign } from '~/store/shown-design';
import { setUp } from '../support/set-up-commands';

async function editing() {
  const all = setUp();
  await all.open();
  const design = () => shownDesign(all.store.getState());
  const fit = () => {
    const found = all.picture.fitOf(design());
    if (found === null) throw new Error('there is a head');
    return found;
  };
  /** Where a hairline point is seen now. */
  const seen = (id: MainPointId) => projectPoint(fit(), pointPlaces(design(), fit())[id].pointMm);
  const undoSteps = () => all.store.getState().history.past.length;
  return { ...all, design, fit, seen, undoSteps };
}

describe('editing the design', () => {
  it('makes forty previews and a commit one step of undo', async () => {
    const { commands, design, undoSteps } = await editing();
    for (let i = 0; i < 40; i++) commands.preview((now) => ({ ...now, densityPerCm2: 100 + i }));
    expect(undoSteps()).toBe(0);
    commands.commit();
    expect(design().densityPerCm2).toBe(139);
    expect(undoSteps()).toBe(1);
    commands.undo();
    expect(design().densityPerCm2).toBe(130);
    commands.redo();
    expect(design().densityPerCm2).toBe(139);
  });

  it('takes a gesture back without a trace, and a commit without a gesture is no step', async () => {
    const { commands, design, undoSteps, store } = await editing();
    commands.preview((now) => ({ ...now, densityPerCm2: 100 }));
    commands.cancelGesture();
    commands.commit();
    expect(design().densityPerCm2).toBe(130);
    expect(undoSteps()).toBe(0);
    expect(canUndo(store.getState().history)).toBe(false);
  });

  it('changes nothing before there is a head to design on', () => {
    const { commands, store } = setUp();
    const before = store.getState();
    commands.change((now) => ({ ...now, densityPerCm2: 100 }));
    commands.paintAt({ xPx: 300, yPx: 300 });
    commands.undo();
    expect(store.getState()).toBe(before);
  });
});

describe('dragging the hairline', () => {
  it('brings a point to where the finger is, its twin along, in one step of undo', async () => {
    const { commands, seen, undoSteps, design } = await editing();
    const [from, twinFrom] = [seen('leftCorner'), seen('rightCorner')];
    for (let step = 1; step <= 20; step++) {
      commands.dragHandle('leftCorner', { xPx: from.xPx - step / 2, yPx: from.yPx + step / 2 });
    }
    commands.commit();
    const [to, twinTo] = [seen('leftCorner'), seen('rightCorner')];
    expect(to.xPx).toBeCloseTo(from.xPx - 10, 0);
    expect(to.yPx).toBeCloseTo(from.yPx + 10, 0);
    expect(twinTo.xPx).toBeGreaterThan(twinFrom.xPx + 5);
    expect(undoSteps()).toBe(1);
    commands.undo();
    expect(design().handles).toEqual({});
  });

  it('leaves the point where it was last while the finger is off the head', async () => {
    const { commands, seen, design } = await editing();
    const from = seen('middle');
    commands.dragHandle('middle', { xPx: from.xPx, yPx: from.yPx + 8 });
    const before = design();
    commands.dragHandle('middle', { xPx: 2, yPx: 2 });
    expect(design()).toBe(before);
  });

  it('moves a point by mm with the keyboard, and all presses of a held key are one step', async () => {
    const { commands, design, fit, undoSteps } = await editing();
    const height = () => pointPlaces(design(), fit()).middle.heightMm;
    const before = height();
    for (let press = 0; press < 5; press++) commands.nudgeHandle('middle', 0, -1);
    commands.commit();
    expect(height()).toBeCloseTo(before - 5, 1);
    expect(undoSteps()).toBe(1);
  });
});

describe('painting', () => {
  it('makes one stroke of one gesture, thinned out, and one step of undo', async () => {
    const { commands, store, seen, design, undoSteps } = await editing();
    store.setState({ tool: 'paint', brushMm: 20 });
    const from = seen('middle');
    for (let step = 0; step < 60; step++) commands.paintAt({ xPx: from.xPx + step / 2, yPx: from.yPx });
    commands.commit();
    expect(design().strokes).toHaveLength(1);
    const [stroke] = design().strokes;
    expect(stroke).toMatchObject({ kind: 'add', widthMm: 20 });
    expect(stroke.path.length).toBeGreaterThan(3);
    expect(stroke.path.length).toBeLessThan(20);
    expect(undoSteps()).toBe(1);

    store.setState({ tool: 'erase' });
    commands.paintAt(from);
    commands.commit();
    expect(design().strokes.map(({ kind }) => kind)).toEqual(['add', 'none']);
    commands.undo();
    commands.undo();
    expect(design().strokes).toEqual([]);
  });

  it('paints nothing beside the head, or with no brush in hand', async () => {
    const { commands, store, design, seen } = await editing();
    const before = design();
    commands.paintAt(seen('middle'));
    store.setState({ tool: 'paint' });
    commands.paintAt({ xPx: 1, yPx: 1 });
    commands.commit();
    expect(design()).toBe(before);
  });
});
