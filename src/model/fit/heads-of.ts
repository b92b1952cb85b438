import type { Build } from '~/model/design/choices';
import { NO_PLACEMENT, NO_RESHAPING } from '~/model/design/head-correction';
import type { HeadCorrection } from '~/model/design/head-correction';
import type { KnownLength } from '~/model/design/known-length';
import type { HeadReading } from '~/model/view/head-reading';
import type { HeadInView } from '~/model/view/view';
import { enlargeHead } from './enlarge-head';
import { fitHead } from './fit-head';
import { fitViews } from './fit-views';
import { correctHead, placeByHand } from './place-by-hand';
import { knownLengthFactor } from './size-by-known-length';
import type { FittedViews, TappedMark } from './view-to-fit';

/** One photo of a head: what was read of it, how the person moved the head in it and reshaped the skull, what they tapped. */
export interface ViewOfHead {
  readonly reading: HeadReading;
  readonly head: HeadCorrection;
  /** A length that this photo shows. */
  readonly knownLength: KnownLength | null;
  readonly marks: readonly TappedMark[];
}

export interface HeadsInViews {
  /** The head in each photo, in their order: one skull and one size in all. */
  readonly heads: readonly HeadInView[];
  /** How the photos agree, before anybody's corrections. */
  readonly fitted: FittedViews;
}

/**
 * The head that several photos of it agree on, as each sees it (`fitViews`). What somebody corrected stays on top of what was found:
 * the reshaped skull in all photos; the placement in its own, where a face was found; a head that was laid on by hand lies where
 * outline and marks put it, thereabouts. A known length of one photo sizes them all. Two photos or more; one alone is `headOf`'s.
 */
export function headsOf(views: readonly ViewOfHead[], build: Build): HeadsInViews {
  const starts = views.map(({ reading, head }) =>
    reading.face === null
      ? correctHead(placeByHand(reading.photo, build), { ...head, ...NO_RESHAPING })
      : fitHead(reading, build),
  );
  const fitted = fitViews(
    views.map(({ reading, marks }, v) => ({ reading, marks, start: starts[v] })),
    build,
  );
  const corrected = fitted.views.map(({ fit }, v): HeadInView => {
    const { head } = views[v];
    const placed = fit.source === 'hand' ? { ...head, ...NO_PLACEMENT, followOutline: head.followOutline } : head;
    // A face that some photo shows is this head's in all of them.
    return { ...correctHead(fit, placed), face: fit.face };
  });
  const factors = views.flatMap(({ knownLength }, v) => {
    const factor = knownLength === null ? null : knownLengthFactor(corrected[v], knownLength);
    return factor === null ? [] : [factor];
  });
  const [factor = 1] = factors;
  return { heads: corrected.map((head) => enlargeHead(head, factor)), fitted };
}
