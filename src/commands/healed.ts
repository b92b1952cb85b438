import { isOver } from '~/intake/job-queue';
import { openedPhoto } from '~/intake/photo-refusal';
import { readingOf } from '~/intake/read-head';
import { readingAround } from '~/intake/reading-around';
import type { Photo } from '~/io/photo';
import type { PhotoOfView, Work } from '~/keep/project-file';
import { AS_IT_IS, MIRRORED } from '~/model/base/orientation';
import { chooseView, designInForce, designViews, MOST_VIEWS, removeView } from '~/model/design/consultation';
import type { Consultation, HealedDates } from '~/model/design/consultation';
import { NO_CORRECTION } from '~/model/design/head-correction';
import { addHealed, dateHealed, dayOf } from '~/model/design/healed-view';
import { begin, commit, seen } from '~/model/design/history';
import { headOf } from '~/model/fit/head-of';
import type { Pose } from '~/model/view/view';
import { viewKindOf } from '~/model/view/view-kind';
import type { AppState, HealedNews } from '~/store/app-state';
import { degreesBetween } from '~/model/maths/rotation';
import { stageOf, subjectOf } from '~/store/screen';
import { isGesture, shownDesign } from '~/store/shown-design';
import { notify } from '~/store/notify';
import { reject, settle, startLooking } from '~/store/stages';
import { withPhoto } from '~/store/work-at-hand';
import type { Commands } from './commands';
import { stepsBeside } from './edit-design';
import type { EditCommands, GoTo } from './edit-design';
import type { WorkKeeper } from './keep-work';
import type { JobParts } from './open-photo';
import { freeId } from './views';

/** A photo whose head was found, and how many faces there were. */
interface Found {
  readonly photo: Photo;
  readonly reading: PhotoOfView['reading'];
  readonly pose: Pose;
  readonly faces: number;
}

export interface HealedCommands extends Pick<Commands, 'addHealed' | 'mirrorHealed' | 'dateHealed'> {
  /** Looks at a healed photo for the work at hand, within a job. */
  readonly layHealed: (coming: HealedPhoto, signal: AbortSignal) => Promise<void>;
}

/** A healed photo that nobody has looked at yet. */
export interface HealedPhoto {
  readonly photo: Photo;
  readonly healed: HealedDates;
}

/** A work as it was before its healed photos that were still being looked at when it was kept, and those. */
export function withoutUnread(work: Work): { readonly work: Work; readonly unread: readonly HealedPhoto[] } {
  const unread = work.photos.flatMap(({ viewId, photo, reading }) => {
    const healed = work.consultation.views.find(({ id }) => id === viewId)?.healed ?? null;
    return healed === null || reading.face !== null ? [] : [{ viewId, photo, healed }];
  });
  const without = (document: Consultation): Consultation =>
    unread.reduce((rest, { viewId }) => removeView(rest, viewId), document);
  if (unread.length === 0) return { work, unread };
  const consultation = without(work.consultation);
  const photos = work.photos.filter(({ viewId }) => unread.every((each) => each.viewId !== viewId));
  const { steps } = work;
  // The step that was to bring them is taken again when they are read.
  const before = steps && { past: steps.past.slice(0, -unread.length), future: [] };
  return { work: { ...work, consultation, photos, ...(before && { steps: before }) }, unread };
}

/** Degrees by which another photo of the plan has to be nearer than the one that is looked at, so that it is gone to. Our choice. */
const NEARER_DEGREES = 5;

/** The photo of the plan that was taken from the side nearest to this healed photo's: laid over one from another side, a head is torn. */
function nearestView(state: AppState, real: Pose): string {
  const { history, moment, otherPhotos } = state;
  const { committed } = history;
  const shown = committed.views[committed.chosenView].id;
  const degreesFrom = (id: string): number => {
    const there = id === shown ? subjectOf(state) : otherPhotos.find(({ viewId }) => viewId === id);
    if (there == null) return Infinity;
    const { pose } = headOf(there.reading, designInForce(chooseView(committed, id), moment));
    return degreesBetween(real.rotation, pose.rotation) + (id === shown ? 0 : NEARER_DEGREES);
  };
  const apart = designViews(committed).map(({ id }) => ({ id, degrees: degreesFrom(id) }));
  return apart.reduce((best, one) => (one.degrees < best.degrees ? one : best)).id;
}

/**
 * Photos of the healed result: each is a view of the document that is laid beside the plan, read by itself. Whatever is wrong with one
 * is said, and the work stays as it is.
 */
