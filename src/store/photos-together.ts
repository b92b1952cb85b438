import { AS_IT_IS } from '~/model/base/orientation';
import { memoEach, memoFew, memoLast } from '~/model/base/memo';
import type { HeadRecord, Tap, ViewRecord } from '~/model/design/consultation';
import { isAsFound } from '~/model/design/head-correction';
import type { Together, ViewOfHead } from '~/model/fit/heads-of';
import type { TappedMark } from '~/model/fit/view-to-fit';
import type { HeadReading } from '~/model/view/head-reading';
import type { AppState, Subject } from './app-state';
import { subjectOf } from './screen';

/** As many taps as place a head of which nothing else is known. */
const ENOUGH_TAPS = 2;

/** A view with what was read of its photo. */
type ReadView = readonly [ViewRecord, HeadReading];

/** Whether something is known of where the head lies in this photo, and nobody wants it by itself. */
const isFitted = ([{ healed, apart, placement, laid, taps }, { face }]: ReadView): boolean =>
  healed === null && !apart && (face !== null || laid !== null || !isAsFound(placement) || taps.length >= ENOUGH_TAPS);

/** Taps as the fit knows them. */
const tappedMarks = memoEach((taps: readonly Tap[]): readonly TappedMark[] =>
  taps.map(({ mark, at }) => ({ mark: String(mark), kind: 'skin', seen: at })),
);

/** The views of the document whose photos are read as they are turned there, the photo on the screen among them. */
function readViews({ history, otherPhotos }: AppState, subject: Subject): readonly ReadView[] {
  const { views, chosenView } = history.committed;
  return views.flatMap((view, at): ReadView[] => {
    if (at === chosenView) return [[view, subject.reading]];
    const other = otherPhotos.find(({ viewId }) => viewId === view.id);
    const isAsTurned = (other?.photo.turned ?? AS_IT_IS) === view.turned;
    return other === undefined || !isAsTurned ? [] : [[view, other.reading]];
  });
}

/** Undo leads back and forth, and what is compared beside is of the same head. */
const KNOWN = 4;

/** The same object for the same records and readings, so that they are fitted once. */
const viewsOfHead = memoFew(
  KNOWN,
  (
    skull: HeadRecord['skull'],
    knownLength: HeadRecord['knownLength'],
    count: number,
    ...parts: readonly (ViewRecord | HeadReading)[]
  ): readonly ViewOfHead[] =>
    Array.from({ length: count }, (_, v) => {
      const [{ placement, laid, laidBy, span, taps }, reading] = parts.slice(2 * v, 2 * v + 2) as unknown as ReadView;
      return {
        reading,
        head: { ...placement, ...skull },
        laid: laid ?? placement,
        laidBy,
        knownLength: knownLength === null || span === null ? null : { ...knownLength, ...span },
        marks: tappedMarks(taps),
      };
    }),
);

const withOthers = memoFew(
  KNOWN,
  (subject: Subject, views: readonly ViewOfHead[], at: number, ids: string): PhotoTogether => ({
    ...subject,
    together: { views, at, ids: ids.split(' ') },
  }),
);

/** A photo, and where there are several of its head those that it is fitted together with. */
export type PhotoTogether = Subject & { readonly together?: Together };

/**
 * This photo of the head at hand with all others of it that are fitted together: those of the document without the gesture that
 * goes on, in which the head lies somewhere already and that nobody wants by themselves. One that stands by itself is given back
 * as it is. The same object for the same views and readings.
 */
export const photoTogether = memoLast((state: AppState, subject: Subject): PhotoTogether => {
  const { head, views, chosenView } = state.history.committed;
  const read = views.length < 2 || state.screen.kind !== 'editing' ? [] : readViews(state, subject).filter(isFitted);
  const at = read.findIndex(([{ id }]) => id === views[chosenView].id);
  if (read.length < 2 || at < 0) return subject;
  return withOthers(
    subject,
    viewsOfHead(head.skull, head.knownLength, read.length, ...read.flat()),
    at,
    read.map(([{ id }]) => id).join(' '),
  );
});

/** The head at hand so, on the screens that have one. */
export function headAtHand(state: AppState): PhotoTogether | null {
  const subject = subjectOf(state);
  return subject === null ? null : photoTogether(state, subject);
}
