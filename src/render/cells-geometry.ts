import { Geometry } from 'pixi.js';
import { vertexBuffer } from './gpu';
import { cellTriangles } from './treated-cells';
import type { TreatedCells } from './treated-cells';

/** Rectangles that a pass draws within, px of its target from the top left. */
export interface CellsGeometry {
  readonly geometry: Geometry;
  /** Lays other cells; the count of corners there are to draw. */
  lay(cells: TreatedCells): number;
}

export function createCellsGeometry(): CellsGeometry {
  const buffer = vertexBuffer(new Float32Array(12));
  return {
    geometry: new Geometry({ attributes: { aCorner: { buffer, format: 'float32x2' } } }),
    lay: (cells) => {
      const corners = cellTriangles(cells);
      buffer.data = corners;
      return corners.length / 2;
    },
  };
}
