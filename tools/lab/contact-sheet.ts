import { toBase64 } from '~/bytes/base64';

/** A picture of a contact sheet, and what stands under it. */
export interface Tile {
  readonly caption: string;
  readonly pixels: ImageData;
}

/** Tiles beside each other under a title; the title may be empty. */
export interface SheetRow {
  readonly title: string;
  readonly tiles: readonly Tile[];
}

const CAPTION_PX = 22;
const GAP_PX = 4;

export const pngOf = async (canvas: OffscreenCanvas): Promise<string> =>
  toBase64(new Uint8Array(await (await canvas.convertToBlob({ type: 'image/png' })).arrayBuffer()));

/** Rows of tiles with their captions, as a PNG in base64. Every column is as wide as the widest tile. */
export async function contactSheet(rows: readonly SheetRow[]): Promise<string> {
  const columns = Math.max(1, ...rows.map(({ tiles }) => tiles.length));
  const columnPx = Math.max(160, ...rows.flatMap(({ tiles }) => tiles.map(({ pixels }) => pixels.width))) + GAP_PX;
  const titlePx = ({ title }: SheetRow): number => (title === '' ? 0 : CAPTION_PX);
  const tilesPx = ({ tiles }: SheetRow): number => Math.max(0, ...tiles.map(({ pixels }) => pixels.height));
  const heightOf = (row: SheetRow): number => titlePx(row) + (row.tiles.length > 0 ? tilesPx(row) + CAPTION_PX : 0);
  const sheet = new OffscreenCanvas(
    columns * columnPx,
    rows.reduce((sum, row) => sum + heightOf(row), 0),
  );
  const pen = sheet.getContext('2d');
  if (pen === null) throw new Error('no 2d canvas');
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, sheet.width, sheet.height);
  pen.fillStyle = '#000';
  pen.font = '15px sans-serif';
  let y = 0;
  for (const row of rows) {
    pen.fillText(row.title, 4, y + 16);
    const under = y + titlePx(row) + tilesPx(row);
    row.tiles.forEach(({ caption, pixels }, i) => {
      pen.putImageData(pixels, i * columnPx, y + titlePx(row));
      pen.fillText(caption, i * columnPx + 4, under + 16);
    });
    y += heightOf(row);
  }
  return pngOf(sheet);
}
