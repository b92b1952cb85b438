import type { Photo } from '~/io/photo';
import type { AppState, Subject } from './app-state';

/**
 * What `<html data-stage>` says. `failed`: a photo could not be opened, or nothing can be drawn here, and there is no
 * work to go back to; the notice says why, and the first screen still takes another photo.
 */
export type Stage = 'start' | 'detecting' | 'choose-face' | 'place-head' | 'editing' | 'failed';

/** Whether a photo is on its way in: the screen is still there, but nothing on it can be changed. */
const isLooking = ({ job }: Pick<AppState, 'job'>): boolean =>
  job?.name === 'openingPhoto' || job?.name === 'detecting';

/** The stage as it is said outside. */
export function stageOf(state: Pick<AppState, 'screen' | 'job'>): Stage {
  const { screen } = state;
  if (isLooking(state)) return 'detecting';
  return screen.kind === 'start' && screen.failed ? 'failed' : screen.kind;
}

/** The head at hand, on the screens that have one. */
export const subjectOf = ({ screen }: Pick<AppState, 'screen'>): Subject | null =>
  screen.kind === 'editing' || screen.kind === 'place-head' ? screen.subject : null;

/** The head in the editor, as long as no other photo is on its way in: what can be saved. */
export const editedSubject = (state: Pick<AppState, 'screen' | 'job'>): Subject | null =>
  state.screen.kind === 'editing' && !isLooking(state) ? state.screen.subject : null;

/** The photo that is to be seen. */
export const photoOnScreen = ({ screen }: Pick<AppState, 'screen'>): Photo | null =>
  screen.kind === 'start' ? null : screen.kind === 'choose-face' ? screen.photo : screen.subject.photo;
