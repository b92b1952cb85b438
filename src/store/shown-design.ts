import { memoLast } from '~/model/base/memo';
import { designInForce } from '~/model/design/consultation';
import type { Design } from '~/model/design/design';
import { current } from '~/model/design/history';
import type { AppState } from './app-state';

const inForce = memoLast(designInForce);
const committedInForce = memoLast(designInForce);

/** The chosen design on the chosen view as it is to be shown now, an unfinished gesture included. */
export const shownDesign = ({ history, moment }: Pick<AppState, 'history' | 'moment'>): Design =>
  inForce(current(history), moment);

/** The same without the unfinished gesture: what undo and storage know. */
export const committedDesign = ({ history, moment }: Pick<AppState, 'history' | 'moment'>): Design =>
  history.draft === null ? inForce(history.committed, moment) : committedInForce(history.committed, moment);

/** Whether a gesture goes on. */
export const isGesture = ({ history }: Pick<AppState, 'history'>): boolean => history.draft !== null;
