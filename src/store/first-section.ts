import { current } from '~/model/design/history';
import type { AppState, Control, Panel } from './app-state';

/** A section of the editor, and what of it where only one control is shown. */
export type FirstSection = readonly [panel: Panel, control: Control];

/** What there is to set of the line in a photo that does not show the front: from above and behind the crown, from a side its temple. */
export function lineSection({ history }: Pick<AppState, 'history'>, usual: FirstSection): FirstSection {
  const { views, chosenView } = current(history);
  const { kind } = views[chosenView];
  if (kind === 'top' || kind === 'back') return ['density', 'zones'];
  return kind === 'left' || kind === 'right' ? ['hairline', 'sides'] : usual;
}
