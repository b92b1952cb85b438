/** Boxes of an ISO media file (ISO/IEC 14496-12, 4.2), and how their numbers are read. Whatever a file says, nothing is read outside it. */

/** More boxes in one place than any phone writes: a file with more was made to be slow. */
const MOST_BOXES = 4096;

/** A file says something that cannot be. Never leaves `src/heic`: who asks gets null. */
export class NotSound extends Error {}

/** Reads numbers one after the other. */
export interface Reader {
  readonly left: () => number;
  /** An unsigned number of so many bytes (0 to 8); of none it is 0. */
  readonly uint: (bytes: number) => number;
  readonly bytes: (count: number) => Uint8Array;
  readonly kind: () => string;
  readonly skip: (count: number) => void;
}

export interface Box {
  readonly kind: string;
  readonly body: Uint8Array;
}

export function readerOf(data: Uint8Array): Reader {
  let at = 0;
  const take = (count: number): Uint8Array => {
    if (count < 0 || at + count > data.length) throw new NotSound('It ends too early');
    at += count;
    return data.subarray(at - count, at);
  };
  return {
    left: () => data.length - at,
    uint: (bytes) => take(bytes).reduce((value, byte) => value * 256 + byte, 0),
    bytes: take,
    kind: () => String.fromCharCode(...take(4)),
    skip: (count) => void take(count),
  };
}

/** The boxes that stand in `data`. What is left over after the last whole one, such as a phone's trailer, is none. */
export function boxesOf(data: Uint8Array): readonly Box[] {
  const boxes: Box[] = [];
  for (let at = 0; at + 8 <= data.length && boxes.length < MOST_BOXES;) {
    const head = readerOf(data.subarray(at));
    const small = head.uint(4);
    const kind = head.kind();
    if (small === 1 && head.left() < 8) break;
    const size = small === 0 ? data.length - at : small === 1 ? head.uint(8) : small;
    const header = small === 1 ? 16 : 8;
    if (size < header || at + size > data.length) break;
    boxes.push({ kind, body: data.subarray(at + header, at + size) });
    at += size;
  }
  return boxes;
}

export const boxOf = (boxes: readonly Box[], kind: string): Box | null =>
  boxes.find((each) => each.kind === kind) ?? null;

/** Version and flags that a full box begins with, and what comes after them. */
export function fullBox(body: Uint8Array): {
  readonly version: number;
  readonly flags: number;
  readonly rest: Reader;
  readonly after: Uint8Array;
} {
  const rest = readerOf(body);
  const version = rest.uint(1);
  const flags = rest.uint(3);
  return { version, flags, rest, after: body.subarray(4) };
}
