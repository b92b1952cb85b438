import { BYTES_PER_DOT, SIZE_BYTE_ONE } from '~/model/dots/dot-coverage';
import type { DotCoverage } from '~/model/dots/dot-coverage';
import type { VisibleDots } from '~/model/dots/visible-dots';

/** Says of places of the photo whether they lie well inside the solid zone: bare skin in full sight, full density. */
export interface SolidZone {
  readonly cellPx: number;
  /** Left and top of cells whose neighbours are solid too, photo px. */
  readonly cells: readonly (readonly [leftPx: number, topPx: number])[];
  has(xPx: number, yPx: number): boolean;
}

const FULL_SIGHT = 0.99;
const BARE = 0.05;
const KEY = 1 << 16;

/** By cells of `cellMm`: solid where every dot that full density asks for is there, at full size. */
export function solidZone(
  dots: VisibleDots,
  coverage: DotCoverage,
  densityPerCm2: number,
  pxPerMm: number,
  cellMm: number,
): SolidZone {
  const cellPx = Math.max(4, Math.round(cellMm * pxPerMm));
  const keyAt = (x: number, y: number): number => Math.floor(y / cellPx) * KEY + Math.floor(x / cellPx);
  const solid = new Map<number, boolean>();
  for (let dot = 0; dot < dots.count; dot++) {
    if (dots.appearsAtPerCm2[dot] >= densityPerCm2) continue;
    const key = keyAt(dots.pointsPx[2 * dot], dots.pointsPx[2 * dot + 1]);
    const whole =
      coverage.bytes[BYTES_PER_DOT * dot + 1] >= SIZE_BYTE_ONE &&
      dots.visible[dot] >= FULL_SIGHT &&
      dots.hair[dot] <= BARE;
    solid.set(key, whole && solid.get(key) !== false);
  }
  const inner = (key: number): boolean => {
    for (const dy of [-KEY, 0, KEY]) {
      for (const dx of [-1, 0, 1]) if (solid.get(key + dx + dy) !== true) return false;
    }
    return true;
  };
  const cells = [...solid.keys()]
    .filter(inner)
    .map((key) => [(key % KEY) * cellPx, Math.floor(key / KEY) * cellPx] as const);
  return { cellPx, cells, has: (x, y) => inner(keyAt(x, y)) };
}
