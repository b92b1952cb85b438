import { directionTo } from './cranium';
import type { Design } from './design';
import type { HairlinePoints } from './hairline-points';
import type { HeadFit } from './head';
import { meridiansOf } from './meridians';
import { SHAPE_ROWS } from './params';
import { bowed, rounded, through } from './plane-curve';
import type { Curve, Spot } from './plane-curve';
import { tapeOf } from './tape';
import type { Direction } from './units';

/** How far the line bends back between corner, temple point and sideburn, mm. */
const TEMPLE_BOW_MM = 2.5;
const SIDEBURN_BOW_MM = 5;
const TEMPLE_RADIUS_MM = 20;
const UPRIGHT_TEMPLE_RADIUS_MM = 6;
/** Women's corners are rounder by this much (trade notes, 2: "rounded, no sharp temples"). */
const WOMENS_ROUNDER_MM = 12;
/** The line misses its points by less than this. */
const CLOSE_MM = 0.05;
const MOST_ROUNDS = 16;
const FRONT_PIECES = 36;
const SIDE_PIECES = 24;

/**
 * From the sideburn over the ear and down to the nape: (azimuth, height) in degrees and mm on the mean rendered head,
 * whose tragion lies at TRAGION. Made from `hairline_head_cm` of the rendered heads, with a sideburn.
 */
