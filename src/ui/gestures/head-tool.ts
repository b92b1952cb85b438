import type { PointPx } from '~/model/base/units';
import type { HeadCorrection } from '~/model/design/head-correction';
import { clamp } from '~/model/maths/numbers';
import { arrowDirection } from './arrow-step';
import type { Tool } from './tool';

export type HeadHandleKind = 'move' | 'size' | 'turn' | 'roll';

/** How the head is seen when it is taken hold of, CSS px of the room. */
export interface SeenHead {
  readonly head: HeadCorrection;
  readonly centre: PointPx<'view'>;
  readonly pxPerMm: number;
}

interface HeadParts {
  readonly kind: HeadHandleKind;
  readonly seen: () => SeenHead | null;
  /** Where the handle itself is seen. */
  readonly seenAt: () => PointPx<'view'> | null;
  readonly show: (head: HeadCorrection) => void;
  readonly commit: () => void;
  readonly cancelGesture: () => void;
}

/** Half a turn for a drag over the breadth of the head. */
const DEGREES_PER_MM = 0.9;
/** A step of an arrow key, as a drag of so many CSS px; five times as many with Shift. */
const KEY_PX = 4;
/** The head's middle stays in reach, mm. */
const FARTHEST_MM = 250;

const wrap = (degrees: number): number => ((((degrees + 180) % 360) + 360) % 360) - 180;

/** What a drag of a handle makes of the head. */
function dragged(
  kind: HeadHandleKind,
  { head, centre, pxPerMm }: SeenHead,
  from: PointPx<'view'>,
  to: PointPx<'view'>,
): HeadCorrection {
  const [dx, dy] = [to.xPx - from.xPx, to.yPx - from.yPx];
  switch (kind) {
    case 'move':
      return {
        ...head,
        rightMm: clamp(head.rightMm + dx / pxPerMm, -FARTHEST_MM, FARTHEST_MM),
        upMm: clamp(head.upMm - dy / pxPerMm, -FARTHEST_MM, FARTHEST_MM),
      };
    case 'size': {
      const before = Math.hypot(from.xPx - centre.xPx, from.yPx - centre.yPx);
      const after = Math.hypot(to.xPx - centre.xPx, to.yPx - centre.yPx);
      return { ...head, scale: clamp((head.scale * after) / Math.max(1, before), 0.5, 2) };
    }
    case 'turn':
      return {
        ...head,
        turnDegrees: wrap(head.turnDegrees + (dx / pxPerMm) * DEGREES_PER_MM),
        tiltDegrees: clamp(head.tiltDegrees + (dy / pxPerMm) * DEGREES_PER_MM, -90, 90),
      };
    case 'roll': {
      const before = Math.atan2(from.yPx - centre.yPx, from.xPx - centre.xPx);
      const after = Math.atan2(to.yPx - centre.yPx, to.xPx - centre.xPx);
      return { ...head, rollDegrees: wrap(head.rollDegrees + ((after - before) * 180) / Math.PI) };
    }
  }
}

/** A handle that lays the skull over the head. */
export function headTool({ kind, seen, seenAt, show, commit, cancelGesture }: HeadParts): Tool {
  let grip: { readonly seen: SeenHead; readonly from: PointPx<'view'> } | null = null;
  let pressed = false;
  return {
    down(at) {
      const now = seen();
      grip = now === null ? null : { seen: now, from: at };
    },
    move(at) {
      if (grip !== null) show(dragged(kind, grip.seen, grip.from, at));
    },
    up(_at, moved) {
      if (moved) commit();
    },
    cancel(moved) {
      if (moved) cancelGesture();
    },
    key(press) {
      if (press.up) {
        if (pressed) commit();
        pressed = false;
        return false;
      }
      const arrow = arrowDirection(press.key);
      const [now, from] = [seen(), seenAt()];
      if (arrow === null || now === null || from === null) return false;
      const farPx = press.shiftKey ? 5 * KEY_PX : KEY_PX;
      pressed = true;
      show(dragged(kind, now, from, { xPx: from.xPx + arrow.right * farPx, yPx: from.yPx - arrow.up * farPx }));
      return true;
    },
  };
}
