import { useLayoutEffect, useRef } from 'react';
import type { PointPx } from '~/model/base/units';
import { clamp } from '~/model/maths/numbers';
import type { Overlay } from '~/preview/overlay';
import { linePath } from './line-path';
import { toView } from './zoom';

/** How wide the loupe is, and how much nearer it shows the picture, CSS px and times. */
const LOUPE_PX = 96;
const TIMES = 2;
/** From the middle of the finger to that of the loupe; at least, where the picture ends above. */
const ABOVE_PX = 104;
const LEAST_ABOVE_PX = 64;
const EDGE_PX = 6;
/** Sharp on any screen of a phone. */
const DOTS_PER_PX = 2;

/** Above the finger; where there is no room for it, beside. */
function placeOf(at: PointPx<'view'>, { size }: Overlay): PointPx<'view'> {
  const half = LOUPE_PX / 2 + EDGE_PX;
  const fits = at.yPx - LEAST_ABOVE_PX >= half;
  const aside = at.xPx > size.widthPx / 2 ? -ABOVE_PX : ABOVE_PX;
  return {
    xPx: clamp(fits ? at.xPx : at.xPx + aside, half, Math.max(half, size.widthPx - half)),
    yPx: clamp(fits ? at.yPx - ABOVE_PX : at.yPx, half, Math.max(half, size.heightPx - half)),
  };
}

interface LoupeProps {
  /** Where the thing in hand lies, working px. */
  readonly place: PointPx;
  /** What it is, or where, in a few words. */
  readonly says: string;
  readonly overlay: Overlay;
  /** With the line as it lies there. */
  readonly line?: boolean;
}

/** What the finger hides: the thing in hand and what lies about it, larger, with what there is to say of it. */
export function Loupe({ place, says, overlay, line: withLine = true }: LoupeProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const at = toView(overlay.camera, place);

  // In the frame that the picture is drawn in, after it.
  useLayoutEffect(() => {
    const pen = canvas.current?.getContext('2d');
    const picture = canvas.current?.closest('.picture')?.querySelector<HTMLCanvasElement>('.picture-canvas canvas');
    if (pen == null || picture == null || picture.clientWidth === 0) return;
    const dots = picture.width / picture.clientWidth;
    const wide = LOUPE_PX / TIMES;
    const drawn = LOUPE_PX * DOTS_PER_PX;
    pen.setTransform(1, 0, 0, 1, 0, 0);
    pen.clearRect(0, 0, drawn, drawn);
    const [left, top] = [at.xPx - wide / 2, at.yPx - wide / 2];
    pen.drawImage(picture, left * dots, top * dots, wide * dots, wide * dots, 0, 0, drawn, drawn);
    pen.setTransform(drawn / wide, 0, 0, drawn / wide, -left * (drawn / wide), -top * (drawn / wide));
    pen.strokeStyle = '#fff';
    pen.lineWidth = 0.8;
    for (const line of withLine ? overlay.hairline : []) {
      const path = new Path2D(linePath(overlay.camera, line));
      pen.strokeStyle = 'rgb(20 16 12 / 55%)';
      pen.lineWidth = 1.6;
      pen.stroke(path);
      pen.strokeStyle = '#fff';
      pen.lineWidth = 0.8;
      pen.stroke(path);
    }
    pen.beginPath();
    pen.arc(at.xPx, at.yPx, 3, 0, 2 * Math.PI);
    pen.stroke();
  });

  const { xPx, yPx } = placeOf(at, overlay);
  return (
    <div className="loupe" aria-hidden="true" style={{ transform: `translate(${xPx}px, ${yPx}px)` }}>
      <canvas ref={canvas} width={LOUPE_PX * DOTS_PER_PX} height={LOUPE_PX * DOTS_PER_PX} />
      <span>{says}</span>
    </div>
  );
}
