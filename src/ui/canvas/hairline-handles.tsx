import type { KeyboardEvent, PointerEvent as ReactPointerEvent } from 'react';
import { useEffect, useRef, useState } from 'react';
import type { HandleSpot } from '~/commands/overlay';
import type { HandleId } from '~/model/design';
import type { Camera } from '~/render/scene';
import { useApp, useOverlay } from '~/ui/app-context';
import { HANDLE_NAMES } from '~/ui/strings';
import { toPhoto, toView } from './zoom';

/** Far beyond any hairline; a slider has to have ends. */
const LOWEST_MM = -150;
const HIGHEST_MM = 200;

/** Arrow keys as steps in the picture: right, up. */
const ARROWS: Readonly<Partial<Record<string, readonly [right: number, up: number]>>> = {
  ArrowRight: [1, 0],
  ArrowLeft: [-1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

/** Where a point is, in words. */
export function placeInWords({ heightMm, sideMm }: Pick<HandleSpot, 'heightMm' | 'sideMm'>): string {
  const height = Math.round(heightMm);
  const side = Math.round(sideMm);
  const up = `${Math.abs(height)} mm ${height < 0 ? 'below' : 'above'} the glabella`;
  if (side === 0) return `${up}, in the middle`;
  return `${up}, ${Math.abs(side)} mm to the ${side > 0 ? 'left' : 'right'} of the middle`;
}

interface HairlineHandlesProps {
  /** Dimmed while another section is being read. */
  readonly resting: boolean;
  readonly onHold: (held: boolean) => void;
}

/** The points of the hairline, to drag or to move with arrow keys. */
export function HairlineHandles({ resting, onHold }: HairlineHandlesProps) {
  const handles = useOverlay((overlay) => overlay?.handles ?? null);
  const camera = useOverlay((overlay) => overlay?.camera ?? null);
  /** Seen from behind, the subject's left is on the left. */
  const leftIsRight = useOverlay((overlay) => (overlay?.fit?.pose.rotation[0] ?? 1) >= 0);
  if (handles === null || camera === null) return null;
  return (
    <div className={resting ? 'handles resting' : 'handles'}>
      {handles.map((spot) => spot.inSight && <Handle key={spot.id} {...{ spot, camera, leftIsRight, onHold }} />)}
    </div>
  );
}

interface HandleProps {
  readonly spot: HandleSpot;
  readonly camera: Camera;
  readonly leftIsRight: boolean;
  readonly onHold: (held: boolean) => void;
}

function Handle({ spot, camera, leftIsRight, onHold }: HandleProps) {
  const { commands } = useApp();
  const [focused, setFocused] = useState(false);
  const nudged = useRef(false);
  const at = toView(camera, spot.at);
  const drag = useHandleDrag(spot.id, at, camera);

  const press = (event: KeyboardEvent): void => {
    const arrow = ARROWS[event.key];
    if (arrow === undefined) return;
    event.preventDefault();
    const mm = event.shiftKey ? 5 : 1;
    nudged.current = true;
    commands.nudgeHandle(spot.id, (leftIsRight ? 1 : -1) * arrow[0] * mm, arrow[1] * mm);
  };
  /** A key held down is one gesture. */
  const settle = (): void => {
    if (nudged.current) commands.commit();
    nudged.current = false;
  };

  return (
    <div
      className="handle"
      data-own-gesture=""
      data-dragging={drag.dragging || undefined}
      role="slider"
      tabIndex={0}
      aria-label={HANDLE_NAMES[spot.id]}
      aria-orientation="vertical"
      aria-valuemin={LOWEST_MM}
      aria-valuemax={HIGHEST_MM}
      aria-valuenow={Math.round(spot.heightMm)}
      aria-valuetext={placeInWords(spot)}
      style={{ transform: `translate(${at.xPx}px, ${at.yPx}px)` }}
      onKeyDown={press}
      onKeyUp={settle}
      onFocus={() => {
        setFocused(true);
        onHold(true);
      }}
      onBlur={() => {
        settle();
        setFocused(false);
        onHold(false);
      }}
      onPointerDown={drag.start}
    >
      {(focused || drag.dragging) && (
        <span className="handle-value" aria-hidden="true">
          {Math.round(spot.heightMm)} mm
        </span>
      )}
    </div>
  );
}

/** Dragging keeps the distance between pointer and point; Escape or a second finger takes the drag back. */
function useHandleDrag(id: HandleId, at: { readonly xPx: number; readonly yPx: number }, camera: Camera) {
  const { commands } = useApp();
  const [dragging, setDragging] = useState(false);
  const grip = useRef<{ readonly pointer: number; readonly dx: number; readonly dy: number; moved: boolean } | null>(
    null,
  );
  const latest = useRef(camera);
  useEffect(() => {
    latest.current = camera;
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
      commands.dragHandle(id, toPhoto(latest.current, to));
    };
    const release = (event: PointerEvent): void => {
      if (event.pointerId !== grip.current?.pointer) return;
      if (grip.current.moved) commands.commit();
      end();
    };
    const takeBack = (): void => {
      if (grip.current?.moved === true) commands.cancelGesture();
      end();
    };
    const another = (event: PointerEvent): void => {
      if (event.pointerId !== grip.current?.pointer) takeBack();
    };
    const key = (event: globalThis.KeyboardEvent): void => {
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
  }, [dragging, commands, id]);

  const start = (event: ReactPointerEvent<HTMLElement>): void => {
    if (event.button !== 0 || grip.current !== null) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    grip.current = { pointer: event.pointerId, dx: event.clientX - at.xPx, dy: event.clientY - at.yPx, moved: false };
    setDragging(true);
  };
  return { dragging, start };
}
