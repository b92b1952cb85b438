import { createContext, use } from 'react';
import { useStore } from 'zustand';
import type { Design } from '~/model/design/design';
import type { Facts } from '~/model/facts';
import type { Overlay } from '~/preview/overlay';
import type { AppState, Subject } from '~/store/app-state';
import { subjectOf } from '~/store/screen';
import { shownDesign } from '~/store/shown-design';
import type { AppProps } from './app-props';

export const AppContext = createContext<AppProps | null>(null);

/** What main.tsx handed in. */
export function useApp(): AppProps {
  const app = use(AppContext);
  if (app === null) throw new Error('Only components inside <App> can ask for the app.');
  return app;
}

/** Part of the state; the component renders again when that part changes. */
export const useAppState = <Part>(select: (state: AppState) => Part): Part => useStore(useApp().store, select);

/** The design as it is to be shown now: the draft while a gesture goes on. */
export const useDesign = (): Design => useAppState((state) => shownDesign(state));

/** Part of the design; the component renders again only when that part changes. */
export const useDesignPart = <Part>(select: (design: Design) => Part): Part =>
  useAppState((state) => select(shownDesign(state)));

/** Part of what is known of the head at hand; only for what stands on a screen that has one. */
export const useSubject = <Part>(select: (subject: Subject) => Part): Part =>
  useAppState((state) => {
    const subject = subjectOf(state);
    if (subject === null) throw new Error(`There is no head on the screen ${state.screen.kind}.`);
    return select(subject);
  });

/** What lies over the picture in the current frame, or a part of it. */
export const useOverlay = <Part>(select: (overlay: Overlay | null) => Part): Part => useStore(useApp().overlay, select);

/** Part of what there is to read of the design as it is shown; null until its first frame is there. */
export const useFacts = <Part>(select: (facts: Facts | null) => Part): Part =>
  useStore(useApp().facts, (facts) => select(facts?.now ?? null));

/** The same of the design before the gesture that goes on. */
export const useSettledFacts = <Part>(select: (facts: Facts | null) => Part): Part =>
  useStore(useApp().facts, (facts) => select(facts?.settled ?? null));

type ViewState = Pick<
  AppState,
  | 'panel'
  | 'controls'
  | 'tool'
  | 'markWanted'
  | 'brushMm'
  | 'brushSoftnessPercent'
  | 'paintPercent'
  | 'thinPercent'
  | 'sketch'
  | 'wipePercent'
  | 'revealDue'
  | 'lineTouched'
  | 'offer'
  | 'workName'
  | 'keeping'
  | 'finishing'
  | 'healedShown'
  | 'paper'
  | 'pictureFormat'
  | 'ready'
  | 'arrived'
  | 'comparing'
  | 'showingClient'
  | 'holdingBefore'
  | 'showHead'
  | 'showAgreement'
  | 'showError'
  | 'showHair'
  | 'showStage'
  | 'zoneShown'
  | 'dotsPerHour'
  | 'showMeasurements'
  | 'measuring'
  | 'guides'
  | 'ruler'
  | 'showChanged'
  | 'thisSideOnly'
  | 'pointInHand'
  | 'pointToFocus'
  | 'zoom'
  | 'notice'
  | 'book'
>;

/** Changes what is on the screen but not in the document. */
export function useSetView(): (part: Partial<ViewState>) => void {
  const { store } = useApp();
  return store.setState;
}
