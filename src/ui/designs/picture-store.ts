import type { StoreApi } from 'zustand/vanilla';
import { memoFew } from '~/model/base/memo';
import type { AppState } from '~/store/app-state';
import { comparedOf, subjectOfCompared, zoomCompared, zoomOfCompared } from '~/store/compared';

/** The state as it is, and as it was before: what a change is told with. */
const ASKED_FOR = 2;

/**
 * The store as a picture of a comparison has it. Of views each has a photo and a zoom of its own; all else is that of the app, and
 * what is changed here is changed there.
 */
export function storeOfPicture(store: StoreApi<AppState>, at: number): StoreApi<AppState> {
  const seen = memoFew(ASKED_FOR, (state: AppState): AppState => {
    const compared = comparedOf(state).at(at);
    if (state.comparing?.by !== 'views' || compared === undefined) return state;
    const subject = subjectOfCompared(state, compared);
    const zoom = zoomOfCompared(state, at) ?? null;
    return subject === null ? { ...state, zoom } : { ...state, zoom, screen: { kind: 'editing', subject } };
  });
  return {
    ...store,
    getState: () => seen(store.getState()),
    subscribe: (listener) => store.subscribe((now, before) => listener(seen(now), seen(before))),
    setState: (part) =>
      store.setState((state) => {
        const { zoom, ...rest } = typeof part === 'function' ? part(seen(state)) : part;
        return zoom === undefined ? rest : { ...rest, ...zoomCompared(state, at, zoom) };
      }),
  };
}
