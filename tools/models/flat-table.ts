import { ByteBuffer } from 'flatbuffers';

/** Reads a flatbuffer table by the numbers of its fields, as the schema (here: TFLite's) counts them. */
export class FlatTable {
  private constructor(
    private readonly bytes: ByteBuffer,
    /** Where the table starts in the file. */
    readonly at: number,
  ) {}

  static root(file: Uint8Array): FlatTable {
    const bytes = new ByteBuffer(file);
    return new FlatTable(bytes, bytes.__indirect(0));
  }

  /** Position of a field's value, 0 where it is left out. A field's entry in the table's index comes after two sizes. */
  private field(number: number): number {
    const offset = this.bytes.__offset(this.at, 4 + 2 * number);
    return offset === 0 ? 0 : this.at + offset;
  }

  uint32(number: number): number {
    const at = this.field(number);
    return at === 0 ? 0 : this.bytes.readUint32(at);
  }

  int8(number: number): number {
    const at = this.field(number);
    return at === 0 ? 0 : this.bytes.readInt8(at);
  }

  text(number: number): string {
    const at = this.field(number);
    return at === 0 ? '' : (this.bytes.__string(at) as string);
  }

  ints(number: number): number[] {
    return this.elements(number, 4).map((at) => this.bytes.readInt32(at));
  }

  floats(number: number): number[] {
    return this.elements(number, 4).map((at) => this.bytes.readFloat32(at));
  }

  data(number: number): Uint8Array {
    const at = this.field(number);
    if (at === 0) return new Uint8Array();
    const start = this.bytes.__vector(at);
    return this.bytes.bytes().subarray(start, start + this.bytes.__vector_len(at));
  }

  table(number: number): FlatTable | null {
    const at = this.field(number);
    return at === 0 ? null : new FlatTable(this.bytes, this.bytes.__indirect(at));
  }

  tables(number: number): FlatTable[] {
    return this.elements(number, 4).map((at) => new FlatTable(this.bytes, this.bytes.__indirect(at)));
  }

  private elements(number: number, size: number): number[] {
    const at = this.field(number);
    if (at === 0) return [];
    const start = this.bytes.__vector(at);
    return Array.from({ length: this.bytes.__vector_len(at) }, (_, i) => start + size * i);
  }
}
