import { boxesOf, boxOf, fullBox, NotSound, readerOf } from './boxes';
import type { Box } from './boxes';

/** Phones write some fifty; more were made to be slow. */
const MOST_ITEMS = 4096;
const MOST_EXTENTS = 64;

/** The pictures and other items of a HEIF file (ISO/IEC 23008-12), by their numbers. */
export interface Items {
  readonly primary: number;
  readonly kindOf: ReadonlyMap<number, string>;
  /** What an item is made of ('dimg'), in order. */
  readonly madeOf: ReadonlyMap<number, readonly number[]>;
  /** Properties of an item, in the order in which they are to be applied. */
  readonly propertiesOf: (item: number) => readonly Box[];
  /** The bytes of an item. */
  readonly dataOf: (item: number) => Uint8Array;
}

interface Extent {
  readonly inBox: boolean;
  readonly from: number;
  readonly length: number;
}

/** Throws NotSound where the file says what cannot be. */
export function itemsOf(file: Uint8Array): Items {
  const meta = boxOf(boxesOf(file), 'meta');
  if (meta === null) throw new NotSound('There is no index');
  const boxes = boxesOf(fullBox(meta.body).after);
  const bodyOf = (kind: string): Uint8Array => {
    const box = boxOf(boxes, kind);
    if (box === null) throw new NotSound(`There is no ${kind}`);
    return box.body;
  };
  const primary = primaryOf(bodyOf('pitm'));
  const extents = extentsOf(bodyOf('iloc'));
  const beside = boxOf(boxes, 'idat')?.body ?? new Uint8Array();
  const properties = boxesOf(bodyOf('iprp'));
  const all = boxesOf(boxOf(properties, 'ipco')?.body ?? new Uint8Array());
  const given = associationsOf(properties.filter(({ kind }) => kind === 'ipma').map(({ body }) => body));
  const references = boxOf(boxes, 'iref');
  return {
    primary,
    kindOf: kindsOf(bodyOf('iinf')),
    madeOf: references === null ? new Map() : partsOf(references.body),
    propertiesOf: (item) => (given.get(item) ?? []).flatMap((index) => all.at(index - 1) ?? []),
    dataOf: (item) => joined(extents.get(item) ?? [], file, beside),
  };
}

function primaryOf(body: Uint8Array): number {
  const { version, rest } = fullBox(body);
  return rest.uint(version === 0 ? 2 : 4);
}

/** A number of things that are told one by one. */
function counted(count: number): number {
  if (count > MOST_ITEMS) throw new NotSound('There are too many');
  return count;
}

function kindsOf(body: Uint8Array): ReadonlyMap<number, string> {
  const { version, after } = fullBox(body);
  const kinds = new Map<number, string>();
  for (const { kind, body: entry } of boxesOf(after.subarray(version === 0 ? 2 : 4))) {
    const { version: of, rest } = fullBox(entry);
    if (kind !== 'infe' || of < 2) continue;
    const item = rest.uint(of === 2 ? 2 : 4);
    rest.skip(2);
    kinds.set(item, rest.kind());
  }
  return kinds;
}

function partsOf(body: Uint8Array): ReadonlyMap<number, readonly number[]> {
  const { version, after } = fullBox(body);
  const bytes = version === 0 ? 2 : 4;
  const parts = new Map<number, readonly number[]>();
  for (const { kind, body: entry } of boxesOf(after)) {
    if (kind !== 'dimg') continue;
    const rest = readerOf(entry);
    const item = rest.uint(bytes);
    parts.set(
      item,
      Array.from({ length: counted(rest.uint(2)) }, () => rest.uint(bytes)),
    );
  }
  return parts;
}

function associationsOf(bodies: readonly Uint8Array[]): ReadonlyMap<number, readonly number[]> {
  const given = new Map<number, readonly number[]>();
  for (const body of bodies) {
    const { version, flags, rest } = fullBox(body);
    const wide = (flags & 1) === 1;
    for (let left = counted(rest.uint(4)); left > 0; left--) {
      const item = rest.uint(version < 1 ? 2 : 4);
      // The first bit says whether a reader must understand it.
      const indices = Array.from({ length: rest.uint(1) }, () => rest.uint(wide ? 2 : 1) & (wide ? 0x7fff : 0x7f));
      given.set(item, indices);
    }
  }
  return given;
}

function extentsOf(body: Uint8Array): ReadonlyMap<number, readonly Extent[]> {
  const { version, rest } = fullBox(body);
  const sizes = rest.uint(2);
  const [offset, length, base] = [(sizes >> 12) & 15, (sizes >> 8) & 15, (sizes >> 4) & 15];
  const index = version === 0 ? 0 : sizes & 15;
  const items = new Map<number, readonly Extent[]>();
  for (let left = counted(rest.uint(version < 2 ? 2 : 4)); left > 0; left--) {
    const item = rest.uint(version < 2 ? 2 : 4);
    const method = version === 0 ? 0 : rest.uint(2) & 15;
    rest.skip(2);
    const from = rest.uint(base);
    const count = rest.uint(2);
    if (count > MOST_EXTENTS) throw new NotSound('An item lies in too many pieces');
    const extents = Array.from({ length: count }, () => {
      rest.skip(index);
      return { inBox: method === 1, from: from + rest.uint(offset), length: rest.uint(length) };
    });
    // Method 2 lies in other items, which no phone does.
    items.set(item, method > 1 ? [] : extents);
  }
  return items;
}

function joined(extents: readonly Extent[], file: Uint8Array, beside: Uint8Array): Uint8Array {
  const pieces = extents.map(({ inBox, from, length }) => {
    const whole = inBox ? beside : file;
    // Of no length: all that is there.
    const to = length === 0 ? whole.length : from + length;
    if (from > whole.length || to > whole.length) throw new NotSound('An item lies outside the file');
    return whole.subarray(from, to);
  });
  if (pieces.length === 1) return pieces[0];
  const total = pieces.reduce((sum, { length }) => sum + length, 0);
  if (total === 0 || total > file.length) throw new NotSound('An item has no bytes, or more than its file');
  const all = new Uint8Array(total);
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}
