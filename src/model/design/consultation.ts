import { memoEach, memoLast } from '~/model/base/memo';
import { AS_IT_IS } from '~/model/base/orientation';
import type { Orientation } from '~/model/base/orientation';
import type { PointPx } from '~/model/base/units';
import { initialDesign } from './design';
import type { Design } from './design';
import { isMark } from './drawing';
import type { Stroke } from './drawing';
import { NO_PLACEMENT, NO_RESHAPING } from './head-correction';
import type { HeadPlacement, SkullReshaping } from './head-correction';
import type { KnownLength, LengthKind, Span } from './known-length';
import type { Moment } from './time-scale';

/** Designs side by side are compared by eye: more than these nobody keeps apart. */
export const MOST_DESIGNS = 8;
/** What a design is called until somebody names it: the first of these that is free. */
const LETTERS = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'] as const;
/** Longer names of designs nobody can read on a chip, characters. */
export const LONGEST_DESIGN_NAME = 40;
/** The views that the trade takes of one head, and two to spare. */
export const MOST_VIEWS = 8;

/** From where a photo shows the head; `other` where nobody said. */
export const VIEW_KINDS = ['front', 'left', 'right', 'top', 'back', 'other'] as const;
export type ViewKind = (typeof VIEW_KINDS)[number];

/** Places of a head that anybody can point at, whether or not its face is in sight; left and right are the subject's. */
export const HEAD_MARKS = ['crown', 'leftEar', 'rightEar'] as const;
export type HeadMark = (typeof HEAD_MARKS)[number];

/** Facts of the person that a design holds, as the picture needs them. */
const HEAD_KEYS = ['build', 'skinType', 'ageYears', 'ownHair', 'skinItaDegrees'] as const;
/** What a design takes from elsewhere: its head, its view, and the moment that is looked at. Strokes are shared out. */
const BORROWED_KEYS = [...HEAD_KEYS, 'sessionsDone', 'timeYears', 'head', 'knownLength', 'strokes'] as const;

/** What is drawn and planned, as it is kept: belongs to one design alone. Put together with head, view and moment it is a `Design`. */
export interface DesignRecord extends Omit<Design, (typeof BORROWED_KEYS)[number]> {
  /** Strokes of pigment: what adds, thins out or erases. */
  readonly strokes: readonly Stroke[];
}

/** What is true of the head, whichever photo shows it and whichever design is drawn on it. */
export interface HeadRecord extends Pick<Design, (typeof HEAD_KEYS)[number]> {
  /** Added to the skull's measures as found, mm. */
  readonly skull: SkullReshaping;
  /** A length of this head that somebody measured, mm; its ends stand in the view that shows them. */
  readonly knownLength: { readonly kind: LengthKind; readonly lengthMm: number } | null;
  /** Scars, and where hair was read wrongly: marked on the skin, so true in every view and under every design. */
  readonly marks: readonly Stroke[];
}

/** What is true of one photo of the head. Its pixels and what was read of them are kept beside the document, by `id`. */
export interface ViewRecord {
  readonly id: string;
  readonly kind: ViewKind;
  /** How the photo is turned from how it was opened. */
  readonly turned: Orientation;
  /** How the head was moved in this photo from where it was found. */
  readonly placement: HeadPlacement;
  /** Where it was laid on a photo without a face: it is looked for from there, and moved from there. null: it was found by its face, or nowhere yet. */
  readonly laid: HeadPlacement | null;
  /** What was tapped to lay it there; null: nothing, or it had been moved by hand when that was accepted. */
  readonly laidBy: HeadTaps | null;
  /** Ends of the known length in this photo; null: it is not seen here. */
  readonly span: Pick<Span, 'from' | 'to'> | null;
  /** It shows the healed result, to be laid beside the plan: nothing is drawn on it, and it is never chosen. null: a design lies on it. */
  readonly healed: HealedDates | null;
  /** Its head is fitted by itself, not together with those of the other photos. */
  readonly apart: boolean;
  /** Places of the skin that other photos show too, tapped in this one; each mark once. */
  readonly taps: readonly Tap[];
}

/** A mark of the head (a mole, a scar's end, a corner of the hair) where one photo shows it: the same number in all photos. */
export interface Tap {
  /** 1..MOST_MARKS. */
  readonly mark: number;
  readonly at: PointPx;
}

/** Where somebody tapped marks of the head in a photo that shows no face (one mark at least), working-photo px. */
export type HeadTaps = Readonly<Partial<Record<HeadMark, PointPx>>>;

