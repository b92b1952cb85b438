import * as v from 'valibot';
import type { Consultation } from '~/model/design/consultation';
import type { History } from '~/model/design/history';
import { PROJECT_LIMITS } from '~/model/design/limits';
import { consultationSchema } from './consultation-schema';
import { PROJECT_VERSION } from './project';
import { isRecord, upgraded } from './upgrades';

/** So many steps back, and so many on again, are kept beside the work. */
export const MOST_KEPT_STEPS = 50;

/** Steps of undo, the nearest to the present last, and those of redo, the nearest first. */
export type Steps = Pick<History<Consultation>, 'past' | 'future'>;
export const NO_STEPS: Steps = { past: [], future: [] };

/** As they are kept. What two steps have in common is one object, and the store keeps it once. */
interface KeptSteps extends Steps {
  readonly version: number;
}

/** What is kept of a history: of the work alone; photos are no part of it. */
export const stepsToKeep = ({ past, future }: Steps): KeptSteps => ({
  version: PROJECT_VERSION,
  past: past.slice(-MOST_KEPT_STEPS),
  future: future.slice(0, MOST_KEPT_STEPS),
});

/**
 * What was kept, checked as a file would be, for the work `present`. A step that is not sound, or of other photos, ends
 * them on its side: what lies nearer is kept, and the work itself never suffers. Parts that are alike are made one
 * object, with the present too, so that a step is taken as quickly as before.
 */
export function readSteps(kept: unknown, present: Consultation): Steps {
  if (!isRecord(kept)) return NO_STEPS;
  const { version } = kept;
  if (typeof version !== 'number' || !(version >= FIRST_VERSION && version <= PROJECT_VERSION)) return NO_STEPS;
  const check = createCheck(present);
  const links = new WeakMap<object, unknown>();
  const along = (steps: unknown): readonly Consultation[] => {
    const sound: Consultation[] = [];
    if (!Array.isArray(steps)) return sound;
    let near = present;
    for (const older of steps.slice(0, MOST_KEPT_STEPS) as readonly unknown[]) {
      const step = ofNow(older, version);
      if (!check(step)) break;
      near = linked(step, near, links) as Consultation;
      sound.push(near);
    }
    return sound;
  };
  const past = Array.isArray(kept.past) ? (kept.past as readonly unknown[]) : [];
  return { past: along(past.toReversed()).toReversed(), future: along(kept.future) };
}

/** Steps of this version of the app's documents, and of later ones, are brought up to date as works are. */
const FIRST_VERSION = 7;

/** A step of an older version as one of this; it is checked after that. */
function ofNow(step: unknown, version: number): unknown {
  if (version === PROJECT_VERSION) return step;
  try {
    return upgraded({ consultation: step, photos: [] }, version, PROJECT_VERSION).consultation;
  } catch {
    return null; // not of that version's shape
  }
}

/** Tells whether a step is sound. A stroke or line that many steps have in common is looked at once. */
function createCheck(present: Consultation): (step: unknown) => step is Consultation {
  const known = new WeakSet<object>();
  const unknownOf = <Item extends object>(list: readonly Item[]): readonly Item[] =>
    list.filter((each) => !known.has(each));
  const sound = (step: Consultation): boolean => {
    const { head, designs, views } = step;
    const drawn = designs.flatMap((each) => [each.drawn.strokes, each.drawn.pencil]);
    if ([head.marks, ...drawn].some((list) => list.length > PROJECT_LIMITS.strokes)) return false;
    const light = {
      ...step,
      head: { ...head, marks: unknownOf(head.marks) },
      designs: designs.map((each) => ({
        ...each,
        drawn: { ...each.drawn, strokes: unknownOf(each.drawn.strokes), pencil: unknownOf(each.drawn.pencil) },
      })),
    };
    const ids = (of: Consultation): string => of.views.map(({ id }) => id).join(' ');
    if (!v.is(consultationSchema, light) || views.length === 0 || ids(step) !== ids(present)) return false;
    for (const each of [head.marks, ...drawn].flat()) known.add(each);
    return true;
  };
  return (step): step is Consultation => {
    try {
      return sound(step as Consultation);
    } catch {
      return false; // not of this shape at all
    }
  };
}

/** `next`, with all parts that say the same as in `known` taken from there; what was linked before is not gone through again. */
function linked(next: unknown, known: unknown, links: WeakMap<object, unknown>): unknown {
  if (typeof next !== 'object' || next === null || next === known) return next;
  const before = links.get(next);
  // One object may stand in two places (a copied design), and each has its own counterpart.
  if (before !== undefined && (before === known || typeof known !== 'object' || known === null)) return before;
  const keys = Object.keys(next);
  const [from, to] = [next as Readonly<Record<string, unknown>>, (known ?? {}) as Readonly<Record<string, unknown>>];
  const parts = keys.map((key) => linked(from[key], to[key], links));
  const same =
    Array.isArray(next) === Array.isArray(known) &&
    keys.length === Object.keys(to).length &&
    keys.every((key, at) => key in to && Object.is(parts[at], to[key]));
  if (before !== undefined) return same ? known : before;
  const one = same ? known : Array.isArray(next) ? parts : Object.fromEntries(keys.map((key, at) => [key, parts[at]]));
  links.set(next, one);
  return one;
}
