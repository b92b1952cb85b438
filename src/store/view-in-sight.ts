import { current } from '~/model/design/history';
import type { HeadView } from '~/model/laying/view-priors';
import type { AppState } from './app-state';

/** From where the photo at hand shows the head; from behind where nobody said: most photos without a face do. */
export function viewInSight({ history }: Pick<AppState, 'history'>): HeadView {
  const { views, chosenView } = current(history);
  const { kind } = views[chosenView];
  return kind === 'other' ? 'back' : kind;
}
