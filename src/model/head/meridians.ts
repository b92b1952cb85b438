import { memoEach } from '~/model/base/memo';
import type { Direction } from '~/model/base/units';
import { clamp } from '~/model/maths/numbers';
import { bisectIndex } from '~/model/maths/search';
import { GLABELLA_Y_MM, surfaceRadius } from './cranium';
import type { Cranium } from './head';

/**
 * Place on the scalp as a person measures it: azimuth about the vertical through the cranium's centre (0 = front,
 * positive to the subject's left, ±π = back) and, along that meridian of the skin, the height above the glabella's level.
 */
export interface ScalpCoordinates {
  readonly azimuthRadians: number;
  readonly heightMm: number;
}

/** Heights along the meridians of one cranium, tabulated: both ways in well under a microsecond. */
export interface Meridians {
  coordinates(direction: Direction): ScalpCoordinates;
  /** The place at that height; heights past the top or far below the ears are limited to the table. */
  directionAt(azimuthRadians: number, heightMm: number): Direction;
}

/** Both sides are alike, so half a turn will do: one meridian a degree, one node each 1.25°. */
const MERIDIANS = 180;
const NODES = 136;
const LOWEST = -80 * (Math.PI / 180);
const STEP = (Math.PI / 2 - LOWEST) / NODES;
const TURN = Math.PI / MERIDIANS;

function heightsOf(cranium: Cranium): Float64Array {
  const table = new Float64Array((MERIDIANS + 1) * (NODES + 1));
  const level = GLABELLA_Y_MM - cranium.centre.yMm;
  for (let m = 0; m <= MERIDIANS; m++) {
    const sx = Math.sin(m * TURN);
    const cz = Math.cos(m * TURN);
    let along = 0;
    let zero = 0;
    let lastOut = 0;
    let lastUp = 0;
    for (let n = 0; n <= NODES; n++) {
      const elevation = LOWEST + n * STEP;
      const flat = n === NODES ? 0 : Math.cos(elevation);
      const y = Math.sin(elevation);
      const radius = surfaceRadius(cranium, sx * flat, y, cz * flat);
      const out = radius * flat;
      const up = radius * y;
      if (n > 0) {
        const piece = Math.hypot(out - lastOut, up - lastUp);
        if (lastUp < level && up >= level) zero = along + (piece * (level - lastUp)) / (up - lastUp);
        along += piece;
      }
      table[m * (NODES + 1) + n] = along;
      lastOut = out;
      lastUp = up;
    }
    for (let n = 0; n <= NODES; n++) table[m * (NODES + 1) + n] -= zero;
  }
  return table;
}

function createMeridians(cranium: Cranium): Meridians {
  const table = heightsOf(cranium);
  /** Height at node n, between the meridians m and m + 1. */
  const heightAt = (m: number, share: number, n: number): number => {
    const here = table[m * (NODES + 1) + n];
    return here + share * (table[(m + 1) * (NODES + 1) + n] - here);
  };
  const split = (azimuthRadians: number): readonly [number, number] => {
    const turned = Math.abs(Math.atan2(Math.sin(azimuthRadians), Math.cos(azimuthRadians))) / TURN;
    const m = Math.min(Math.floor(turned), MERIDIANS - 1);
    return [m, turned - m];
  };
  return {
    coordinates({ x, y, z }) {
      const azimuthRadians = Math.atan2(x, z);
      const [m, share] = split(azimuthRadians);
      const place = clamp((Math.atan2(y, Math.sqrt(x * x + z * z)) - LOWEST) / STEP, 0, NODES);
      const n = Math.min(Math.floor(place), NODES - 1);
      const low = heightAt(m, share, n);
      return { azimuthRadians, heightMm: low + (place - n) * (heightAt(m, share, n + 1) - low) };
    },
    directionAt(azimuthRadians, heightMm) {
      const [m, share] = split(azimuthRadians);
      const low = bisectIndex(0, NODES, (node) => heightAt(m, share, node) <= heightMm);
      const from = heightAt(m, share, low);
      const within = clamp((heightMm - from) / (heightAt(m, share, low + 1) - from), 0, 1);
      const elevation = LOWEST + (low + within) * STEP;
      const flat = Math.max(Math.cos(elevation), 0);
      return { x: Math.sin(azimuthRadians) * flat, y: Math.sin(elevation), z: Math.cos(azimuthRadians) * flat };
    },
  };
}

/** The meridians of a cranium, made once for each. */
export const meridiansOf = memoEach(createMeridians);
