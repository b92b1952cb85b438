import { describe, expect, test, vi } from 'vitest';
import { openPhoto } from '~/io/decode-photo';
import type { Photo } from '~/io/photo';
import { strippedPhoto } from '~/io/stripped-photo';
import { LEAST_SIDE_PX } from '~/model/raster/photo-pixels';
import {
  ascii,
  blobOf,
  bytesOf,
  colourAt,
  encoded,
  gif,
  joinBytes,
  firstDifference,
  noisy,
  pixelsOf,
  pngHeader,
  quarters,
  jpegWithExif,
  tellingJpeg,
  turnedJpeg,
  withChunk,
} from '../support/picture-bytes';

const jpeg = async (): Promise<Uint8Array> => bytesOf(await encoded(noisy(200, 120), 'image/jpeg'));
const png = async (): Promise<Uint8Array> => bytesOf(await encoded(noisy(200, 120), 'image/png'));

async function opened(file: Blob): Promise<Photo> {
  const result = await openPhoto(file);
  if (!result.ok) throw new Error(`not opened: ${JSON.stringify(result.problem)}`);
  return result.value;
}

async function problem(file: Blob): Promise<unknown> {
  const result = await openPhoto(file);
  return result.ok ? 'opened' : result.problem;
}

const isLike = (colour: readonly number[], wanted: readonly number[]): boolean =>
  colour.every((value, at) => Math.abs(value - (wanted[at] ?? 0)) < 30);
const [RED, GREEN, BLUE, GREY] = [
  [200, 20, 20],
  [20, 200, 20],
  [20, 20, 200],
  [120, 120, 120],
] as const;

describe('a photo that is in order', () => {
  test.each(['image/jpeg', 'image/png', 'image/webp'] as const)('%s, whatever its name says', async (type) => {
    const file = new File([await encoded(quarters(200, 120), type)], 'holiday.txt', { type: 'text/plain' });
    const photo = await opened(file);
    expect(photo.size).toEqual({ widthPx: 200, heightPx: 120 });
    expect(photo.full).toEqual(photo.size);
    expect(photo.name).toBe('holiday.txt');
    expect(photo.focalPx).toBeNull();
    expect(isLike(colourAt(photo.working, 50, 30), RED)).toBe(true);
    expect(isLike(colourAt(photo.working, 150, 90), GREY)).toBe(true);
  });

  test('a PNG keeps every pixel', async () => {
    const picture = noisy(200, 120);
    const photo = await opened(await encoded(picture, 'image/png'));
    expect(firstDifference(pixelsOf(photo.working), pixelsOf(picture.transferToImageBitmap()))).toBe(-1);
  });

  test('a GIF that does not move', async () => {
    const photo = await opened(blobOf(gif(80, 1)));
    expect(colourAt(photo.working, 40, 40)).toEqual([200, 20, 20]);
  });

  // Where the top left quarter (red) is seen after the turn, and what is at the top left then (EXIF 2.32, table 6).
  test.each([
    [1, 200, 120, RED],
    [2, 200, 120, GREEN],
    [3, 200, 120, GREY],
    [4, 200, 120, BLUE],
    [5, 120, 200, RED],
    [6, 120, 200, BLUE],
    [7, 120, 200, GREY],
    [8, 120, 200, GREEN],
  ])('turned as EXIF orientation %i says', async (orientation, widthPx, heightPx, topLeft) => {
    const upright = await bytesOf(await encoded(quarters(200, 120), 'image/jpeg'));
    const photo = await opened(blobOf(turnedJpeg(upright, orientation)));
    expect(photo.size).toEqual({ widthPx, heightPx });
    expect(isLike(colourAt(photo.working, 10, 10), topLeft)).toBe(true);
    // What the detector does with it: Chromium cuts photos that it only remembers to turn in the wrong place.
    const corner = await createImageBitmap(photo.working, 0, 0, 50, 50);
    expect(isLike(colourAt(corner, 10, 10), topLeft)).toBe(true);
    expect(isLike(colourAt(corner, 45, 45), topLeft)).toBe(true);
  });

  test('focal length from EXIF, in px of the working photo', async () => {
    const whole = await bytesOf(await encoded(noisy(200, 150), 'image/jpeg'));
    const photo = await opened(blobOf(tellingJpeg(whole, 6, 85)));
    expect(photo.size).toEqual({ widthPx: 150, heightPx: 200 });
    expect(photo.focalPx).toBeCloseTo((85 / 43.27) * Math.hypot(150, 200), 6);
    // Of a shape that no sensor has: a part was cut out, and what EXIF says is of another picture.
    expect((await opened(blobOf(tellingJpeg(await jpeg(), 6, 85)))).focalPx).toBeNull();
  });

  test('knows a photo of a front camera, which may be mirrored', async () => {
    const whole = await bytesOf(await encoded(noisy(300, 200), 'image/jpeg'));
    expect((await opened(blobOf(jpegWithExif('Pixel 7 front camera 2.74mm f/2.2', whole)))).frontCamera).toBe(true);
    expect((await opened(blobOf(whole))).frontCamera).toBeUndefined();
  });

  test('a large one is worked on at 4096 px and remembers its size', async () => {
    const photo = await opened(await encoded(quarters(9000, 300), 'image/jpeg'));
    expect(photo.full).toEqual({ widthPx: 9000, heightPx: 300 });
    expect(photo.size).toEqual({ widthPx: 4096, heightPx: 137 });
    expect(photo.working.width).toBe(4096);
    expect(isLike(colourAt(photo.working, 4000, 130), GREY)).toBe(true);
  });

  test('what shines through is white', async () => {
    const canvas = new OffscreenCanvas(80, 80);
    const context = canvas.getContext('2d');
    if (context === null) throw new Error('no canvas');
    context.fillStyle = 'rgb(200 20 20 / 50%)';
    context.fillRect(0, 0, 80, 40);
    const photo = await opened(await encoded(canvas, 'image/png'));
    expect(isLike(colourAt(photo.working, 40, 20), [227, 137, 137])).toBe(true);
    expect(colourAt(photo.working, 40, 60)).toEqual([255, 255, 255]);
  });
});

