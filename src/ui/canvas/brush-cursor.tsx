import { useEffect, useRef, useState } from 'react';
import { projectPoint } from '~/model/camera';
import type { Overlay } from '~/commands/overlay';
import type { PointPx } from '~/model/units';
import { useApp, useAppState } from '~/ui/app-context';

/** CSS px per mm where the head is: the pinhole's focal length over the distance to the middle of the skull. */
function pxPerMm({ fit, camera }: Overlay): number | null {
  if (fit === null) return null;
  const { depthMm } = projectPoint(fit, fit.cranium.centre);
  return (fit.pose.focalPx / depthMm) * camera.scale;
}

/** A ring of the brush's size under the pointer. */
export function BrushCursor() {
  const { overlay } = useApp();
  const brushMm = useAppState((state) => state.brushMm);
  const erasing = useAppState((state) => state.tool === 'erase');
  const [at, setAt] = useState<PointPx | null>(null);
  const ring = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const room = ring.current?.parentElement;
    if (room == null) return;
    const move = (event: PointerEvent): void => {
      const box = room.getBoundingClientRect();
      setAt({ xPx: event.clientX - box.left, yPx: event.clientY - box.top });
    };
    const leave = (): void => setAt(null);
    room.addEventListener('pointermove', move);
    room.addEventListener('pointerdown', move);
    room.addEventListener('pointerleave', leave);
    return () => {
      room.removeEventListener('pointermove', move);
      room.removeEventListener('pointerdown', move);
      room.removeEventListener('pointerleave', leave);
    };
  }, []);
  const now = overlay.getState();
  const scale = now === null ? null : pxPerMm(now);
  return (
    <div
      ref={ring}
      className={erasing ? 'brush-cursor erasing' : 'brush-cursor'}
      aria-hidden="true"
      hidden={at === null || scale === null}
      style={{
        '--size': `${brushMm * (scale ?? 0)}px`,
        transform: `translate(${at?.xPx ?? 0}px, ${at?.yPx ?? 0}px)`,
      }}
    />
  );
}