/** More places than these nobody finds again in a second photo. */
export const MOST_MARKS = 9;

/** What is true of a photo that nobody did anything to. */
export const UNTOUCHED_VIEW = {
  turned: AS_IT_IS,
  placement: NO_PLACEMENT,
  laid: null,
  laidBy: null,
  span: null,
  healed: null,
  apart: false,
  taps: [],
} as const satisfies Omit<ViewRecord, 'id' | 'kind'>;

/** Days of a healed result, each as year-month-day. */
export interface HealedDates {
  readonly takenOn: string;
  /** The day of the last visit; null: nobody said. */
  readonly lastVisitOn: string | null;
}

export interface NamedDesign {
  readonly name: string;
  readonly drawn: DesignRecord;
}

/**
 * The undoable document: one head, photos of it, and designs for it; one of each is chosen. The indices point into their
 * lists. What is only looked at (the moment in time, zoom, panel, guides) is not in it.
 */
export interface Consultation {
  readonly head: HeadRecord;
  /** 1..MOST_DESIGNS. */
  readonly designs: readonly NamedDesign[];
  readonly chosenDesign: number;
  /** 1..MOST_VIEWS, each `id` once; one at least is not of a healed result, and one of those is chosen. */
  readonly views: readonly ViewRecord[];
  readonly chosenView: number;
}

export const FIRST_VIEW_ID = 'view1';

/** A consultation begins with one design, and one view that moves nothing. */
export const initialConsultation = (seed: number): Consultation => consultationOf(initialDesign(seed));

/** The consultation of a single design on a single view. */
export function consultationOf(design: Design, name: string = LETTERS[0]): Consultation {
  const empty: Consultation = {
    head: { ...factsOf(design), skull: NO_RESHAPING, knownLength: null, marks: [] },
    designs: [{ name, drawn: { ...drawnOf(design), strokes: [] } }],
    chosenDesign: 0,
    views: [{ id: FIRST_VIEW_ID, kind: 'other', ...UNTOUCHED_VIEW }],
    chosenView: 0,
  };
  return withDesign(empty, design);
}

const factsOf = (design: Design): Pick<Design, (typeof HEAD_KEYS)[number]> =>
  Object.fromEntries(HEAD_KEYS.map((key) => [key, design[key]])) as ReturnType<typeof factsOf>;

const isBorrowed = (key: string): boolean => BORROWED_KEYS.some((borrowed) => borrowed === key);
const drawnOf = (design: Design): Omit<DesignRecord, 'strokes'> =>
  Object.fromEntries(Object.entries(design).filter(([key]) => !isBorrowed(key))) as ReturnType<typeof drawnOf>;

// What is put together must be the same object for the same parts, or the head would be fitted anew in every frame.
const correctionOf = memoEach((placement: HeadPlacement) =>
  memoLast((skull: SkullReshaping) => ({ ...placement, ...skull })),
);
const strokesOf = memoEach((drawn: readonly Stroke[]) =>
  memoLast((marks: readonly Stroke[]) => (marks.length === 0 ? drawn : [...marks, ...drawn])),
);
const lengthOf = memoEach((known: NonNullable<HeadRecord['knownLength']>) =>
  memoLast((span: ViewRecord['span']): KnownLength | null => (span === null ? null : { ...known, ...span })),
);

/**
 * The chosen design on the chosen view, at a moment: all that a picture needs beside the photo and its reading. No more
 * sessions are done than the design plans.
 */
export function designInForce(consultation: Consultation, moment: Moment): Design {
  const { head, designs, chosenDesign, views, chosenView } = consultation;
  const { drawn } = designs[chosenDesign];
  const { placement, span } = views[chosenView];
  const { skull, knownLength, marks, ...facts } = head;
  return {
    ...drawn,
    ...facts,
    head: correctionOf(placement)(skull),
    knownLength: knownLength === null ? null : lengthOf(knownLength)(span),
    strokes: strokesOf(drawn.strokes)(marks),
    timeYears: moment.timeYears,
    sessionsDone: Math.min(moment.sessionsDone, drawn.sessionsPlanned),
  };
}

