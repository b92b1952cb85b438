import { hashUnit } from '~/model/maths/hash';
import { useAppState, useOverlay } from '~/ui/base/app-context';
import { linePath } from './line-path';
import { toView } from './zoom';

/** Thinnest that a line is drawn, CSS px: on a small picture it would not be seen. */
const LEAST_PX = 1.6;

/** From this share of the picture's width on, words stand to the left of their place. */
const LEFT_FROM = 0.55;

/** Wax takes on the skin in grains: so many in a tile of so many grains' widths, and so many of those to a line's width. */
const TILE = 16;
const GRAINS = 190;
const GRAINS_WIDE = 7;
const MOST_GRAIN = 1.05;
/** Grains over the tile's edge come in again on the other side, so that no edge shows. */
const around = (at: number): readonly number[] =>
  at < MOST_GRAIN ? [at, at + TILE] : at > TILE - MOST_GRAIN ? [at, at - TILE] : [at];
const WAX = Array.from({ length: GRAINS }, (_, i) => ({
  r: MOST_GRAIN * (0.43 + 0.57 * hashUnit(i, 3)),
  alpha: 0.35 + 0.65 * hashUnit(i, 4),
  places: around(TILE * hashUnit(i, 1)).flatMap((x) => around(TILE * hashUnit(i, 2)).map((y) => [x, y] as const)),
}));

/** Sketched lines and notes, as with a white pencil on the skin: light over a dark halo, to be seen on any skin. */
export function PencilSketch() {
  const sketch = useOverlay((overlay) => overlay?.pencil ?? null);
  const camera = useOverlay((overlay) => overlay?.camera ?? null);
  const roomPx = useOverlay((overlay) => overlay?.size.widthPx ?? 0);
  const writing = useAppState((state) => state.tool === 'note');
  /** Seen while it is drawn, or looked at alone; under a hairline it steps back. */
  const dimmed = useAppState(({ tool, sketch: shown }) => tool !== 'pencil' && tool !== 'note' && shown !== 'alone');
  if (sketch === null || camera === null) return null;
  const widthPx = Math.max(LEAST_PX, sketch.widthPx * camera.scale);
  return (
    <>
      <svg className={dimmed ? 'pencil dimmed' : 'pencil'} aria-hidden="true" style={{ '--pencil': `${widthPx}px` }}>
        <pattern
          id="wax"
          width={TILE}
          height={TILE}
          patternUnits="userSpaceOnUse"
          patternTransform={`scale(${widthPx / GRAINS_WIDE})`}
        >
          {WAX.map(({ r, alpha, places }) =>
            places.map(([x, y]) => <circle key={`${x} ${y}`} cx={x} cy={y} r={r} fillOpacity={alpha} />),
          )}
        </pattern>
        {sketch.lines.map((line, index) => {
          // A tap is a line to itself: a dot.
          const d = linePath(camera, line.length === 1 ? [line[0], line[0]] : line);
          return (
            <g key={index}>
              <path className="halo" d={d} />
              <path className="wax" d={d} />
              <path className="grain" d={d} stroke="url(#wax)" />
            </g>
          );
        })}
      </svg>
      {sketch.notes.map(({ index, text, at }) => {
        const { xPx, yPx } = toView(camera, at);
        return (
          <div
            key={index}
            className={xPx > LEFT_FROM * roomPx ? 'note-pin leftwards' : 'note-pin'}
            aria-hidden="true"
            style={{ transform: `translate(${xPx}px, ${yPx}px)` }}
          >
            {(text !== '' || writing) && <span>{text === '' ? '…' : text}</span>}
          </div>
        );
      })}
    </>
  );
}
