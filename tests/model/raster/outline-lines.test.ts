import { describe, expect, it } from 'vitest';
import { outlineLines } from '~/model/raster/outline-lines';
import type { OutlineMask } from '~/model/raster/photo-map';

const mask = (columns: number, rows: number, inside: (i: number, j: number) => number): OutlineMask => ({
  columns,
  rows,
  leftPx: 100,
  topPx: 50,
  pxPerSample: 2,
  confidence: Uint8Array.from({ length: columns * rows }, (_, k) => inside(k % columns, Math.floor(k / columns))),
});

describe('outline lines', () => {
  it('close around a disc, at its radius', () => {
    const lines = outlineLines(
      mask(64, 64, (i, j) => Math.max(0, Math.min(255, 127.5 + 64 * (20 - Math.hypot(i + 0.5 - 32, j + 0.5 - 32))))),
    );
    expect(lines).toHaveLength(1);
    const [line = []] = lines;
    expect(line[0]).toEqual(line.at(-1));
    for (const { xPx, yPx } of line) expect(Math.hypot(xPx - 164, yPx - 114)).toBeCloseTo(40, 0);
    expect(line.length).toBeGreaterThan(100);
  });

  it('leave the border of the crop open', () => {
    const lines = outlineLines(mask(16, 16, (_, j) => (j >= 8 ? 255 : 0)));
    expect(lines).toHaveLength(1);
    const [line = []] = lines;
    expect(line).toHaveLength(16);
    for (const { yPx } of line) expect(yPx).toBeCloseTo(50 + 8 * 2, 5);
  });

  it('keep apart what only touches at a corner, and find nothing in an empty or full mask', () => {
    const corner = mask(6, 6, (i, j) => ((i === 2 && j === 2) || (i === 3 && j === 3) ? 255 : 0));
    expect(outlineLines(corner)).toHaveLength(2);
    expect(outlineLines(mask(8, 8, () => 0))).toEqual([]);
    expect(outlineLines(mask(8, 8, () => 255))).toEqual([]);
  });
});
