import type { PointPx } from '~/model/base/units';
import type { ToPhoto } from './place-tool';
import type { PointerKind, PointerSpot } from './pointers';
import type { Tool } from './tool';

/** What brush, pencil and note do: all are laid down where the pointer runs. */
export interface PaintVerbs {
  /** A pointer of this kind came down, and what it does is to follow. */
  begin?(by: PointerKind): void;
  paintAt(at: PointPx, pressure?: number): void;
  commit(): void;
  cancelGesture(): void;
}

/** Whatever tool is in hand, at work under a pointer. */
export function paintTool(verbs: PaintVerbs, toPhoto: ToPhoto): Tool {
  const paint = (at: PointerSpot): void => {
    const place = toPhoto(at);
    if (place !== null) verbs.paintAt(place, at.pressure ?? undefined);
  };
  return {
    down: (at) => {
      verbs.begin?.(at.kind);
      paint(at);
    },
    move: paint,
    up: () => verbs.commit(),
    cancel: () => verbs.cancelGesture(),
    key: () => false,
  };
}
