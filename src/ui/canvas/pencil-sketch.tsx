import { useLayoutEffect, useRef } from 'react';
import type { PointPx } from '~/model/base/units';
import { hashUnit } from '~/model/maths/hash';
import { labelsApart } from '~/model/overlay/labels-apart';
import type { SeenNote } from '~/model/overlay/pencil-in-sight';
import { useAppState, useOverlay } from '~/ui/base/app-context';
import { linePath } from './line-path';
import { toView } from './zoom';

/** Thinnest that a line is drawn, CSS px: on a small picture it would not be seen. */
const LEAST_PX = 1.6;

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
  const room = useOverlay((overlay) => overlay?.size ?? null);
  const writing = useAppState((state) => state.tool === 'note');
  /** Seen while it is drawn, or looked at alone; under a hairline it steps back. */
  const dimmed = useAppState(({ tool, sketch: shown }) => tool !== 'pencil' && tool !== 'note' && shown !== 'alone');
  if (sketch === null || camera === null || room === null) return null;
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
      <NoteLabels
        notes={sketch.notes.map(({ index, text, at }) => ({ index, text, at: toView(camera, at) }))}
        writing={writing}
        roomPx={room}
      />
    </>
  );
}

/** From this share of the picture's width on, words stand to the left of their place. */
const LEFT_FROM = 0.55;
const isLeftwards = (xPx: number, widthPx: number): boolean => xPx > LEFT_FROM * widthPx;
/** Words stand so far beside their place, CSS px, and begin so far above it, letters' height (pencil.css). */
const BESIDE_PX = 10;
const ABOVE_EM = 0.8;

/** A note, and where it is seen, px of the view. */
type NoteInView = Pick<SeenNote, 'index' | 'text'> & { readonly at: PointPx<'view'> };

/** What stands beside a note; null: nothing, it was never written. */
function wordsOf({ text }: NoteInView, writing: boolean): string | null {
  if (text !== '') return text;
  return writing ? '…' : null;
}

interface NoteLabelsProps {
  readonly notes: readonly NoteInView[];
  /** A note that is still to be written has a place for its words. */
  readonly writing: boolean;
  readonly roomPx: { readonly widthPx: number; readonly heightPx: number };
}

/** Notes at their places, their words beside them: such as would lie on each other are moved up or down, with a line to their place. */
function NoteLabels({ notes, writing, roomPx: { widthPx, heightPx } }: NoteLabelsProps) {
  const pins = useRef<HTMLDivElement>(null);
  // By what each place is, not by where its label stands: that is still on its way, where motion is only made short.
  useLayoutEffect(() => {
    const labels = [...(pins.current?.querySelectorAll<HTMLElement>('.note-pin > span') ?? [])];
    const written = notes.filter((note) => wordsOf(note, writing) !== null);
    const boxes = labels.map((label, i) => {
      const { xPx, yPx } = written[i].at;
      const { offsetWidth: width, offsetHeight: height } = label;
      const left = isLeftwards(xPx, widthPx) ? xPx - BESIDE_PX - width : xPx + BESIDE_PX;
      return { left, top: yPx - ABOVE_EM * parseFloat(getComputedStyle(label).fontSize), width, height };
    });
    for (const [i, movedPx] of labelsApart(boxes, heightPx).entries()) {
      labels[i].style.setProperty('--moved', `${movedPx}px`);
      labels[i].dataset.moved = Math.abs(movedPx) < 1 ? 'no' : movedPx > 0 ? 'down' : 'up';
    }
  });
  return (
    <div ref={pins} className="note-pins" aria-hidden="true">
      {notes.map((note) => {
        const { xPx, yPx } = note.at;
        const words = wordsOf(note, writing);
        return (
          <div
            key={note.index}
            className={isLeftwards(xPx, widthPx) ? 'note-pin leftwards' : 'note-pin'}
            style={{ transform: `translate(${xPx}px, ${yPx}px)` }}
          >
            {words !== null && <span>{words}</span>}
          </div>
        );
      })}
    </div>
  );
}
