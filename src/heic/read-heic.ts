import { AS_IT_IS, turnedThen } from '~/model/base/orientation';
import type { Orientation } from '~/model/base/orientation';
import type { SizePx } from '~/model/base/units';
import { fullBox, NotSound, readerOf } from './boxes';
import type { Box } from './boxes';
import { codecOf } from './hevc-codec';
import { itemsOf } from './items';
import type { Items } from './items';

/** A still picture in a HEIF file whose tiles are coded in HEVC, as phones write it. */
export interface HeicPicture {
  /** Before it is turned, px. */
  readonly size: SizePx;
  /** How the picture has to be turned to be seen as it is meant; EXIF of a HEIC says nothing about that. */
  readonly orientation: Orientation;
  /** From the left to the right, from the top to the bottom. */
  readonly tiles: readonly HeicTile[];
}

export interface HeicTile {
  readonly leftPx: number;
  readonly topPx: number;
  readonly size: SizePx;
  /** The codec as WebCodecs calls it, and the decoder's configuration record. */
  readonly codec: string;
  readonly description: Uint8Array;
  readonly data: Uint8Array;
}

/** More tiles than a picture of 64 megapixels has. */
const MOST_TILES = 1024;

/** What is to be decoded of a HEIC; null: it is none that this can read. Whatever the bytes are, nothing is thrown. */
export function readHeic(file: Uint8Array): HeicPicture | null {
  try {
    const items = itemsOf(file);
    const { primary } = items;
    const size = sizeOf(items, primary);
    const tiles = items.kindOf.get(primary) === 'grid' ? gridTiles(items, primary) : [tileOf(items, primary, 0, 0)];
    return { size, orientation: turnOf(items.propertiesOf(primary)), tiles };
  } catch (error) {
    if (error instanceof NotSound) return null;
    throw error;
  }
}

const propertyOf = (items: Items, item: number, kind: string): Uint8Array => {
  const box = items.propertiesOf(item).find((each) => each.kind === kind);
  if (box === undefined) throw new NotSound(`An item has no ${kind}`);
  return box.body;
};

/** Its 'ispe', px. */
function sizeOf(items: Items, item: number): SizePx {
  const { rest } = fullBox(propertyOf(items, item, 'ispe'));
  const size = { widthPx: rest.uint(4), heightPx: rest.uint(4) };
  if (size.widthPx === 0 || size.heightPx === 0) throw new NotSound('A picture has no size');
  return size;
}

function tileOf(items: Items, item: number, leftPx: number, topPx: number): HeicTile {
  if (items.kindOf.get(item) !== 'hvc1') throw new NotSound('A tile is not coded in HEVC');
  const description = propertyOf(items, item, 'hvcC');
  const data = items.dataOf(item);
  return { leftPx, topPx, size: sizeOf(items, item), codec: codecOf(description), description, data };
}

/** A picture laid together from tiles of one size (ISO/IEC 23008-12, 6.6.2.3). */
function gridTiles(items: Items, item: number): readonly HeicTile[] {
  const rest = readerOf(items.dataOf(item));
  rest.skip(1);
  const bytes = (rest.uint(1) & 1) === 0 ? 2 : 4;
  const rows = 1 + rest.uint(1);
  const columns = 1 + rest.uint(1);
  const [widthPx, heightPx] = [rest.uint(bytes), rest.uint(bytes)];
  const parts = items.madeOf.get(item) ?? [];
  if (parts.length !== rows * columns || parts.length > MOST_TILES) throw new NotSound('Tiles are missing');
  const { widthPx: wide, heightPx: high } = sizeOf(items, parts[0]);
  const whole = sizeOf(items, item);
  if (whole.widthPx !== widthPx || whole.heightPx !== heightPx || wide * columns < widthPx || high * rows < heightPx)
    throw new NotSound('The tiles do not make the picture');
  return parts.map((part, i) => tileOf(items, part, (i % columns) * wide, Math.floor(i / columns) * high));
}

/** Quarters against the clock ('irot'), as EXIF counts turns; and mirrored ('imir') top to bottom, or left to right. */
const QUARTERS: readonly Orientation[] = [1, 8, 3, 6];
const MIRRORS: readonly Orientation[] = [4, 2];

const turnOf = (properties: readonly Box[]): Orientation =>
  properties.reduce<Orientation>((turned, { kind, body }) => {
    const value = body.at(0) ?? 0;
    if (kind === 'irot') return turnedThen(turned, QUARTERS[value & 3]);
    return kind === 'imir' ? turnedThen(turned, MIRRORS[value & 1]) : turned;
  }, AS_IT_IS);
