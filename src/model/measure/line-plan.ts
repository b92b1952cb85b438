import type { PointMm } from '~/model/base/units';
import type { Hairline } from '~/model/hairline/hairline';
import { pointPlaceOf } from '~/model/hairline/point-moves';
import type { pointPlaces, PointPlace } from '~/model/hairline/point-moves';
import type { Head } from '~/model/head/head';
import { landmarkErrorMm } from './face-measures';
import type { EndError } from './face-measures';
import { measurementErrorMm } from './measurement-error';

/** Steps of the table by which a line is drawn again with a tape, mm to the side along the skin. */
const OFFSET_STEP_MM = 10;

/** How high the line stands so far to each side of the midline, mm along the skin; null: it does not reach so far. */
export interface LineOffset {
  readonly sideMm: number;
  readonly leftMm: number | null;
  readonly rightMm: number | null;
}

/** A point of the line as a tape and as calipers tell it, mm. */
export interface PlannedPoint extends Pick<PointPlace, 'heightMm' | 'sideMm'> {
  /** From the glabella, through the air. */
  readonly straightMm: number;
  /** What height, way to the side and straight way may be wrong by. */
  readonly heightErrorMm: number;
  readonly sideErrorMm: number;
  readonly straightErrorMm: number;
}

/** What somebody needs to draw the line again. */
export interface LinePlan {
  readonly points: Readonly<
    Record<'middle' | 'leftCorner' | 'rightCorner' | 'leftTemple' | 'rightTemple', PlannedPoint>
  >;
  readonly offsets: readonly LineOffset[];
  /** What any height among the offsets may be wrong by, mm. */
  readonly offsetErrorMm: number;
}

const between = (a: PointMm, b: PointMm): number => Math.hypot(a.xMm - b.xMm, a.yMm - b.yMm, a.zMm - b.zMm);

/** Where one half of the line is first so far out, mm; from the middle outwards, as far as it goes out. */
function heightsOf(half: readonly PointPlace[], sides: readonly number[]): readonly (number | null)[] {
  return sides.map((side) => {
    const after = half.findIndex(({ sideMm }, i) => i > 0 && Math.abs(sideMm) >= side);
    if (after < 0) return null;
    const [a, b] = [half[after - 1], half[after]];
    const [from, to] = [Math.abs(a.sideMm), Math.abs(b.sideMm)];
    const share = to === from ? 0 : (side - from) / (to - from);
    return a.heightMm + Math.min(1, Math.max(0, share)) * (b.heightMm - a.heightMm);
  });
}

/** The line over the forehead in numbers: its points, and its height every 10 mm to each side. `scale`: relative error of lengths. */
export function linePlan(
  line: Hairline,
  places: ReturnType<typeof pointPlaces>,
  head: Head,
  scale: number,
  endMm: EndError = () => landmarkErrorMm(head),
): LinePlan {
  const { leftTemple, rightTemple } = line.pointArcLengthMm;
  const along: (PointPlace & { readonly atMm: number })[] = [];
  for (let i = 0; i < line.count; i++) {
    const atMm = line.arcLengthMm[i];
    if (atMm < rightTemple || atMm > leftTemple) continue;
    const [x, y, z] = line.directions.subarray(3 * i, 3 * i + 3);
    along.push({ ...pointPlaceOf({ x, y, z }, head), atMm });
  }
  const left = along.filter(({ atMm }) => atMm >= 0);
  const right = along.filter(({ atMm }) => atMm <= 0).toReversed();
  const farthest = Math.max(...along.map(({ sideMm }) => Math.abs(sideMm)));
  const sides = Array.from({ length: Math.floor(farthest / OFFSET_STEP_MM) + 1 }, (_, i) => i * OFFSET_STEP_MM);
  const [onLeft, onRight] = [heightsOf(left, sides), heightsOf(right, sides)];
  const errorAt = (pointMm: PointMm, mm: number): number => measurementErrorMm(mm, scale, [endMm(pointMm)]);
  const planned = ({ heightMm, sideMm, pointMm }: PointPlace): PlannedPoint => {
    const straightMm = between(pointMm, head.face.glabella);
    return {
      heightMm,
      sideMm,
      straightMm,
      heightErrorMm: errorAt(pointMm, heightMm),
      sideErrorMm: errorAt(pointMm, sideMm),
      straightErrorMm: errorAt(pointMm, straightMm),
    };
  };
  return {
    points: {
      middle: planned(places.middle),
      leftCorner: planned(places.leftCorner),
      rightCorner: planned(places.rightCorner),
      leftTemple: planned(places.leftTemple),
      rightTemple: planned(places.rightTemple),
    },
    offsets: sides.map((sideMm, i) => ({ sideMm, leftMm: onLeft[i], rightMm: onRight[i] })),
    offsetErrorMm: Math.max(...along.map(({ pointMm, heightMm }) => errorAt(pointMm, heightMm))),
  };
}
