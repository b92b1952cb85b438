import { REFERENCE_CRANIUM } from '~/model/head/cranium';
import { hairFraction, isFace, onsetMapOf, STAGE_ROWS } from './hair-loss';
import type { HairStage } from '~/model/design/choices';

/** Hair on a head seen from above, forehead up: rows of shares 0..1, and −1 beside the head. */
export interface StageSketch {
  readonly columns: number;
  readonly rows: number;
  readonly hair: Float32Array;
}

/** Room around the head, as a multiple of its size. */
const ROOM = 1.06;

/** The mean head of men at a stage, as the model has it. */
export function stageSketch(stage: HairStage, columns: number): StageSketch {
  const { centre, halfBreadthMm, halfLengthMm, heightMm } = REFERENCE_CRANIUM;
  const { onset, oval } = onsetMapOf(REFERENCE_CRANIUM);
  const { number, pattern } = STAGE_ROWS[stage];
  const mmPerSample = (2 * ROOM * halfBreadthMm) / columns;
  const rows = Math.round((2 * ROOM * halfLengthMm) / mmPerSample);
  const hair = Float32Array.from({ length: columns * rows }, (_, i) => {
    const side = ((i % columns) + 0.5 - columns / 2) * mmPerSample;
    const forward = (rows / 2 - Math.floor(i / columns) - 0.5) * mmPerSample;
    const left = 1 - (side / halfBreadthMm) ** 2 - (forward / halfLengthMm) ** 2;
    if (left < 0) return -1;
    const point = {
      xMm: centre.xMm + side,
      yMm: centre.yMm + heightMm * Math.sqrt(left),
      zMm: centre.zMm + forward,
    };
    if (isFace(REFERENCE_CRANIUM, point)) return 0;
    return pattern === 'diffuse' ? 1 - 0.25 * number * oval(point) : hairFraction(onset(point, stage), number);
  });
  return { columns, rows, hair };
}
