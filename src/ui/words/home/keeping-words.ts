import type { AppState } from '~/store/app-state';

/** What the work is called, and whether this device keeps it. */
export const KEEPING = {
  title: 'Name and keep',
  name: 'Name of this work',
  nameHint: 'On the first screen it is read only by those who ask. A saved project holds it too.',
  where: 'This device',
  done: 'Done',
} as const;

export const KEEPING_TEXTS: Readonly<Record<AppState['keeping'], { readonly name: string; readonly hint: string }>> = {
  device: { name: 'Keep on this device', hint: 'It is there again when you come back, in this browser only.' },
  closed: {
    name: 'Forget when closed',
    hint: 'Nothing of it is kept here: it is gone when this page is closed or loaded again.',
  },
};

/** Before work that is nowhere else gives way to another photo. */
export const LEAVING = {
  title: 'Another photo?',
  what: 'This work is kept nowhere. With another photo, only Undo brings it back, and only until this page is closed.',
  save: 'Save project first',
  keep: 'Keep on this device and go on',
  go: 'Go on without it',
} as const;
