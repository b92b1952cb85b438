import type { PointPx } from '~/model/base/units';
import { arrowStep } from './arrow-step';
import { placeTool } from './place-tool';
import type { ToPhoto } from './place-tool';
import type { PointerKind } from './pointers';
import type { Tool } from './tool';

interface RulerParts {
  readonly seenAt: () => PointPx<'view'> | null;
  readonly toPhoto: ToPhoto;
  /** Where this end lies on the photo, from the store and not from the last frame: keys may come faster than frames. */
  readonly place: () => PointPx | null;
  readonly put: (place: PointPx) => void;
  /** By mm as seen; null where there is no head. */
  readonly moved: (from: PointPx, rightMm: number, upMm: number) => PointPx | null;
  /** Which kind of pointer has it in hand; null: none any more. */
  readonly held: (by: PointerKind | null) => void;
}

/** One end of the ruler. Measuring is looking: nothing to undo. */
export function rulerTool({ seenAt, toPhoto, place, put, moved, held }: RulerParts): Tool {
  let before: PointPx | null = null;
  const drag = placeTool({
    seenAt,
    toPhoto,
    moveTo: put,
    keep: () => undefined,
    takeBack: () => {
      if (before !== null) put(before);
    },
    held,
  });
  return {
    ...drag,
    down(at) {
      before = place();
      drag.down(at);
    },
    key(press) {
      const step = press.up ? null : arrowStep(press);
      const from = place();
      const to = step === null || from === null ? null : moved(from, step.rightMm, step.upMm);
      if (to !== null) put(to);
      return to !== null;
    },
  };
}
