import type { Turn } from '~/intake/intake';
import { isOver } from '~/intake/job-queue';
import { startedFrom } from '~/model/advice/started-from';
import type { FirstChoice } from '~/model/advice/started-from';
import { AS_IT_IS, MIRRORED, QUARTER_CLOCKWISE, turnedPlace, turnFromTo } from '~/model/base/orientation';
import type { Orientation } from '~/model/base/orientation';
import type { Box, PointPx } from '~/model/base/units';
import type { Consultation } from '~/model/design/consultation';
import { NO_PLACEMENT } from '~/model/design/head-correction';
import { commit, current } from '~/model/design/history';
import type { History } from '~/model/design/history';
import { turnView } from '~/model/design/turn-view';
import type { AppState } from '~/store/app-state';
import { stageOf, subjectOf } from '~/store/screen';
import { reject, startLooking } from '~/store/stages';
import { turnOf, withTurn } from '~/store/turns';
import type { Commands } from './commands';
import type { WorkKeeper } from './keep-work';
import type { JobParts } from './open-photo';

const TURNS = { turn: QUARTER_CLOCKWISE, mirror: MIRRORED } as const;

export interface TurnCommands extends Pick<Commands, 'turnPhoto'> {
  /** Goes to a document in which the photo is turned otherwise than on the screen: reads it so, and then shows it. */
  readonly turnTo: (history: History<Consultation>) => void;
}

const middleOf = ({ left, top, right, bottom }: Box): PointPx => ({
  xPx: (left + right) / 2,
  yPx: (top + bottom) / 2,
});

/** The photo turned by hand: as if it had been opened so, with all that was drawn; a step of undo like any other. */
export function turnPhotoCommands(parts: JobParts, keeper: WorkKeeper): TurnCommands {
  const { store, queue, ports, intake } = parts;

  /** `historyOf`: the history that is shown then; asked for when it is known whether a face was found. */
  const turn = (
    by: Orientation,
    historyOf: (state: AppState, found: boolean) => History<Consultation>,
    start: (before: FirstChoice) => Turn['start'],
  ): void => {
    const before = store.getState();
    const subject = subjectOf(before);
    if (subject === null || stageOf(before) === 'detecting') return;
    const { photo, reading, first } = subject;
    const box = reading.face?.box;
    store.setState(startLooking);
    queue.replace(async (signal) => {
      const turned = await ports.turnPhoto(photo, by);
      if (isOver(signal)) return;
      if (turned === null) {
        store.setState(reject({ kind: 'photoNotTurned' }));
        return;
      }
      keeper.goOn(photo, turned);
      const state = store.getState();
      const { moment, otherPhotos } = state;
      const historyThen = (found: boolean) => historyOf(state, found);
      await intake.turned(turned, signal, {
        near: box === undefined ? null : turnedPlace(middleOf(box), photo.size, by),
        isPlaced: state.screen.kind === 'editing' && reading.face === null,
        isNew: state.screen.kind === 'place-head' || state.offer === 'photo',
        workOf: (found) => ({ consultation: historyThen(found).committed, moment, otherPhotos }),
        start: start(first),
        land: (step, found) => withTurn(step, (consultation) => ({ ...historyThen(found), committed: consultation })),
      });
    });
  };

  return {
    turnPhoto(how) {
      const by = TURNS[how];
      const historyOf = (state: AppState, found: boolean) => {
        const { history } = state;
        const size = subjectOf(state)?.photo.size;
        if (size === undefined) return history;
        // Where a face is found the head is placed by it, as in any photo.
        const placed = subjectOf(state)?.reading.face === null && !found;
        const consultation = turnView(current(history), by, size);
        const turned = placed
          ? consultation
          : { ...consultation, views: consultation.views.with(consultation.chosenView, atFirst(consultation)) };
        return commit(history, turned);
      };
      turn(by, historyOf, (before) => (design, first) => startedFrom(design, first, before));
    },

    turnTo(history) {
      const photo = subjectOf(store.getState())?.photo;
      if (photo !== undefined)
        turn(
          turnFromTo(photo.turned ?? AS_IT_IS, turnOf(history)),
          () => history,
          () => (design) => design,
        );
    },
  };
}

/** The chosen view with the head where it is found. */
const atFirst = ({ views, chosenView }: Consultation): Consultation['views'][number] => ({
  ...views[chosenView],
  placement: NO_PLACEMENT,
});
