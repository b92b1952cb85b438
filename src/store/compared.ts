import { chooseDesign, designViews } from '~/model/design/consultation';
import type { ViewRecord } from '~/model/design/consultation';
import { begin, current } from '~/model/design/history';
import { timeStops } from '~/model/design/time-scale';
import type { Moment } from '~/model/design/time-scale';
import type { AppState, Comparing, Subject } from './app-state';
import { stateInView } from './in-view';
import { screenOf, viewOf } from './turns';

export const LEAST_COMPARED = 2;
export const MOST_COMPARED = 4;

/** Healed, and as people ask for it. */
const FIRST_YEARS: readonly number[] = [1 / 12, 5, 10, 15];

/** The years that can be chosen: those which the time strip names. */
export const comparedYears = (sessionsPlanned: number): readonly number[] =>
  timeStops({ sessionsPlanned })
    .map(({ timeYears }) => timeYears)
    .filter((years) => years > 0);

/** The photos that can lie beside each other: all but those in which the head is still to be placed. */
export const comparableViews = (state: AppState): readonly ViewRecord[] =>
  designViews(current(state.history)).filter((view) => screenOf(state, view)?.kind !== 'place-head');

/** So many of a list, the chosen one among them. */
function firstOf<Each>(order: readonly Each[], chosen: Each): readonly Each[] {
  const first = order.slice(0, MOST_COMPARED);
  return first.includes(chosen) ? first : [...first.slice(0, -1), chosen];
}

/** The same for every place there can be: places beyond those show them over again. */
const inAllPlaces = <Each>(shown: readonly Each[], order: readonly Each[]): readonly Each[] =>
  Array.from({ length: MOST_COMPARED }, (_, at) => shown.at(at) ?? order[(at - shown.length) % order.length]);

/** All designs there are, up to four, the chosen one among them; a design alone in all its views, or at two moments. */
export function startComparing(state: AppState): Partial<AppState> {
  const { designs, chosenDesign } = current(state.history);
  const { id: viewBefore } = viewOf(state.history);
  const order = [...designs.keys()];
  const shown = firstOf(order, chosenDesign);
  const ids = comparableViews(state).map(({ id }) => id);
  const seen = firstOf(ids, viewBefore);
  const by = designs.length > 1 ? 'designs' : ids.length > 1 ? 'views' : 'moments';
  const comparing: Comparing = {
    by,
    count: Math.max(LEAST_COMPARED, (by === 'views' ? seen : shown).length),
    designs: inAllPlaces(shown, order),
    years: FIRST_YEARS,
    views: inAllPlaces(seen, ids),
    zooms: [],
    zoomBefore: state.zoom,
    viewBefore,
  };
  return { comparing, toFrame: true, tool: 'look' };
}

/** A picture of a comparison: which design, in which photo (the id of its view), and when. */
export interface Compared {
  readonly design: number;
  readonly view: string;
  readonly moment: Moment;
}

/** What the pictures show, in their order. A design that is there no more is the one that is chosen. */
export function comparedOf({ comparing, history, moment }: AppState): readonly Compared[] {
  if (comparing === null) return [];
  const { designs, chosenDesign, views, chosenView } = current(history);
  const now: Compared = { design: chosenDesign, view: views[chosenView].id, moment };
  return Array.from({ length: comparing.count }, (_, at): Compared => {
    switch (comparing.by) {
      case 'designs':
        return comparing.designs[at] < designs.length ? { ...now, design: comparing.designs[at] } : now;
      case 'views':
        return views.some(({ id }) => id === comparing.views[at]) ? { ...now, view: comparing.views[at] } : now;
      case 'moments': {
        const sessionsDone = designs[chosenDesign].drawn.sessionsPlanned;
        return { ...now, moment: { sessionsDone, timeYears: comparing.years[at] } };
      }
    }
  });
}

/** The photo of a picture, with all that was read of it; null: it is being read, or its head is still to be placed. */
export function subjectOfCompared(state: AppState, { view }: Pick<Compared, 'view'>): Subject | null {
  const record = current(state.history).views.find(({ id }) => id === view);
  const screen = record === undefined ? null : screenOf(state, record);
  return screen?.kind === 'editing' ? screen.subject : null;
}

/** How near a picture sees the head; undefined: it is to be framed. Views each by themselves, all else together. */
export const zoomOfCompared = ({ comparing, zoom }: AppState, at: number): AppState['zoom'] | undefined =>
  comparing?.by === 'views' ? comparing.zooms.at(at) : zoom;

/** The picture at that place seen from that near. */
export const zoomCompared = (
  { comparing }: AppState,
  at: number,
  zoom: AppState['zoom'] | undefined,
): Partial<AppState> =>
  comparing?.by !== 'views'
    ? { zoom: zoom ?? null }
    : {
        comparing: {
          ...comparing,
          zooms: Array.from({ length: MOST_COMPARED }, (_, each) => (each === at ? zoom : comparing.zooms.at(each))),
        },
      };

/** The document, and all that a picture of it depends on beside, as one picture of a comparison shows it. */
export function stateOfCompared(state: AppState, compared: Compared): AppState | null {
  const { design, moment, view } = compared;
  const inView = stateInView(state, view);
  if (inView === null) return null;
  return {
    ...inView,
    history: begin(chooseDesign(current(inView.history), design)),
    moment,
    sketch: state.sketch === 'alone' ? 'shown' : state.sketch,
    showHead: false,
    showAgreement: false,
    showError: false,
    showStage: false,
    showMeasurements: false,
    ruler: null,
  };
}