describe('a file that the browser shows opens, whatever its structure', () => {
  const whole = (kind: 'image/jpeg' | 'image/png'): Promise<Uint8Array> => encoded(noisy(200, 120), kind).then(bytesOf);
  const movingOnce = async (): Promise<Uint8Array> =>
    withChunk(await whole('image/png'), 'acTL', Uint8Array.of(0, 0, 0, 1, 0, 0, 0, 0));
  const bmp = (): Uint8Array => {
    const bytes = new DataView(new ArrayBuffer(54 + 80 * 80 * 3));
    for (const [at, value] of [
      [0, 0x4d42],
      [26, 1],
      [28, 24],
    ])
      bytes.setUint16(at, value, true);
    for (const [at, value] of [
      [2, bytes.byteLength],
      [10, 54],
      [14, 40],
      [18, 80],
      [22, 80],
    ])
      bytes.setUint32(at, value, true);
    for (let at = 54; at < bytes.byteLength; at += 3) bytes.setUint8(at + 2, 200);
    return new Uint8Array(bytes.buffer);
  };

  /** A JPEG with one more segment behind its first two bytes. */
  const withSegment = (jpeg: Uint8Array, marker: number, content: Uint8Array): Uint8Array =>
    joinBytes(
      jpeg.slice(0, 2),
      [0xff, marker, (content.length + 2) >> 8, (content.length + 2) & 255],
      content,
      jpeg.slice(2),
    );
  const xmp = (about: string): Uint8Array => ascii(`http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>${about}</x:xmpmeta>`);
  const gainMap = (): Promise<Uint8Array> => encoded(quarters(50, 30), 'image/jpeg').then(bytesOf);
  const film = joinBytes(
    [0, 0, 0, 16],
    ascii('ftypmp42'),
    [0, 0, 0, 0, 0, 0, 32, 0],
    ascii('mdat'),
    new Uint8Array(8184),
  );
  const ultraHdr = async (): Promise<Uint8Array> =>
    joinBytes(withSegment(await whole('image/jpeg'), 0xe1, xmp('hdrgm:Version="1.0"')), await gainMap());
  const severalPictures = async (): Promise<Uint8Array> =>
    joinBytes(
      withSegment(await whole('image/jpeg'), 0xe2, joinBytes(ascii('MPF\0MM'), [0, 42, 0, 0, 0, 8, 0, 0])),
      await gainMap(),
    );
  const motionPhoto = async (): Promise<Uint8Array> =>
    joinBytes(withSegment(await whole('image/jpeg'), 0xe1, xmp('GCamera:MotionPhoto="1"')), film);

  test.each<[string, () => Promise<Uint8Array> | Uint8Array]>([
    ['Ultra HDR: a JPEG with its gain map behind', ultraHdr],
    ['Ultra HDR with a film behind all', async () => joinBytes(await ultraHdr(), film)],
    ['motion photo: a JPEG with a film behind', motionPhoto],
    ['several pictures in one JPEG', severalPictures],
    ['JPEG without its end marker', async () => (await whole('image/jpeg')).slice(0, -2)],
    ['JPEG with zeros behind', async () => joinBytes(await whole('image/jpeg'), new Uint8Array(5000))],
    ['PNG without IEND', async () => (await whole('image/png')).slice(0, -12)],
    ['PNG with bytes behind', async () => joinBytes(await whole('image/png'), ascii('more'))],
    ['PNG that moves through one picture', movingOnce],
    ['GIF without its last byte', () => gif(80, 1).slice(0, -1)],
    ['GIF with a line end behind', () => joinBytes(gif(80, 1), ascii('\r\n'))],
    ['BMP', bmp],
  ])('%s: whole, and again from its own bytes and from its kept copy', async (_, make) => {
    const photo = await opened(blobOf(await make()));
    expect(photo.cut).toBeUndefined();
    for (const again of [photo.file, await strippedPhoto(photo)]) {
      if (again === null) throw new Error('not kept');
      const bitmap = (await opened(again)).working;
      expect(firstDifference(pixelsOf(bitmap), pixelsOf(photo.working))).toBe(-1);
    }
  });

  test('48 megapixels of a phone: whole, upright, and worked on at 4096 px', async () => {
    const upright = await bytesOf(await encoded(quarters(8064, 6048), 'image/jpeg'));
    const photo = await opened(blobOf(turnedJpeg(upright, 6)));
    expect(photo.full).toEqual({ widthPx: 6048, heightPx: 8064 });
    expect(photo.size).toEqual({ widthPx: 3072, heightPx: 4096 });
    expect(photo.cut).toBeUndefined();
    expect(isLike(colourAt(photo.working, 20, 20), BLUE)).toBe(true);
  });

  test.each(['image/jpeg', 'image/png'] as const)('%s that is cut late opens, and is said to be cut', async (kind) => {
    const bytes = await whole(kind);
    for (const share of [0.7, 0.85]) {
      const photo = await opened(blobOf(bytes.subarray(0, Math.floor(bytes.length * share))));
      expect(photo.full).toEqual({ widthPx: 200, heightPx: 120 });
      expect(photo.cut, `${share}`).toBe(true);
      expect((await strippedPhoto(photo))?.size).toBeGreaterThan(1000);
    }
  });
});

