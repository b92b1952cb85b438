import type { StoreApi } from 'zustand/vanilla';
import type { PointPx } from '~/model/base/units';
import { called } from '~/intake/called-view';
import { freshWork } from '~/intake/intake';
import { isOver } from '~/intake/job-queue';
import { readHead } from '~/intake/read-head';
import type { Photo } from '~/io/photo';
import type { FirstChoice } from '~/model/advice/started-from';
import { designViews, skullOfOthers, withDesign, withViewKind } from '~/model/design/consultation';
import { withoutMark, withTap } from '~/model/laying/head-marks';
import type { Consultation } from '~/model/design/consultation';
import { NO_CORRECTION } from '~/model/design/head-correction';
import { current } from '~/model/design/history';
import { layAsView, layByMarks, marksSeen } from '~/model/laying/lay-head';
import { clamp } from '~/model/maths/numbers';
import type { LaidOn } from '~/model/laying/lay-by-marks';
import type { HeadView } from '~/model/laying/view-priors';
import type { AppState, Placing } from '~/store/app-state';
import { marksInForce, marksMoved, withPlacing } from '~/store/placings';
import { stageOf, subjectOf } from '~/store/screen';
import { committedDesign, isGesture, shownDesign } from '~/store/shown-design';
import { acceptPlacing, startLooking } from '~/store/stages';
import type { OpenedWork } from '~/store/stages';
import { viewInSight } from '~/store/view-in-sight';
import type { Commands } from './commands';
import { committed, isOpen, previewed } from './edit-design';
import type { JobParts } from './open-photo';

/** The photo to place a head on, and the work to go on with: that at hand, or a fresh one for a waiting photo. */
function toPlaceOn(
  state: AppState,
): { readonly photo: Photo; readonly work: OpenedWork; readonly first?: FirstChoice } | null {
  const { screen, history, moment, otherPhotos } = state;
  if (stageOf(state) === 'detecting') return null;
  if (screen.kind === 'choose-face') return { photo: screen.photo, work: freshWork() };
  if (screen.kind !== 'editing') return null;
  const { subject } = screen;
  const consultation = withDesign(current(history), { ...shownDesign(state), head: NO_CORRECTION });
  return { photo: subject.photo, work: { consultation, moment, otherPhotos }, first: subject.first };
}

/** Placing the head by hand is a full way to work: for views without a face, and where the face misled. */
export function placeHeadCommands(parts: JobParts): Pick<Commands, 'placeByHand' | 'acceptPlacement'> {
  const { store, queue, ports, intake } = parts;
  return {
    placeByHand() {
      const on = toPlaceOn(store.getState());
      if (on !== null) queue.replace((signal) => intake.byHand(on.photo, on.work, null, signal, on.first));
    },

    acceptPlacement() {
      const state = store.getState();
      if (state.screen.kind !== 'place-head' || stageOf(state) === 'detecting') return;
      const { photo, reading } = state.screen.subject;
      const design = shownDesign(state);
      store.setState(startLooking);
      queue.replace(async (signal) => {
        const read = await intake.placed(photo, design, signal, reading.outline);
        if (isOver(signal)) return;
        const understood = await readHead(photo, read, design, ports);
        if (isOver(signal)) return;
        store.setState((before) => {
          const next = acceptPlacing(understood)(before);
          // The first photo is called by what it shows when there is a second.
          return designViews(next.history.committed).length > 1 ? called(next) : next;
        });
      });
    },
  };
}

/** What there is to lay the head by, on the screen for it; null on others. */
function laidOnOf(state: AppState, view: HeadView): LaidOn | null {
  const subject = subjectOf(state);
  if (subject === null || stageOf(state) !== 'place-head') return null;
  const { photo, outline } = subject.reading;
  const skull = skullOfOthers(current(state.history));
  return { photo, build: committedDesign(state).build, outline, view, skull };
}

/** The document with the head laid so. */
const withHead = (state: AppState, view: HeadView, { head }: Placing): Consultation =>
  withViewKind(withDesign(current(state.history), { ...shownDesign(state), head }), view);

/** A mark of the head tapped in the photo at hand, until commit; beside the photo there is nothing to tap. */
export function tapMark(store: StoreApi<AppState>, mark: number, { xPx, yPx }: PointPx): void {
  const state = store.getState();
  const size = subjectOf(state)?.photo.size;
  if (size === undefined || !isOpen(state)) return;
  const at = { xPx: clamp(xPx, 0, size.widthPx), yPx: clamp(yPx, 0, size.heightPx) };
  store.setState(previewed(state, withTap(current(state.history), mark, at)));
}

/** Laying a head on a photo that shows no face: from where it is seen, and where its crown and ears are. */
export function markHeadCommands(store: StoreApi<AppState>): Pick<Commands, 'seeHeadFrom' | 'markHead' | 'removeMark'> {
  return {
    seeHeadFrom(view) {
      const state = store.getState();
      const on = laidOnOf(state, view);
      if (on === null) return;
      const placing = { marks: {}, head: layAsView(on, shownDesign(state).head) };
      const placings = withPlacing(state.placings, placing, isGesture(state));
      store.setState({ ...committed(state, withHead(state, view, placing)), placings });
    },

    markHead(mark, at) {
      if (typeof mark === 'number') {
        tapMark(store, mark, at);
        return;
      }
      const state = store.getState();
      const view = viewInSight(state);
      const on = laidOnOf(state, view);
      if (on === null) return;
      const { head } = shownDesign(state);
      const known = { ...marksInForce(state), ...marksSeen(on, head, marksMoved(state)) };
      const marks = { ...known, [mark]: at };
      const placing = { marks, head: layByMarks(on, marks, head) };
      store.setState({
        ...previewed(state, withHead(state, view, placing)),
        placings: withPlacing(state.placings, placing, isGesture(state)),
      });
    },

    removeMark(mark, from) {
      const state = store.getState();
      const before = current(state.history);
      const after = withoutMark(before, mark, from);
      if (isOpen(state) && after !== before) store.setState(committed(state, after));
    },
  };
}
