import type { Build } from '~/model/design/choices';
import { HEAD_MARKS } from '~/model/design/consultation';
import type { HeadTaps } from '~/model/design/consultation';
import { NO_RESHAPING } from '~/model/design/head-correction';
import type { HeadCorrection, HeadPlacement } from '~/model/design/head-correction';
import type { KnownLength } from '~/model/design/known-length';
import type { HeadReading } from '~/model/view/head-reading';
import type { HeadInView } from '~/model/view/view';
import { enlargeHead } from './enlarge-head';
import { fitViews } from './fit-views';
import { fitAlone } from './head-of';
import { correctHead, placeByHand } from './place-by-hand';
import { knownLengthFactor } from './size-by-known-length';
import type { FittedViews, TappedMark } from './view-to-fit';

/** One photo of a head: what was read of it, how the person moved the head in it and reshaped the skull, what they tapped. */
export interface ViewOfHead {
  readonly reading: HeadReading;
  readonly head: HeadCorrection;
  /** Where the head was laid on a photo without a face: what moves it on is counted from there. Says nothing where a face was found. */
  readonly laid: HeadPlacement;
  /** What was tapped to lay it there: weighed with the marks. null: nothing. */
  readonly laidBy: HeadTaps | null;
  /** A length that this photo shows. */
  readonly knownLength: KnownLength | null;
  readonly marks: readonly TappedMark[];
}

/** Photos of one head that are fitted together, in their order. */
export interface Together {
  readonly views: readonly ViewOfHead[];
  /** Their names, as the document has them. */
  readonly ids: readonly string[];
  /** The one that is looked at. */
  readonly at: number;
}

const isByHand = ({ reading }: ViewOfHead): boolean => reading.face === null;

/** What was read of a head laid on by hand, without the outline where somebody said that it does not follow it. */
const followed = ({ reading, head }: ViewOfHead): HeadReading =>
  head.followOutline || reading.face !== null ? reading : { ...reading, outline: null };

/** Tapped marks of the head as the fit knows them: the same mark in all photos. */
export const headTaps = (taps: HeadTaps): readonly TappedMark[] =>
  HEAD_MARKS.flatMap((mark) => {
    const seen = taps[mark];
    return seen === undefined ? [] : [{ mark, kind: mark, seen }];
  });

/** What was tapped in a photo: spots of the skin, and the marks of the head by which it was laid on where no face tells. */
const tappedIn = (view: ViewOfHead): readonly TappedMark[] =>
  view.laidBy === null || !isByHand(view) ? view.marks : [...view.marks, ...headTaps(view.laidBy)];

/**
 * What the photos together say of the head, before anybody's corrections; where it was laid on by hand, that is where it is looked
 * for. Depends on readings, marks and such places alone.
 */
export function fitTogether(views: readonly ViewOfHead[], build: Build): FittedViews {
  const starts = views.map((view) =>
    isByHand(view)
      ? correctHead(placeByHand(view.reading.photo, build), { ...view.laid, ...NO_RESHAPING })
      : fitAlone(view.reading, build),
  );
  return fitViews(
    views.map((view, v) => ({ reading: followed(view), marks: tappedIn(view), start: starts[v] })),
    build,
  );
}

/** How somebody moves a head on from where it lay, as its placement says before and now. */
const movedOn = (from: HeadPlacement, to: HeadCorrection): HeadCorrection => ({
  ...to,
  rightMm: to.rightMm - from.rightMm,
  upMm: to.upMm - from.upMm,
  scale: to.scale / from.scale,
  turnDegrees: to.turnDegrees - from.turnDegrees,
  tiltDegrees: to.tiltDegrees - from.tiltDegrees,
  rollDegrees: to.rollDegrees - from.rollDegrees,
});

/**
 * The head in one of the photos. What somebody corrected stays on top of what was found: the reshaped skull in all photos (`skull`);
 * the placement in its own (`head`: as it is now, while a gesture goes on), exactly as the hand left it, and that photo alone. A head
 * that was laid on lies where outline and marks put it, thereabouts, and is moved on from there. A known length of one photo sizes
 * them all: of this one (`knownLength`), else of the first that has one.
 */
export function headTogether(
  fitted: FittedViews,
  { views, at }: Pick<Together, 'views' | 'at'>,
  head: HeadCorrection,
  knownLength: KnownLength | null,
): HeadInView {
  const correctedAt = (v: number, correction: HeadCorrection): HeadInView => {
    const { fit } = fitted.views[v];
    const moved = fit.source === 'hand' ? movedOn(views[v].laid, correction) : correction;
    // A face that some photo shows is this head's in all of them.
    return { ...correctHead(fit, moved), face: fit.face };
  };
  const { breadthMm, lengthMm, heightMm } = head;
  const knownAt = (v: number): KnownLength | null => (v === at ? knownLength : views[v].knownLength);
  const corrected = correctedAt(at, head);
  for (const v of views.keys()) {
    const known = knownAt(v);
    const measured = v === at ? corrected : correctedAt(v, { ...views[v].head, breadthMm, lengthMm, heightMm });
    const factor = known === null ? null : knownLengthFactor(measured, known);
    if (factor !== null) return enlargeHead(corrected, factor);
  }
  return corrected;
}
