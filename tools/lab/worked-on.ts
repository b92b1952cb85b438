import type { Direction } from '~/model/base/units';
import type { Design } from '~/model/design/design';
import { PLAIN_BRUSH } from '~/model/design/drawing';
import type { Stroke, StrokeKind } from '~/model/design/drawing';
import { pointPlaces } from '~/model/hairline/point-moves';
import type { HeadInView } from '~/model/view/view';

/** Places of a stroke along its way: about as many as a hand leaves. */
const STROKE_SHARES = Array.from({ length: 24 }, (_, i) => i / 23);
const UPWARDS: Direction = { x: 0, y: 1, z: 0 };

function between(from: Direction, to: Direction, share: number): Direction {
  const [x, y, z] = (['x', 'y', 'z'] as const).map((axis) => from[axis] + share * (to[axis] - from[axis]));
  const length = Math.hypot(x, y, z);
  return { x: x / length, y: y / length, z: z / length };
}

/** Brushed and zoned as a consultation leaves it: strokes of every kind over the front, and no two zones alike. */
export function workedOn(design: Design, head: HeadInView): Design {
  const { middle, leftCorner, rightCorner } = pointPlaces(design, head);
  const stroke = (kind: StrokeKind, from: Direction, to: Direction): Stroke => ({
    ...PLAIN_BRUSH,
    kind,
    widthMm: 15,
    path: STROKE_SHARES.map((share) => between(from, to, share)),
  });
  return {
    ...design,
    strokes: [
      stroke('add', middle.direction, leftCorner.direction),
      stroke('less', middle.direction, rightCorner.direction),
      stroke('none', leftCorner.direction, UPWARDS),
      stroke('scar', rightCorner.direction, UPWARDS),
      stroke('add', middle.direction, UPWARDS),
    ],
    zones: {
      ...design.zones,
      hairline: { densityPercent: 110, strengthPercent: 90 },
      crown: { densityPercent: 80, strengthPercent: 100 },
      sides: { densityPercent: 70, strengthPercent: 110 },
    },
  };
}

/** The brush goes on: the last stroke is so many places long. */
export const strokeAfter = (design: Design, places: number): Design => ({
  ...design,
  strokes: design.strokes.map((stroke, i) =>
    i === design.strokes.length - 1 ? { ...stroke, path: stroke.path.slice(0, places) } : stroke,
  ),
});
