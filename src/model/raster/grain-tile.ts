import { gaussianBlur } from './gaussian-blur';
import type { Plane } from './plane';
import { hashUnit } from '~/model/maths/hash';

/** Side of the tile that grain is laid in, working-photo px. */
export const GRAIN_TILE_PX = 128;
/** Bytes of a tile: 128 is none, and this many make one standard deviation. */
export const GRAIN_BYTES_PER_SIGMA = 30;

/** Side of the tile of a field's mesh, in texels, and how wide one is, mm of skin: it repeats every 32 mm. */
export const MESH_TILE_TEXELS = 256;
export const MESH_TEXEL_MM = 0.125;
/**
 * The mesh is noise blurred by the first, less what is left of it blurred by the second, mm: most of it lies where real fields vary more
 * than their dots do, between .2 and .8 mm (docs/model.md, Density and edge).
 */
const MESH_FROM_MM = 0.15;
const MESH_TO_MM = 0.5;

/** Noise as smeared out as the photo's, GRAIN_TILE_PX², rows of bytes 1..255; it repeats without a seam. */
export const grainTile = (smearPx: number): Uint8Array =>
  noiseTile(GRAIN_TILE_PX, smearPx, (noise) => gaussianBlur(noise, smearPx).values);

/** How unevenly pigment lies in skin, MESH_TILE_TEXELS², rows of bytes 1..255; it repeats without a seam. */
export function meshTile(): Uint8Array {
  const widest = MESH_TO_MM / MESH_TEXEL_MM;
  return noiseTile(MESH_TILE_TEXELS, widest, (noise) => {
    const coarse = gaussianBlur(noise, widest).values;
    return gaussianBlur(noise, MESH_FROM_MM / MESH_TEXEL_MM).values.map((value, i) => value - coarse[i]);
  });
}

/** A repeating square of noise as `shape` makes it of white noise; it looks no farther than three times `reach` texels. */
function noiseTile(side: number, reach: number, shape: (noise: Plane) => Float32Array): Uint8Array {
  const margin = Math.ceil(3 * reach);
  const wide = side + 2 * margin;
  const wrap = (at: number): number => (at - margin + side) % side;
  const values = Float32Array.from({ length: wide * wide }, (_, i) => {
    const cell = wrap(Math.floor(i / wide)) * side + wrap(i % wide);
    // The sum of four is near enough to a bell.
    return hashUnit(cell, 1) + hashUnit(cell, 2) + hashUnit(cell, 3) + hashUnit(cell, 4) - 2;
  });
  const shaped = shape({ columns: wide, rows: wide, values });
  const inner = Float32Array.from(
    { length: side * side },
    (_, i) => shaped[(Math.floor(i / side) + margin) * wide + (i % side) + margin],
  );
  const mean = inner.reduce((sum, value) => sum + value, 0) / inner.length;
  const sigma = Math.sqrt(inner.reduce((sum, value) => sum + (value - mean) ** 2, 0) / inner.length);
  return Uint8Array.from(inner, (value) =>
    Math.max(1, Math.min(255, Math.round(128 + (GRAIN_BYTES_PER_SIGMA * (value - mean)) / sigma))),
  );
}
