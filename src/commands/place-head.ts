import { isOver } from '~/intake/job-queue';
import { readHead } from '~/intake/read-head';
import type { FirstChoice } from '~/model/advice/started-from';
import { withDesign } from '~/model/design/consultation';
import { NO_CORRECTION } from '~/model/design/head-correction';
import { current } from '~/model/design/history';
import type { AppState } from '~/store/app-state';
import { stageOf } from '~/store/screen';
import { shownDesign } from '~/store/shown-design';
import { acceptPlacing, startLooking } from '~/store/stages';
import type { OpenedWork } from '~/store/stages';
import type { Photo } from '~/io/photo';
import { freshWork } from '~/intake/intake';
import type { Commands } from './commands';
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
      const { photo } = state.screen.subject;
      const design = shownDesign(state);
      store.setState(startLooking);
      queue.replace(async (signal) => {
        const read = await intake.placed(photo, design, signal);
        if (isOver(signal)) return;
        const understood = await readHead(photo, read, design, ports);
        if (!isOver(signal)) store.setState(acceptPlacing(understood));
      });
    },
  };
}
