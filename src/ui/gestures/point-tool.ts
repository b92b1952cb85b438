import type { PointPx } from '~/model/base/units';
import { isAdded } from '~/model/design/line-points';
import type { AddedId, PointId } from '~/model/design/line-points';
import { arrowStep } from './arrow-step';
import { placeTool } from './place-tool';
import type { ToPhoto } from './place-tool';
import type { PointerKind } from './pointers';
import type { Tool } from './tool';

/** What is done with points of the hairline; `commit` ends a drag or an arrow key held down. */
export interface PointVerbs {
  dragHandle(id: PointId, to: PointPx): void;
  nudgeHandle(id: PointId, sideMm: number, upMm: number): void;
  deletePoint(id: AddedId): void;
  commit(): void;
  cancelGesture(): void;
}

interface PointParts {
  readonly id: PointId;
  readonly verbs: PointVerbs;
  readonly seenAt: () => PointPx<'view'> | null;
  readonly toPhoto: ToPhoto;
  readonly held: (by: PointerKind | null) => void;
  /** Seen from behind, the subject's left is on the left. */
  readonly leftIsRight: () => boolean;
}

/** A point of the hairline, one that is always there or an added one. */
export function pointTool({ id, verbs, seenAt, toPhoto, held, leftIsRight }: PointParts): Tool {
  let nudged = false;
  const settle = (): void => {
    if (nudged) verbs.commit();
    nudged = false;
  };
  const drag = placeTool({
    seenAt,
    toPhoto,
    held,
    moveTo: (place) => verbs.dragHandle(id, place),
    keep: () => verbs.commit(),
    takeBack: () => verbs.cancelGesture(),
  });
  return {
    ...drag,
    down(at) {
      settle();
      drag.down(at);
    },
    key(press) {
      if (press.up) {
        settle();
        return false;
      }
      if (isAdded(id) && (press.key === 'Delete' || press.key === 'Backspace')) {
        verbs.deletePoint(id);
        return true;
      }
      const step = arrowStep(press);
      if (step === null) return false;
      // A key held down is one gesture.
      nudged = true;
      verbs.nudgeHandle(id, (leftIsRight() ? 1 : -1) * step.rightMm, step.upMm);
      return true;
    },
  };
}
