/** Boxes that hold the boxes which say when they were made, and those boxes. */
const HOLDERS: ReadonlySet<string> = new Set(['moov', 'trak', 'mdia']);
const DATED: ReadonlySet<string> = new Set(['mvhd', 'tkhd', 'mdhd']);

/** A box begins with its length and its kind; one that is dated goes on with a version and flags, then two times of making. */
const HEAD = 8;
const TIMES_AT = 12;

/**
 * The same MP4 with no time of day in it (ISO/IEC 14496-12, 8.2.2, 8.3.2, 8.4.2): times of making and change are 0, which
 * stands for unknown. What is no MP4 comes back as it is.
 */
export function undatedMp4(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const undated = bytes.slice();
  const view = new DataView(undated.buffer);
  const walk = (from: number, to: number): void => {
    let at = from;
    while (at + HEAD <= to) {
      const length = view.getUint32(at);
      // A box of 64 bits of length holds pictures, none of these.
      const end = length < HEAD ? to : Math.min(to, at + length);
      const kind = String.fromCharCode(...undated.subarray(at + 4, at + HEAD));
      if (HOLDERS.has(kind)) walk(at + HEAD, end);
      if (DATED.has(kind)) {
        const timesBytes = undated[at + HEAD] === 1 ? 16 : 8;
        undated.fill(0, Math.min(end, at + TIMES_AT), Math.min(end, at + TIMES_AT + timesBytes));
      }
      at = end;
    }
  };
  walk(0, undated.length);
  return undated;
}
