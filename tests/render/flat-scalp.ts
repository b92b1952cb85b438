import { BYTES_PER_DOT, SIZE_BYTE_ONE, STRENGTH_BYTE_ONE } from '~/model/dots/dot-coverage';
import type { DotCoverage } from '~/model/dots/dot-coverage';
import type { DotField } from '~/model/dots/dot-field';
import { hashUnit } from '~/model/maths/hash';
import type { VisibleDots } from '~/model/dots/visible-dots';

/** A flat square of skin seen squarely: dots at a density, one look row, for checking what the renderer makes of them. */
export interface FlatScalp {
  readonly dots: VisibleDots;
  readonly coverage: DotCoverage;
}

interface FlatOptions {
  /** Box of the dots in photo px. */
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly pxPerMm: number;
  readonly densityPerCm2: number;
  readonly strength?: number;
  /** Cosine of the angle at which the skin is seen (squeezed along x). */
  readonly facing?: number;
}

/** Jittered rows: even enough that a patch's density is what was asked. */
export function flatScalp({
  left,
  top,
  right,
  bottom,
  pxPerMm,
  densityPerCm2,
  strength = 1,
  facing = 1,
}: FlatOptions): FlatScalp {
  const step = Math.sqrt(100 / densityPerCm2) * pxPerMm;
  const stepX = step * facing;
  const places: number[] = [];
  for (let j = 0; top + (j + 1) * step <= bottom + 1e-9; j++) {
    for (let i = 0; left + (i + 1) * stepX <= right + 1e-9; i++) {
      const key = j * 65536 + i;
      places.push(left + (i + 0.2 + 0.6 * hashUnit(key, 1)) * stepX, top + (j + 0.2 + 0.6 * hashUnit(key, 2)) * step);
    }
  }
  return scalpOf(places, pxPerMm, facing, strength);
}

/** The app's own dots about the top of the reference head, laid flat around the middle of a square photo. */
export function fieldScalp(field: DotField, photoPx: number, pxPerMm: number, densityPerCm2: number): FlatScalp {
  const places: number[] = [];
  const shown = Math.round((field.areaMm2 * densityPerCm2) / 100);
  for (let i = 0; i < shown; i++) {
    const [x = 0, y = 0, z = 0] = field.directions.subarray(3 * i, 3 * i + 3);
    const u = photoPx / 2 + (x / y) * TOP_RADIUS_MM * pxPerMm;
    const v = photoPx / 2 + (z / y) * TOP_RADIUS_MM * pxPerMm;
    if (y > 0.9 && u > 0 && v > 0 && u < photoPx && v < photoPx) places.push(u, v);
  }
  return scalpOf(places, pxPerMm, 1, 1);
}

/** From the reference head's centre to its top, mm. */
const TOP_RADIUS_MM = 100;

function scalpOf(places: readonly number[], pxPerMm: number, facing: number, strength: number): FlatScalp {
  const count = places.length / 2;
  const footprint = new Float32Array(3 * count);
  const bytes = new Uint8Array(BYTES_PER_DOT * count);
  for (let i = 0; i < count; i++) {
    footprint[3 * i] = (pxPerMm * facing) ** 2;
    footprint[3 * i + 2] = pxPerMm ** 2;
    bytes[BYTES_PER_DOT * i] = Math.round(STRENGTH_BYTE_ONE * strength);
    bytes[BYTES_PER_DOT * i + 1] = SIZE_BYTE_ONE;
    bytes[BYTES_PER_DOT * i + 3] = STRENGTH_BYTE_ONE;
  }
  return {
    dots: {
      count,
      rank: Uint32Array.from({ length: count }, (_, i) => i),
      directions: new Float32Array(3 * count),
      pointsMm: new Float32Array(3 * count),
      pointsPx: Float32Array.from(places),
      footprint,
      bend: new Float32Array(count),
      // Dots alone: what is counted and added up here are theirs.
      companions: {
        pointsPx: Float32Array.from(places),
        footprint,
        bend: new Float32Array(count),
        share: new Float32Array(count),
      },
      appearsAtPerCm2: new Float32Array(count),
      visible: new Float32Array(count).fill(1),
      hair: new Float32Array(count),
      sizeClass: new Uint8Array(count),
    },
    coverage: { bytes, drawCount: count, shown: count },
  };
}
