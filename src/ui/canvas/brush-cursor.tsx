import { useEffect, useMemo, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import type { PointPx } from '~/model/base/units';
import { clamp } from '~/model/maths/numbers';
import { pxPerMmAtMiddle } from '~/model/view/camera';
import type { Overlay } from '~/preview/overlay';
import type { Tool } from '~/store/app-state';
import { useApp, useAppState, useOverlay } from '~/ui/base/app-context';
import { BRUSH_HINTS } from '~/ui/words/density-words';
import { PICTURE } from '~/ui/words/picture-words';
import { arrowStep } from '~/ui/gestures/arrow-step';
import { paintTool } from '~/ui/gestures/paint-tool';
import { useSeen } from './grips';
import { toView } from './zoom';

/** CSS px per mm where the head is. */
const pxPerMm = ({ fit, camera }: Overlay): number | null =>
  fit === null ? null : pxPerMmAtMiddle(fit) * camera.scale;

/** Where the brush waits before anybody pointed: on the middle of the line, or of the picture. */
function restingPlace({ handles, camera, size }: Overlay): PointPx<'view'> {
  const middle = handles.find(({ id, inSight }) => id === 'middle' && inSight);
  return middle === undefined ? { xPx: size.widthPx / 2, yPx: size.heightPx / 2 } : toView(camera, middle.at);
}

/** Tools that take something away have a broken ring; those that are put down at a point a small one. */
const RING: Readonly<Partial<Record<Tool, string>>> = {
  thinOut: 'erasing',
  erase: 'erasing',
  markBare: 'erasing',
  pencil: 'point',
  note: 'point',
  mark: 'point',
};

/** Pencil and note are put down at a point: the ring only says where. */
const POINT_PX = 14;

/** The brush moved by keys, as a pointer of its own. */
const BY_KEYS = { id: -1, kind: 'mouse', atMs: 0, pressure: null } as const;

const isPress = (key: string): boolean => key === ' ' || key === 'Enter';

/**
 * A ring of the brush's size under the pointer. It is also the brush for those without a pointer: focused, arrow keys
 * move it in mm, and it brushes while Space or Enter is down.
 */
export function BrushCursor() {
  const { overlay, commands } = useApp();
  const brushMm = useAppState((state) => state.brushMm);
  const inHand = useAppState((state) => state.tool);
  const seen = useSeen();
  const scale = useOverlay((now) => (now === null ? null : pxPerMm(now)));
  const [at, setAt] = useState<PointPx<'view'> | null>(null);
  const [focused, setFocused] = useState(false);
  const brushing = useRef(false);
  const ring = useRef<HTMLButtonElement>(null);
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

  const tool = useMemo(() => paintTool(commands, seen.toPhoto), [commands, seen]);
  /** With keys the brush is put down, moved on and lifted as by a pointer. */
  const brush = (place: PointPx<'view'>): void => {
    if (brushing.current) tool.move({ ...place, ...BY_KEYS });
    else tool.down({ ...place, ...BY_KEYS });
    brushing.current = true;
  };
  const press = (event: KeyboardEvent): void => {
    const now = overlay.getState();
    if (now === null || scale === null) return;
    const from = at ?? restingPlace(now);
    const step = arrowStep(event);
    if (isPress(event.key)) brush(from);
    else if (step !== null) {
      const to = {
        xPx: clamp(from.xPx + step.rightMm * scale, 0, now.size.widthPx),
        yPx: clamp(from.yPx - step.upMm * scale, 0, now.size.heightPx),
      };
      setAt(to);
      if (brushing.current) brush(to);
    } else if (event.key === 'Escape' && brushing.current) {
      brushing.current = false;
      tool.cancel(true);
    } else return;
    event.preventDefault();
  };
  const settle = (): void => {
    if (brushing.current) tool.up({ xPx: 0, yPx: 0, ...BY_KEYS }, true);
    brushing.current = false;
  };

  return (
    <button
      ref={ring}
      type="button"
      className={`brush-cursor ${RING[inHand] ?? ''}`}
      data-own-gesture=""
      aria-label={PICTURE.brush}
      aria-description={BRUSH_HINTS.keys}
      data-away={(at === null && !focused) || scale === null ? '' : undefined}
      style={{
        '--size': `${RING[inHand] === 'point' ? POINT_PX : brushMm * (scale ?? 0)}px`,
        transform: `translate(${at?.xPx ?? 0}px, ${at?.yPx ?? 0}px)`,
      }}
      onKeyDown={press}
      onKeyUp={(event) => {
        if (isPress(event.key)) settle();
      }}
      onFocus={() => {
        setFocused(true);
        const now = overlay.getState();
        setAt((before) => before ?? (now === null ? null : restingPlace(now)));
      }}
      onBlur={() => {
        settle();
        setFocused(false);
      }}
    />
  );
}
