import type { Coverage } from '~/model/design/choices';
import { sameZones, ZONES_ALIKE, ZONES_AT_FIRST } from '~/model/design/design';
import type { Design } from '~/model/design/design';
import type { FirstChoice } from './started-from';

/** What somebody wants done. */
export const GOALS = ['shaved', 'thinning', 'scar', 'parting'] as const;
export type Goal = (typeof GOALS)[number];

/** What is treated then. Where hair that is grown leaves the shaved look nothing to stand on, all of the head is asked for. */
function coverageFor(goal: Goal, first: Pick<FirstChoice, 'coverage'>): Coverage {
  switch (goal) {
    case 'shaved':
      return first.coverage === 'betweenHair' ? 'fullHead' : first.coverage;
    case 'thinning':
      return 'betweenHair';
    case 'scar':
      return 'painted';
    case 'parting':
      return 'partLine';
  }
}

/** The design with what a goal asks for; itself where that is there already. */
export function withGoal(design: Design, goal: Goal, first: Pick<FirstChoice, 'coverage'>): Design {
  const coverage = coverageFor(goal, first);
  // A scar is covered as densely as the skin beside it, wherever it lies; zones that nobody has set go with the goal.
  const [zones, others] = goal === 'scar' ? [ZONES_ALIKE, ZONES_AT_FIRST] : [ZONES_AT_FIRST, ZONES_ALIKE];
  const isOther = sameZones(design.zones, others);
  if (coverage === design.coverage && !isOther) return design;
  return { ...design, coverage, zones: isOther ? zones : design.zones };
}
