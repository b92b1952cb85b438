import { memoEach } from '~/model/base/memo';
import type { Zone } from '~/model/design/choices';
import type { Hairline } from '~/model/hairline/hairline';
import { chartGridOf, GRID } from '~/model/head/chart-grid';
import { REFERENCE_CRANIUM, surfacePoint } from '~/model/head/cranium';
import type { Cranium } from '~/model/head/head';
import { tapeOf } from '~/model/head/tape';
import { clamp, smoothstep } from '~/model/maths/numbers';
import type { SignedDistanceField } from './signed-distance-field';

/**
 * Zones of the scalp, named as the trade does, as shares, so that one runs softly into the next: at every node of the
 * chart grid they add up to 1. The hairline is a band behind the line; the others lie on the skull, whatever the line.
 */
type SkullZone = Exclude<Zone, 'hairline'>;
export const SKULL_ZONES = ['frontal', 'midScalp', 'crown', 'temples', 'sides'] as const satisfies readonly SkullZone[];
export type SkullZones = Readonly<Record<SkullZone, Float32Array>>;

/** Depth of the hairline's band. Our choice (docs/model.md, Density and edge). */
const HAIRLINE_DEPTH_MM = 15;
/** Borders are soft over ± this. Our choice (docs/model.md, Density and edge). */
const SOFT_MM = 5;
/** The temples run into the sides over ± this, above the ear, where nothing on a head changes. */
const TEMPLES_SOFT_MM = 20;

/**
 * Borders on the mean head of men, mm from the cranium's centre; on other heads in proportion. Set so that the areas are
 * those of docs/model.md, Density and edge: front with the band 59, mid-scalp 131, crown 117 cm².
 */
const TOP_UP_MM = 19;
/** Below the crown the back of the head begins. */
const BACK_BEHIND_MM = 72;
const FRONTAL_FORWARD_MM = 27;
const TEMPLES_FORWARD_MM = 0;
/** Centre of the crown: in the middle, 50 mm behind the topmost point (assumed), and its half axes on the skin. */
const CROWN_BEHIND_MM = 50;
const CROWN_UP_MM = 77;
const CROWN_ACROSS_MM = 64;
const CROWN_ALONG_MM = 56;

/** 0 well below a border and 1 well above it. */
const over = (borderMm: number, mm: number, softMm = SOFT_MM): number =>
  smoothstep(borderMm - softMm, borderMm + softMm, mm);

/** Shares of the skull's own zones, without the hairline's band. */
export const skullZonesOf = memoEach((cranium: Cranium): SkullZones => {
  const { pointsMm, areaMm2 } = chartGridOf(cranium);
  const { centre } = cranium;
  const sideways = REFERENCE_CRANIUM.halfBreadthMm / cranium.halfBreadthMm;
  const upwards = REFERENCE_CRANIUM.heightMm / cranium.heightMm;
  const lengthways = REFERENCE_CRANIUM.halfLengthMm / cranium.halfLengthMm;
  const empty = (): Float32Array => new Float32Array(GRID * GRID);
  const zones = { frontal: empty(), midScalp: empty(), crown: empty(), temples: empty(), sides: empty() };
  for (let node = 0; node < GRID * GRID; node++) {
    if (areaMm2[node] === 0) continue;
    const side = (pointsMm[3 * node] - centre.xMm) * sideways;
    const up = (pointsMm[3 * node + 1] - centre.yMm) * upwards;
    const forward = (pointsMm[3 * node + 2] - centre.zMm) * lengthways;
    const along = Math.hypot(forward + CROWN_BEHIND_MM, up - CROWN_UP_MM);
    const reach = Math.hypot((side / CROWN_ACROSS_MM) * CROWN_ALONG_MM, along);
    const crown = 1 - over(CROWN_ALONG_MM, reach);
    const top = (1 - crown) * over(TOP_UP_MM, up) * over(-BACK_BEHIND_MM, forward);
    const front = over(FRONTAL_FORWARD_MM, forward);
    const low = 1 - crown - top;
    const temples = over(TEMPLES_FORWARD_MM, forward, TEMPLES_SOFT_MM);
    zones.crown[node] = crown;
    zones.frontal[node] = top * front;
    zones.midScalp[node] = top * (1 - front);
    zones.temples[node] = low * temples;
    zones.sides[node] = low * (1 - temples);
  }
  return zones;
});

/**
 * Share of the hairline's band, which the other zones give up: from the line (and all before it) to HAIRLINE_DEPTH_MM
 * behind it, above the middle between corner and temple point on either side.
 */
export function hairlineShare({ points }: Hairline, { insideMm }: SignedDistanceField, cranium: Cranium): Float32Array {
  const { pointsMm, areaMm2 } = chartGridOf(cranium);
  const tape = tapeOf(cranium);
  const lowest = (name: 'left' | 'right'): number =>
    (surfacePoint(cranium, tape.directionAt(points[`${name}Corner`])).yMm +
      surfacePoint(cranium, tape.directionAt(points[`${name}Temple`])).yMm) /
    2;
  const [right, left] = [lowest('right'), lowest('left')];
  const share = new Float32Array(GRID * GRID);
  for (let node = 0; node < GRID * GRID; node++) {
    if (areaMm2[node] === 0 || insideMm[node] > HAIRLINE_DEPTH_MM + SOFT_MM) continue;
    const leftwards = clamp(0.5 + (pointsMm[3 * node] - cranium.centre.xMm) / (2 * cranium.halfBreadthMm), 0, 1);
    const borderMm = right + leftwards * (left - right);
    share[node] = (1 - over(HAIRLINE_DEPTH_MM, insideMm[node])) * over(borderMm, pointsMm[3 * node + 1]);
  }
  return share;
}
