import { nameView } from '~/model/design/consultation';
import { headOf } from '~/model/fit/head-of';
import { viewKindOf } from '~/model/view/view-kind';
import type { AppState } from '~/store/app-state';
import { subjectOf } from '~/store/screen';
import { shownDesign } from '~/store/shown-design';
import { viewOf } from '~/store/turns';

/** With the view on the screen called by what its photo shows of the head, where nobody has said what that is; no step of undo. */
export function called(state: AppState): AppState {
  const { history } = state;
  const subject = subjectOf(state);
  const { id, kind } = viewOf(history);
  if (subject === null || kind !== 'other') return state;
  const shows = viewKindOf(headOf(subject.reading, shownDesign(state)).pose);
  return { ...state, history: { ...history, committed: nameView(history.committed, id, shows) } };
}
