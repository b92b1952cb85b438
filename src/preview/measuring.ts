import { memoLast } from '~/model/base/memo';
import type { Design } from '~/model/design/design';
import type { Span } from '~/model/design/known-length';
import type { pointPlaces } from '~/model/hairline/point-moves';
import type { HeadInView } from '~/model/view/view';
import { guidesOf, midlineGuide } from '~/model/measure/guides';
import { seenRuler } from '~/model/measure/ruler';
import { guidesInSight } from '~/model/overlay/guides-in-sight';
import type { AppState } from '~/store/app-state';
import type { Lines } from './overlay';

type Places = ReturnType<typeof pointPlaces>;
type Measuring = Pick<Lines, 'guides' | 'ruler'>;

const NOT_MEASURING: Measuring = { guides: [], ruler: null };

/** What is drawn on a face to measure by: worked out only while it is to be seen, and only when something changed. */
export function createMeasuring(): (
  state: AppState,
  design: Design,
  fit: HeadInView,
  places: Places | null,
) => Measuring {
  const all = memoLast((fit: HeadInView, places: Places) => guidesInSight(guidesOf(fit, places), fit));
  const midline = memoLast((fit: HeadInView) => guidesInSight([midlineGuide(fit)], fit));
  const chosen = memoLast((guides: Measuring['guides'], names: AppState['guides']) =>
    guides.filter(({ name }) => names.includes(name)),
  );
  const ruler = memoLast((span: Span, fit: HeadInView, knownLength: Design['knownLength']) =>
    seenRuler(span, fit, { knownLength }),
  );
  return (state, { knownLength }, fit, places) => {
    if (!state.showMeasurements || places === null)
      return state.showHead ? { ...NOT_MEASURING, guides: midline(fit) } : NOT_MEASURING;
    return {
      guides: chosen(all(fit, places), state.guides),
      ruler: state.ruler === null ? null : ruler(state.ruler, fit, knownLength),
    };
  };
}
