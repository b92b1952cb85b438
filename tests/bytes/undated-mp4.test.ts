import { BufferTarget, EncodedPacket, EncodedVideoPacketSource, Mp4OutputFormat, Output } from 'mediabunny';
import { expect, test } from 'vitest';
import { undatedMp4 } from '~/bytes/undated-mp4';

const box = (kind: string, ...content: readonly (readonly number[])[]): readonly number[] => {
  const inside = content.flat();
  const length = 8 + inside.length;
  return [0, 0, length >> 8, length & 255, ...new TextEncoder().encode(kind), ...inside];
};
const times = (bytes: number): readonly number[] => Array.from({ length: bytes }, (_, i) => 200 + i);

test('times of making are gone from every box that has them, in both versions, and nothing else', () => {
  const rest = [1, 2, 3, 4];
  const of = (short: readonly number[], long: readonly number[]): Uint8Array<ArrayBuffer> =>
    Uint8Array.from([
      ...box('ftyp', [1, 2, 3, 4]),
      ...box(
        'moov',
        box('mvhd', [0, 0, 0, 0], short, rest),
        box('trak', box('tkhd', [1, 0, 0, 3], long, rest), box('mdia', box('mdhd', [0, 0, 0, 0], short, rest))),
      ),
      ...box('mdat', box('mvhd', [0, 0, 0, 0], times(8), rest)),
    ]);
  const zeros = (bytes: number): readonly number[] => times(bytes).map(() => 0);
  expect(undatedMp4(of(times(8), times(16)))).toEqual(of(zeros(8), zeros(16)));
});

test('a file as it is really written says no time', async () => {
  const target = new BufferTarget();
  const output = new Output({ format: new Mp4OutputFormat({ fastStart: 'in-memory' }), target });
  const source = new EncodedVideoPacketSource('avc');
  output.addVideoTrack(source);
  await output.start();
  const before = Math.floor(Date.now() / 1000) + 2_082_844_800;
  await source.add(new EncodedPacket(new Uint8Array(50).fill(1), 'key', 0, 0.04), {
    decoderConfig: {
      codec: 'avc1.42001f',
      codedWidth: 64,
      codedHeight: 64,
      description: Uint8Array.from([1, 66, 0, 31, 255, 225, 0, 4, 103, 66, 0, 31, 1, 0, 4, 104, 206, 60, 128]),
    },
  });
  await output.finalize();
  const written = new Uint8Array(target.buffer ?? new ArrayBuffer(0));
  const dates = (bytes: Uint8Array<ArrayBuffer>): number => {
    const view = new DataView(bytes.buffer);
    const seconds = Array.from({ length: bytes.length - 3 }, (_, at) => view.getUint32(at));
    return seconds.filter((value) => Math.abs(value - before) < 100).length;
  };
  expect(dates(written)).toBeGreaterThanOrEqual(6);
  expect(dates(undatedMp4(written))).toBe(0);
});

test('what is no MP4 comes back as it is, cut ones too', () => {
  const cases = [[], [1, 2, 3], box('moov', [0, 0, 0, 90, 109, 118, 104, 100, 0]), Array.from({ length: 64 }, () => 0)];
  for (const bytes of cases) expect([...undatedMp4(Uint8Array.from(bytes))]).toEqual([...bytes]);
});
