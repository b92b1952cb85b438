import type { Photo } from '~/io/photo';
import type { PhotoOfView } from '~/keep/project-file';
import type { Consultation } from '~/model/design/consultation';
import { startedFrom } from '~/model/advice/started-from';
import { designViews, withDesign, withLaid } from '~/model/design/consultation';
import { begin, cancel, commit } from '~/model/design/history';
import type { Moment } from '~/model/design/time-scale';
import type { Steps } from '~/model/project/steps';
import type { FaceReading } from '~/model/view/head-reading';
import { lineSection } from './first-section';
import { notify } from './notify';
import { laidByNow } from './placings';
import { subjectOf } from './screen';
import { shownDesign } from './shown-design';
import type { AppState, Former, Notice, Screen, Subject } from './app-state';

/** How the app goes from one screen to the next. Pure: state in, state out. */
type Step = (state: AppState) => AppState;

/** A screen with no job under way. */
const show = (state: AppState, screen: Screen): AppState => ({ ...state, screen, job: null });

/** A photo is on its way in. The work at hand stays where it is until the photo has proved to be one. */
export const startLooking: Step = (state) =>
  notify({ kind: 'lookingForHead' })({ ...state, job: { name: 'openingPhoto' } });

/** The photo could not be taken in: back to what was there. Without any work there is only the reason to show. */
export const reject =
  (why: Notice): Step =>
  (state) =>
    notify(why)(show(state, state.screen.kind === 'start' ? { kind: 'start', failed: true } : state.screen));

/** The user no longer wants the running job. */
export const cancelJob: Step = (state) => (state.job === null ? state : notify({ kind: 'cancelled' })(settle(state)));

/** Steps back from a job that would have led to another screen. */
export const settle: Step = (state) => ({ ...state, job: null });

/** Several faces: the user says which. */
export const offerFaces =
  (photo: Photo, faces: readonly FaceReading[]): Step =>
  (state) =>
    notify({ kind: 'severalFaces', count: faces.length })({
      ...show(state, { kind: 'choose-face', photo, faces }),
      // Those of the work before; undo has them.
      otherPhotos: [],
      former: formerOf(state),
    });

/** What is on the screen belongs to one photo and starts afresh with the next. */
const freshView = (state: AppState): AppState => ({
  ...state,
  standing: [],
  placings: [],
  tool: 'look',
  measuring: null,
  wipePercent: 0,
  revealDue: false,
  toFrame: false,
  lineTouched: false,
  offer: null,
  leaving: false,
  finishing: false,
  healedShown: null,
  paper: null,
  ready: null,
  comparing: null,
  showingClient: false,
  holdingBefore: false,
  showHair: false,
  showStage: false,
  showChanged: false,
  ruler: null,
  zoom: null,
  zoneShown: null,
  markWanted: undefined,
  pointInHand: null,
  pointToFocus: null,
  sketch: 'shown',
});

/** What is opened together with a photo: the document, the moment that is shown, and the photos of its other views. */
export interface OpenedWork {
  readonly consultation: Consultation;
  readonly moment: Moment;
  readonly otherPhotos: readonly PhotoOfView[];
  /** Steps of undo and redo that come with it; left out: none. */
  readonly steps?: Steps;
}

/** Work that begins takes the place of what is there; the same photo placed anew is the same work. */
const opened = (state: AppState, subject: Subject, { consultation, moment, otherPhotos, steps }: OpenedWork) => ({
  ...(subjectOf(state)?.photo !== subject.photo && { ...UNNAMED, former: formerOf(state) }),
  history: { ...begin(consultation), ...steps },
  moment,
  momentBefore: null,
  otherPhotos,
});

/** What is not known yet of new work. */
const UNNAMED = { workName: null, nameAsked: false, fileHolds: null } as const;

/** What undo is to bring back when another photo comes: the work at hand, or what it was before the first screen. */
function formerOf(state: AppState): Former | null {
  const { screen, history, moment, otherPhotos, standing, workName, fileHolds, nameAsked } = state;
  if (screen.kind !== 'editing' && screen.kind !== 'place-head') return state.former;
  return { screen, history: cancel(history), moment, otherPhotos, standing, workName, fileHolds, nameAsked };
}

/** Back to the work that another photo took the place of. */
export const backToFormer: Step = (state) =>
  state.former === null
    ? state
    : { ...freshView(state), ...state.former, job: null, momentBefore: null, toFrame: true, former: null };

/** A head to be placed by hand, on a new photo or on the one at hand. */
export const startPlacing =
  (subject: Subject, work: OpenedWork, why: Notice | null): Step =>
  (state) => {
    const screen = { kind: 'place-head', subject } as const;
    const offer = subject.faults.length > 0 ? ('photo' as const) : null;
    const placing = { ...show(freshView(state), screen), ...opened(state, subject, work), showHead: true, offer };
    return why === null ? placing : notify(why)(placing);
  };

/** All of it bare: where a reveal begins. */
const BARE_PERCENT = 100;

/** How a picture is shown that nobody has seen yet: framed, by a wipe from bare to treated, and with one question over it. */
const toBeRevealed = ({ faults }: Subject) =>
  ({
    toFrame: true,
    revealDue: true,
    wipePercent: BARE_PERCENT,
    offer: faults.length > 0 ? 'photo' : 'goal',
  }) as const;

/** Work on a head begins, with a picture to be revealed, or goes on as it was kept. */
export const startEditing =
  (subject: Subject, work: OpenedWork, notice: Notice, isNew: boolean): Step =>
  (state) =>
    notify(notice)({
      ...show(freshView(state), { kind: 'editing', subject }),
      ...opened(state, subject, work),
      ...(isNew ? toBeRevealed(subject) : { toFrame: true }),
      panel: 'hairline',
      showHead: false,
    });

/** The placed head is accepted; what its surroundings told replaces what was assumed. */
export const acceptPlacing =
  (subject: Subject): Step =>
  (state) => {
    const { committed, ...steps } = commit(state.history);
    // Where the head lies now is no step of undo of its own: the gestures that brought it there are.
    const placed = { ...steps, committed: withLaid(committed, laidByNow(state)) };
    const { views, chosenView } = placed.committed;
    const editing = show(freshView(state), { kind: 'editing', subject });
    // A design that lies in other photos already is not begun again in this one.
    if (designViews(placed.committed).length > 1) {
      const standing = state.standing.filter(({ viewId }) => viewId !== views[chosenView].id);
      return notify({ kind: 'headFound' })({ ...editing, history: placed, standing, toFrame: true, showHead: false });
    }
    const shown = shownDesign(state);
    const design = startedFrom(shown, subject.first, subjectOf(state)?.first);
    const [panel, control] = lineSection(state, ['hairline', 'looks']);
    return notify({ kind: 'headFound' })({
      ...editing,
      // What the app itself starts from is no step of undo.
      history: design === shown ? placed : { ...placed, committed: withDesign(placed.committed, design) },
      ...toBeRevealed(subject),
      panel,
      controls: { ...state.controls, [panel]: control },
      showHead: false,
    });
  };

/** Back to the first screen. The work was kept by autosave and is listed there. */
export const leaveWork: Step = (state) => ({
  ...show(freshView(state), { kind: 'start', failed: false }),
  otherPhotos: [],
  notice: null,
  former: formerOf(state),
});
