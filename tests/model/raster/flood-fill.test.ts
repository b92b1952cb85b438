import { expect, it } from 'vitest';
import { floodFill } from '~/model/raster/flood-fill';

/** A plane drawn in text: `#` lets the flood in. */
const PLANE = ['##..#', '.#..#', '##.##', '.....'];
const [COLUMNS, ROWS] = [5, 4];

function flooded(from: readonly number[]): readonly number[] {
  const seen = new Set(from);
  return floodFill(COLUMNS, ROWS, from, (to) => {
    if (seen.has(to) || PLANE[Math.floor(to / COLUMNS)][to % COLUMNS] !== '#') return false;
    seen.add(to);
    return true;
  });
}

it('reaches what hangs together, each sample once, in order of steps', () => {
  expect(flooded([0])).toEqual([0, 1, 6, 11, 10]);
});

it('does not go round from one edge to the other, nor over a corner', () => {
  expect([...flooded([4])].sort((a, b) => a - b)).toEqual([4, 9, 13, 14]);
});

it('starts from several places at once', () => {
  expect(flooded([0, 4])).toHaveLength(9);
  expect(flooded([])).toEqual([]);
});

it('tells each step and where it came from', () => {
  const steps: (readonly number[])[] = [];
  floodFill(2, 2, [0], (...step) => {
    steps.push(step);
    return false;
  });
  expect(steps).toEqual([
    [1, 0, 1, 0],
    [2, 0, 0, 1],
  ]);
});
