/** A HEIF file with a grid of HEVC tiles, laid out as phones lay it out. Its tiles hold a byte each: no picture is coded in them. */

const uint = (value: number, bytes: number): number[] =>
  Array.from({ length: bytes }, (_, i) => Math.floor(value / 256 ** (bytes - 1 - i)) & 255);
const letters = (text: string): number[] => [...new TextEncoder().encode(text)];
const box = (kind: string, ...body: readonly number[][]): number[] => {
  const all = body.flat();
  return [...uint(8 + all.length, 4), ...letters(kind), ...all];
};
const full = (kind: string, version: number, ...body: readonly number[][]): number[] =>
  box(kind, [version, 0, 0, 0], ...body);

/** The record of iPhones' HEVC: main still picture, level 3. */
const HVCC = [1, 3, 0x70, 0, 0, 0, 0xb0, 0, 0, 0, 0, 0, 90, 0xf0, 0, 0xfc, 0xfd, 0xf8, 0xf8, 0, 0, 0x0f, 0];
const GRID = 5000;

export interface MadeHeic {
  readonly rows: number;
  readonly columns: number;
  readonly tilePx: number;
  readonly widthPx: number;
  readonly heightPx: number;
  /** Quarters against the clock. */
  readonly irot?: number;
  readonly imir?: number;
  /** Where the grid's own bytes lie: beside the index, or in the file. */
  readonly gridIn?: 'idat' | 'mdat';
  /** After the last box, as some phones write. */
  readonly trailer?: readonly number[];
}

/** Its bytes: tile number i holds the one byte i. */
export function madeHeic(given: MadeHeic): Uint8Array {
  const { rows, columns, tilePx, widthPx, heightPx, irot, imir, gridIn = 'idat', trailer = [] } = given;
  const tiles = Array.from({ length: rows * columns }, (_, i) => i + 1);
  const grid = [0, 0, rows - 1, columns - 1, ...uint(widthPx, 2), ...uint(heightPx, 2)];
  const ispe = (wide: number, high: number): number[] => full('ispe', 0, uint(wide, 4), uint(high, 4));
  const turns = [
    ...(irot === undefined ? [] : [box('irot', [irot])]),
    ...(imir === undefined ? [] : [box('imir', [imir])]),
  ];
  const properties = [box('hvcC', HVCC), ispe(tilePx, tilePx), ispe(widthPx, heightPx), ...turns];
  const ofGrid = [3, ...turns.map((_, i) => 0x80 | (4 + i))];
  const associations = [
    ...uint(tiles.length + 1, 4),
    ...tiles.flatMap((item) => [...uint(item, 2), 2, 0x81, 2]),
    ...uint(GRID, 2),
    ofGrid.length,
    ...ofGrid,
  ];
  const entry = (item: number, kind: string): number[] =>
    full('infe', 2, uint(item, 2), uint(0, 2), letters(kind), [0]);
  const ftyp = box('ftyp', letters('heic'), uint(0, 4), letters('mif1heic'));
  /** The index, of the same length wherever the picture's bytes begin. */
  const meta = (from: number): number[] => {
    const item = (id: number, method: number, at: number, length: number): number[] => [
      ...uint(id, 2),
      ...uint(method, 2),
      ...uint(0, 2),
      ...uint(1, 2),
      ...uint(at, 4),
      ...uint(length, 4),
    ];
    return full(
      'meta',
      0,
      full('hdlr', 0, uint(0, 4), letters('pict'), uint(0, 13)),
      full('pitm', 0, uint(GRID, 2)),
      full('iinf', 0, uint(tiles.length + 1, 2), ...tiles.map((id) => entry(id, 'hvc1')), entry(GRID, 'grid')),
      full('iref', 0, box('dimg', uint(GRID, 2), uint(tiles.length, 2), ...tiles.map((id) => uint(id, 2)))),
      box('iprp', box('ipco', ...properties), full('ipma', 0, associations)),
      gridIn === 'idat' ? box('idat', grid) : [],
      full(
        'iloc',
        1,
        [0x44, 0],
        uint(tiles.length + 1, 2),
        ...tiles.map((id, i) => item(id, 0, from + i, 1)),
        item(GRID, gridIn === 'idat' ? 1 : 0, gridIn === 'idat' ? 0 : from + tiles.length, grid.length),
      ),
    );
  };
  const from = ftyp.length + meta(0).length + 8;
  const data = [...tiles.map((_, i) => i), ...(gridIn === 'mdat' ? grid : [])];
  return Uint8Array.from([...ftyp, ...meta(from), ...box('mdat', data), ...trailer]);
}
