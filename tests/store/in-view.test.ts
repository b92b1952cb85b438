import { expect, it } from 'vitest';
import { stateInView } from '~/store/in-view';
import { headAtHand } from '~/store/photos-together';
import { shownDesign } from '~/store/shown-design';
import { photoFile } from '../support/fake-ports';
import { setUp } from '../support/set-up-commands';

it('another photo of the head is seen as if it were on the screen: the same head, fitted with the same others', async () => {
  const { open, commands, idle, store, picture } = setUp();
  await open(photoFile('front.jpg'));
  commands.addView(photoFile('side.jpg'));
  await idle();
  const inSide = store.getState();
  const [sideFit, sideDesign] = [picture.fitOf(shownDesign(inSide)), shownDesign(inSide)];
  commands.chooseView('view1');
  const inFront = store.getState();
  expect(stateInView(inFront, 'view1')).toBe(inFront);
  expect(stateInView(inFront, 'view9')).toBeNull();
  const seen = stateInView(inFront, 'view2');
  if (seen === null) throw new Error('The photo stands by.');
  expect(shownDesign(seen)).toEqual(sideDesign);
  expect(headAtHand(seen)?.together).toMatchObject({ ids: ['view1', 'view2'], at: 1 });
  expect(picture.beside().fitOf(shownDesign(seen), seen)).toEqual(sideFit);
  // What goes on under the finger is seen there too, as the same object for the same state.
  commands.preview((now) => ({ ...now, hairlineHeightMm: 61 }));
  const dragged = stateInView(store.getState(), 'view2');
  expect(dragged === null ? null : shownDesign(dragged).hairlineHeightMm).toBe(61);
  expect(dragged?.history.committed).toBe(seen.history.committed);
  expect(stateInView({ ...inFront, standing: [] }, 'view2'), 'not read').toBeNull();
  expect(stateInView({ ...inFront, standing: [] }, 'view2', inFront)?.screen).toBe(seen.screen);
});
