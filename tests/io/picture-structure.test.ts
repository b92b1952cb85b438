import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pictureStructure } from '~/io/picture-structure';
import { pictureType } from '~/io/picture-type';
import { orientationSegment, stripMetadata } from '~/io/strip-metadata';
import { ascii, gif, joinBytes, pngChunk, pngHeader } from '../support/picture-bytes';

const SIGNATURES = [
  '\xff\xd8\xff',
  '\x89PNG\r\n\x1a\n',
  'RIFF\0\0\0\0WEBPVP8X',
  'GIF89a',
  '\0\0\0\x18ftypavif',
  '<svg',
  '',
];

test('no bytes make it throw or run on, whatever they are', () => {
  fc.assert(
    fc.property(fc.constantFrom(...SIGNATURES), fc.uint8Array({ maxLength: 400 }), (signature, rest) => {
      const bytes = joinBytes(ascii(signature), rest);
      const type = pictureType(bytes);
      stripMetadata(bytes, 6);
      if (type !== null && type.kind !== 'unsupported') pictureStructure(bytes, type.kind);
    }),
    { numRuns: 2000 },
  );
});

test('moving and still GIFs, whole and cut off', () => {
  expect(pictureStructure(gif(80, 1), 'gif')).toEqual({ complete: true, animated: false });
  expect(pictureStructure(gif(80, 2), 'gif')).toEqual({ complete: true, animated: true });
  expect(pictureStructure(gif(80, 1).subarray(0, 200), 'gif')).toEqual({ complete: false, animated: false });
});

describe('metadata', () => {
  const segment = (marker: number, body: string): Uint8Array =>
    joinBytes([0xff, marker, 0, body.length + 2], ascii(body));
  const scan = joinBytes(segment(0xda, 'head'), [1, 2, 0xff, 0x00, 3, 0xff, 0xd0, 4], [0xff, 0xd9]);

  test('leaves a JPEG; colour profile, JFIF and turn stay', () => {
    const keep = [
      segment(0xe0, 'JFIF\0..'),
      segment(0xe2, 'ICC_PROFILE\0..'),
      segment(0xee, 'Adobe..'),
      segment(0xdb, '..'),
    ];
    const lose = [
      segment(0xe1, 'Exif\0\0..'),
      segment(0xe2, 'MPF\0..'),
      segment(0xed, 'Photoshop'),
      segment(0xfe, 'me'),
    ];
    const bytes = joinBytes([0xff, 0xd8], ...lose, ...keep, scan, ascii('a video'));
    expect(stripMetadata(bytes, 1)).toEqual(joinBytes([0xff, 0xd8], ...keep, scan));
    expect(stripMetadata(bytes, 8)).toEqual(joinBytes([0xff, 0xd8], orientationSegment(8), ...keep, scan));
  });

  test('leaves a PNG; what says how it looks stays', () => {
    const end = [pngChunk('IDAT', [1, 2, 3]), pngChunk('IEND', [])];
    const bytes = joinBytes(
      pngHeader(9, 9),
      pngChunk('tEXt', ascii('Author\0me')),
      pngChunk('gAMA', [0, 0, 1, 1]),
      ...end,
    );
    expect(stripMetadata(joinBytes(bytes, ascii('more')), 1)).toEqual(
      joinBytes(pngHeader(9, 9), pngChunk('gAMA', [0, 0, 1, 1]), ...end),
    );
  });

  test('of other formats, and of a PNG turned by EXIF, goes only by encoding anew', () => {
    expect(stripMetadata(joinBytes(pngHeader(9, 9), pngChunk('eXIf', [1]), pngChunk('IEND', [])), 1)).toBeNull();
    expect(stripMetadata(ascii('RIFF....WEBP'), 1)).toBeNull();
  });
});
