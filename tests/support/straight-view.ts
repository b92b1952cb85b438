import { REFERENCE_CRANIUM, surfaceAt, SURFACE_SLOTS } from '~/model/head/cranium';
import type { DotField } from '~/model/dots/dot-field';
import { growDots } from '../../tools/dots/grow-dots';
import { hash32 } from '~/model/maths/hash';
import type { HeadInView } from '~/model/view/view';
import { scalpMesh } from '../../tools/dots/scalp-mesh';
import type { VisibleDots } from '~/model/dots/visible-dots';
import { MM2_PER_CM2 } from '~/model/base/units';

/** All dots of a head, as if each could be seen from right above it: what coverage does, without a camera. */
export function viewOfAll(field: DotField, fit: HeadInView): VisibleDots {
  const { count, directions } = field;
  const pointsMm = new Float32Array(3 * count);
  const appearsAtPerCm2 = new Float32Array(count);
  const surface = new Float64Array(SURFACE_SLOTS);
  for (let dot = 0; dot < count; dot++) {
    const [x = 0, y = 0, z = 0] = directions.subarray(3 * dot, 3 * dot + 3);
    surfaceAt(REFERENCE_CRANIUM, x, y, z, surface);
    const reference = surface[7];
    surfaceAt(fit.cranium, x, y, z, surface);
    appearsAtPerCm2[dot] = (((dot + 0.5) / field.areaMm2) * MM2_PER_CM2 * reference) / surface[7];
    pointsMm.set(surface.subarray(1, 4), 3 * dot);
  }
  return {
    count,
    rank: Uint32Array.from({ length: count }, (_, dot) => dot),
    directions,
    pointsMm,
    pointsPx: new Float32Array(2 * count),
    footprint: new Float32Array(3 * count),
    bend: new Float32Array(count),
    companions: {
      pointsPx: new Float32Array(2 * count),
      footprint: new Float32Array(3 * count),
      bend: new Float32Array(count),
      share: new Float32Array(count),
    },
    appearsAtPerCm2,
    visible: new Float32Array(count).fill(1),
    hair: new Float32Array(count),
    sizeClass: Uint8Array.from({ length: count }, (_, dot) => hash32(dot, 3) >>> 28),
  };
}

/** Dots up to this density, grown afresh (about half a second). */
export const growField = (perCm2: number): DotField => growDots(scalpMesh(REFERENCE_CRANIUM), perCm2 / MM2_PER_CM2, 11);
