import type { SizePx } from '~/model/base/units';
import type { InDrawing, ViewTransform } from './scene';

/** Side of a cell, target px. */
const CELL_PX = 16;

/**
 * Which cells of the target can show pigment. Only they are composed anew: the rest still shows the bare photo, and a
 * pixel costs the same whether it has pigment or not.
 */
export interface TreatedCells {
  readonly columns: number;
  readonly rows: number;
  /** columns × rows, from the top left: 1 where pigment can show. */
  readonly marks: Uint8Array;
}

const gridOf = ({ widthPx, heightPx }: SizePx<InDrawing>): TreatedCells => {
  const columns = Math.ceil(widthPx / CELL_PX);
  const rows = Math.ceil(heightPx / CELL_PX);
  return { columns, rows, marks: new Uint8Array(columns * rows) };
};

export function wholeTarget(size: SizePx<InDrawing>): TreatedCells {
  const grid = gridOf(size);
  grid.marks.fill(1);
  return grid;
}

/** Cells within `reachPx` of a dot. `placesPx`: x, y of the dots in photo px, of which the first `count` are looked at. */
export function treatedCells(
  placesPx: Float32Array,
  count: number,
  { scale, offsetXPx, offsetYPx }: ViewTransform<InDrawing>,
  size: SizePx<InDrawing>,
  reachPx: number,
): TreatedCells {
  const grid = gridOf(size);
  const { columns, rows, marks } = grid;
  // Dots just outside the target reach into it, so they are marked on a frame around it and spread from there.
  const reach = Math.ceil(reachPx / CELL_PX);
  const wide = columns + 2 * reach;
  const high = rows + 2 * reach;
  const dots = new Uint8Array(wide * high);
  for (let i = 0; i < 2 * count; i += 2) {
    const column = Math.floor((placesPx[i] * scale + offsetXPx) / CELL_PX) + reach;
    const row = Math.floor((placesPx[i + 1] * scale + offsetYPx) / CELL_PX) + reach;
    if (column >= 0 && row >= 0 && column < wide && row < high) dots[row * wide + column] = 1;
  }
  for (let row = 0; row < high; row++) {
    for (let column = 0; column < wide; column++) {
      if (dots[row * wide + column] === 0) continue;
      const left = Math.max(0, column - 2 * reach);
      const right = Math.min(columns - 1, column);
      for (let y = Math.max(0, row - 2 * reach); y <= Math.min(rows - 1, row); y++) {
        if (left <= right) marks.fill(1, y * columns + left, y * columns + right + 1);
      }
    }
  }
  return grid;
}

/** Cells of either; `before` counts only where it is of the same target size. */
export function bothCells(cells: TreatedCells, before: TreatedCells | null): TreatedCells {
  if (before?.columns !== cells.columns || before.rows !== cells.rows) return cells;
  return { ...cells, marks: cells.marks.map((mark, i) => mark | before.marks[i]) };
}

/** Cells of both, which are of one target size. */
export const commonCells = (cells: TreatedCells, other: TreatedCells): TreatedCells => ({
  ...cells,
  marks: cells.marks.map((mark, i) => mark & other.marks[i]),
});

/** Two triangles per run of marked cells in a row: x, y in target px from the top left. */
export function cellTriangles({ columns, rows, marks }: TreatedCells): Float32Array<ArrayBuffer> {
  const corners: number[] = [];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      if (marks[row * columns + column] === 0) continue;
      const left = column * CELL_PX;
      while (column < columns && marks[row * columns + column] === 1) column++;
      const right = column * CELL_PX;
      const top = row * CELL_PX;
      const bottom = top + CELL_PX;
      corners.push(left, top, right, top, left, bottom, left, bottom, right, top, right, bottom);
    }
  }
  return Float32Array.from(corners);
}
