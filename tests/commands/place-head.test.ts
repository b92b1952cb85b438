import { describe, expect, it } from 'vitest';
import { current } from '~/model/design/history';
import { markPlace } from '~/model/head/head-marks';
import type { HeadMark } from '~/model/design/consultation';
import { projectPoint } from '~/model/view/camera';
import { marksInForce } from '~/store/placings';
import { headAtHand } from '~/store/photos-together';
import { shownDesign } from '~/store/shown-design';
import { photoFile } from '../support/fake-ports';
import { setUp } from '../support/set-up-commands';

async function placing() {
  const app = setUp();
  app.world.faces = [];
  await app.open();
  expect(app.stage()).toBe('place-head');
  const head = () => shownDesign(app.store.getState()).head;
  const marks = () => marksInForce(app.store.getState());
  const kind = () => current(app.store.getState().history).views[0]?.kind;
  /** How far the head's own mark is from a place, px. */
  const off = (mark: HeadMark, at: { readonly xPx: number; readonly yPx: number }): number => {
    const fit = app.picture.fitOf(shownDesign(app.store.getState()));
    if (fit === null) return Infinity;
    const seen = projectPoint({ ...fit, warp: null }, markPlace(fit.cranium, mark));
    return Math.hypot(seen.xPx - at.xPx, seen.yPx - at.yPx);
  };
  return { ...app, head, marks, kind, off };
}

const LEFT = { xPx: 180, yPx: 420 };
const RIGHT = { xPx: 420, yPx: 440 };

describe('a head that is placed by hand', () => {
  it('is turned as the view that is chosen, which the document keeps', async () => {
    const { commands, head, kind } = await placing();
    commands.seeHeadFrom('left');
    expect(head()).toMatchObject({ turnDegrees: -90 });
    expect(kind()).toBe('left');
    commands.seeHeadFrom('back');
    expect(Math.abs(head().turnDegrees)).toBeCloseTo(180, 6);
    commands.undo();
    expect(kind()).toBe('left');
    expect(head()).toMatchObject({ turnDegrees: -90 });
  });

  it('comes to lie where its ears are marked, live, in one step of undo for each', async () => {
    const { commands, head, marks, off } = await placing();
    commands.seeHeadFrom('back');
    const before = head();
    commands.markHead('leftEar', { xPx: 100, yPx: 300 });
    commands.markHead('leftEar', LEFT);
    const live = head();
    expect(live).not.toEqual(before);
    commands.commit();
    commands.markHead('rightEar', RIGHT);
    commands.commit();
    expect(marks()).toEqual({ leftEar: LEFT, rightEar: RIGHT });
    // 240 px apart: ears are some 170 mm apart, and 2 mm is what marks leave open.
    expect(off('leftEar', LEFT)).toBeLessThan(4);
    expect(off('rightEar', RIGHT)).toBeLessThan(4);
    commands.undo();
    expect(head()).toEqual(live);
    expect(marks()).toEqual({ leftEar: LEFT });
    commands.undo();
    expect(head()).toEqual(before);
    expect(marks()).toEqual({});
    commands.markHead('crown', { xPx: 300, yPx: 200 });
    expect(marks()).toEqual({ crown: { xPx: 300, yPx: 200 } });
    commands.cancelGesture();
    commands.redo();
    expect(marks()).toEqual({ leftEar: LEFT });
  });

  it('goes on from where it was moved by hand since: marks went along', async () => {
    const { commands, marks } = await placing();
    commands.seeHeadFrom('back');
    commands.markHead('leftEar', LEFT);
    commands.commit();
    commands.change((design) => ({ ...design, head: { ...design.head, rightMm: design.head.rightMm + 20 } }));
    expect(marks()).toEqual({});
    commands.markHead('rightEar', RIGHT);
    commands.commit();
    expect(marks().rightEar).toEqual(RIGHT);
    expect((marks().leftEar?.xPx ?? 0) - LEFT.xPx).toBeGreaterThan(10);
  });

  it('forgets a mark whose gesture is taken back', async () => {
    const { commands, head, marks } = await placing();
    commands.seeHeadFrom('back');
    const before = head();
    commands.markHead('crown', { xPx: 300, yPx: 200 });
    commands.cancelGesture();
    expect(head()).toEqual(before);
    expect(marks()).toEqual({});
  });

  it('opens the section that its view is about', async () => {
    for (const [view, panel] of [
      ['back', 'density'],
      ['top', 'density'],
      ['left', 'hairline'],
    ] as const) {
      const { commands, idle, store } = await placing();
      commands.seeHeadFrom(view);
      commands.acceptPlacement();
      await idle();
      expect(store.getState()).toMatchObject({ screen: { kind: 'editing' }, panel });
    }
  });
});