/** A file that can be read so many times, as one that is taken away afterwards. */
function vanishing(content: Blob, reads: number): File {
  const file = new File([content], 'cloud.jpg', { type: content.type });
  let left = reads;
  return new Proxy(file, {
    get: (target, name) => {
      const value: unknown = Reflect.get(target, name, target);
      if (typeof value !== 'function') return value;
      return (...given: unknown[]) => {
        if (left === 0) return Promise.reject(new DOMException('gone', 'NotReadableError'));
        left -= 1;
        return (value as (...all: unknown[]) => unknown).apply(target, given);
      };
    },
  });
}

describe('a file that does not stay', () => {
  test('is read once, and all later uses have its bytes: decoding, the kept copy, the focal length', async () => {
    const telling = tellingJpeg(await bytesOf(await encoded(noisy(160, 120), 'image/jpeg')), 6, 50);
    const photo = await opened(vanishing(blobOf(telling), 1));
    expect(photo.name).toBe('cloud.jpg');
    expect(photo.focalPx).not.toBeNull();
    expect((await createImageBitmap(photo.file)).width).toBe(120);
    expect((await strippedPhoto(photo))?.size).toBeGreaterThan(1000);
  });

  test('and one that cannot be read at all is a value', async () => {
    expect(await problem(vanishing(await encoded(noisy(80, 80), 'image/png'), 0))).toEqual({ kind: 'unreadable' });
  });
});

