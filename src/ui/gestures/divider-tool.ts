import type { PointPx } from '~/model/base/units';
import { clamp } from '~/model/maths/numbers';
import type { ToPhoto } from './place-tool';
import type { Tool } from './tool';

interface DividerParts {
  readonly toPhoto: ToPhoto;
  /** Where the divider is seen, CSS px of the room. */
  readonly seenAt: () => PointPx<'view'> | null;
  /** How much would show the bare photo if the divider lay at this place of the photo's width, %. */
  readonly percentAt: (xPx: number) => number;
  /** How much shows the bare photo now, %. */
  readonly percent: () => number;
  readonly show: (percent: number) => void;
}

/** Least, so that the divider stays to be taken hold of. */
const LEAST_PERCENT = 1;

/** The line between before and after; it is no part of the design. */
export function dividerTool({ toPhoto, seenAt, percentAt, percent, show }: DividerParts): Tool {
  let before = 0;
  let gripPx = 0;
  return {
    down(at) {
      before = percent();
      gripPx = at.xPx - (seenAt()?.xPx ?? at.xPx);
    },
    move(at) {
      const place = toPhoto({ xPx: at.xPx - gripPx, yPx: at.yPx });
      if (place === null) return;
      const next = clamp(Math.round(percentAt(place.xPx)), LEAST_PERCENT, 100);
      if (next !== percent()) show(next);
    },
    up: () => undefined,
    cancel(moved) {
      if (moved) show(before);
    },
    key: () => false,
  };
}
