import type { PointPx } from '~/model/base/units';
import { arrowStep } from './arrow-step';
import { placeTool } from './place-tool';
import type { ToPhoto } from './place-tool';
import type { PointerKind } from './pointers';
import type { Tool } from './tool';

export interface MarkParts {
  readonly seenAt: () => PointPx<'view'> | null;
  readonly toPhoto: ToPhoto;
  /** Where the mark is now, working px, from the store and not from the last frame; null: nowhere. */
  readonly place: () => PointPx | null;
  readonly isSet: () => boolean;
  readonly pxPerMm: () => number;
  readonly put: (place: PointPx) => void;
  readonly keep: () => void;
  readonly takeBack: () => void;
  /** Which kind of pointer has it in hand; null: none any more. */
  readonly held: (by: PointerKind | null) => void;
}

/** A mark on the head: dragged, or moved by arrow keys, 1 mm at a time, with Shift 5. */
export function markTool({ seenAt, toPhoto, place, isSet, pxPerMm, put, keep, takeBack, held }: MarkParts): Tool {
  let pressed = false;
  const drag = placeTool({ seenAt, toPhoto, moveTo: put, keep, takeBack, held });
  return {
    ...drag,
    up(at, moved) {
      // A tap on a mark that was only supposed to be there says where it is.
      const tapped = moved || isSet() ? null : toPhoto(at);
      if (tapped !== null) put(tapped);
      drag.up(at, moved || tapped !== null);
    },
    key(press) {
      if (press.up) {
        if (pressed) keep();
        pressed = false;
        return false;
      }
      const step = arrowStep(press);
      const from = place();
      if (step === null || from === null) return false;
      pressed = true;
      const px = pxPerMm();
      put({ xPx: from.xPx + step.rightMm * px, yPx: from.yPx - step.upMm * px });
      return true;
    },
  };
}
