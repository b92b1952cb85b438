import { crc32 } from 'node:zlib';

/** Where each file's bytes start, so that MediaPipe can map a model without copying it. */
const ALIGNMENT = 64;
/** The extra field that zipalign uses for its padding. */
const PADDING_FIELD = 0xd935;
const LOCAL_HEADER = 30;
const CENTRAL_HEADER = 46;
const END_RECORD = 22;

/** A zip of uncompressed files (the form of a `.task`), without dates: same files, same bytes. */
export function storedZip(files: readonly (readonly [name: string, bytes: Uint8Array])[]): Buffer {
  const locals: Uint8Array[] = [];
  const centrals: Uint8Array[] = [];
  let at = 0;
  for (const [name, bytes] of files) {
    const nameBytes = Buffer.from(name);
    const extra = paddingField(at + LOCAL_HEADER + nameBytes.length);
    const local = Buffer.alloc(LOCAL_HEADER);
    local.writeUInt32LE(0x04034b50, 0);
    writeEntry(local, 4, nameBytes, bytes);
    local.writeUInt16LE(extra.length, 28);

    const central = Buffer.alloc(CENTRAL_HEADER);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt16LE(20, 4);
    writeEntry(central, 6, nameBytes, bytes);
    central.writeUInt32LE(at, 42);

    locals.push(local, nameBytes, extra, bytes);
    centrals.push(central, nameBytes);
    at += local.length + nameBytes.length + extra.length + bytes.length;
  }
  const directory = Buffer.concat(centrals);
  const end = Buffer.alloc(END_RECORD);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...locals, directory, end]);
}

/** The part that both headers of a file share: version 2.0, no flags, method 0 (stored), no date, checksum, sizes. */
function writeEntry(header: Buffer, at: number, name: Uint8Array, bytes: Uint8Array): void {
  header.writeUInt16LE(20, at);
  header.writeUInt32LE(crc32(bytes), at + 10);
  header.writeUInt32LE(bytes.length, at + 14);
  header.writeUInt32LE(bytes.length, at + 18);
  header.writeUInt16LE(name.length, at + 22);
}

/** An extra field that ends at a multiple of the alignment when it starts at `start`. */
function paddingField(start: number): Buffer {
  const padding = (ALIGNMENT - ((start + 4) % ALIGNMENT)) % ALIGNMENT;
  const field = Buffer.alloc(4 + padding);
  field.writeUInt16LE(PADDING_FIELD, 0);
  field.writeUInt16LE(padding, 2);
  return field;
}
