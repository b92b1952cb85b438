import { maskAt } from '~/model/raster/photo-map';
import type { HairMap, OutlineMask } from '~/model/raster/photo-map';

/** Mean of the hair map, 0..1, where a rendered head has stubble and where its scalp is bare. */
export interface HairFigures {
  readonly onStubble: number | null;
  readonly onBare: number | null;
}

/** Bytes of the stubble mask (255 = about 150 hairs/cm²): from here it is stubble, and up to here bare. */
const STUBBLE = 96;
const BARE = 4;
const STEP_PX = 4;
/** Scalp without stubble within so many px is bare for sure: stubble's own rim belongs to neither. */
const RIM_PX = 24;

/** `scalp` and `stubble`: masks of the photo's size; no stubble mask: all of the scalp is bare. */
export function hairOf(hair: HairMap, scalp: OutlineMask, stubble: OutlineMask | null): HairFigures {
  const { columns, rows } = scalp;
  const byteAt = (mask: OutlineMask, x: number, y: number): number =>
    x < 0 || y < 0 || x >= columns || y >= rows ? 0 : mask.confidence[y * columns + x];
  const means = { stubble: { sum: 0, count: 0 }, bare: { sum: 0, count: 0 } };
  for (let y = 0; y < rows; y += STEP_PX) {
    for (let x = 0; x < columns; x += STEP_PX) {
      if (byteAt(scalp, x, y) < 128) continue;
      const here = stubble === null ? 0 : byteAt(stubble, x, y);
      const near =
        stubble === null
          ? 0
          : Math.max(
              ...[-RIM_PX, 0, RIM_PX].flatMap((j) => [-RIM_PX, 0, RIM_PX].map((i) => byteAt(stubble, x + i, y + j))),
            );
      const of = here >= STUBBLE ? means.stubble : near <= BARE ? means.bare : null;
      if (of === null) continue;
      of.sum += maskAt(hair, x + 0.5, y + 0.5) ?? 0;
      of.count++;
    }
  }
  const mean = ({ sum, count }: { sum: number; count: number }): number | null => (count === 0 ? null : sum / count);
  return { onStubble: mean(means.stubble), onBare: mean(means.bare) };
}
