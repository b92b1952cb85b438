import { chooseDesign } from '~/model/design/consultation';
import type { Consultation } from '~/model/design/consultation';
import { begin, current } from '~/model/design/history';
import { timeStops } from '~/model/design/time-scale';
import type { Moment } from '~/model/design/time-scale';
import type { AppState, Comparing } from './app-state';

export const LEAST_COMPARED = 2;
export const MOST_COMPARED = 4;

/** Healed, and as people ask for it. */
const FIRST_YEARS: readonly number[] = [1 / 12, 5, 10, 15];

/** The years that can be chosen: those which the time strip names. */
export const comparedYears = (sessionsPlanned: number): readonly number[] =>
  timeStops({ sessionsPlanned })
    .map(({ timeYears }) => timeYears)
    .filter((years) => years > 0);

/** All designs there are, up to four, the chosen one among them; a design alone at two moments. */
export function startComparing(state: AppState): Partial<AppState> {
  const { designs, chosenDesign } = current(state.history);
  const order = [...designs.keys()];
  const first = order.slice(0, MOST_COMPARED);
  const shown = first.includes(chosenDesign) ? first : [...first.slice(0, -1), chosenDesign];
  const comparing: Comparing = {
    by: designs.length > 1 ? 'designs' : 'moments',
    count: Math.max(LEAST_COMPARED, shown.length),
    // Places beyond those show the designs over again.
    designs: Array.from(
      { length: MOST_COMPARED },
      (_, at) => shown.at(at) ?? order[(at - shown.length) % order.length],
    ),
    years: FIRST_YEARS,
    zoomBefore: state.zoom,
  };
  return { comparing, toFrame: true, tool: 'look' };
}

export const stopComparing = ({ comparing }: AppState): Partial<AppState> =>
  comparing === null ? {} : { comparing: null, zoom: comparing.zoomBefore, holdingBefore: false };

/** A picture of a comparison: which design, and when. */
export interface Compared {
  readonly design: number;
  readonly moment: Moment;
}

/** What the pictures show, in their order. A design that is there no more is the one that is chosen. */
export function comparedOf({ comparing, history, moment }: AppState): readonly Compared[] {
  if (comparing === null) return [];
  const { designs, chosenDesign } = current(history);
  return Array.from({ length: comparing.count }, (_, at) =>
    comparing.by === 'designs'
      ? { design: comparing.designs[at] < designs.length ? comparing.designs[at] : chosenDesign, moment }
      : {
          design: chosenDesign,
          moment: { sessionsDone: designs[chosenDesign].drawn.sessionsPlanned, timeYears: comparing.years[at] },
        },
  );
}

/** The document, and all that a picture of it depends on beside, as one picture of a comparison shows it. */
export function stateOfCompared(state: AppState, { design, moment }: Compared): AppState {
  const shown: Consultation = chooseDesign(current(state.history), design);
  return {
    ...state,
    history: begin(shown),
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
