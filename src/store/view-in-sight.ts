import { current } from '~/model/design/history';
import type { HeadView } from '~/model/laying/view-priors';
import type { AppState } from './app-state';

/** From where the photo at hand shows the head; null: nobody said, and it could not be guessed. */
export function viewSaid({ history }: Pick<AppState, 'history'>): HeadView | null {
  const { views, chosenView } = current(history);
  const { kind } = views[chosenView];
  return kind === 'other' ? null : kind;
}

/** The same; from behind where nobody said: most photos without a face are. */
export const viewInSight = (state: Pick<AppState, 'history'>): HeadView => viewSaid(state) ?? 'back';
