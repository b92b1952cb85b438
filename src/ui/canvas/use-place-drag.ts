import type { PointerEvent as ReactPointerEvent } from 'react';
import { useEffect, useRef, useState } from 'react';
import type { PointPx } from '~/model/base/units';
import type { ViewTransform } from '~/render/scene';
import { toPhoto } from './zoom';

interface PlaceDrag {
  /** Where the thing is seen now, CSS px of the view. */
  readonly at: PointPx;
  readonly camera: ViewTransform;
  /** To a place of the working photo. */
  readonly onMove: (to: PointPx) => void;
  /** Both are only told of a drag that moved something. */
  readonly onEnd: () => void;
  readonly onTakeBack: () => void;
}

/** A finger trembles by so much without meaning a drag; a mouse does not, CSS px. */
const SLOP_PX: Readonly<Partial<Record<string, number>>> = { touch: 6, pen: 3 };

interface Grip {
  readonly pointer: number;
  readonly slopPx: number;
  readonly startX: number;
  readonly startY: number;
  /** From the thing to the pointer. */
  readonly dx: number;
  readonly dy: number;
  readonly moved: boolean;
}

/** A drag of something that lies on the picture, kept at its distance from the pointer; Escape or a second finger takes it back. */
export function usePlaceDrag({ at, camera, onMove, onEnd, onTakeBack }: PlaceDrag) {
  const [dragging, setDragging] = useState(false);
  const grip = useRef<Grip | null>(null);
  const latest = useRef({ camera, onMove, onEnd, onTakeBack });
  useEffect(() => {
    latest.current = { camera, onMove, onEnd, onTakeBack };
  });

  useEffect(() => {
    if (!dragging) return;
    const end = (): void => {
      grip.current = null;
      setDragging(false);
    };
    const move = (event: PointerEvent): void => {
      let held = grip.current;
      if (held === null || event.pointerId !== held.pointer) return;
      if (!held.moved) {
        const [wayX, wayY] = [event.clientX - held.startX, event.clientY - held.startY];
        if (Math.hypot(wayX, wayY) < held.slopPx) return;
        // From here on, so that nothing jumps by the slop.
        const [slipX, slipY] = held.slopPx === 0 ? [0, 0] : [wayX, wayY];
        held = { ...held, moved: true, dx: held.dx + slipX, dy: held.dy + slipY };
        grip.current = held;
      }
      const to = { xPx: event.clientX - held.dx, yPx: event.clientY - held.dy };
      latest.current.onMove(toPhoto(latest.current.camera, to));
    };
    const release = (event: PointerEvent): void => {
      if (event.pointerId !== grip.current?.pointer) return;
      if (grip.current.moved) latest.current.onEnd();
      end();
    };
    const takeBack = (): void => {
      if (grip.current?.moved === true) latest.current.onTakeBack();
      end();
    };
    const another = (event: PointerEvent): void => {
      if (event.pointerId !== grip.current?.pointer) takeBack();
    };
    const key = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') takeBack();
    };
    window.addEventListener('pointermove', move);
    window.addEventListener('pointerup', release);
    window.addEventListener('pointercancel', takeBack);
    window.addEventListener('pointerdown', another);
    window.addEventListener('keydown', key);
    return () => {
      window.removeEventListener('pointermove', move);
      window.removeEventListener('pointerup', release);
      window.removeEventListener('pointercancel', takeBack);
      window.removeEventListener('pointerdown', another);
      window.removeEventListener('keydown', key);
    };
  }, [dragging]);

  const start = (event: ReactPointerEvent<HTMLElement>): void => {
    if (event.button !== 0 || grip.current !== null) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    grip.current = {
      pointer: event.pointerId,
      slopPx: SLOP_PX[event.pointerType] ?? 0,
      startX: event.clientX,
      startY: event.clientY,
      dx: event.clientX - at.xPx,
      dy: event.clientY - at.yPx,
      moved: false,
    };
    setDragging(true);
  };
  return { dragging, start };
}
