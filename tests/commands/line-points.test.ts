import { expect, it } from 'vitest';
import { addedId } from '~/model/design/line-points';
import { pointPlaces } from '~/model/hairline/point-moves';
import { projectPoint } from '~/model/view/camera';
import { shownDesign } from '~/store/shown-design';
import { setUp } from '../support/set-up-commands';

async function editing() {
  const all = setUp();
  await all.open();
  const state = () => all.store.getState();
  const design = () => shownDesign(state());
  const ids = () => design().points.map(addedId);
  return { ...all, state, design, ids };
}

it('adds a point with its twin in one step of undo, takes it in hand, and deletes both', async () => {
  const { commands, store, state, design, ids } = await editing();
  store.setState({ pointInHand: 'rightTemple' });
  commands.addPoint(null);
  expect(ids()).toEqual(['right1', 'left1']);
  expect(state().pointInHand).toBe('right1');
  expect(state().history.past).toHaveLength(1);

  commands.nudgeHandle('right1', 0, 2);
  commands.nudgeHandle('right1', 0, 2);
  commands.commit();
  expect(state().history.past).toHaveLength(2);
  const [right, left] = design().points;
  expect([left.share, left.outMm]).toEqual([right.share, right.outMm]);

  commands.deletePoint('left1');
  expect(ids()).toEqual([]);
  commands.undo();
  commands.undo();
  commands.undo();
  expect(design().points).toEqual([]);
  expect(state().history.past).toHaveLength(0);
});

it('adds, moves and deletes on one side alone when asked to, and the design stays mirrored', async () => {
  const { commands, store, design, ids } = await editing();
  store.setState({ thisSideOnly: true });
  commands.addPoint(null);
  const [id] = ids();
  expect(ids()).toEqual([id]);
  commands.nudgeHandle('leftCorner', 0, 3);
  commands.commit();
  expect(design().handles).toEqual({ leftCorner: { sideMm: 0, upMm: 3 } });
  expect(design().mirror).toBe(true);
});

it('adds a point where the line is touched, and none off the head', async () => {
  const { commands, picture, design, ids } = await editing();
  const fit = picture.fitOf(design());
  if (fit === null) throw new Error('there is a head');
  const { middle, leftCorner } = pointPlaces(design(), fit);
  const [a, b] = [projectPoint(fit, middle.pointMm), projectPoint(fit, leftCorner.pointMm)];
  commands.addPoint({ xPx: 1, yPx: 1 });
  expect(ids()).toEqual([]);
  commands.addPoint({ xPx: (a.xPx + b.xPx) / 2, yPx: (a.yPx + b.yPx) / 2 });
  expect(ids()).toEqual(['left1', 'right1']);
  expect(design().points[0]).toMatchObject({ stretch: 'front', sharp: false });
});
