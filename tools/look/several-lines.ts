import { edgesOf } from './measure-look';
import type { LookMeasures } from './measure-look';
import type { LookPicture } from './picture';

/**
 * A part of the line that one picture shows has four to thirteen windows, so that its wander differs by half from draw to draw: chance would
 * decide. So it is told of the windows of so many lines, drawn by other seeds.
 */
const LINE_DRAWS = 6;

/**
 * These measures of a picture, with the wander of its line in several draws together (root mean square). `draw`: the same picture by another
 * seed. A part that a draw does not tell, or draws that show other parts of the line, are left out.
 */
export async function withLineInSeveralDraws(
  measures: LookMeasures,
  draw: (seed: number) => Promise<LookPicture>,
): Promise<LookMeasures> {
  if (measures.edges.length === 0) return measures;
  const draws = [measures.edges];
  for (let seed = 1; seed < LINE_DRAWS; seed++) {
    const edges = edgesOf(await draw(seed));
    if (edges.length === measures.edges.length) draws.push(edges);
  }
  const edges = measures.edges.map((edge, i) => {
    const squares = draws.map((each) => each[i].wanderMm ** 2).filter((square) => !Number.isNaN(square));
    return { ...edge, wanderMm: Math.sqrt(squares.reduce((sum, square) => sum + square, 0) / squares.length) };
  });
  return { ...measures, edges };
}
