import { expect, test } from 'vitest';
import { openPhoto } from '~/io/decode-photo';
import { strippedPhoto } from '~/io/stripped-photo';
import {
  ascii,
  blobOf,
  bytesOf,
  encoded,
  firstDifference,
  joinBytes,
  noisy,
  pixelsOf,
  turnedJpeg,
} from '../support/picture-bytes';

/** One entry of a directory, as bytes of a big-endian TIFF. */
const entry = (tag: number, type: number, count: number, value: readonly number[]): number[] => [
  ...[tag >> 8, tag & 255, 0, type],
  ...[0, 0, count >> 8, count & 255],
  ...value,
];
const app1 = (...body: readonly (readonly number[] | Uint8Array)[]): Uint8Array => {
  const inside = joinBytes(ascii('Exif\0\0'), ...body);
  return joinBytes([0xff, 0xe1, (inside.length + 2) >> 8, (inside.length + 2) & 255], inside);
};
const tiff = (entries: readonly number[][], count = entries.length, magic = 42, offset = 8): number[] => [
  ...[0x4d, 0x4d, magic >> 8, magic & 255, 0, 0, 0, offset],
  ...Array.from({ length: offset - 8 }, () => 0),
  ...[count >> 8, count & 255, ...entries.flat(), 0, 0, 0, 0],
];

/** Ways in which files say how they are turned, in order or not: readers of EXIF disagree on many of them. */
const ODDITIES: Readonly<Record<string, (orientation: number) => Uint8Array>> = {
  plain: (o) => app1(tiff([entry(0x112, 3, 1, [0, o, 0, 0])])),
  'as LONG': (o) => app1(tiff([entry(0x112, 4, 1, [0, 0, 0, o])])),
  'as BYTE': (o) => app1(tiff([entry(0x112, 1, 1, [o, 0, 0, 0])])),
  'count of none': (o) => app1(tiff([entry(0x112, 3, 0, [0, o, 0, 0])])),
  'count of two': (o) => app1(tiff([entry(0x112, 3, 2, [0, o, 0, 1])])),
  'odd magic number': (o) => app1(tiff([entry(0x112, 3, 1, [0, o, 0, 0])], 1, 43)),
  'directory said to be longer': (o) => app1(tiff([entry(0x112, 3, 1, [0, o, 0, 0])], 9)),
  'directory farther away': (o) => app1(tiff([entry(0x112, 3, 1, [0, o, 0, 0])], 1, 42, 30)),
  'twice in one directory': (o) => app1(tiff([entry(0x112, 3, 1, [0, 1, 0, 0]), entry(0x112, 3, 1, [0, o, 0, 0])])),
  'in two blocks': (o) =>
    joinBytes(app1(tiff([entry(0x112, 3, 1, [0, 1, 0, 0])])), app1(tiff([entry(0x112, 3, 1, [0, o, 0, 0])]))),
  'in two blocks, the other way round': (o) =>
    joinBytes(app1(tiff([entry(0x112, 3, 1, [0, o, 0, 0])])), app1(tiff([entry(0x112, 3, 1, [0, 1, 0, 0])]))),
  'cut off': (o) => app1(tiff([entry(0x112, 3, 1, [0, o, 0, 0])]).slice(0, 17)),
  little: (o) => app1([0x49, 0x49, 42, 0, 8, 0, 0, 0, 1, 0, 0x12, 1, 3, 0, 1, 0, 0, 0, o, 0, 0, 0, 0, 0, 0, 0]),
};

test.each(Object.entries(ODDITIES))(
  'orientation %s: the kept copy is the picture that was seen, in each of the turns',
  async (_, exif) => {
    const jpeg = await bytesOf(await encoded(noisy(96, 72), 'image/jpeg'));
    for (const orientation of [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]) {
      const opened = await openPhoto(blobOf(jpeg.subarray(0, 2), exif(orientation), jpeg.subarray(2)));
      if (!opened.ok) throw new Error(opened.problem.kind);
      const photo = opened.value;
      const copy = await strippedPhoto(photo);
      if (copy === null) throw new Error('not kept');
      const again = await openPhoto(copy);
      if (!again.ok) throw new Error(again.problem.kind);
      expect(again.value.full, `orientation ${orientation}`).toEqual(photo.full);
      expect(firstDifference(pixelsOf(again.value.working), pixelsOf(photo.working))).toBe(-1);
      // The bytes of the picture are kept, not encoded a second time.
      expect(copy.type).toBe('image/jpeg');
    }
  },
);

test('a square photo keeps its turn', async () => {
  const jpeg = await bytesOf(await encoded(noisy(80, 80), 'image/jpeg'));
  for (let orientation = 1; orientation <= 8; orientation++) {
    const opened = await openPhoto(blobOf(turnedJpeg(jpeg, orientation)));
    if (!opened.ok) throw new Error(opened.problem.kind);
    const copy = await strippedPhoto(opened.value);
    if (copy === null) throw new Error('not kept');
    const bitmap = await createImageBitmap(copy);
    expect(firstDifference(pixelsOf(bitmap), pixelsOf(opened.value.working)), `${orientation}`).toBe(-1);
  }
});
