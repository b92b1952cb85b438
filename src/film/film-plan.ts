import type { Design } from '~/model/design/design';
import { momentAt, timeStops } from '~/model/design/time-scale';
import type { Moment } from '~/model/design/time-scale';

/** What a film goes through: how it fades over the years, or visit by visit until it is healed. */
export type FilmKind = 'years' | 'visits';

/** What every player and network takes, and smooth enough for what goes slowly. */
export const FRAMES_PER_SECOND = 25;

/** One picture of a film, and for how many frames it stands. */
export interface FilmPicture {
  readonly moment: Moment;
  readonly frames: number;
  /** What it is dissolved into, and how far that has come, 0..1 between; null: it stands alone. */
  readonly into: { readonly moment: Moment; readonly share: number } | null;
}

/** What a film depends on. */
type Plan = Pick<Design, 'sessionsPlanned' | 'sessionGapsDays'>;

const BARE: Moment = { sessionsDone: 0, timeYears: 0 };

/** Seconds that pictures stand, and that one takes to become the next. */
const YEARS = { bare: 1, dissolve: 0.4, healed: 1.2, pass: 0.32, stop: 0.44, end: 1.2, back: 0.48 };
const VISITS = { bare: 0.8, dissolve: 0.32, treated: 0.6, healed: 1.2, back: 0.48 };
/** How long the film of the visits takes, however many there are, s. */
const VISITS_SECONDS = 9;
/** A moment on the way from one to another is drawn anew after so many frames: three pass for movement in what goes slowly. */
const STEP_FRAMES = 3;

const inFrames = (seconds: number): number => Math.max(1, Math.round(seconds * FRAMES_PER_SECOND));

const standing = (moment: Moment, seconds: number): FilmPicture => ({ moment, frames: inFrames(seconds), into: null });

/** One picture becomes another: what lies between a day before and a day after has no moment of its own. */
function dissolved(moment: Moment, next: Moment, seconds: number): readonly FilmPicture[] {
  const frames = inFrames(seconds);
  return Array.from({ length: frames }, (_, at) => ({
    moment,
    frames: 1,
    into: { moment: next, share: (at + 1) / (frames + 1) },
  }));
}

/** Time passes from one place 0..1 of the strip to another, both ends left out: every picture is that of its moment. */
function passing(from: number, to: number, seconds: number, plan: Plan): readonly FilmPicture[] {
  const frames = inFrames(seconds);
  const steps = Math.max(1, Math.floor(frames / STEP_FRAMES));
  return Array.from({ length: steps }, (_, at) => ({
    moment: momentAt(from + ((to - from) * (at + 1)) / (steps + 1), plan),
    frames: Math.round((frames * (at + 1)) / steps) - Math.round((frames * at) / steps),
    into: null,
  }));
}

function filmOfYears(plan: Plan): readonly FilmPicture[] {
  const stops = timeStops(plan);
  const years = stops.slice(plan.sessionsPlanned + 1);
  const placeOf = (year: number): number => (plan.sessionsPlanned + 1 + year) / (stops.length - 1);
  return [
    standing(BARE, YEARS.bare),
    ...dissolved(BARE, years[0], YEARS.dissolve),
    standing(years[0], YEARS.healed),
    ...years
      .slice(1)
      .flatMap((moment, at) => [
        ...passing(placeOf(at), placeOf(at + 1), YEARS.pass, plan),
        standing(moment, at + 2 === years.length ? YEARS.end : YEARS.stop),
      ]),
    ...dissolved(years[years.length - 1], BARE, YEARS.back),
  ];
}

function filmOfVisits(plan: Plan): readonly FilmPicture[] {
  const { sessionsPlanned: visits } = plan;
  const stops = timeStops(plan);
  const healed = stops[visits + 1];
  const { bare, dissolve, treated, back } = VISITS;
  const fixed = bare + visits * (dissolve + treated) + VISITS.healed + back;
  const between = (VISITS_SECONDS - fixed) / visits;
  const lastOf = (pictures: readonly FilmPicture[]): Moment => pictures[pictures.length - 1].moment;
  let film: readonly FilmPicture[] = [standing(BARE, bare)];
  for (let visit = 1; visit <= visits; visit++) {
    const fresh = stops[visit];
    film = [
      ...film,
      ...dissolved(lastOf(film), fresh, dissolve),
      standing(fresh, treated),
      ...passing(visit / (stops.length - 1), (visit + 1) / (stops.length - 1), between, plan),
    ];
  }
  return [...film, standing(healed, VISITS.healed), ...dissolved(healed, BARE, back)];
}

/**
 * A film of 6 to 12 s, picture by picture. It begins with bare skin and ends by passing back into it, so that it can be shown
 * over and over.
 */
export const filmOf = (kind: FilmKind, plan: Plan): readonly FilmPicture[] =>
  kind === 'years' ? filmOfYears(plan) : filmOfVisits(plan);

/** How long it is, frames. */
export const framesOf = (film: readonly FilmPicture[]): number => film.reduce((sum, { frames }) => sum + frames, 0);

/** The first and the last moment that stand in it by themselves. */
export function spanOf(film: readonly FilmPicture[]): readonly [from: Moment, to: Moment] {
  const standAlone = film.filter(({ into }) => into === null);
  return [standAlone[0].moment, standAlone[standAlone.length - 1].moment];
}
