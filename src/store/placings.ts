import type { HeadTaps } from '~/model/design/consultation';
import type { HeadCorrection } from '~/model/design/head-correction';
import type { Marks } from '~/model/laying/lay-by-marks';
import type { AppState, Placing } from './app-state';
import { shownDesign } from './shown-design';

/** So many steps back marks are remembered: as many as undo has after a reload. */
const MOST_PLACINGS = 50;

const isSame = (a: HeadCorrection, b: HeadCorrection): boolean =>
  (Object.keys(a) as (keyof HeadCorrection)[]).every((key) => a[key] === b[key]);

/**
 * The marks that the head lies by as it lies now; none where it was moved otherwise since. Undo and redo bring them back: they are
 * found by where the head lies.
 */
export const marksInForce = (state: Pick<AppState, 'history' | 'moment' | 'placings'>): Marks => {
  const { head } = shownDesign(state);
  return state.placings.findLast((placing) => isSame(placing.head, head))?.marks ?? NO_MARKS;
};

/** The marks set last, where the head was moved otherwise since: they went along with it. Else, and after undo, none. */
export const marksMoved = (state: Pick<AppState, 'history' | 'moment' | 'placings'>): Marks =>
  marksInForce(state) === NO_MARKS && state.history.future.length === 0
    ? (state.placings.at(-1)?.marks ?? NO_MARKS)
    : NO_MARKS;

const NO_MARKS: Marks = {};

/** What was tapped of the head as it lies now, as the document keeps it; null where nothing was. */
export function laidByNow(state: Pick<AppState, 'history' | 'moment' | 'placings'>): HeadTaps | null {
  const marks = marksInForce(state);
  return Object.keys(marks).length === 0 ? null : marks;
}

/** With one more; `instead`: in place of the last, which the same gesture made. */
export const withPlacing = (placings: readonly Placing[], added: Placing, instead: boolean): readonly Placing[] =>
  [...(instead ? placings.slice(0, -1) : placings), added].slice(-MOST_PLACINGS);
