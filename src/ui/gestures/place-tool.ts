import type { PointPx } from '~/model/base/units';
import type { PointerKind } from './pointers';
import type { Tool } from './tool';

/** A place of the room, CSS px, as one of the working photo; null while nothing is shown. */
export type ToPhoto = (inRoom: PointPx<'view'>) => PointPx | null;

interface PlaceParts {
  /** Where the thing is seen now, CSS px of the room; null: nowhere. */
  readonly seenAt: () => PointPx<'view'> | null;
  readonly toPhoto: ToPhoto;
  readonly moveTo: (place: PointPx) => void;
  /** The end of a drag that moved something. */
  readonly keep: () => void;
  readonly takeBack: () => void;
  /** Which kind of pointer has it in hand; null: none any more. */
  readonly held: (by: PointerKind | null) => void;
}

/** A thing on the picture that is dragged to a place of the photo; it keeps its distance from the pointer. */
export function placeTool(parts: PlaceParts): Omit<Tool, 'key'> {
  const { seenAt, toPhoto, moveTo, keep, takeBack, held } = parts;
  let grip = { xPx: 0, yPx: 0 };
  return {
    down(at) {
      const seen = seenAt() ?? at;
      grip = { xPx: at.xPx - seen.xPx, yPx: at.yPx - seen.yPx };
      held(at.kind);
    },
    move(at) {
      const place = toPhoto({ xPx: at.xPx - grip.xPx, yPx: at.yPx - grip.yPx });
      if (place !== null) moveTo(place);
    },
    up(_at, moved) {
      held(null);
      if (moved) keep();
    },
    cancel(moved) {
      held(null);
      if (moved) takeBack();
    },
  };
}
