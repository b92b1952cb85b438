import type { Design } from './design';
import { CHOICES, SETTINGS } from './settings';

type Stage = 'layout' | 'look' | 'hair';

/** Settings and choices of a stage, as their tables say. */
const rowsOf = (stage: Exclude<Stage, 'hair'>): (keyof Design)[] =>
  Object.entries({ ...SETTINGS, ...CHOICES })
    .filter(([, row]) => row.stage === stage)
    .map(([key]) => key as keyof Design);

/** Which fields of the design decide what the dots are, how they look, and what became of the photo's own hair. `head` and
 * `knownLength` decide none of it: they are the fit; nor do `pencil` and `notes`, which lie over the picture. */
const FIELDS: Readonly<Record<Stage, readonly (keyof Design)[]>> = {
  layout: [
    ...rowsOf('layout'),
    // how dark its dots are says how many go between hair
    'pigment',
    'seed',
    'zones',
    'edgeShuffles',
    'mirror',
    'handles',
    'points',
    'sessionsPlanned',
    'strokes',
  ],
  look: [
    ...rowsOf('look'),
    'sessionsPlanned',
    'sessionsDone',
    'sessionGapsDays',
    'touchUpsYears',
    'laser',
    'skinItaDegrees',
  ],
  hair: ['ownHair', 'ageYears', 'timeYears', 'sessionsDone'],
};

/**
 * A design whose identity changes only when a field of that stage does: feed it the design of every frame, and use
 * what comes back to tell whether work on that stage is stale.
 */
export function stalePart(stage: Stage): (design: Design) => Design {
  let last: Design | null = null;
  return (design) => {
    if (last === null || FIELDS[stage].some((field) => !Object.is(last?.[field], design[field]))) last = design;
    return last;
  };
}
