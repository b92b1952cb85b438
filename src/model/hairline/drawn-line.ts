import { memoLast } from '~/model/base/memo';
import type { Design } from '~/model/design/design';
import type { AddedPoint, Side } from '~/model/design/line-points';
import type { Head } from '~/model/head/head';
import { hairlinePoints, hairlineTemplate } from './hairline-points';
import type { HairlinePoints } from './hairline-points';
import { drawSide, sidePlane } from './side-drawing';
import type { SideDrawing, SidePlane } from './side-drawing';

/** One side of the line in its plane: through the points that are always there, before it is led through added ones. */
export interface DrawnSide {
  readonly plane: SidePlane;
  readonly drawing: SideDrawing;
  readonly added: readonly AddedPoint[];
}

/** The points and sides of one design's line on one head. */
export interface DrawnLine {
  /** Where shape, face and balance put the points, before any was moved. */
  readonly template: HairlinePoints;
  /** The points in force. */
  readonly points: HairlinePoints;
  /** Drawn when first asked for: moving a point needs the points alone. */
  readonly side: (name: Side) => DrawnSide;
}

/** Worked out once for the last design and head: moving a point, drawing the line and listing its points all ask for it. */
export const drawnLine = memoLast((design: Design, head: Head): DrawnLine => {
  const template = hairlineTemplate(design, head);
  const points = hairlinePoints(design, head, template);
  const sides = new Map<Side, DrawnSide>();
  const draw = (name: Side): DrawnSide => {
    const plane = sidePlane(head, points, name);
    const drawing = drawSide(design, points, plane, name);
    return { plane, drawing, added: design.points.filter(({ side }) => side === name) };
  };
  return {
    template,
    points,
    side: (name) => {
      const side = sides.get(name) ?? draw(name);
      sides.set(name, side);
      return side;
    },
  };
});
