import type { Design } from '~/model/design/design';
import { edgeOf, edgeSeed, SIDE_ROWS } from '~/model/design/line-style';
import type { Hairline } from '~/model/hairline/hairline';
import { smoothstep } from '~/model/maths/numbers';
import { templesWeight } from './coverage-zones';
import { edgeForwardMm, mostForwardMm } from './edge-irregularity';
import { sideSoftness } from './side-softness';

/** All that depends only on the way along the line, in steps of STEP_MM from the nape on the right to that on the left. */
export interface LineEdge {
  /** How far before the drawn line the dots begin, mm. */
  readonly forwardMm: Float32Array;
  /** 1 from temple to temple, 0 behind the ears. */
  readonly temples: Float32Array;
  /** 1 at the middle of the frontal tuft's width, 0 beside it. */
  readonly tuft: Float32Array;
  /** How far the tuft fills what the transition zone leaves open, 0..1. */
  readonly tuftShare: number;
  /** Depth of the transition zone, mm, and the greatest there is. */
  readonly depthMm: Float32Array;
  readonly mostDepthMm: number;
  /** Density weight at the line. */
  readonly weight: number;
  /** Greatest depth before the drawn line at which dots of the edge (no strays) can stand. */
  readonly mostForwardMm: number;
  /** Stray dots per mm² right in front of the edge, per unit of `temples`. */
  readonly straysPerMm2: number;
}

/** Step of the table of what goes on along the line, mm: far below the shortest period of the edge. */
const STEP_MM = 0.5;
/** The table's ends lie at ± this. */
const REACH_MM = 480;
const ENTRIES = (2 * REACH_MM) / STEP_MM + 1;

/**
 * Strays stand in a strip this wide in front of the edge, fewer outwards (linearly, so half of them in the first 30 %). Assumed
 * (docs/model.md, Density and edge).
 */
export const STRAY_REACH_MM = 4;

/**
 * The frontal tuft is an oval behind the middle of the line (the trade's word; its size is our choice), a little before
 * it.
 */
const TUFT_HALF_WIDTH_MM = 20;
const TUFT_HALF_DEPTH_MM = 11;
const TUFT_CENTRE_MM = 8;
const TUFT_BEFORE_MM = TUFT_HALF_DEPTH_MM - TUFT_CENTRE_MM;
/** Its border is soft over this share of it. Our choice. */
const TUFT_SOFT = 0.7;

/** Index into the tables for a way along the line. */
export const edgeEntry = (arcLengthMm: number): number => {
  const entry = ((arcLengthMm + REACH_MM) / STEP_MM + 0.5) | 0;
  return entry < 0 ? 0 : entry >= ENTRIES ? ENTRIES - 1 : entry;
};

export function lineEdge(design: Design, line: Hairline): LineEdge {
  const edge = edgeOf(design);
  const seed = edgeSeed(design);
  const forwardMm = new Float32Array(ENTRIES);
  const temples = new Float32Array(ENTRIES);
  const tuft = new Float32Array(ENTRIES);
  const depthMm = new Float32Array(ENTRIES);
  const softness = sideSoftness(design.sideProfile, line);
  for (let i = 0; i < ENTRIES; i++) {
    const arcLengthMm = i * STEP_MM - REACH_MM;
    forwardMm[i] = edgeForwardMm(arcLengthMm, edge, design.balancePercent / 100, seed);
    temples[i] = templesWeight(arcLengthMm, line.pointArcLengthMm.rightTemple, line.pointArcLengthMm.leftTemple);
    depthMm[i] = edge.edgeSoftnessMm * softness(arcLengthMm);
    tuft[i] = Math.max(0, 1 - (arcLengthMm / TUFT_HALF_WIDTH_MM) ** 2);
  }
  return {
    forwardMm,
    temples,
    tuft,
    tuftShare: edge.frontalTuftPercent / 100,
    depthMm,
    mostDepthMm: edge.edgeSoftnessMm * Math.max(1, SIDE_ROWS[design.sideProfile].softness),
    weight: edge.weight,
    mostForwardMm: mostForwardMm(edge) + (edge.frontalTuftPercent === 0 ? 0 : TUFT_BEFORE_MM),
    // strayDotsPerCm over 10 mm of line, in a strip whose mean share is a half
    straysPerMm2: edge.strayDotsPerCm / (10 * STRAY_REACH_MM * 0.5),
  };
}

/**
 * Density weight of the edge, 0..1, at a depth behind the (irregular) edge and an entry of the tables: nothing in front of
 * it, the style's weight at it, rising as a smoothstep over the depth of the transition zone; sooner in the frontal tuft.
 */
export function edgeWeight({ weight, depthMm, tuft, tuftShare }: LineEdge, depthInMm: number, entry: number): number {
  const rim = depthInMm < 0 ? 0 : weight + (1 - weight) * smoothstep(0, depthMm[entry], depthInMm);
  if (tuftShare === 0 || tuft[entry] === 0) return rim;
  const oval = smoothstep(0, TUFT_SOFT, tuft[entry] - ((depthInMm - TUFT_CENTRE_MM) / TUFT_HALF_DEPTH_MM) ** 2);
  return rim + (1 - rim) * tuftShare * oval;
}
