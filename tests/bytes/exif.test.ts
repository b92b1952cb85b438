import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exifBlock, readExif } from '~/bytes/exif';
import { statedSize } from '~/bytes/picture-size';
import { pictureStructure } from '~/bytes/picture-structure';
import { pictureType } from '~/bytes/picture-type';
import { stripMetadata } from '~/bytes/strip-metadata';
import { ascii, joinBytes, pngChunk, pngHeader } from '../support/picture-bytes';

/** A TIFF of two directories: the first points to the second, which holds the entries given. */
function tiff(entries: readonly (readonly number[])[], little: boolean): Uint8Array {
  const order = (bytes: readonly number[]): readonly number[] => (little ? [...bytes].reverse() : bytes);
  const short = (value: number) => order([value >> 8, value & 255]);
  const long = (value: number) => order([value >>> 24, (value >> 16) & 255, (value >> 8) & 255, value & 255]);
  const inner = 26;
  const rationals = inner + 2 + 12 * entries.length + 4;
  let used = 0;
  const tails: number[] = [];
  const written = entries.flatMap(([tag, type, value, over = 1]) => {
    const head = [...short(tag), ...short(type), ...long(1)];
    if (type === 3) return [...head, ...short(value), 0, 0];
    if (type === 4) return [...head, ...long(value)];
    tails.push(...long(value), ...long(over));
    used += 8;
    return [...head, ...long(rationals + used - 8)];
  });
  return joinBytes(
    ascii(little ? 'II' : 'MM'),
    short(42),
    long(8),
    short(1),
    short(0x8769),
    short(4),
    long(1),
    long(inner),
    long(0),
    short(entries.length),
    written,
    long(0),
    tails,
  );
}

const ENTRIES = [
  [0xa405, 3, 26],
  [0x920a, 5, 420, 100],
  [0xa20e, 5, 6000, 2],
  [0xa210, 3, 3],
  [0xa002, 4, 4032],
  [0xa003, 3, 3024],
];
const READ = {
  FocalLengthIn35mmFormat: 26,
  FocalLength: 4.2,
  FocalPlaneXResolution: 3000,
  FocalPlaneResolutionUnit: 3,
  ExifImageWidth: 4032,
  ExifImageHeight: 3024,
};

const jpegWith = (block: Uint8Array): Uint8Array => {
  const body = joinBytes(ascii('Exif\0\0'), block);
  return joinBytes([0xff, 0xd8, 0xff, 0xe1, (body.length + 2) >> 8, (body.length + 2) & 255], body, [0xff, 0xd9]);
};

test.each([true, false])('what tells of the camera is read in each kind of file (little-endian: %s)', (little) => {
  const block = tiff(ENTRIES, little);
  expect(readExif(exifBlock(jpegWith(block), 'jpeg'))).toEqual(READ);
  expect(readExif(exifBlock(joinBytes(pngHeader(9, 9), pngChunk('eXIf', block)), 'png'))).toEqual(READ);
  expect(readExif(exifBlock(joinBytes(ascii('\0\0\0\x18ftypheic'), ascii('Exif\0\0'), block), 'heic'))).toEqual(READ);
  expect(readExif(exifBlock(joinBytes(ascii('RIFF....WEBPEXIF....'), ascii('Exif\0\0'), block), 'webp'))).toEqual(READ);
});

test('no EXIF makes it throw, or read what is not a number', () => {
  const block = tiff(ENTRIES, false);
  const damage = fc.array(fc.tuple(fc.nat(block.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(damage, fc.nat(block.length), (changes, length) => {
      const bytes = Uint8Array.from(block);
      for (const [at, to] of changes) bytes[at] = to;
      const read = readExif(exifBlock(jpegWith(bytes.subarray(0, length)), 'jpeg'));
      for (const value of Object.values(read)) expect(typeof value).toBe('number');
    }),
    { numRuns: 2000 },
  );
});

/** Files made to keep a reader busy. */
const HOSTILE: readonly (readonly [string, () => Uint8Array])[] = [
  [
    'directories that point at themselves',
    () => jpegWith(joinBytes(ascii('MM\0*\0\0\0\x08\xff\xff'), new Uint8Array(60_000).fill(8))),
  ],
  ['a JPEG of empty segments', () => repeated([0xff, 0xd8], [0xff, 0xe3, 0, 2], 16e6)],
  ['a JPEG of fill bytes', () => repeated([0xff, 0xd8], [0xff], 64e6)],
  ['a PNG of empty chunks', () => repeated([...pngHeader(900, 900)], [...pngChunk('tEXt', [])], 5e6)],
  [
    'an AVIF of properties',
    () =>
      repeated(
        [...ascii('\0\0\0\x18ftypavif\0\0\0\0avifmif1')],
        [0, 0, 0, 20, ...ascii('ispe'), 0, 0, 0, 0, 0, 0, 0, 9, 0, 0, 0, 9],
        1e6,
      ),
  ],
  [
    'an AVIF of boxes',
    () => repeated([...ascii('\0\0\0\x18ftypavif\0\0\0\0avifmif1')], [0, 0, 0, 8, ...ascii('free')], 8e6),
  ],
  [
    'a WebP of chunks',
    () =>
      repeated([...ascii('RIFF....WEBPVP8X\x0a\0\0\0\x02\0\0\0\x63\0\0\x63\0\0')], [...ascii('XXXX'), 0, 0, 0, 0], 8e6),
  ],
  ['a GIF of blocks', () => repeated([...ascii('GIF89a'), 90, 0, 90, 0, 0, 0, 0], [0x21, 0xfe, 1, 65, 0], 10e6)],
];

function repeated(head: readonly number[], piece: readonly number[], times: number): Uint8Array {
  const bytes = new Uint8Array(head.length + piece.length * times);
  bytes.set(head);
  bytes.set(piece, head.length);
  let filled = piece.length;
  while (filled < piece.length * times) {
    const next = Math.min(filled, piece.length * times - filled);
    bytes.copyWithin(head.length + filled, head.length, head.length + next);
    filled += next;
  }
  return bytes;
}

test.each(HOSTILE)('%s: everything that is read of it takes less than two seconds', (_, make) => {
  const bytes = make();
  const type = pictureType(bytes.subarray(0, 1024));
  if (type === null || type.kind === 'unsupported') throw new Error('not a picture');
  const from = performance.now();
  pictureStructure(bytes, type.kind);
  statedSize(bytes, type.kind);
  readExif(exifBlock(bytes, type.kind));
  stripMetadata(bytes, 1);
  expect(performance.now() - from).toBeLessThan(2000);
});
