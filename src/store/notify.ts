import type { AppState, Notice } from './app-state';

/** Says something; saying it again is heard again. Apart from the stages: the first screen says things too, and loads none of them. */
export const notify =
  (what: Notice) =>
  (state: AppState): AppState => ({ ...state, notice: { what, serial: (state.notice?.serial ?? 0) + 1 } });
