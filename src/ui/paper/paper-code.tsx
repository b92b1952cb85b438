import type { Squares } from '~/codes/draw-code';
import { CodeFace } from '~/ui/code/code-squares';
import { HIGH_MM, WIDE_MM } from './use-paper';
import type { Paper } from './use-paper';

const MM_AN_INCH = 25.4;
const CSS_PX_AN_INCH = 96;
/**
 * Squares of the code in an inch of paper. They lie on a grid of the paper itself, so that they are whole pixels at 100, 150, 200
 * and 300 dpi, the usual ones of scanners: where edges fall between pixels, readers lose a large code.
 */
const SQUARES_AN_INCH = 50;
const SQUARE_PX = CSS_PX_AN_INCH / SQUARES_AN_INCH;

/** The least from the code, with the white around it, to the right edge of the paper, and to its lower edge over the foot, mm. */
const FROM_SIDE_MM = 12;
const FROM_FOOT_MM = 20.5;
/** Squares of room above the code, so that what stands over it keeps off. */
const ROOM_ABOVE = 5;

const inSquares = (mm: number): number => Math.floor((mm / MM_AN_INCH) * SQUARES_AN_INCH);

interface PaperCodeProps {
  readonly squares: Squares;
  readonly paper: Paper;
  /** What it is to somebody who cannot see it. */
  readonly name: string;
}

/** A code low on the right of a sheet, over the room that it takes where it is written. */
export function PaperCode({ squares, paper, name }: PaperCodeProps) {
  const { side } = squares;
  const leftSquares = inSquares(WIDE_MM[paper] - FROM_SIDE_MM) - side;
  const topSquares = inSquares(HIGH_MM[paper] - FROM_FOOT_MM) - side;
  // A drawing is put on whole CSS pixels, whatever it is told: it stands there, and the code in it stands on the paper's grid.
  const start = (at: number): number => Math.floor(at * SQUARE_PX);
  const long = (at: number): number => Math.ceil((at + side) * SQUARE_PX) - start(at);
  const [leftPx, topPx, widePx, highPx] = [start(leftSquares), start(topSquares), long(leftSquares), long(topSquares)];
  return (
    <span style={{ inlineSize: (side + 1) * SQUARE_PX, blockSize: (side + ROOM_ABOVE) * SQUARE_PX }}>
      <svg
        className="sheet-code"
        viewBox={[leftPx, topPx, widePx, highPx].map((px) => px / SQUARE_PX).join(' ')}
        style={{ insetInlineStart: leftPx, insetBlockStart: topPx, inlineSize: widePx, blockSize: highPx }}
        role="img"
        aria-label={name}
        shapeRendering="crispEdges"
      >
        <g transform={`translate(${leftSquares} ${topSquares})`}>
          <CodeFace squares={squares} />
        </g>
      </svg>
    </span>
  );
}
