import { Move, MoveDiagonal, Rotate3d, RotateCw } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import { useRef } from 'react';
import type { KeyboardEvent, PointerEvent } from 'react';
import type { HeadCorrection } from '~/model/design/head-correction';
import { clamp } from '~/model/maths/numbers';
import { projectPoint } from '~/model/view/camera';
import { shownDesign } from '~/store/shown-design';
import { useApp, useOverlay } from '~/ui/base/app-context';
import { HEAD_HANDLES, headHandleName } from '~/ui/words/picture-words';
import { arrowDirection } from '~/ui/gestures/arrow-step';
import { toView } from './zoom';

type HandleKind = 'move' | 'size' | 'turn' | 'roll';

interface Grip {
  readonly x: number;
  readonly y: number;
  readonly head: HeadCorrection;
  readonly centre: { readonly xPx: number; readonly yPx: number };
  readonly pxPerMm: number;
}

/** However small the head is in the picture, handles do not lie on each other. */
const LEAST_APART_PX = 50;

/** Half a turn for a drag over the breadth of the head. */
const DEGREES_PER_MM = 0.9;

const wrap = (degrees: number): number => ((((degrees + 180) % 360) + 360) % 360) - 180;

/** What a drag of a handle by (dx, dy) CSS px makes of the head. */
function dragged(kind: HandleKind, { head, x, y, centre, pxPerMm }: Grip, toX: number, toY: number): HeadCorrection {
  const dx = toX - x;
  const dy = toY - y;
  switch (kind) {
    case 'move':
      return {
        ...head,
        rightMm: clamp(head.rightMm + dx / pxPerMm, -250, 250),
        upMm: clamp(head.upMm - dy / pxPerMm, -250, 250),
      };
    case 'size': {
      const before = Math.hypot(x - centre.xPx, y - centre.yPx);
      const after = Math.hypot(toX - centre.xPx, toY - centre.yPx);
      return { ...head, scale: clamp((head.scale * after) / Math.max(1, before), 0.5, 2) };
    }
    case 'turn':
      return {
        ...head,
        turnDegrees: wrap(head.turnDegrees + (dx / pxPerMm) * DEGREES_PER_MM),
        tiltDegrees: clamp(head.tiltDegrees + (dy / pxPerMm) * DEGREES_PER_MM, -90, 90),
      };
    case 'roll': {
      const before = Math.atan2(y - centre.yPx, x - centre.xPx);
      const after = Math.atan2(toY - centre.yPx, toX - centre.xPx);
      return { ...head, rollDegrees: wrap(head.rollDegrees + ((after - before) * 180) / Math.PI) };
    }
  }
}

const HANDLES: readonly { readonly kind: HandleKind; readonly Icon: LucideIcon }[] = [
  { kind: 'move', Icon: Move },
  { kind: 'turn', Icon: Rotate3d },
  { kind: 'size', Icon: MoveDiagonal },
  { kind: 'roll', Icon: RotateCw },
];

/** A step of an arrow key, as a drag of so many CSS px. */
const KEY_PX = 4;

/** Handles on the skull: in its middle to move and to turn it, on its edge to size and to roll it. */
export function HeadHandles() {
  const { commands, store, overlay } = useApp();
  const now = useOverlay((frame) => frame);
  const grip = useRef<Grip | null>(null);
  if (now?.fit == null) return null;
  const { fit, camera } = now;
  const middle = projectPoint(fit, fit.cranium.centre);
  const centre = toView(camera, middle);
  const pxPerMm = (fit.pose.focalPx / middle.depthMm) * camera.scale;
  const reach = (fit.cranium.halfBreadthMm + 6) * pxPerMm;
  const corner = Math.max(0.85 * reach, LEAST_APART_PX);
  const places: Readonly<Record<HandleKind, readonly [number, number]>> = {
    move: [centre.xPx, centre.yPx],
    turn: [centre.xPx, centre.yPx - Math.max(0.6 * reach, LEAST_APART_PX)],
    size: [centre.xPx + corner, centre.yPx - corner],
    roll: [centre.xPx - corner, centre.yPx - corner],
  };

  const gripAt = (x: number, y: number): Grip => ({
    x,
    y,
    head: shownDesign(store.getState()).head,
    centre,
    pxPerMm,
  });
  const box = (event: PointerEvent<HTMLElement>) => event.currentTarget.parentElement?.getBoundingClientRect();
  const show = (kind: HandleKind, held: Grip, x: number, y: number): void => {
    const head = dragged(kind, held, x, y);
    commands.preview((design) => ({ ...design, head }));
  };
  const press = (kind: HandleKind, event: KeyboardEvent): void => {
    if (event.key === 'Escape' && grip.current !== null) {
      grip.current = null;
      commands.cancelGesture();
    }
    const arrow = arrowDirection(event.key);
    if (arrow === null) return;
    event.preventDefault();
    const [x, y] = places[kind];
    const farPx = event.shiftKey ? 5 * KEY_PX : KEY_PX;
    show(kind, gripAt(x, y), x + arrow.right * farPx, y - arrow.up * farPx);
  };

  return HANDLES.map(({ kind, Icon }) => (
    <button
      key={kind}
      type="button"
      className="head-handle"
      data-own-gesture=""
      aria-label={headHandleName(HEAD_HANDLES[kind])}
      title={HEAD_HANDLES[kind]}
      style={{ transform: `translate(${places[kind][0]}px, ${places[kind][1]}px)` }}
      onKeyDown={(event) => press(kind, event)}
      onKeyUp={() => commands.commit()}
      onBlur={() => commands.commit()}
      onPointerDown={(event) => {
        const room = box(event);
        if (room === undefined || event.button !== 0 || overlay.getState() === null) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        grip.current = gripAt(event.clientX - room.left, event.clientY - room.top);
      }}
      onPointerMove={(event) => {
        const room = box(event);
        if (grip.current !== null && room !== undefined)
          show(kind, grip.current, event.clientX - room.left, event.clientY - room.top);
      }}
      onPointerUp={() => {
        grip.current = null;
        commands.commit();
      }}
      onPointerCancel={() => {
        grip.current = null;
        commands.cancelGesture();
      }}
    >
      <Icon aria-hidden="true" />
    </button>
  ));
}
