import type { Builder, Offset } from 'flatbuffers';

/** A field of a table to be written: its number and, by kind, its value. */
export type FlatField = readonly [number: number, kind: 'offset' | 'int8' | 'int32', value: number];

/** Writes a table; what its offset fields point to must have been written before. */
export function writeTable(builder: Builder, fields: readonly FlatField[]): Offset {
  builder.startObject(Math.max(0, ...fields.map(([number]) => number + 1)));
  for (const [number, kind, value] of fields) {
    if (kind === 'offset') builder.addFieldOffset(number, value, 0);
    else if (kind === 'int8') builder.addFieldInt8(number, value, 0);
    else builder.addFieldInt32(number, value, 0);
  }
  return builder.endObject();
}

export function writeOffsets(builder: Builder, offsets: readonly Offset[]): Offset {
  builder.startVector(4, offsets.length, 4);
  offsets.toReversed().forEach((offset) => builder.addOffset(offset));
  return builder.endVector();
}

export function writeInts(builder: Builder, values: readonly number[]): Offset {
  builder.startVector(4, values.length, 4);
  values.toReversed().forEach((value) => builder.addInt32(value));
  return builder.endVector();
}

export function writeFloats(builder: Builder, values: readonly number[]): Offset {
  builder.startVector(4, values.length, 4);
  values.toReversed().forEach((value) => builder.addFloat32(value));
  return builder.endVector();
}

/** Bytes that start at a multiple of 16, as TFLite wants its weights to. Returns the offset of the length before them. */
export function writeAlignedBytes(builder: Builder, bytes: Uint8Array): Offset {
  builder.prep(16, bytes.length);
  return builder.createByteVector(bytes);
}
