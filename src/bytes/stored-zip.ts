import { fail, ok } from '~/model/base/result';
import type { Result } from '~/model/base/result';

/** A file in a zip, uncompressed. `crc`: what its check sum is said to be. */
export interface ZipEntry {
  readonly name: string;
  readonly content: Blob;
  readonly crc: number;
}

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const LOCAL_BYTES = 30;
const CENTRAL_BYTES = 46;
const END_BYTES = 22;
/** The comment after the end is no longer than its length can say. */
const MOST_COMMENT = 0xffff;
/** What places and sizes of the plain format can say. */
const MOST_BYTES = 0xffffffff;
const MOST_ENTRIES = 0xfffe;
/** A directory of as many entries as there can be, with names of our length. */
const MOST_DIRECTORY_BYTES = MOST_ENTRIES * (CENTRAL_BYTES + 256);
/** 1 January 1980: the first day there is, for nobody is to read here when a client came. */
const NO_DATE = 0x0021;
const VERSION = 20;

/** The part that both headers of a file share: version, no flags, stored, no date, check sum, sizes, length of the name. */
function writeShared(header: DataView, at: number, { content, crc }: ZipEntry, nameBytes: number): void {
  header.setUint16(at, VERSION, true);
  header.setUint16(at + 8, NO_DATE, true);
  header.setUint32(at + 10, crc, true);
  header.setUint32(at + 14, content.size, true);
  header.setUint32(at + 18, content.size, true);
  header.setUint16(at + 22, nameBytes, true);
}

/**
 * A zip of uncompressed files (APPNOTE 6.3.10, method 0) that any archive program opens. The contents are parts of the file as they
 * are: none is read. null: more than a plain zip can hold (4 GiB).
 */
export function storedZip(entries: readonly ZipEntry[]): Blob | null {
  const parts: BlobPart[] = [];
  const directory: BlobPart[] = [];
  let at = 0;
  let directoryBytes = 0;
  for (const entry of entries) {
    const name = new TextEncoder().encode(entry.name);
    const local = new DataView(new ArrayBuffer(LOCAL_BYTES));
    local.setUint32(0, LOCAL, true);
    writeShared(local, 4, entry, name.length);
    const central = new DataView(new ArrayBuffer(CENTRAL_BYTES));
    central.setUint32(0, CENTRAL, true);
    central.setUint16(4, VERSION, true);
    writeShared(central, 6, entry, name.length);
    central.setUint32(42, at, true);
    parts.push(local.buffer, name, entry.content);
    directory.push(central.buffer, name);
    at += LOCAL_BYTES + name.length + entry.content.size;
    directoryBytes += CENTRAL_BYTES + name.length;
    if (at + directoryBytes > MOST_BYTES) return null;
  }
  if (entries.length > MOST_ENTRIES) return null;
  const end = new DataView(new ArrayBuffer(END_BYTES));
  end.setUint32(0, END, true);
  end.setUint16(8, entries.length, true);
  end.setUint16(10, entries.length, true);
  end.setUint32(12, directoryBytes, true);
  end.setUint32(16, at, true);
  return new Blob([...parts, ...directory, end.buffer], { type: 'application/zip' });
}

const viewOf = async (file: Blob): Promise<DataView> => new DataView(await file.arrayBuffer());

/** Where the end record starts in the last piece of the file; −1: there is none. */
function findEnd(tail: DataView): number {
  for (let at = tail.byteLength - END_BYTES; at >= 0; at -= 1)
    if (tail.getUint32(at, true) === END && tail.getUint16(at + 20, true) === tail.byteLength - at - END_BYTES)
      return at;
  return -1;
}

/** The files that a zip holds. */
export interface ReadZip {
  readonly entries: readonly ZipEntry[];
  /** Its end is missing, as after a copy that broke off: these are the files that are whole. */
  readonly cut: boolean;
}

