import type { PhotoOfView } from '~/keep/project-file';
import type { GoingOn } from '~/intake/intake';
import { isOver } from '~/intake/job-queue';
import { startedFrom, USUAL_CHOICE } from '~/model/advice/started-from';
import type { FirstChoice } from '~/model/advice/started-from';
import { AS_IT_IS, MIRRORED, QUARTER_CLOCKWISE, turnedPlace, turnFromTo } from '~/model/base/orientation';
import type { Orientation } from '~/model/base/orientation';
import type { Box, PointPx } from '~/model/base/units';
import { designViews } from '~/model/design/consultation';
import type { Consultation } from '~/model/design/consultation';
import type { Design } from '~/model/design/design';
import { NO_PLACEMENT } from '~/model/design/head-correction';
import { commit, current } from '~/model/design/history';
import type { History } from '~/model/design/history';
import { turnView } from '~/model/design/turn-view';
import type { AppState, Subject } from '~/store/app-state';
import { stageOf, subjectOf } from '~/store/screen';
import { reject, startLooking } from '~/store/stages';
import { viewOf, withinWork } from '~/store/turns';
import type { Commands } from './commands';
import type { WorkKeeper } from './keep-work';
import type { JobParts } from './open-photo';

const TURNS = { turn: QUARTER_CLOCKWISE, mirror: MIRRORED } as const;

export interface TurnCommands extends Pick<Commands, 'turnPhoto'> {
  /** Goes to a document whose photo is not the one on the screen, or turned otherwise: reads it so, and then shows it. */
  readonly goTo: (history: History<Consultation>) => void;
}

const middleOf = ({ left, top, right, bottom }: Box): PointPx => ({
  xPx: (left + right) / 2,
  yPx: (top + bottom) / 2,
});

/** A photo to be turned, and what is known of it. */
interface Turned extends Pick<Subject, 'photo' | 'reading'> {
  readonly first: FirstChoice;
  readonly isPlaced: boolean;
  readonly isNew: boolean;
}

/** The photo turned by hand: as if it had been opened so, with all that was drawn; a step of undo like any other. */
export function turnPhotoCommands(parts: JobParts, keeper: WorkKeeper): TurnCommands {
  const { store, queue, ports, intake } = parts;

  /** `historyOf`: the history that is shown then; asked for when it is known whether a face was found. */
  const turn = (
    { photo, reading, first, isPlaced, isNew }: Turned,
    by: Orientation,
    historyOf: (state: AppState, found: boolean) => History<Consultation>,
    start: (before: FirstChoice) => GoingOn['start'],
  ): void => {
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
      const historyThen = (faces: number) => historyOf(state, faces > 0);
      await intake.within(turned, signal, {
        near: box === undefined ? null : turnedPlace(middleOf(box), photo.size, by),
        isPlaced,
        isNew,
        isOther: false,
        workOf: (faces) => ({ consultation: historyThen(faces).committed, moment, otherPhotos }),
        start: start(first),
        land: (step, faces) => withinWork(step, (consultation) => ({ ...historyThen(faces), committed: consultation })),
      });
    });
  };

  const atHand = (): Turned | null => {
    const state = store.getState();
    const subject = subjectOf(state);
    if (subject === null || stageOf(state) === 'detecting') return null;
    return {
      ...subject,
      isPlaced: state.screen.kind === 'editing' && subject.reading.face === null,
      isNew: state.screen.kind === 'place-head' || state.offer === 'photo',
    };
  };

  /** A photo that was read before comes back as it was. */
  const seeAgain = (photo: PhotoOfView, history: History<Consultation>): void => {
    store.setState({ job: { name: 'detecting' } });
    const { moment, otherPhotos } = store.getState();
    queue.replace((signal) =>
      intake.again(photo, { consultation: history.committed, moment, otherPhotos }, signal, (step) => (state) => ({
        ...withinWork(step, () => history)(state),
        notice: state.notice,
      })),
    );
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
      const at = atHand();
      // A design that lies in several photos is no longer what one of them starts from.
      const alone = designViews(current(store.getState().history)).length === 1;
      const start = (before: FirstChoice) => (design: Design, first: FirstChoice) =>
        alone ? startedFrom(design, first, before) : design;
      if (at !== null) turn(at, by, historyOf, start);
    },

    goTo(history) {
      const at = atHand();
      if (at === null) return;
      const { id, turned } = viewOf(history);
      const state = store.getState();
      const other = state.otherPhotos.find(({ viewId }) => viewId === id);
      const isHere = viewOf(state.history).id === id;
      if (!isHere && other === undefined) throw new Error(`There is no photo of the view ${id}.`);
      const from =
        isHere || other === undefined
          ? at
          : { ...other, first: USUAL_CHOICE, isPlaced: other.reading.face === null, isNew: false };
      const by = turnFromTo(from.photo.turned ?? AS_IT_IS, turned);
      if (by === AS_IT_IS && other !== undefined) seeAgain(other, history);
      else
        turn(
          from,
          by,
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
  laid: null,
  laidBy: null,
});