export function healedCommands(
  { store, queue, ports }: JobParts,
  { commit: endGesture }: EditCommands,
  goTo: GoTo,
  keeper: WorkKeeper,
): HealedCommands {
  const { take, change } = stepsBeside(store, endGesture, goTo);

  const say = async (news: HealedNews, step: (said: ReturnType<typeof notify>) => void): Promise<void> =>
    step(notify({ kind: 'told', said: await ports.healedWords(news) }));

  /** Finds the head in a photo; null: there is no face, which is said. */
  const find = async (photo: Photo, signal: AbortSignal): Promise<Found | null> => {
    store.setState({ job: { name: 'detecting' } });
    const found = await ports.detector.findFaces(photo.working, signal);
    if (isOver(signal)) return null;
    if (!found.ok) {
      store.setState(reject({ kind: 'detectorFailed' }));
      return null;
    }
    const [face] = found.value;
    const { build } = shownDesign(store.getState());
    const bare = { build, head: NO_CORRECTION, knownLength: null };
    if (found.value.length === 0) {
      await say({ kind: 'noFace' }, (said) => !isOver(signal) && store.setState((state) => said(settle(state))));
      return null;
    }
    const reading = await readingAround(photo, face, bare, ports, signal);
    if (isOver(signal)) return null;
    return { photo, reading, pose: headOf(reading, bare).pose, faces: found.value.length };
  };

  /** Puts a found photo into the document, as one step of undo, and shows it beside the plan. */
  const put = async (
    { photo, reading, pose }: Found,
    healed: HealedDates,
    news: HealedNews,
    signal: AbortSignal,
    instead: string | null = null,
  ): Promise<void> => {
    const said = await ports.healedWords(news);
    if (isOver(signal)) return;
    store.setState((state) => {
      const { history, otherPhotos } = state;
      const id = freeId(state);
      const kept = instead === null ? history.committed : removeView(history.committed, instead);
      const document = addHealed(kept, { id, kind: viewKindOf(pose), turned: photo.turned ?? AS_IT_IS, healed });
      return notify({ kind: 'told', said })({
        ...settle(state),
        history: commit(history, document),
        otherPhotos: [...otherPhotos, { viewId: id, photo, reading }],
        healedShown: id,
        finishing: false,
        ready: null,
      });
    });
    const nearest = nearestView(store.getState(), pose);
    // To look at another photo of the plan is no step.
    take(({ history }) => seen(history, chooseView(history.committed, nearest)));
  };

  const layHealed: HealedCommands['layHealed'] = async ({ photo, healed }, signal) => {
    const id = freeId(store.getState());
    const turned = photo.turned ?? AS_IT_IS;
    const settled = keeper.acceptWithin(photo, (work) => {
      const document = addHealed(work.consultation, { id, kind: 'front', turned, healed });
      const before = { ...begin(work.consultation), ...work.steps };
      return withPhoto(work, commit(before, document), { viewId: id, photo, reading: readingOf(photo, null, null) });
    });
    try {
      const found = await find(photo, signal);
      if (found !== null) await put(found, healed, { kind: 'added', faces: found.faces }, signal);
    } finally {
      settled();
    }
  };

  const isAtWork = (): boolean => stageOf(store.getState()) === 'editing';

  return {
    addHealed(file) {
      if (!isAtWork()) return;
      if (isGesture(store.getState())) endGesture();
      if (store.getState().history.committed.views.length >= MOST_VIEWS) {
        void say({ kind: 'full' }, (said) => store.setState(said));
        return;
      }
      store.setState(startLooking);
      queue.replace(async (signal) => {
        const [photo, day] = await Promise.all([openedPhoto(file, store, ports, signal), ports.dayTaken(file)]);
        if (photo === null || isOver(signal)) return;
        const takenOn = day ?? dayOf(new Date());
        await layHealed({ photo, healed: { takenOn, lastVisitOn: null } }, signal);
      });
    },

    layHealed,

    mirrorHealed(id) {
      const { history, otherPhotos } = store.getState();
      const view = history.committed.views.find((each) => each.id === id);
      const there = otherPhotos.find(({ viewId }) => viewId === id);
      const healed = view?.healed ?? null;
      if (!isAtWork() || there === undefined || healed === null) return;
      store.setState(startLooking);
      queue.replace(async (signal) => {
        const turned = await ports.turnPhoto(there.photo, MIRRORED);
        if (isOver(signal)) return;
        if (turned === null) {
          store.setState(reject({ kind: 'photoNotTurned' }));
          return;
        }
        const found = await find(turned, signal);
        if (found !== null) await put(found, healed, { kind: 'mirrored' }, signal, id);
      });
    },

    dateHealed: (id, dates) => void change((now) => dateHealed(now, id, dates)),
  };
}
