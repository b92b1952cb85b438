import { describe, expect, test } from 'vitest';
import { filmOf, FRAMES_PER_SECOND, framesOf, spanOf } from '~/film/film-plan';
import type { FilmKind } from '~/film/film-plan';
import { positionOf, timeStops } from '~/model/design/time-scale';

const BARE = { sessionsDone: 0, timeYears: 0 };
const CASES = (['years', 'visits'] as const).flatMap((kind) =>
  [1, 2, 3, 4, 5].map((sessionsPlanned): readonly [FilmKind, number] => [kind, sessionsPlanned]),
);
const planOf = (sessionsPlanned: number) => ({
  sessionsPlanned,
  sessionGapsDays: Array.from({ length: sessionsPlanned - 1 }, () => 12),
});

describe.each(CASES)('the film of the %s with %i sessions', (kind, sessionsPlanned) => {
  const plan = planOf(sessionsPlanned);
  const film = filmOf(kind, plan);

  test('takes 6 to 12 s, in whole frames', () => {
    const seconds = framesOf(film) / FRAMES_PER_SECOND;
    expect(seconds).toBeGreaterThanOrEqual(6);
    expect(seconds).toBeLessThanOrEqual(12);
    for (const { frames } of film) expect(Number.isInteger(frames) && frames > 0).toBe(true);
  });

  test('begins with bare skin and passes back into it at the end', () => {
    expect(film[0]).toMatchObject({ moment: BARE, into: null });
    expect(film.at(-1)?.into).toMatchObject({ moment: BARE });
    expect(spanOf(film)[0]).toEqual(BARE);
  });

  test('time goes forward, and a picture becomes the one that follows', () => {
    const alone = film.filter(({ into }) => into === null).map(({ moment }) => positionOf(moment, plan));
    expect(alone).toEqual(alone.toSorted((a, b) => a - b));
    for (const [at, { moment, into }] of film.entries()) {
      if (into === null) continue;
      expect(into.share).toBeGreaterThan(0);
      expect(into.share).toBeLessThan(1);
      const next = film.at((at + 1) % film.length);
      expect([moment, into.moment]).toContainEqual(next?.moment);
    }
  });

  test('rests long enough to be read at every stop that it is about', () => {
    const stops = timeStops(plan).slice(kind === 'years' ? sessionsPlanned + 1 : 0);
    const about = kind === 'years' ? stops : stops.slice(0, sessionsPlanned + 2);
    for (const stop of about) {
      const standing = film.filter(
        ({ moment: { sessionsDone, timeYears }, into }) =>
          into === null && sessionsDone === stop.sessionsDone && Math.abs(timeYears - stop.timeYears) < 1e-6,
      );
      expect(standing.some(({ frames }) => frames >= 0.4 * FRAMES_PER_SECOND)).toBe(true);
    }
    expect(spanOf(film)[1]).toEqual(about.at(-1));
  });
});
