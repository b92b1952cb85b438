import { expect, test } from 'vitest';
import { concernsOf, CONCERNS, planDays, SETTLED_DAYS, TOPICS, topicsFor } from '~/model/advice/to-know';
import { initialDesign } from '~/model/design/design';
import { PLAIN_BRUSH } from '~/model/design/drawing';
import { TOPIC_TEXTS } from '~/ui/words/home/know-words';

const start = initialDesign(1);

test('without a design every topic is told once, in its usual order', () => {
  expect(topicsFor([])).toEqual(TOPICS);
});

test('what applies to this design comes before the rest, and nothing is left out', () => {
  const scar = { ...PLAIN_BRUSH, kind: 'scar', widthMm: 8, path: [{ x: 0, y: 1, z: 0 }] } as const;
  const design = { ...start, strokes: [scar], ink: 'ironOxide', laser: { ...start.laser, sessions: 2 } } as const;
  const concerns = concernsOf(design);
  expect(concerns.slice(0, 3)).toEqual(['scars', 'ironOxide', 'laser']);
  const topics = topicsFor(concerns);
  expect(topics.slice(2, 5)).toEqual(['risks', 'scan', 'removal']);
  expect([...topics].sort()).toEqual([...TOPICS].sort());
});

test('a plain design has few concerns: the shaved look, and its own visits', () => {
  expect(concernsOf(start)).toEqual(['shavedLook', 'visits']);
  expect(concernsOf({ ...start, coverage: 'betweenHair' })).toEqual(['betweenHair', 'visits']);
  expect(concernsOf({ ...start, coverage: 'hairlineOnly', ageYears: 22 })).toEqual([
    'hairBehindLine',
    'young',
    'visits',
  ]);
});

test('the plan in days: three visits have two gaps', () => {
  expect(planDays(start)).toBe(24);
  expect(planDays({ ...start, sessionsPlanned: 1 })).toBe(0);
  expect(SETTLED_DAYS).toBe(30);
});

test('every topic names its sources, and has few enough points to be read', () => {
  for (const topic of TOPICS) {
    const { sources, points, inShort } = TOPIC_TEXTS[topic];
    expect(sources.length).toBeGreaterThan(0);
    expect(points.length).toBeLessThanOrEqual(5);
    expect(inShort.length).toBeLessThan(150);
  }
  expect(new Set<string>(Object.values(CONCERNS)).size).toBeGreaterThan(4);
});