describe('a second photo of a head, on which it is laid by hand', () => {
  async function second() {
    const app = setUp();
    await app.open(photoFile('front.jpg'));
    const skull = { breadthMm: 6, lengthMm: -5, heightMm: 4 };
    app.commands.change((design) => ({ ...design, head: { ...design.head, ...skull } }));
    app.world.faces = [];
    app.commands.addView(photoFile('behind.jpg'));
    await app.idle();
    expect(app.stage()).toBe('place-head');
    app.commands.seeHeadFrom('back');
    app.commands.markHead('leftEar', LEFT);
    app.commands.commit();
    app.commands.markHead('rightEar', RIGHT);
    app.commands.commit();
    app.commands.acceptPlacement();
    await app.idle();
    expect(app.stage()).toBe('editing');
    return { ...app, skull, document: () => app.store.getState().history.committed };
  }

  it('leaves the skull as the first has it, in all photos', async () => {
    const { skull, document } = await second();
    expect(document().head.skull).toEqual(skull);
    const [front, behind] = document().views;
    expect(front.laid).toBeNull();
    expect(behind.laid).toEqual(behind.placement);
  });

  it('keeps what it was laid by with the photo, for the fit of all, through turning and undo', async () => {
    const { commands, store, document, idle } = await second();
    const laidBy = { leftEar: LEFT, rightEar: RIGHT };
    expect(document().views.map((view) => view.laidBy)).toEqual([null, laidBy]);
    expect(headAtHand(store.getState())?.together?.views.map((view) => view.laidBy)).toEqual([null, laidBy]);
    commands.turnPhoto('mirror');
    await idle();
    expect(Object.keys(document().views[1].laidBy ?? {}).sort()).toEqual(['leftEar', 'rightEar']);
    expect(document().views[1].laidBy?.rightEar?.yPx).toBeCloseTo(LEFT.yPx, 6);
    commands.undo();
    await idle();
    expect(document().views[1].laidBy).toEqual(laidBy);
  });

  it('may be tied to the others by a spot that they show, tapped while it is placed: one step of undo, kept with it', async () => {
    const app = setUp();
    await app.open(photoFile('front.jpg'));
    app.commands.markHead(1, LEFT);
    app.commands.commit();
    app.world.faces = [];
    app.commands.addView(photoFile('behind.jpg'));
    await app.idle();
    expect(app.stage()).toBe('place-head');
    const document = () => current(app.store.getState().history);
    const before = document();
    app.commands.markHead(1, { xPx: 300, yPx: 300 });
    app.commands.markHead(1, RIGHT);
    app.commands.commit();
    expect(document().views.map(({ taps }) => taps)).toEqual([[{ mark: 1, at: LEFT }], [{ mark: 1, at: RIGHT }]]);
    app.commands.undo();
    expect(document()).toEqual(before);
    app.commands.redo();
    app.commands.acceptPlacement();
    await app.idle();
    expect(app.stage()).toBe('editing');
    expect(document().views[1].taps).toEqual([{ mark: 1, at: RIGHT }]);
    expect(headAtHand(app.store.getState())?.together?.views.map(({ marks }) => marks.length)).toEqual([1, 1]);
  });

  it('that was moved by hand since it was marked lies by nothing but the hand', async () => {
    const app = await placing();
    app.commands.seeHeadFrom('back');
    app.commands.markHead('leftEar', LEFT);
    app.commands.commit();
    app.commands.change((design) => ({ ...design, head: { ...design.head, rightMm: design.head.rightMm + 20 } }));
    app.commands.acceptPlacement();
    await app.idle();
    expect(app.store.getState().history.committed.views[0]).toMatchObject({ laidBy: null });
    expect(app.store.getState().history.committed.views[0].laid).not.toBeNull();
  });

  it('stays where it is let go of, and the other photo as it was', async () => {
    const { commands, picture, store, document } = await second();
    const fit = () => picture.fitOf(shownDesign(store.getState()));
    const move = { rightMm: 25, upMm: -12 };
    commands.chooseView('view1');
    const front = fit();
    commands.chooseView('view2');
    const before = fit();
    commands.preview((design) => {
      const { rightMm, upMm } = design.head;
      return { ...design, head: { ...design.head, rightMm: rightMm + move.rightMm, upMm: upMm + move.upMm } };
    });
    const held = fit();
    expect((held?.pose.translationMm[0] ?? NaN) - (before?.pose.translationMm[0] ?? NaN)).toBeCloseTo(25, 6);
    commands.commit();
    expect(fit()).toEqual(held);
    commands.chooseView('view1');
    expect(fit()).toEqual(front);
    expect(document().views[1].laid).not.toEqual(document().views[1].placement);
  });
});
