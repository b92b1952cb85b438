import type { LookMeasures } from './measure-look';

/**
 * A part of the line that one picture shows has four to thirteen windows, so that its wander differs by half from draw to draw: chance would
 * decide. So it is told of the windows of so many lines, drawn by other seeds.
 */
export const LINE_DRAWS = 6;

/** The first draw's measures, with the wander of all draws' windows together; what a draw does not tell is left out. */
export function wanderOfAll(draws: readonly [LookMeasures, ...LookMeasures[]]): LookMeasures {
  const edges = draws[0].edges.map((edge, i) => {
    const squares = draws
      .map((draw) => (draw.edges[i] as LookMeasures['edges'][number] | undefined)?.wanderMm ?? NaN)
      .filter((wander) => !Number.isNaN(wander))
      .map((wander) => wander ** 2);
    return { ...edge, wanderMm: Math.sqrt(squares.reduce((sum, square) => sum + square, 0) / squares.length) };
  });
  return { ...draws[0], edges };
}
