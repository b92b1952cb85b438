import type { Direction } from '~/model/base/units';
import { addedId } from '~/model/design/line-points';
import type { AddedId, Side } from '~/model/design/line-points';
import { directionTo } from '~/model/head/cranium';
import type { Head } from '~/model/head/head';
import { meridiansOf } from '~/model/head/meridians';
import { tapeOf } from '~/model/head/tape';
import type { TapePlace } from '~/model/head/tape';
import { through } from '~/model/maths/plane-curve';
import type { PlanePoint } from '~/model/maths/plane-curve';
import { addedLine } from './added-line';
import type { DrawnSide } from './drawn-line';

/**
 * From the sideburn over the ear and down to the nape: (azimuth, height) in degrees and mm on the mean rendered head,
 * whose tragion lies at TRAGION. Made from `hairline_head_cm` of the rendered heads, with a sideburn.
 */
const TRAGION = { azimuthDegrees: 84.1, heightMm: -39.7 };
const EAR_FRONT: readonly PlanePoint[] = [
  [79.5, -35],
  [81.8, -22],
  [83.5, -9],
  [87.5, -3.5],
];
/** And behind the ear, down to the nape. */
const BEHIND: readonly PlanePoint[] = [
  [92, -5],
  [97, -9],
  [101.5, -15],
  [105.5, -24],
  [110, -36],
  [115, -46],
  [122, -57],
  [130, -69.5],
  [140, -85],
  [149, -98],
  [158, -105.5],
  [169, -110.5],
  [180, -113],
];

/** A point that was added, where it is now, and its index in the line of its side. */
export interface AddedOnSide {
  readonly id: AddedId;
  readonly sharp: boolean;
  readonly place: TapePlace;
  readonly index: number;
}

/** One side of the line, from the middle to the nape, and the indices of its points. */
export interface HairlineSide {
  readonly directions: readonly Direction[];
  readonly corner: number;
  readonly temple: number;
  readonly ear: number;
  readonly added: readonly AddedOnSide[];
}

function overEar(head: Head, side: 1 | -1, ear: Direction): Direction[] {
  const meridians = meridiansOf(head.cranium);
  const { leftTragion, rightTragion } = head.face;
  const tragion = meridians.coordinates(
    directionTo(head.cranium, {
      xMm: (leftTragion.xMm - rightTragion.xMm) / 2 + head.cranium.centre.xMm,
      yMm: (leftTragion.yMm + rightTragion.yMm) / 2,
      zMm: (leftTragion.zMm + rightTragion.zMm) / 2,
    }),
  );
  const tragionDegrees = (tragion.azimuthRadians * 180) / Math.PI;
  const stretch = (180 - tragionDegrees) / (180 - TRAGION.azimuthDegrees);
  const fitted = ([degrees, heightMm]: PlanePoint): PlanePoint => [
    180 - (180 - degrees) * stretch,
    heightMm + tragion.heightMm - TRAGION.heightMm,
  ];
  const sideburn = meridians.coordinates(ear);
  const start: PlanePoint = [(Math.abs(sideburn.azimuthRadians) * 180) / Math.PI, sideburn.heightMm];
  // A sideburn cut short takes the line before the ear along.
  const front = EAR_FRONT.map(fitted).map(([degrees, heightMm], i): PlanePoint => [
    Math.max(degrees, start[0] + 1.5 * (i + 1)),
    i === 0 ? start[1] - 1 : Math.max(heightMm, start[1] + i),
  ]);
  return through([start, ...front, ...BEHIND.map(fitted)], 6)
    .slice(1)
    .map(([degrees, heightMm]) => meridians.directionAt((side * degrees * Math.PI) / 180, heightMm));
}

/** One side of the line through all its points. */
export function hairlineSide(head: Head, { plane, drawing, added: own }: DrawnSide, name: Side): HairlineSide {
  const tape = tapeOf(head.cranium);
  const { spots, corner, temple, added } =
    own.length === 0 ? { ...drawing, added: [] } : addedLine(drawing, plane, head, own);
  const directions = spots.map((spot) => tape.directionAt(plane.place(spot)));
  const last = directions[directions.length - 1];
  return {
    directions: [...directions, ...overEar(head, name === 'left' ? 1 : -1, last)],
    corner,
    temple,
    ear: directions.length - 1,
    added: added.map(({ point, index }) => ({
      id: addedId(point),
      sharp: point.sharp,
      place: plane.place(spots[index]),
      index,
    })),
  };
}
