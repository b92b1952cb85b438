import { REFERENCE_CRANIUM, surfaceAt, SURFACE_SLOTS } from '~/model/head/cranium';
import type { Cranium } from '~/model/head/head';
import type { Direction } from '~/model/base/units';

const slots = (cranium: Cranium, { x, y, z }: Direction): Float64Array => {
  const surface = new Float64Array(SURFACE_SLOTS);
  surfaceAt(cranium, x, y, z, surface);
  return surface;
};

/** Outward unit normal of the skull in a direction. */
export function surfaceNormal(cranium: Cranium, direction: Direction): Direction {
  const surface = slots(cranium, direction);
  return { x: surface[4], y: surface[5], z: surface[6] };
}

/** Skin per steradian seen from the centre, mm²/sr. */
export const areaPerSteradianMm2 = (cranium: Cranium, direction: Direction): number => slots(cranium, direction)[7];

/** Skin on this head per skin on the reference cranium, mm²/mm², around a direction. */
export const areaStretch = (cranium: Cranium, direction: Direction): number =>
  areaPerSteradianMm2(cranium, direction) / areaPerSteradianMm2(REFERENCE_CRANIUM, direction);
