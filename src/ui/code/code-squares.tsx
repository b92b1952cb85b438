import '~/ui/styles/code-page.css';
import type { Squares } from '~/codes/draw-code';

/** A code as it is scanned, dark on white whatever the colours around; `name`: what it is to somebody who cannot see it. */
export const CodeSquares = ({
  squares: { side, path },
  name,
}: {
  readonly squares: Squares;
  readonly name: string;
}) => (
  <svg
    className="code-squares"
    viewBox={`0 0 ${side} ${side}`}
    role="img"
    aria-label={name}
    shapeRendering="crispEdges"
  >
    <rect width={side} height={side} fill="#fff" />
    <path d={path} fill="#000" />
  </svg>
);
