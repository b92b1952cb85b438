import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { jpegSegments, pictureStructure } from '~/bytes/picture-structure';
import { pictureType } from '~/bytes/picture-type';
import { isStripped, orientationSegment, stripMetadata } from '~/bytes/strip-metadata';
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
  const segment = (marker: number, ...body: (Uint8Array | readonly number[])[]): Uint8Array => {
    const inside = joinBytes(...body);
    return joinBytes([0xff, marker, (inside.length + 2) >> 8, (inside.length + 2) & 255], inside);
  };
  const profile = joinBytes([0, 0, 0, 60], new Uint8Array(32), ascii('acsp'), new Uint8Array(20));
  const density = [1, 1, 0, 0, 72, 0, 72];
  const keep = [
    segment(0xe0, ascii('JFIF\0'), density, [0, 0]),
    segment(0xe2, ascii('ICC_PROFILE\0'), [1, 1], profile),
    segment(0xee, ascii('Adobe'), new Uint8Array(7)),
    segment(0xdb, [0], new Uint8Array(64)),
    segment(0xc0, [8, 0, 9, 0, 9, 1], [1, 0x11, 0]),
  ];
  const scan = joinBytes(segment(0xda, [1, 1, 0, 0, 63, 0]), [1, 2, 0xff, 0x00, 3, 0xff, 0xd0, 4]);
  const end = [0xff, 0xd9];

  test('leaves a JPEG; colour profile, JFIF and turn stay', () => {
    const lose = [
      segment(0xe1, ascii('Exif\0\0..')),
      segment(0xe0, ascii('JFXX\0..')),
      segment(0xe2, ascii('MPF\0..')),
      segment(0xed, ascii('Photoshop')),
      segment(0xfe, ascii('me')),
    ];
    const thumbnail = segment(0xe0, ascii('JFIF\0'), density, [1, 1], ascii('tiny'));
    const whole = joinBytes([0xff, 0xd8], ...lose, thumbnail, ...keep.slice(1), scan, end, ascii('a video'));
    expect(stripMetadata(whole, 1)).toEqual(joinBytes([0xff, 0xd8], ...keep, scan, end));
    expect(stripMetadata(whole, 8)).toEqual(joinBytes([0xff, 0xd8], orientationSegment(8), ...keep, scan, end));
  });

  const whole = joinBytes([0xff, 0xd8], ...keep, scan, end);
  test.each([
    ['no end', joinBytes([0xff, 0xd8], ...keep, scan)],
    ['something between segments', joinBytes([0xff, 0xd8], ...keep, ascii('me'), scan, end)],
    ['a second start', joinBytes([0xff, 0xd8], ...keep, [0xff, 0xd8], scan, end)],
    ['a table that is too long', joinBytes([0xff, 0xd8], ...keep, segment(0xdb, new Uint8Array(66)), scan, end)],
    [
      'a profile of another size',
      joinBytes([0xff, 0xd8], keep[0], segment(0xe2, ascii('ICC_PROFILE\0'), [1, 1], profile, ascii('me')), scan, end),
    ],
    ['a segment nobody knows', joinBytes([0xff, 0xd8], segment(0xf1, ascii('me')), ...keep, scan, end)],
    [
      'more segments than anybody writes',
      joinBytes([0xff, 0xd8], ...Array.from({ length: 6000 }, () => segment(0xfe)), ...keep, scan, end),
    ],
  ])('a JPEG with %s is not wholly understood: it goes only by encoding anew', (_, bytes) => {
    expect(stripMetadata(whole, 1)).toEqual(whole);
    expect(stripMetadata(bytes, 1)).toBeNull();
  });

  test('is known to be out of a PNG that was stripped, and of no other', () => {
    const given = joinBytes(
      pngHeader(2, 2),
      pngChunk('tEXt', ascii('me')),
      pngChunk('IDAT', new Uint8Array(9)),
      pngChunk('IEND', new Uint8Array()),
    );
    expect(isStripped(given)).toBe(false);
    const stripped = stripMetadata(given, 1) ?? new Uint8Array();
    expect(stripped.length).toBeLessThan(given.length);
    expect(isStripped(stripped)).toBe(true);
    expect(isStripped(joinBytes(stripped, ascii('me')))).toBe(false);
  });

  test('is known to be out of a JPEG that was stripped, turned or not, and of no other', () => {
    const given = joinBytes([0xff, 0xd8], segment(0xfe, ascii('me')), ...keep, scan, end);
    expect(isStripped(given)).toBe(false);
    for (let orientation = 1; orientation <= 8; orientation += 1) {
      const stripped = stripMetadata(given, orientation) ?? new Uint8Array();
      expect(isStripped(stripped)).toBe(true);
      expect(isStripped(joinBytes(stripped, ascii('me')))).toBe(false);
    }
    // As long as a turn, and no turn.
    const talking = segment(
      0xfe,
      ascii('somebody at some place on that day'.slice(0, orientationSegment(1).length - 4)),
    );
    expect(talking.length).toBe(orientationSegment(1).length);
    expect(isStripped(joinBytes([0xff, 0xd8], talking, ...keep, scan, end))).toBe(false);
  });

  test('never stays in a JPEG whose headers were damaged', () => {
    const photo = new Uint8Array(readFileSync('assets/samples/front-light-thumbnail.jpg'));
    const secret = 'SECRET-PLACE';
    const telling = segment(0xe1, ascii('Exif\0\0MM\0*\0\0\0\b'), ascii(secret.repeat(40)));
    const xmp = segment(0xe1, ascii('http://ns.adobe.com/xap/1.0/\0'), ascii(secret.repeat(20)));
    const head = [
      ...[segment(0xe0, ascii('JFIF\0'), density, [2, 2], ascii(secret)), telling, xmp],
      ...[segment(0xe2, ascii('ICC_PROFILE\0'), [1, 1], profile), segment(0xed, ascii(`Photoshop ${secret}`))],
      segment(0xfe, ascii(secret)),
    ];
    const clean = photo.subarray(2 + 2 + ((photo[4] << 8) | photo[5]));
    const given = joinBytes([0xff, 0xd8], ...head, clean, ascii(secret), [0xff, 0xd8], telling, clean);
    const headLength = given.length - 2 * clean.length;
    const startsOf = [...jpegSegments(given)].map(({ start }) => start).filter((start) => start < headLength + 700);
    const damage = fc.record({
      // Half of the damage where it tells most: markers and lengths.
      at: fc.oneof(
        fc.integer({ min: 2, max: headLength + 700 }),
        fc.tuple(fc.constantFrom(...startsOf), fc.integer({ min: 0, max: 4 })).map(([start, by]) => start + by),
        fc.integer({ min: 0, max: given.length - 1 }),
      ),
      how: fc.constantFrom('change', 'insert', 'remove'),
      to: fc.oneof(fc.integer({ min: 0, max: 255 }), fc.constantFrom(0xff, 0xd8, 0xd9, 0xda, 0xdb, 0xe0, 0xe1, 0xe2)),
    });
    fc.assert(
      fc.property(fc.array(damage, { minLength: 1, maxLength: 4 }), (all) => {
        let bytes = given;
        for (const { at, how, to } of all) {
          const rest = bytes.subarray(how === 'insert' ? at : at + 1);
          const parts = [bytes.subarray(0, at), how === 'remove' ? [] : [to], rest];
          bytes = new Uint8Array(Buffer.concat(parts.map((part) => Uint8Array.from(part))));
        }
        const left = stripMetadata(bytes, 1);
        if (left !== null) expect(Buffer.from(left).includes(secret.slice(0, 8))).toBe(false);
      }),
      { numRuns: 3000 },
    );
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
    expect(stripMetadata(joinBytes(pngHeader(9, 9), pngChunk('eXIf', [1]), pngChunk('IEND', [])), 6)).toBeNull();
    expect(stripMetadata(ascii('RIFF....WEBP'), 1)).toBeNull();
  });

  test('of a PNG with a damaged chunk that would stay, likewise', () => {
    const swallowed = pngChunk('tEXt', ascii('Author\0me'));
    const bytes = joinBytes(pngHeader(9, 9), swallowed, pngChunk('IDAT', [1, 2, 3]), pngChunk('IEND', []));
    expect(stripMetadata(bytes, 1)).not.toBeNull();
    bytes.set(ascii('IDAT'), 33 + 4);
    expect(stripMetadata(bytes, 1)).toBeNull();
    expect(stripMetadata(joinBytes(pngHeader(9, 9), pngChunk('IDAT', [1, 2, 3])), 1)).toBeNull();
  });
});
