import type { Photo } from '~/io/photo';
import { memoEach, memoFew } from '~/model/base/memo';
import { chooseView, MOST_VIEWS } from '~/model/design/consultation';
import type { Consultation, ViewRecord } from '~/model/design/consultation';
import { current } from '~/model/design/history';
import type { AppState, Editing, PlaceHead } from './app-state';
import { photoOnScreen } from './screen';
import { photosBeside, screenOf, viewOf } from './turns';

// The same object for the same document, or what hangs on it would be worked out anew in every frame.
const seenIn = memoEach((document: Consultation) => memoFew(MOST_VIEWS, (id: string) => chooseView(document, id)));

/** The photo of a view of the head, by its id; null: there is none. */
export const photoOfView = (state: Pick<AppState, 'screen' | 'otherPhotos' | 'history'>, id: string): Photo | null =>
  viewOf(state.history).id === id
    ? photoOnScreen(state)
    : (state.otherPhotos.find(({ viewId }) => viewId === id)?.photo ?? null);

/** The screen of a photo that was read since; of another work, which may be open by now, it is none. */
function readSince({ otherPhotos }: AppState, now: AppState, view: ViewRecord): PlaceHead | Editing | null {
  const screen = screenOf(now, view);
  const photo = otherPhotos.find(({ viewId }) => viewId === view.id)?.photo;
  return screen?.subject.photo === photo ? screen : null;
}

/**
 * The state as it would be with another photo of the head on the screen, by the id of its view; the state itself where that is
 * the one. `now`: where that photo may have been read meanwhile. null: there is none of that id, it was not read since it was
 * opened, or its head is still to be placed.
 */
export function stateInView(state: AppState, id: string, now: AppState = state): AppState | null {
  const { history, screen } = state;
  if (viewOf(history).id === id) return screen.kind === 'editing' ? state : null;
  const view = current(history).views.find((each) => each.id === id && each.healed === null);
  if (view === undefined) return null;
  const there = screenOf(state, view) ?? (now === state ? null : readSince(state, now, view));
  if (there?.kind !== 'editing') return null;
  const { committed, draft } = history;
  return {
    ...state,
    screen: there,
    otherPhotos: photosBeside(state, view),
    history: { ...history, committed: seenIn(committed)(id), draft: draft === null ? null : seenIn(draft)(id) },
  };
}
