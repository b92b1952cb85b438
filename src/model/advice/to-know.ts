import { DAYS_PER_YEAR } from '~/model/base/units';
import { AGE_YEARS } from '~/model/design/choices';
import type { Design } from '~/model/design/design';
import { SETTINGS } from '~/model/design/settings';

/** What everyone should know before a decision, in the order in which it is told where a design says nothing else. */
export const TOPICS = [
  'whatItIs',
  'notForYou',
  'risks',
  'scan',
  'aftercare',
  'years',
  'removal',
  'cost',
  'otherWays',
] as const;
export type Topic = (typeof TOPICS)[number];

/** What in a design makes one topic matter more than it does for everybody, the gravest first. */
export const CONCERNS = {
  tooDeep: 'risks',
  scars: 'risks',
  ironOxide: 'scan',
  laser: 'removal',
  temporary: 'years',
  fadingDyes: 'years',
  betweenHair: 'years',
  hairBehindLine: 'years',
  shavedLook: 'years',
  sun: 'years',
  young: 'years',
  visits: 'cost',
} as const satisfies Record<string, Topic>;
export type Concern = keyof typeof CONCERNS;

/** From here on the sun slider says `outdoors` rather than `usual`; halfway between its marks. Our choice. */
const OUTDOORS = 1.4;

/** What of a design is worth saying first to the person who is to wear it. */
export function concernsOf(design: Design): readonly Concern[] {
  const { coverage, ink, ownHair } = design;
  const applies: Readonly<Record<Concern, boolean>> = {
    tooDeep: design.placing === 'deep',
    scars: design.strokes.some(({ kind }) => kind === 'scar'),
    ironOxide: ink === 'ironOxide',
    laser: design.laser.sessions > 0,
    temporary: ink === 'temporary',
    fadingDyes: ink === 'organic' || ink === 'ironOxide',
    betweenHair: coverage === 'betweenHair' || coverage === 'partLine',
    hairBehindLine: coverage === 'hairlineOnly' || (ownHair.goesOn && coverage !== 'fullHead'),
    shavedLook: coverage === 'fullHead' || coverage === 'hairlineAndTop',
    sun: design.sunExposure >= OUTDOORS,
    young: design.ageYears < AGE_YEARS.initial,
    visits: true,
  };
  return (Object.keys(CONCERNS) as Concern[]).filter((concern) => applies[concern]);
}

/** The topics: what it is, then those that a design makes matter more in the order of its concerns, then the rest. */
export function topicsFor(concerns: readonly Concern[]): readonly Topic[] {
  const first = concerns.filter((concern) => concern !== 'visits').map((concern): Topic => CONCERNS[concern]);
  return [...new Set<Topic>(['whatItIs', 'notForYou', ...first, ...TOPICS])];
}

/** From the first visit of a plan to its last, days. */
export const planDays = ({ sessionsPlanned, sessionGapsDays }: Design): number =>
  sessionGapsDays.slice(0, sessionsPlanned - 1).reduce((sum, days) => sum + days, 0);

/** How long after the last visit its look is settled, days. */
export const SETTLED_DAYS = Math.round(SETTINGS.timeYears.initial * DAYS_PER_YEAR);
