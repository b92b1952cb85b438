import type { ReactNode } from 'react';
import { useEffect, useRef, useState } from 'react';
import type { Photo } from '~/io/photo';
import type { StillFrame } from '~/preview/still-part';
import type { Still } from '~/preview/stills';
import type { Design } from '~/model/design/design';
import { committedDesign } from '~/store/shown-design';
import { useApp, useAppState, useSubject } from '~/ui/base/app-context';

interface HeadStillProps {
  /** What is different about this picture from the design on the screen. */
  readonly vary: (design: Design) => Design;
  readonly frame: StillFrame;
  /** CSS px; drawn twice as fine. */
  readonly widthPx: number;
  readonly heightPx: number;
  /** Somebody waits for this one: it is made before others. */
  readonly urgent?: boolean;
  /** What stands here until the picture is made, and where none can be. */
  readonly instead?: ReactNode;
  /** The hairline is drawn over it, where skin and size leave the pigment hard to tell. */
  readonly line?: boolean;
}

/** Dense screens show that much more. */
const PX_PER_CSS_PX = 2;

/** Widths of the hairline and of the dark rim that keeps it visible on light skin, CSS px. */
const LINE = [
  { width: 3, colour: 'rgb(20 20 20 / 75%)' },
  { width: 1.5, colour: '#fff' },
];

function drawLine(pen: CanvasRenderingContext2D, line: Still['line']): void {
  const path = new Path2D();
  for (const piece of line) {
    piece.forEach(({ xPx, yPx }, index) => (index === 0 ? path.moveTo(xPx, yPx) : path.lineTo(xPx, yPx)));
  }
  pen.lineJoin = 'round';
  pen.lineCap = 'round';
  for (const { width, colour } of LINE) {
    pen.lineWidth = width * PX_PER_CSS_PX;
    pen.strokeStyle = colour;
    pen.stroke(path);
  }
}

/** Whether two designs say the same; what was varied may be the same list made anew. */
const sameDesign = (a: Design, b: Design): boolean =>
  (Object.keys(a) as (keyof Design)[]).every(
    (key) => Object.is(a[key], b[key]) || JSON.stringify(a[key]) === JSON.stringify(b[key]),
  );

/**
 * A small live picture of this head under another design: made anew when a gesture is over, while nothing else goes on.
 * It says nothing to a screen reader; what it stands beside does.
 */
export function HeadStill({ vary, frame, widthPx, heightPx, urgent, instead, line = false }: HeadStillProps) {
  const { stillOf } = useApp();
  const settled = useAppState(committedDesign);
  const subject = useSubject((all) => all);
  const canvas = useRef<HTMLCanvasElement>(null);
  /** A still of another head is never seen beside this one, not even until its own is made. */
  const [photoShown, setPhotoShown] = useState<Photo | null>(null);
  const shown = photoShown === subject.photo;

  const varied = vary(settled);
  const [wanted, setWanted] = useState(varied);
  if (wanted !== varied && !sameDesign(wanted, varied)) setWanted(varied);

  useEffect(() => {
    const leave = new AbortController();
    const size = { widthPx: PX_PER_CSS_PX * widthPx, heightPx: PX_PER_CSS_PX * heightPx };
    void stillOf(wanted, frame, size, leave.signal, urgent).then((still) => {
      const element = canvas.current;
      const pen = element?.getContext('2d') ?? null;
      if (leave.signal.aborted || still === null || element === null || pen === null) return;
      element.width = still.pixels.width;
      element.height = still.pixels.height;
      pen.putImageData(still.pixels, 0, 0);
      if (line) drawLine(pen, still.line);
      setPhotoShown(subject.photo);
    });
    return () => leave.abort();
  }, [wanted, subject, frame, widthPx, heightPx, urgent, line, stillOf]);

  return (
    <span className="head-still" aria-hidden="true" style={{ aspectRatio: `${widthPx} / ${heightPx}` }}>
      {!shown && instead}
      <canvas ref={canvas} hidden={!shown} />
    </span>
  );
}
