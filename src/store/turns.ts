import { AS_IT_IS } from '~/model/base/orientation';
import type { Orientation } from '~/model/base/orientation';
import type { Consultation, ViewRecord } from '~/model/design/consultation';
import { current } from '~/model/design/history';
import type { History } from '~/model/design/history';
import type { AppState, Editing, PlaceHead, StandingBy } from './app-state';

/** How many turns of photos stand by, read already, beside the latest of each view: each holds its pixels. */
const MOST_TURNS = 2;

/** The chosen view of a document. */
export function viewOf(history: History<Consultation>): ViewRecord {
  const { views, chosenView } = current(history);
  return views[chosenView];
}

const hasHead = (screen: AppState['screen']): screen is PlaceHead | Editing =>
  screen.kind === 'editing' || screen.kind === 'place-head';

const turnOfScreen = ({ subject: { photo } }: PlaceHead | Editing): Orientation => photo.turned ?? AS_IT_IS;

const isOf = ({ viewId, screen }: StandingBy, { id, turned }: ViewRecord): boolean =>
  viewId === id && turnOfScreen(screen) === turned;

/** The screen of a photo of this head, as it is turned in the document, where it was read already; null: it was not. */
export function screenOf({ screen, standing, history }: AppState, view: ViewRecord): PlaceHead | Editing | null {
  if (hasHead(screen) && isOf({ viewId: viewOf(history).id, screen }, view)) return screen;
  return standing.find((each) => isOf(each, view))?.screen ?? null;
}

/** The screen left behind, where it is one to go back to, before those that stand by; `without` the one that is gone to. */
function standingBy({ screen, standing, history }: AppState, without: ViewRecord): readonly StandingBy[] {
  const left = hasHead(screen) ? [{ viewId: viewOf(history).id, screen }] : [];
  let turns = 0;
  return [...left, ...standing]
    .filter((each) => !isOf(each, without))
    .filter(({ viewId }, at, all) => {
      const isLatest = all.findIndex((other) => other.viewId === viewId) === at && viewId !== without.id;
      return isLatest || ++turns <= MOST_TURNS;
    });
}

/** The photos that are not on the screen once that of `view` is: each view's once, as it was turned last. */
export function photosBeside({ screen, otherPhotos, history }: AppState, view: ViewRecord): AppState['otherPhotos'] {
  const { id } = viewOf(history);
  const left = hasHead(screen) ? [{ viewId: id, photo: screen.subject.photo, reading: screen.subject.reading }] : [];
  if (id === view.id) return otherPhotos;
  return [...left, ...otherPhotos.filter(({ viewId }) => viewId !== id)].filter(({ viewId }) => viewId !== view.id);
}

/**
 * Another document of undo, or another view of this one, with the screen of its photo as it is turned there; null: that one does
 * not stand by, and the photo has to be read again.
 */
export function steppedTo(state: AppState, history: AppState['history']): Partial<AppState> | null {
  const { screen, standing } = state;
  if (!hasHead(screen)) return { history };
  const view = viewOf(history);
  if (isOf({ viewId: viewOf(state.history).id, screen }, view)) return { history };
  const there = standing.find((each) => isOf(each, view));
  if (there === undefined) return null;
  const showHead = there.screen.kind === 'place-head';
  return {
    history,
    screen: there.screen,
    standing: standingBy(state, view),
    otherPhotos: photosBeside(state, view),
    showHead,
    zoom: null,
    toFrame: !showHead,
    ruler: null,
    // What was said of a head that was to be placed is over with it.
    ...(screen.kind === 'place-head' && { notice: null }),
  };
}

/**
 * A step to the screen of another photo of the head, or of the same one turned otherwise, that ends no work: the history goes on
 * (`historyOf` has it for the document that the step begins with), the screen before stands by, and the section stays.
 */
export const withinWork =
  (step: (state: AppState) => AppState, historyOf: (consultation: Consultation) => History<Consultation>) =>
  (state: AppState): AppState => {
    const next = step(state);
    const history = historyOf(next.history.committed);
    const view = viewOf(history);
    const { former, workName, nameAsked, fileHolds, panel } = state;
    // Marks are tapped in one photo after the other.
    const tool = state.tool === 'mark' ? state.tool : next.tool;
    const same = { former, workName, nameAsked, fileHolds, panel, tool };
    return { ...next, ...same, history, standing: standingBy(state, view), otherPhotos: photosBeside(state, view) };
  };
