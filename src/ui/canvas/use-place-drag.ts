import type { PointerEvent as ReactPointerEvent } from 'react';
import { useEffect, useRef, useState } from 'react';
import type { PointPx } from '~/model/units';
import type { Camera } from '~/render/scene';
import { toPhoto } from './zoom';

interface PlaceDrag {
  /** Where the thing is seen now, CSS px of the view. */
  readonly at: PointPx;
  readonly camera: Camera;
  /** To a place of the working photo. */
  readonly onMove: (to: PointPx) => void;
  /** Both are only told of a drag that moved something. */
  readonly onEnd: () => void;
  readonly onTakeBack: () => void;
}

/** A drag of something that lies on the picture, kept at its distance from the pointer; Escape or a second finger takes it back. */
export function usePlaceDrag({ at, camera, onMove, onEnd, onTakeBack }: PlaceDrag) {
  const [dragging, setDragging] = useState(false);
  const grip = useRef<{ readonly pointer: number; readonly dx: number; readonly dy: number; moved: boolean } | null>(
    null,
  );
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
      const held = grip.current;
      if (held === null || event.pointerId !== held.pointer) return;
      held.moved = true;
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
    grip.current = { pointer: event.pointerId, dx: event.clientX - at.xPx, dy: event.clientY - at.yPx, moved: false };
    setDragging(true);
  };
  return { dragging, start };
}
