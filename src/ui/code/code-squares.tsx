import '~/ui/styles/code-page.css';
import type { Squares } from '~/codes/draw-code';

/** Its squares, dark on white whatever the colours around; one square is one unit of the drawing that it stands in. */
export const CodeFace = ({ squares: { side, path } }: { readonly squares: Squares }) => (
  <>
    <rect width={side} height={side} fill="#fff" />
    <path d={path} fill="#000" />
  </>
);

/** A code as it is scanned; `name`: what it is to somebody who cannot see it. */
export const CodeSquares = ({ squares, name }: { readonly squares: Squares; readonly name: string }) => (
  <svg
    className="code-squares"
    viewBox={`0 0 ${squares.side} ${squares.side}`}
    role="img"
    aria-label={name}
    shapeRendering="crispEdges"
  >
    <CodeFace squares={squares} />
  </svg>
);
