import { templesWeight } from './coverage-zones';
import { edgeDepthMm } from './design';
import type { Design } from './design';
import { edgeForwardMm, mostForwardMm } from './edge-irregularity';
import type { Hairline } from './hairline';
import { EDGE_ROWS } from './params';

/** All that depends only on the way along the line, in steps of STEP_MM from the nape on the right to that on the left. */
export interface LineEdge {
  /** How far before the drawn line the dots begin, mm. */
  readonly forwardMm: Float32Array;
  /** 1 from temple to temple, 0 behind the ears. */
  readonly temples: Float32Array;
  readonly depthMm: number;
  /** Density weight at the line. */
  readonly weight: number;
  /** Greatest value of |forwardMm|. */
  readonly mostForwardMm: number;
  /** Stray dots per mm² right in front of the edge, per unit of `temples`. */
  readonly straysPerMm2: number;
}

const STEP_MM = 0.5;
/** The table's ends lie at ± this. */
const REACH_MM = 480;
const ENTRIES = (2 * REACH_MM) / STEP_MM + 1;

/** Strays stand in a strip this wide in front of the edge, fewer outwards (linearly, so half of them in the first 30 %). */
export const STRAY_REACH_MM = 6;

/** Index into the tables for a way along the line. */
export const edgeEntry = (alongMm: number): number => {
  const entry = ((alongMm + REACH_MM) / STEP_MM + 0.5) | 0;
  return entry < 0 ? 0 : entry >= ENTRIES ? ENTRIES - 1 : entry;
};

export function lineEdge(design: Design, line: Hairline): LineEdge {
  const row = EDGE_ROWS[design.edge];
  const forwardMm = new Float32Array(ENTRIES);
  const temples = new Float32Array(ENTRIES);
  for (let i = 0; i < ENTRIES; i++) {
    const alongMm = i * STEP_MM - REACH_MM;
    forwardMm[i] = edgeForwardMm(alongMm, row, design.balancePercent / 100, design.seed);
    temples[i] = templesWeight(alongMm, line.handleAlongMm.rightTemple, line.handleAlongMm.leftTemple);
  }
  return {
    forwardMm,
    temples,
    depthMm: edgeDepthMm(design),
    weight: row.weight,
    mostForwardMm: mostForwardMm(row),
    // straysPerCm over 10 mm of line, in a strip whose mean share is a half
    straysPerMm2: row.straysPerCm / (10 * STRAY_REACH_MM * 0.5),
  };
}
