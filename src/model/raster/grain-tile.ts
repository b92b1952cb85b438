import { gaussianBlur } from './gaussian-blur';
import { hashUnit } from '~/model/maths/hash';

/** Side of the tile that grain is laid in, working-photo px. */
export const GRAIN_TILE_PX = 128;
/** Bytes of the tile: 128 is none, and this many make one standard deviation. */
export const GRAIN_BYTES_PER_SIGMA = 30;

/** Noise as smeared out as the photo's, GRAIN_TILE_PX², rows of bytes 1..255; it repeats without a seam. */
export function grainTile(smearPx: number): Uint8Array {
  const side = GRAIN_TILE_PX;
  const margin = Math.ceil(3 * smearPx);
  const wide = side + 2 * margin;
  const wrap = (at: number): number => (at - margin + side) % side;
  const values = Float32Array.from({ length: wide * wide }, (_, i) => {
    const cell = wrap(Math.floor(i / wide)) * side + wrap(i % wide);
    // The sum of four is near enough to a bell.
    return hashUnit(cell, 1) + hashUnit(cell, 2) + hashUnit(cell, 3) + hashUnit(cell, 4) - 2;
  });
  const blurred = gaussianBlur({ columns: wide, rows: wide, values }, smearPx).values;
  const inner = Float32Array.from(
    { length: side * side },
    (_, i) => blurred[(Math.floor(i / side) + margin) * wide + (i % side) + margin],
  );
  const mean = inner.reduce((sum, value) => sum + value, 0) / inner.length;
  const sigma = Math.sqrt(inner.reduce((sum, value) => sum + (value - mean) ** 2, 0) / inner.length);
  return Uint8Array.from(inner, (value) =>
    Math.max(1, Math.min(255, Math.round(128 + (GRAIN_BYTES_PER_SIGMA * (value - mean)) / sigma))),
  );
}