const TRAGION = { azimuthDegrees: 84.1, heightMm: -39.7 };
const EAR_FRONT: readonly Spot[] = [
  [79.5, -35],
  [81.8, -22],
  [83.5, -9],
  [87.5, -3.5],
];
const BEHIND: readonly Spot[] = [
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

/** One side of the line, from the middle to the nape, and the indices of its three points. */
export interface HairlineSide {
  readonly directions: readonly Direction[];
  readonly corner: number;
  readonly temple: number;
  readonly ear: number;
}

/** A peak with a blunt tip that runs out smoothly: 1 in the middle, 0 from `halfWidthMm` outwards. */
function peakShare(besideMm: number, halfWidthMm: number): number {
  const t = Math.min(besideMm / halfWidthMm, 1);
  return (1 - t * t) * (1 - t * Math.sqrt(t));
}

/** Middle to corner: a gentle bow over the middle of the brow, and the steeper rise into the corner. */
function frontLine(design: Design, from: Spot, to: Spot): Curve {
  const { convexMm, peakDepthMm, peakWidthMm } = SHAPE_ROWS[design.shape];
  const rise = to[1] - from[1];
  const steep = rise - convexMm - peakDepthMm;
  return Array.from({ length: FRONT_PIECES + 1 }, (_, i) => {
    // Closer together in the middle, where a peak may be.
    const u = (i / FRONT_PIECES) ** 1.5;
    const x = from[0] + u * (to[0] - from[0]);
    const square = u * u;
    const peak = peakDepthMm === 0 ? 0 : peakDepthMm * (1 - peakShare(u * (to[0] - from[0]), peakWidthMm / 2));
    return [x, from[1] + convexMm * square + peak + steep * square * square];
  });
}

function overEar(fit: HeadFit, side: 1 | -1, ear: Direction): Direction[] {
  const meridians = meridiansOf(fit.cranium);
  const { leftTragion, rightTragion } = fit.face;
  const tragion = meridians.coordinates(
    directionTo(fit.cranium, {
      xMm: (leftTragion.xMm - rightTragion.xMm) / 2 + fit.cranium.centre.xMm,
      yMm: (leftTragion.yMm + rightTragion.yMm) / 2,
      zMm: (leftTragion.zMm + rightTragion.zMm) / 2,
    }),
  );
  const tragionDegrees = (tragion.azimuthRadians * 180) / Math.PI;
  const stretch = (180 - tragionDegrees) / (180 - TRAGION.azimuthDegrees);
  const fitted = ([degrees, heightMm]: Spot): Spot => [
    180 - (180 - degrees) * stretch,
    heightMm + tragion.heightMm - TRAGION.heightMm,
  ];
  const sideburn = meridians.coordinates(ear);
  const start: Spot = [(Math.abs(sideburn.azimuthRadians) * 180) / Math.PI, sideburn.heightMm];
  // A sideburn cut short takes the line before the ear along.
  const front = EAR_FRONT.map(fitted).map(([degrees, heightMm], i): Spot => [
    Math.max(degrees, start[0] + 1.5 * (i + 1)),
    i === 0 ? start[1] - 1 : Math.max(heightMm, start[1] + i),
  ]);
  return through([start, ...front, ...BEHIND.map(fitted)], 6)
    .slice(1)
    .map(([degrees, heightMm]) => meridians.directionAt((side * degrees * Math.PI) / 180, heightMm));
}

/**
 * One side of the line through its points. The drawing plane is the tape's (mm across, mm up), its width scaled so that
 * angles and radii are true at the corner. Rounding would cut a corner short of its point, so the corner under the arc is
 * moved out until the arc runs through the point itself.
 */
export function hairlineSide(
  design: Design,
  fit: HeadFit,
  points: HairlinePoints,
  name: 'left' | 'right',
): HairlineSide {
  const shape = SHAPE_ROWS[design.shape];
  const tape = tapeOf(fit.cranium);
  const sign = name === 'left' ? 1 : -1;
  const scale = tape.sidewaysStretch(points[`${name}Corner`]);
  const flat = ({ acrossMm, heightMm }: { acrossMm: number; heightMm: number }): Spot => [
    sign * acrossMm * scale,
    heightMm,
  ];
  const [middle, corner, temple, ear] = [
    flat(points.middle),
    flat(points[`${name}Corner`]),
    flat(points[`${name}Temple`]),
    flat(points[`${name}Ear`]),
  ];
  const cornerRadius = shape.cornerRadiusMm + (design.build === 'women' ? WOMENS_ROUNDER_MM : 0);
  const templeRadius = shape.templeUpright ? UPRIGHT_TEMPLE_RADIUS_MM : TEMPLE_RADIUS_MM;
  const templeBow = shape.templeUpright ? 0 : TEMPLE_BOW_MM;

  let [sharpCorner, sharpTemple] = [corner, temple];
  let line: Spot[] = [];
  let [cornerAt, templeAt] = [0, 0];
  let missMm = Infinity;
  for (let round = 0; round < MOST_ROUNDS && missMm > CLOSE_MM; round++) {
    const front = frontLine(design, middle, sharpCorner);
    const down = bowed(sharpCorner, sharpTemple, templeBow, SIDE_PIECES);
    const back = bowed(sharpTemple, ear, SIDEBURN_BOW_MM, SIDE_PIECES);
    const top = rounded(front, down, cornerRadius);
    const low = rounded(top.after, back, templeRadius);
    line = [...top.before, ...top.arc.slice(1), ...low.before.slice(1), ...low.arc.slice(1), ...low.after.slice(1)];
    cornerAt = top.before.length - 1 + (top.arc.length - 1) / 2;
    templeAt = top.before.length + top.arc.length - 2 + low.before.length - 1 + (low.arc.length - 1) / 2;
    const [cornerX, cornerY] = [corner[0] - top.middle[0], corner[1] - top.middle[1]];
    const [templeX, templeY] = [temple[0] - low.middle[0], temple[1] - low.middle[1]];
    sharpCorner = [sharpCorner[0] + cornerX, sharpCorner[1] + cornerY];
    sharpTemple = [sharpTemple[0] + templeX, sharpTemple[1] + templeY];
    missMm = Math.max(Math.abs(cornerX), Math.abs(cornerY), Math.abs(templeX), Math.abs(templeY));
  }
  const directions = line.map(([x, y]) => tape.directionAt({ acrossMm: (sign * x) / scale, heightMm: y }));
  const last = directions.at(-1) ?? { x: 0, y: 1, z: 0 };
  return {
    directions: [...directions, ...overEar(fit, sign, last)],
    corner: cornerAt,
    temple: templeAt,
    ear: directions.length - 1,
  };
}
