import type { PointPx } from '~/model/base/units';
import type { OutlineMask } from './photo-map';

/** A confidence of one half. */
const EDGE = 127.5;

/**
 * The edge of the person in an outline mask, as lines in working-photo px: marching squares over the sample centres,
 * pieces joined to open or closed lines. The border of the crop itself is no edge.
 */
export function outlineLines(mask: OutlineMask): readonly (readonly PointPx[])[] {
  const { columns, rows, confidence } = mask;
  const value = (i: number, j: number): number => confidence[j * columns + i];
  /** Crossings are named by the grid edge they lie on: even for the one to the right of (i, j), odd for the one below. */
  const across = (i: number, j: number): number => 2 * (j * columns + i);
  const down = (i: number, j: number): number => across(i, j) + 1;
  const next = new Map<number, number>();
  for (let j = 0; j < rows - 1; j++) {
    for (let i = 0; i < columns - 1; i++) {
      const inside =
        (value(i, j) > EDGE ? 8 : 0) |
        (value(i + 1, j) > EDGE ? 4 : 0) |
        (value(i + 1, j + 1) > EDGE ? 2 : 0) |
        (value(i, j + 1) > EDGE ? 1 : 0);
      const sides = { top: across(i, j), right: down(i + 1, j), bottom: across(i, j + 1), left: down(i, j) };
      for (const [from, to] of PIECES[inside]) next.set(sides[from], sides[to]);
    }
  }
  const place = (crossing: number): PointPx => {
    const at = crossing >> 1;
    const i = at % columns;
    const j = Math.floor(at / columns);
    const [di, dj] = crossing % 2 === 0 ? [1, 0] : [0, 1];
    const here = value(i, j);
    const share = (EDGE - here) / (value(i + di, j + dj) - here);
    return {
      xPx: mask.leftPx + (i + di * share + 0.5) * mask.pxPerSample,
      yPx: mask.topPx + (j + dj * share + 0.5) * mask.pxPerSample,
    };
  };
  const lines: PointPx[][] = [];
  const follow = (start: number): void => {
    const line = [place(start)];
    let crossing: number | undefined = start;
    while (crossing !== undefined) {
      const to: number | undefined = next.get(crossing);
      next.delete(crossing);
      if (to !== undefined) line.push(place(to));
      crossing = to;
    }
    lines.push(line);
  };
  const entered = new Set(next.values());
  for (const crossing of [...next.keys()]) if (!entered.has(crossing)) follow(crossing);
  for (const crossing of [...next.keys()]) if (next.has(crossing)) follow(crossing);
  return lines;
}

type CellSide = 'top' | 'right' | 'bottom' | 'left';

/** Per case (bits: top left, top right, bottom right, bottom left) the pieces, the person on the right as one goes. */
const PIECES: readonly (readonly (readonly [CellSide, CellSide])[])[] = [
  [],
  [['bottom', 'left']],
  [['right', 'bottom']],
  [['right', 'left']],
  [['top', 'right']],
  [
    ['top', 'right'],
    ['bottom', 'left'],
  ],
  [['top', 'bottom']],
  [['top', 'left']],
  [['left', 'top']],
  [['bottom', 'top']],
  [
    ['left', 'top'],
    ['right', 'bottom'],
  ],
  [['right', 'top']],
  [['left', 'right']],
  [['bottom', 'right']],
  [['left', 'bottom']],
  [],
];
