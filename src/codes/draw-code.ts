import { encode } from 'uqr';

/** A code as squares: how many a side, the white border that readers need among them, and the dark ones as the path of an SVG. */
export interface Squares {
  readonly side: number;
  readonly path: string;
}

/** White squares around a code, without which it is not found (ISO/IEC 18004). */
const BORDER = 4;

/** A text as a code that is still read with 15 % of it spoilt. */
export function squaresOf(text: string): Squares {
  const { data, size } = encode(text, { ecc: 'M', border: BORDER });
  const runs: string[] = [];
  for (const [y, row] of data.entries()) {
    for (let from = row.indexOf(true); from >= 0;) {
      const end = row.indexOf(false, from);
      runs.push(`M${from} ${y}h${end - from}v1H${from}z`);
      from = row.indexOf(true, end);
    }
  }
  return { side: size, path: runs.join('') };
}
