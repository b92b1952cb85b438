import { hashUnit } from '~/model/maths/hash';

/**
 * Side of the tile, in hairs; and how far hairs that go on their own stand apart (65 to 110 groups per cm² are found).
 */
export const ORDER_TILE_HAIRS = 128;
export const HAIR_SPACING_MM = 1.1;
const CHANNEL = 0x4a17;

/** When each hair goes: ORDER_TILE_HAIRS² bytes, evenly 0 to 255. */
export const thresholdTile = (): Uint8Array<ArrayBuffer> =>
  Uint8Array.from({ length: ORDER_TILE_HAIRS ** 2 }, (_, i) => Math.floor(256 * hashUnit(i, CHANNEL)));