/** `next`, or `before` itself where they say the same, one level deep: nothing is to look changed that is not. */
function kept<Value extends object>(before: Value, next: Value): Value {
  const keys = Object.keys(next) as (keyof Value)[];
  const same = keys.length === Object.keys(before).length && keys.every((key) => Object.is(before[key], next[key]));
  return same ? before : next;
}
const keptOr = <Value extends object>(before: Value | null, next: Value | null): Value | null =>
  before === null || next === null ? next : kept(before, next);

/**
 * The consultation with the chosen design, view and head as `design` has them: each field goes to the part that it is true
 * of. The moment is not taken; see `momentOf`. A design that changes nothing gives the same consultation back.
 */
export function withDesign(consultation: Consultation, design: Design): Consultation {
  const { head, designs, chosenDesign, views, chosenView } = consultation;
  const named = designs[chosenDesign];
  const view = views[chosenView];
  const { breadthMm, lengthMm, heightMm, ...placement } = design.head;
  const known = design.knownLength;
  // A length measured in another view stays known while this one does not show it.
  const elsewhere = known === null && view.span === null;
  // Strokes are looked at one by one only while somebody paints, not in every frame of any other gesture.
  const { drawn } = named;
  const painted = design.strokes !== strokesOf(drawn.strokes)(head.marks);
  const nextHead = kept(head, {
    ...factsOf(design),
    skull: kept(head.skull, { breadthMm, lengthMm, heightMm }),
    knownLength: elsewhere
      ? head.knownLength
      : keptOr(head.knownLength, known === null ? null : { kind: known.kind, lengthMm: known.lengthMm }),
    marks: painted ? kept(head.marks, design.strokes.filter(isMark)) : head.marks,
  });
  const nextView = kept(view, {
    ...view,
    placement: kept(view.placement, placement),
    span: keptOr(view.span, known === null ? null : { from: known.from, to: known.to }),
  });
  const strokes = painted
    ? kept(
        drawn.strokes,
        design.strokes.filter((stroke) => !isMark(stroke)),
      )
    : drawn.strokes;
  const nextNamed = kept(named, { ...named, drawn: kept(drawn, { ...drawnOf(design), strokes }) });
  return kept(consultation, {
    ...consultation,
    head: nextHead,
    designs: nextNamed === named ? designs : designs.with(chosenDesign, nextNamed),
    views: nextView === view ? views : views.with(chosenView, nextView),
  });
}

/** The first letter that no design is called by. There is one, as there are as many letters as designs. */
export const freeName = ({ designs }: Consultation): string =>
  LETTERS.find((letter) => designs.every(({ name }) => name !== letter)) ?? LETTERS[0];

/** With a copy of the chosen design, which is chosen now; the same consultation where there are MOST_DESIGNS already. */
export function addDesign(consultation: Consultation, name: string): Consultation {
  const { designs, chosenDesign } = consultation;
  if (designs.length >= MOST_DESIGNS) return consultation;
  return {
    ...consultation,
    designs: [...designs, { name, drawn: designs[chosenDesign].drawn }],
    chosenDesign: designs.length,
  };
}

/** Without the chosen design; the one before it is chosen then. The last one stays. */
export function removeDesign(consultation: Consultation): Consultation {
  const { designs, chosenDesign } = consultation;
  if (designs.length === 1) return consultation;
  return { ...consultation, designs: designs.toSpliced(chosenDesign, 1), chosenDesign: Math.max(0, chosenDesign - 1) };
}

/** With another design, by its place in the list, chosen; the same consultation where there is none there. */
export const chooseDesign = (consultation: Consultation, index: number): Consultation =>
  index === consultation.chosenDesign || consultation.designs.at(index) === undefined || index < 0
    ? consultation
    : { ...consultation, chosenDesign: index };

/** With the chosen design called so; the same consultation for no name, or the one that it has. Cut to LONGEST_DESIGN_NAME. */
export function renameDesign(consultation: Consultation, name: string): Consultation {
  const { designs, chosenDesign } = consultation;
  const called = name.trim().slice(0, LONGEST_DESIGN_NAME);
  const named = designs[chosenDesign];
  if (called === '' || called === named.name) return consultation;
  return { ...consultation, designs: designs.with(chosenDesign, { ...named, name: called }) };
}

/**
 * `to`, reached from `from` by a step of undo or redo, with that design and that view chosen in which the two differ: whoever
 * takes a step sees what it does, although another one was looked at meanwhile.
 */
export const showingChange = (from: Consultation, to: Consultation): Consultation =>
  showingChangedView(from, showingChangedDesign(from, to));

