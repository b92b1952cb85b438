import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { codecOf } from '~/heic/hevc-codec';
import { readHeic } from '~/heic/read-heic';
import { turnedThen } from '~/model/base/orientation';
import { madeHeic } from '../support/made-heic';
import type { MadeHeic } from '../support/made-heic';

/** As a phone of 12 megapixels lays its tiles: the last ones stand over the edge. */
const PHONE: MadeHeic = { rows: 6, columns: 8, tilePx: 512, widthPx: 4032, heightPx: 3024 };
/** Small enough to be damaged at every byte. */
const SMALL: MadeHeic = { rows: 2, columns: 3, tilePx: 64, widthPx: 180, heightPx: 120 };
const MP48: MadeHeic = { rows: 12, columns: 16, tilePx: 512, widthPx: 8064, heightPx: 6048 };

describe('a HEIC is taken apart', () => {
  it('that another program wrote, of one picture', () => {
    const file = new Uint8Array(readFileSync('tests/cases/b-heic.heic'));
    const read = readHeic(file);
    expect(read).toMatchObject({ size: { widthPx: 600, heightPx: 800 }, orientation: 1 });
    expect(read?.tiles).toHaveLength(1);
    const [tile] = read?.tiles ?? [];
    expect(tile).toMatchObject({ leftPx: 0, topPx: 0, codec: 'hvc1.3.E.L90' });
    // Pieces of a coded picture, each with its length before it, to the last byte.
    let at = 0;
    const view = new DataView(tile.data.buffer, tile.data.byteOffset, tile.data.byteLength);
    while (at < view.byteLength) at += 4 + view.getUint32(at);
    expect(at).toBe(tile.data.length);
  });

  it.each([
    ['12 megapixels', PHONE],
    ['48 megapixels', MP48],
    ['the grid in the file', { ...PHONE, gridIn: 'mdat' as const }],
    ["a phone's trailer", { ...PHONE, trailer: [0, 0, 0, 1, 83, 69, 70, 72, 0, 1, 2, 3, 255, 255] }],
  ])('of tiles: %s', (_, given) => {
    const read = readHeic(madeHeic(given));
    const { rows, columns, tilePx, widthPx, heightPx } = given;
    expect(read).toMatchObject({ size: { widthPx, heightPx }, orientation: 1 });
    expect(read?.tiles.map(({ leftPx, topPx, data }) => [leftPx, topPx, ...data])).toEqual(
      Array.from({ length: rows * columns }, (_none, i) => [
        (i % columns) * tilePx,
        Math.floor(i / columns) * tilePx,
        i & 255,
      ]),
    );
  });

  it('turned against the clock and mirrored, in the order in which the file says it', () => {
    const turned = (irot?: number, imir?: number) => readHeic(madeHeic({ ...PHONE, irot, imir }))?.orientation;
    // EXIF counts with the clock: 6 is to be turned by a quarter with it.
    expect([0, 1, 2, 3].map((irot) => turned(irot))).toEqual([1, 8, 3, 6]);
    expect([0, 1].map((imir) => turned(undefined, imir))).toEqual([4, 2]);
    expect(turned(1, 1)).toBe(turnedThen(8, 2));
  });

  it('whatever was done to its bytes: it is read or it is not, and nothing is read outside it', () => {
    const whole = madeHeic({ ...SMALL, irot: 1 });
    let read = 0;
    for (let at = 0; at < whole.length; at++)
      for (const value of [0, 1, 127, 255]) {
        const damaged = whole.slice();
        damaged[at] = value;
        const picture = readHeic(damaged);
        if (picture === null) continue;
        read += 1;
        expect(picture.tiles.length).toBeLessThanOrEqual(1024);
      }
    expect(read).toBeGreaterThan(whole.length);
    for (let end = 0; end < whole.length - SMALL.rows * SMALL.columns; end += 7)
      expect(readHeic(whole.slice(0, end))).toBeNull();
  });

  it('only where there is a picture in HEVC', () => {
    expect(readHeic(new Uint8Array())).toBeNull();
    expect(readHeic(new Uint8Array(readFileSync('tests/cases/c-plain.jp2')))).toBeNull();
    const av1 = new TextDecoder('latin1').decode(madeHeic(PHONE)).replaceAll('hvc1', 'av01');
    expect(readHeic(Uint8Array.from(av1, (letter) => letter.charCodeAt(0)))).toBeNull();
  });
});

it("a decoder's record is called as the standard writes it", () => {
  const record = (profile: number, compatible: readonly number[], constraints: readonly number[], level: number) =>
    codecOf(Uint8Array.from([1, profile, ...compatible, ...constraints, level]));
  // The example of annex E, and a tier and profile space of their own.
  expect(record(1, [0x60, 0, 0, 0], [0xb0, 0, 0, 0, 0, 0], 93)).toBe('hvc1.1.6.L93.B0');
  expect(record(0x40 | 0x20 | 4, [0x08, 0, 0, 0], [0xbd, 0xc8, 0, 0, 0, 0], 120)).toBe('hvc1.A4.10.H120.BD.C8');
});
