import { memoLast } from '~/model/base/memo';
import type { Derivation } from '~/model/derive';
import type { DotField } from '~/model/dots/dot-field';
import { createFacts } from '~/model/facts';
import type { Facts } from '~/model/facts';
import type { AppState } from '~/store/app-state';
import { photoTogether } from '~/store/photos-together';
import { isGesture, shownDesign } from '~/store/shown-design';

/** What is known of the head in the editor. */
export interface ShownFacts {
  /** Of the design as it is shown: what follows the hand. */
  readonly now: Facts;
  /** Of the design before the gesture that goes on: what is judged when a gesture is over. */
  readonly settled: Facts;
}

/** What is shown of each of the two. */
const FOLLOWING = ['totals', 'measures', 'hair', 'hairChange'] as const;
const JUDGED = ['opinions', 'ageing'] as const;

/** The facts of a state; null where no design is edited. Asked again for the same state it gives the same objects. */
export function createShownFacts(derived: Derivation): (state: AppState, field: DotField | null) => ShownFacts | null {
  const factsOf = createFacts(derived);
  const pair = memoLast((now: Facts, settled: Facts): ShownFacts => ({ now, settled }));
  let settled: Facts | null = null;
  return (state, field) => {
    const { screen } = state;
    if (screen.kind !== 'editing') return null;
    const now = factsOf(photoTogether(state, screen.subject), shownDesign(state), field);
    // Asked here, although panels would ask: a mistake of ours is then found with the picture, and the change taken back.
    for (const fact of FOLLOWING) now[fact]();
    if (settled === null || !isGesture(state)) {
      settled = now;
      for (const fact of JUDGED) settled[fact]();
    }
    return pair(now, settled);
  };
}