/** The files of a zip without its end, where they begin one after the other, up to the first that is not whole. */
async function readCutZip(file: Blob): Promise<Result<ReadZip, 'damaged'>> {
  const entries: ZipEntry[] = [];
  const names = new Set<string>();
  let at = 0;
  while (at + LOCAL_BYTES <= file.size && entries.length < MOST_ENTRIES) {
    const local = await viewOf(file.slice(at, at + LOCAL_BYTES));
    // No flags: only then do the sizes stand before the content. Stored, not packed.
    if (local.getUint32(0, true) !== LOCAL || local.getUint16(6, true) !== 0 || local.getUint16(8, true) !== 0) break;
    const [crc, bytes] = [local.getUint32(14, true), local.getUint32(22, true)];
    const nameEnd = at + LOCAL_BYTES + local.getUint16(26, true);
    const from = nameEnd + local.getUint16(28, true);
    if (local.getUint32(18, true) !== bytes || from + bytes > file.size) break;
    const name = await file.slice(at + LOCAL_BYTES, nameEnd).text();
    if (names.has(name)) break;
    names.add(name);
    entries.push({ name, content: file.slice(from, from + bytes), crc });
    at = from + bytes;
  }
  return entries.length === 0 ? fail('damaged') : ok({ entries, cut: true });
}

/**
 * The files of such a zip, none of them read yet, nor their check sums tried. Of one whose end is missing, those that are whole. A
 * packed, encrypted or crooked one is `damaged`: no two files share bytes, so what it holds is never more than it is.
 */
export async function readStoredZip(file: Blob): Promise<Result<ReadZip, 'damaged'>> {
  try {
    const tailFrom = Math.max(0, file.size - END_BYTES - MOST_COMMENT);
    const tail = await viewOf(file.slice(tailFrom));
    const end = findEnd(tail);
    if (end < 0) return await readCutZip(file);
    const count = tail.getUint16(end + 10, true);
    const directoryBytes = tail.getUint32(end + 12, true);
    const directoryAt = tail.getUint32(end + 16, true);
    if (directoryAt + directoryBytes !== tailFrom + end || directoryBytes > MOST_DIRECTORY_BYTES)
      return fail('damaged');
    const directory = await viewOf(file.slice(directoryAt, directoryAt + directoryBytes));
    const entries: ZipEntry[] = [];
    const names = new Set<string>();
    let at = 0;
    /** Files stand in the order of the directory: each begins where the one before ends, or later. */
    let freeFrom = 0;
    for (let i = 0; i < count; i += 1) {
      const flags = directory.getUint16(at + 8, true);
      const method = directory.getUint16(at + 10, true);
      const bytes = directory.getUint32(at + 24, true);
      const nameBytes = directory.getUint16(at + 28, true);
      const localAt = directory.getUint32(at + 42, true);
      const isOurs = directory.getUint32(at, true) === CENTRAL && (flags & 1) === 0 && method === 0;
      if (!isOurs || directory.getUint32(at + 20, true) !== bytes || localAt < freeFrom) return fail('damaged');
      const name = new TextDecoder().decode(new Uint8Array(directory.buffer, at + CENTRAL_BYTES, nameBytes));
      const local = await viewOf(file.slice(localAt, localAt + LOCAL_BYTES));
      if (local.getUint32(0, true) !== LOCAL || names.has(name)) return fail('damaged');
      const from = localAt + LOCAL_BYTES + local.getUint16(26, true) + local.getUint16(28, true);
      freeFrom = from + bytes;
      if (freeFrom > directoryAt) return fail('damaged');
      names.add(name);
      entries.push({ name, content: file.slice(from, freeFrom), crc: directory.getUint32(at + 16, true) });
      at += CENTRAL_BYTES + nameBytes + directory.getUint16(at + 30, true) + directory.getUint16(at + 32, true);
    }
    return at === directoryBytes ? ok({ entries, cut: false }) : fail('damaged');
  } catch {
    return fail('damaged'); // it says that it holds what it does not, or cannot be read
  }
}
