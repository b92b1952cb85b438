import type { PointerEvent } from 'react';
import { useEffect, useRef } from 'react';
import { useApp, useOverlay, useSetView } from '~/ui/base/app-context';
import { linePath } from './line-path';
import { toPhoto } from './zoom';

/** A press this long, without moving farther than this, adds a point. */
const LONG_PRESS_MS = 550;
const STILL_PX = 8;

/** The area along the line where a long press adds a point, as a double tap does (use-picture-gestures.ts). */
export function AddPointArea() {
  const { commands, overlay } = useApp();
  const setView = useSetView();
  const lines = useOverlay((now) => now?.hairline ?? null);
  const camera = useOverlay((now) => now?.camera ?? null);
  const press = useRef<{
    readonly timer: ReturnType<typeof setTimeout>;
    readonly x: number;
    readonly y: number;
  } | null>(null);
  const end = (): void => {
    if (press.current !== null) clearTimeout(press.current.timer);
    press.current = null;
  };
  useEffect(() => end, []);
  if (lines === null || camera === null) return null;

  const start = (event: PointerEvent<SVGElement>): void => {
    const another = press.current !== null;
    end();
    const box = event.currentTarget.closest('.picture')?.getBoundingClientRect();
    if (another || box === undefined || event.pointerType === 'mouse') return;
    const [x, y] = [event.clientX, event.clientY];
    const add = (): void => {
      const now = overlay.getState()?.camera;
      if (now === undefined) return;
      commands.addPoint(toPhoto(now, { xPx: x - box.left, yPx: y - box.top }));
      commands.commit();
    };
    press.current = { timer: setTimeout(add, LONG_PRESS_MS), x, y };
  };
  const move = ({ clientX, clientY }: PointerEvent): void => {
    const held = press.current;
    if (held !== null && Math.hypot(clientX - held.x, clientY - held.y) > STILL_PX) end();
  };
  return (
    <svg className="picture-lines add-point-area" aria-hidden="true">
      <g
        data-hairline=""
        onPointerEnter={() => setView({ lineTouched: true })}
        onPointerDown={start}
        onPointerMove={move}
        onPointerUp={end}
        onPointerCancel={end}
      >
        {lines.map((line, index) => (
          <path key={index} d={linePath(camera, line)} />
        ))}
      </g>
    </svg>
  );
}