function showingChangedDesign(from: Consultation, to: Consultation): Consultation {
  if (from.designs.length !== to.designs.length) return to;
  const differs = (index: number): boolean => from.designs[index] !== to.designs[index];
  if (differs(to.chosenDesign)) return to;
  const changed = to.designs.findIndex((_, index) => differs(index));
  return chooseDesign(to, changed < 0 ? from.chosenDesign : changed);
}

function showingChangedView(from: Consultation, to: Consultation): Consultation {
  const [views, viewsBefore] = [designViews(to), designViews(from)];
  const before = (id: string): ViewRecord | undefined => viewsBefore.find((view) => view.id === id);
  const { id: seen } = from.views[from.chosenView];
  const there = views.find((view) => view.id === seen);
  const come = views.find(({ id }) => before(id) === undefined);
  // A photo that comes back is seen; of one that goes the step says what is seen instead.
  if (come !== undefined || there === undefined) return come === undefined ? to : chooseView(to, come.id);
  if (views.length < viewsBefore.length || there !== before(seen)) return chooseView(to, seen);
  return chooseView(to, (views.find((view) => view !== before(view.id)) ?? there).id);
}

/** With another photo of the head, which is chosen now; the same consultation where there is no room or the id is taken. */
export function addView(consultation: Consultation, id: string, kind: ViewKind): Consultation {
  const { views } = consultation;
  if (views.length >= MOST_VIEWS || views.some((view) => view.id === id)) return consultation;
  const added: ViewRecord = { id, kind, ...UNTOUCHED_VIEW };
  return { ...consultation, views: [...views, added], chosenView: views.length };
}

/** The photos that a design lies on: all but those of a healed result. */
export const designViews = ({ views }: Pick<Consultation, 'views'>): readonly ViewRecord[] =>
  views.filter(({ healed }) => healed === null);

/** With it said from where the chosen photo shows the head; the same consultation where it said so already. */
export function withViewKind(consultation: Consultation, kind: ViewKind): Consultation {
  const { views, chosenView } = consultation;
  const view = views[chosenView];
  return view.kind === kind ? consultation : { ...consultation, views: views.with(chosenView, { ...view, kind }) };
}

/** The skull as the other photos of this head have it, which one more photo does not reshape; null: there is only this one. */
export const skullOfOthers = (consultation: Consultation): SkullReshaping | null =>
  designViews(consultation).length > 1 ? consultation.head.skull : null;

/** With the head laid on the chosen view as it lies there now, by these marks: what moves it later is counted from there. */
export function withLaid(consultation: Consultation, laidBy: HeadTaps | null): Consultation {
  const { views, chosenView } = consultation;
  const view = views[chosenView];
  return { ...consultation, views: views.with(chosenView, { ...view, laid: view.placement, laidBy }) };
}

/** Without that view; where it was chosen, the one before it is then. The last one with a design stays. */
export function removeView(consultation: Consultation, id: string): Consultation {
  const { views, chosenView } = consultation;
  const index = views.findIndex((view) => view.id === id);
  const open = designViews(consultation);
  if (index < 0 || (open.length === 1 && views[index].healed === null)) return consultation;
  const rest = views.toSpliced(index, 1);
  const at = open.findIndex((view) => view.id === id);
  const next = index === chosenView ? open[at === 0 ? 1 : at - 1] : views[chosenView];
  return { ...consultation, views: rest, chosenView: rest.indexOf(next) };
}

/** With that view said to be taken from there; the same consultation where it says so already. */
export function nameView(consultation: Consultation, id: string, kind: ViewKind): Consultation {
  const { views } = consultation;
  const index = views.findIndex((view) => view.id === id && view.kind !== kind);
  return index < 0 ? consultation : { ...consultation, views: views.with(index, { ...views[index], kind }) };
}

/** With that view fitted by itself, or together with the others again; the same consultation where it is so already. */
export function setApart(consultation: Consultation, id: string, apart: boolean): Consultation {
  const { views } = consultation;
  const index = views.findIndex((view) => view.id === id && view.apart !== apart);
  return index < 0 ? consultation : { ...consultation, views: views.with(index, { ...views[index], apart }) };
}

/** With the view of that id chosen; the same consultation where there is none, or where it shows a healed result. */
export function chooseView(consultation: Consultation, id: string): Consultation {
  const index = consultation.views.findIndex((view) => view.id === id && view.healed === null);
  return index < 0 || index === consultation.chosenView ? consultation : { ...consultation, chosenView: index };
}