describe('a file that is not in order is a value', () => {
  test('larger than any photo, without being read', async () => {
    const huge = { size: 300 * 2 ** 20, type: '', name: 'film.mov' } as File;
    expect(await problem(huge)).toEqual({ kind: 'fileTooLarge', megabytes: 300 });
  });

  test('empty', async () => expect(await problem(new Blob([]))).toEqual({ kind: 'empty' }));
  test('one byte', async () => expect(await problem(new Blob(['x']))).toEqual({ kind: 'notAPicture' }));

  test('text that calls itself a photo', async () => {
    const file = new File(['Dear diary'], 'me.jpg', { type: 'image/jpeg' });
    expect(await problem(file)).toEqual({ kind: 'notAPicture' });
  });

  test.each([
    ['SVG', '<?xml version="1.0"?>\n<!-- drawn by me --><svg xmlns="http://www.w3.org/2000/svg"/>'],
    ['SVG', ' <svg width="100" height="100"></svg>'],
    ['PDF', '%PDF-1.7\n'],
    ['TIFF', 'II*\0........'],
    ['JPEG 2000', '\0\0\0\x0cjP  \r\n\x87\n....'],
    ['raw', 'FUJIFILMCCD-RAW 0201'],
    ['raw', '\0\0\0\x18ftypcrx \0\0\0\x01crx isom'],
    ['video', '\0\0\0\x18ftypisom\0\0\0\0isommp42'],
  ])('%s', async (format, text) => {
    expect(await problem(blobOf(ascii(text)))).toEqual({ kind: 'formatUnsupported', format });
  });

  test.each(['image/jpeg', 'image/png', 'image/webp'] as const)('%s cut off early', async (type) => {
    const whole = await bytesOf(await encoded(noisy(200, 120), type));
    for (const share of [0.02, 0.1, 0.3]) {
      const part = whole.subarray(0, Math.floor(whole.length * share));
      expect(await problem(blobOf(part)), `${share} of ${type}`).toEqual({ kind: 'damaged' });
    }
  });

  test('a whole file with rubbish inside', async () => {
    const bytes = await png();
    expect(await problem(blobOf(bytes.subarray(0, 60), new Uint8Array(200), bytes.subarray(260)))).toEqual({
      kind: 'damaged',
    });
  });

  test('1 px, a stripe, and one pixel less than the refusal asks for', async () => {
    expect(await problem(await encoded(quarters(1, 1), 'image/png'))).toEqual({
      kind: 'tooSmall',
      widthPx: 1,
      heightPx: 1,
    });
    expect(await problem(await encoded(quarters(400, LEAST_SIDE_PX - 1), 'image/jpeg'))).toMatchObject({
      kind: 'tooSmall',
    });
    expect((await openPhoto(await encoded(quarters(400, LEAST_SIDE_PX), 'image/jpeg'))).ok).toBe(true);
  });

  test('30 000 px a side, by its header alone', async () => {
    const decode = vi.spyOn(globalThis, 'createImageBitmap');
    expect(await problem(blobOf(pngHeader(30_000, 30_000)))).toEqual({
      kind: 'tooLarge',
      widthPx: 30_000,
      heightPx: 30_000,
    });
    expect(await problem(blobOf(pngHeader(30_000, 64)))).toMatchObject({ kind: 'tooLarge' });
    expect(await problem(blobOf(pngHeader(9000, 9000)))).toMatchObject({ kind: 'tooLarge' });
    expect(decode).not.toHaveBeenCalled();
    decode.mockRestore();
  });

  test('moving pictures', async () => {
    expect(await problem(blobOf(gif(80, 3))), 'GIF').toEqual({ kind: 'animated' });
    const frames = Uint8Array.of(0, 0, 0, 2, 0, 0, 0, 0);
    expect(await problem(blobOf(withChunk(await png(), 'acTL', frames))), 'PNG').toEqual({ kind: 'animated' });
    const webp = [...ascii('RIFF\x1a\0\0\0WEBPVP8X\x0a\0\0\0'), 0x02, 0, 0, 0, 99, 0, 0, 99, 0, 0];
    const frame = [...ascii('ANMF'), 2, 0, 0, 0, 1, 2];
    expect(await problem(blobOf(webp, frame, frame)), 'WebP').toEqual({ kind: 'animated' });
    expect(await problem(blobOf(ascii('\0\0\0\x18ftypavis\0\0\0\0avismif1'))), 'AVIF').toEqual({ kind: 'animated' });
  });

  test('a browser without what photos are worked on with, and not the photo, is at fault', async () => {
    const whole = await png();
    const own = OffscreenCanvas;
    Reflect.deleteProperty(globalThis, 'OffscreenCanvas');
    try {
      expect(await problem(blobOf(whole))).toEqual({ kind: 'browserTooOld' });
    } finally {
      globalThis.OffscreenCanvas = own;
    }
  });

  test('HEIC where the browser cannot, AVIF likewise', async () => {
    const iso = (brand: string): Blob =>
      blobOf(ascii(`\0\0\0\x14ftyp${brand}\0\0\0\0mif1`), metaBox(200, 120), ascii('\0\0\0\x0cmdat....'));
    expect(await problem(iso('heic'))).toEqual({ kind: 'heicUnsupported' });
    expect(await problem(iso('avif'))).toEqual({ kind: 'formatUnsupported', format: 'AVIF' });
  });
});

/** The least a HEIF file says about its picture's size (ISO/IEC 23008-12): item 1 with an `ispe` property. */
function metaBox(widthPx: number, heightPx: number): Uint8Array {
  const box = (type: string, ...body: (Uint8Array | number[])[]): Uint8Array => {
    const inside = joinBytes(...body);
    return joinBytes([0, 0, 0, inside.length + 8], ascii(type), inside);
  };
  const ispe = box('ispe', [0, 0, 0, 0], [0, 0, widthPx >> 8, widthPx & 255], [0, 0, heightPx >> 8, heightPx & 255]);
  const ipma = box('ipma', [0, 0, 0, 0], [0, 0, 0, 1], [0, 1], [1, 1]);
  return box('meta', [0, 0, 0, 0], box('pitm', [0, 0, 0, 0], [0, 1]), box('iprp', box('ipco', ispe), ipma));
}
