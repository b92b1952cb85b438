import { expect, it } from 'vitest';
import { addInTurn } from '~/ui/capture/add-in-turn';
import { photoFile } from '../support/fake-ports';
import { setUp } from '../support/set-up-commands';

it('photos that were taken one after the other are all added, each called by the view that it was taken for', async () => {
  const { open, commands, idle, store, world } = setUp();
  await open(photoFile('front.jpg'));
  const add = addInTurn(store, commands);
  world.faces = [];
  add(photoFile('left.jpg'), 'left');
  add(photoFile('top.jpg'), 'top');
  add(photoFile('back.jpg'), 'back');
  const kinds = () => store.getState().history.committed.views.map(({ kind }) => kind);
  await idle();
  expect(kinds()).toEqual(['front', 'left']);
  while (kinds().length < 4 || store.getState().screen.kind === 'place-head') {
    expect(store.getState().screen.kind, 'the head is placed before the next photo comes').toBe('place-head');
    commands.acceptPlacement();
    await idle();
  }
  expect(kinds()).toEqual(['front', 'left', 'top', 'back']);
});
