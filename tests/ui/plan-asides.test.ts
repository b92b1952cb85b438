import { expect, test } from 'vitest';
import { partsOf } from '~/ui/paper/asides';

const notes = (count: number, letters: number): readonly string[] =>
  Array.from({ length: count }, (_, i) => `${i + 1} `.padEnd(letters, 'soften '));
const WARNINGS = ['Very low', 'Very straight', 'Very dark'];

test('a few notes and warnings stand on the page of the line', () => {
  const [first, ...others] = partsOf(notes(8, 40), WARNINGS.slice(0, 2));
  expect(others).toEqual([]);
  expect(first.notes.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  expect(first.warnings).toEqual(WARNINGS.slice(0, 2));
});

test('only what has no room there goes to a page of its own', () => {
  const long = partsOf(notes(5, 80), WARNINGS.slice(0, 2));
  expect(long).toHaveLength(2);
  expect([long[0].notes, long[0].warnings, long[1].warnings]).toEqual([[], WARNINGS.slice(0, 2), []]);
  expect(long[1].notes).toHaveLength(5);
  const many = partsOf(notes(2, 40), WARNINGS);
  expect(many).toHaveLength(2);
  expect(many[0].warnings).toEqual([]);
  expect(many[0].notes).toHaveLength(2);
  expect(many[1]).toEqual({ notes: [], warnings: WARNINGS });
});

test('no note is lost or out of turn, however many there are', () => {
  const parts = partsOf(notes(60, 200), WARNINGS);
  expect(parts.length).toBeGreaterThan(2);
  expect(parts.flatMap((part) => part.notes.map(({ number }) => number))).toEqual(
    Array.from({ length: 60 }, (_, i) => i + 1),
  );
  // Of 105 letters a line, 44 to a page.
  for (const part of parts.slice(1)) expect(2 * part.notes.length + 2 * part.warnings.length).toBeLessThanOrEqual(44);
});
