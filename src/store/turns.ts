import { AS_IT_IS } from '~/model/base/orientation';
import type { Orientation } from '~/model/base/orientation';
import type { Consultation } from '~/model/design/consultation';
import { current } from '~/model/design/history';
import type { History } from '~/model/design/history';
import type { AppState, Editing, PlaceHead } from './app-state';

/** How many turns of a photo stand by, read already: each holds its pixels. */
const MOST_TURNS = 2;

/** How the photo of the chosen view is turned in a document. */
export function turnOf(history: History<Consultation>): Orientation {
  const { views, chosenView } = current(history);
  return views[chosenView].turned;
}

const screenTurn = ({ subject: { photo } }: PlaceHead | Editing): Orientation => photo.turned ?? AS_IT_IS;

/** The screen left behind, where it is one to go back to, before those that stand by. */
const leaving = ({ screen, otherTurns }: AppState, without: Orientation): AppState['otherTurns'] =>
  [...(screen.kind === 'editing' || screen.kind === 'place-head' ? [screen] : []), ...otherTurns]
    .filter((each) => screenTurn(each) !== without)
    .slice(0, MOST_TURNS);

/**
 * Another document of undo, with the screen of the photo as it is turned there; null: that one does not stand by, and the
 * photo has to be read again.
 */
export function steppedTo(state: AppState, history: AppState['history']): Partial<AppState> | null {
  const { screen, otherTurns } = state;
  if (screen.kind !== 'editing' && screen.kind !== 'place-head') return { history };
  const turned = turnOf(history);
  if (screenTurn(screen) === turned) return { history };
  const there = otherTurns.find((each) => screenTurn(each) === turned);
  if (there === undefined) return null;
  const showHead = there.kind === 'place-head';
  return {
    history,
    screen: there,
    otherTurns: leaving(state, turned),
    showHead,
    zoom: null,
    toFrame: !showHead,
    ruler: null,
  };
}

/**
 * A step to the screen of the photo turned otherwise, that ends no work: the history goes on (`historyOf` has it for the document
 * that the step begins with), the screen before stands by, and the section stays.
 */
export const withTurn =
  (step: (state: AppState) => AppState, historyOf: (consultation: Consultation) => History<Consultation>) =>
  (state: AppState): AppState => {
    const next = step(state);
    const history = historyOf(next.history.committed);
    const { former, workName, nameAsked, fileHolds, panel } = state;
    const same = { former, workName, nameAsked, fileHolds, panel };
    return { ...next, ...same, history, otherTurns: leaving(state, turnOf(history)) };
  };
