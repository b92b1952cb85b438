import { useAppState, useOverlay } from '~/ui/app-context';
import { linePath } from './line-path';
import { toView } from './zoom';

/** Thinnest that a line is drawn, CSS px: on a small picture it would not be seen. */
const LEAST_PX = 1.6;

/** From this share of the picture's width on, words stand to the left of their place. */
const LEFT_FROM = 0.55;

/** Wax takes here and there: lengths of line and gap, in widths of the line. */
const BROKEN = [9, 0.5, 14, 0.35, 6, 0.6, 11, 0.4];

/** Sketched lines and notes, as with a white pencil on the skin: light over a dark halo, to be seen on any skin. */
export function PencilSketch() {
  const sketch = useOverlay((overlay) => overlay?.pencil ?? null);
  const camera = useOverlay((overlay) => overlay?.camera ?? null);
  const roomPx = useOverlay((overlay) => overlay?.size.widthPx ?? 0);
  const writing = useAppState((state) => state.tool === 'note');
  if (sketch === null || camera === null) return null;
  const widthPx = Math.max(LEAST_PX, sketch.widthPx * camera.scale);
  return (
    <>
      <svg className="pencil" aria-hidden="true" style={{ '--pencil': `${widthPx}px` }}>
        {sketch.lines.map((line, index) => {
          // A tap is a line to itself: a dot.
          const d = linePath(camera, line.length === 1 ? [line[0], line[0]] : line);
          return (
            <g key={index}>
              <path className="halo wide" d={d} />
              <path className="halo" d={d} />
              <path className="wax" d={d} />
              <path className="wax core" d={d} strokeDasharray={BROKEN.map((share) => share * widthPx).join(' ')} />
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
