import { memoEach, memoLast } from '~/model/base/memo';
import { designInForce } from '~/model/design/consultation';
import type { Consultation } from '~/model/design/consultation';
import type { Design } from '~/model/design/design';
import { current } from '~/model/design/history';
import type { Moment } from '~/model/design/time-scale';
import type { AppState } from './app-state';

/** Remembered for each consultation: undo gives back the very design that was there. */
const inForce = memoEach((consultation: Consultation) =>
  memoLast((moment: Moment): Design => designInForce(consultation, moment)),
);

/** The chosen design on the chosen view as it is to be shown now, an unfinished gesture included. */
export const shownDesign = ({ history, moment }: Pick<AppState, 'history' | 'moment'>): Design =>
  inForce(current(history))(moment);

/** The same without the unfinished gesture: what undo and storage know. */
export const committedDesign = ({ history, moment }: Pick<AppState, 'history' | 'moment'>): Design =>
  inForce(history.committed)(moment);

/** Whether a gesture goes on. */
export const isGesture = ({ history }: Pick<AppState, 'history'>): boolean => history.draft !== null;
