import { expect, it } from 'vitest';
import { headAtHand } from '~/store/photos-together';
import { shownDesign } from '~/store/shown-design';
import { photoFile } from '../support/fake-ports';
import { setUp } from '../support/set-up-commands';

async function twoPhotos() {
  const all = setUp();
  await all.open(photoFile('front.jpg'));
  const { store, picture, commands, idle } = all;
  const alone = { photo: headAtHand(store.getState()), fit: picture.fitOf(shownDesign(store.getState())) };
  commands.addView(photoFile('side.jpg'));
  await idle();
  return {
    ...all,
    alone,
    photo: () => headAtHand(store.getState()),
    fit: () => picture.fitOf(shownDesign(store.getState())),
  };
}

it('one photo stands by itself; two have one skull and one face, solved once however often they are looked at', async () => {
  const { alone, subject, commands, photo, fit, store } = await twoPhotos();
  expect(alone.photo?.together).toBeUndefined();
  const side = fit();
  expect(photo()?.together).toMatchObject({ ids: ['view1', 'view2'], at: 1 });
  commands.chooseView('view1');
  expect(fit()?.cranium).toEqual(side?.cranium);
  expect(fit()?.face).toEqual(side?.face);
  const views = photo()?.together?.views;
  commands.preview((now) => ({ ...now, hairlineHeightMm: 60 }));
  commands.preview((now) => ({ ...now, head: { ...now.head, rightMm: 5 } }));
  expect(photo()?.together?.views, 'no gesture asks for another fit').toBe(views);
  commands.cancelGesture();
  commands.chooseView('view2');
  expect(fit()).toBe(side);
  commands.removeView('view1');
  expect(photo()).toBe(subject());
  commands.undo();
  commands.chooseView('view2');
  expect(fit(), 'undo finds the fit that was there').toBe(side);
  expect(store.getState().history.committed.views).toHaveLength(2);
});

it('a head that is moved in its photo follows the hand, on top of what the photos agree on', async () => {
  const { commands, fit } = await twoPhotos();
  const before = fit();
  commands.preview((now) => ({ ...now, head: { ...now.head, rightMm: 12 } }));
  const moved = (fit()?.pose.translationMm[0] ?? NaN) - (before?.pose.translationMm[0] ?? NaN);
  expect(moved).toBeCloseTo(12, 6);
  commands.commit();
  expect((fit()?.pose.translationMm[0] ?? NaN) - (before?.pose.translationMm[0] ?? NaN)).toBeCloseTo(12, 6);
});

it('a healed result, taken much later, is not fitted together with the photos that a design lies on', async () => {
  const { commands, idle, photo, fit } = await twoPhotos();
  const before = fit();
  commands.addHealed(photoFile('after.jpg'));
  await idle();
  expect(photo()?.together).toMatchObject({ ids: ['view1', 'view2'], at: 1 });
  expect(fit()).toBe(before);
});
