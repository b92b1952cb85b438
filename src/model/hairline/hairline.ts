import { memoLast } from '~/model/base/memo';
import type { Direction } from '~/model/base/units';
import type { Design } from '~/model/design/design';
import { MAIN_POINTS } from '~/model/design/line-points';
import type { MainPointId } from '~/model/design/line-points';
import { surfacePoint } from '~/model/head/cranium';
import type { Head } from '~/model/head/head';
import { drawnLine } from './drawn-line';
import type { HairlinePoints } from './hairline-points';
import { hairlineSide } from './hairline-side';
import type { AddedOnSide } from './hairline-side';

/**
 * The closed edge of the treated scalp on the skull, from the nape round the subject's right side, over the forehead and
 * the left side back to the nape. The last point joins the first.
 */
export interface Hairline {
  readonly count: number;
  /** 3 × count, unit directions from the cranium's centre. */
  readonly directions: Float64Array;
  /** 3 × count, head frame, mm. */
  readonly pointsMm: Float64Array;
  /** Way along the line from its middle point, mm: left positive, right negative. */
  readonly arcLengthMm: Float64Array;
  /** The points it runs through, and where along it they lie. */
  readonly points: HairlinePoints;
  readonly pointArcLengthMm: Readonly<Record<MainPointId, number>>;
  /** The points that were added, in order from right to left. The line runs exactly through them. */
  readonly added: readonly AddedOnLine[];
}

export interface AddedOnLine extends Omit<AddedOnSide, 'index'> {
  readonly arcLengthMm: number;
}

/** Distance between neighbouring points of the line. */
const SPACING_MM = 1.75;

interface Half {
  readonly directions: readonly Direction[];
  readonly pointsMm: readonly (readonly [number, number, number])[];
  readonly arcLengthMm: readonly number[];
}

/** One half and how far from the middle its points lie. */
interface Built extends Readonly<Record<'Corner' | 'Temple' | 'Ear', number>> {
  readonly half: Half;
  readonly added: readonly AddedOnLine[];
}

function measured(head: Head, directions: readonly Direction[]): Half {
  const pointsMm = directions.map((direction) => {
    const { xMm, yMm, zMm } = surfacePoint(head.cranium, direction);
    return [xMm, yMm, zMm] as const;
  });
  const arcLengthMm = [0];
  for (let i = 1; i < pointsMm.length; i++) {
    const [a, b] = [pointsMm[i - 1], pointsMm[i]];
    arcLengthMm.push(arcLengthMm[i - 1] + Math.sqrt((a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2 + (a[2] - b[2]) ** 2));
  }
  return { directions, pointsMm, arcLengthMm };
}

/** The same half with points at even steps of about SPACING_MM; the middle, the nape and the places `kept` stay. */
function evenly(head: Head, { directions, arcLengthMm }: Half, kept: readonly number[]): Half {
  const ends = [0, ...kept, arcLengthMm[arcLengthMm.length - 1]];
  const atMm = [0];
  for (let k = 1; k < ends.length; k++) {
    const [from, to] = [ends[k - 1], ends[k]];
    // Between places that stay, rather nearer than farther.
    const pieces = Math.max(1, Math.round((to - from) / SPACING_MM + (kept.length > 0 ? 0.4 : 0)));
    for (let j = 1; j <= pieces; j++) atMm.push(from + ((to - from) * j) / pieces);
  }
  let i = 1;
  const even = atMm.map((at) => {
    while (i + 1 < arcLengthMm.length && arcLengthMm[i] < at) i++;
    const [a, b] = [directions[i - 1], directions[i]];
    const from = arcLengthMm[i - 1];
    const t = (at - from) / Math.max(arcLengthMm[i] - from, 1e-9);
    const [x, y, z] = [a.x + t * (b.x - a.x), a.y + t * (b.y - a.y), a.z + t * (b.z - a.z)];
    const size = Math.sqrt(x * x + y * y + z * z);
    return { x: x / size, y: y / size, z: z / size };
  });
  return { ...measured(head, even), arcLengthMm: atMm };
}

/** Kept for the last design and head, because the lines on the picture and the dots both ask for it in every frame of a drag. */
export const hairlineOf = memoLast((design: Design, head: Head): Hairline => {
  const line = drawnLine(design, head);
  const built = (name: 'left' | 'right'): Built => {
    const side = hairlineSide(head, line.side(name), name);
    const rough = measured(head, side.directions);
    const kept = side.added.map(({ index }) => rough.arcLengthMm[index]);
    const sign = name === 'left' ? 1 : -1;
    return {
      half: evenly(head, rough, kept),
      added: side.added.map(({ index, ...point }) => ({ ...point, arcLengthMm: sign * rough.arcLengthMm[index] })),
      Corner: rough.arcLengthMm[side.corner],
      Temple: rough.arcLengthMm[side.temple],
      Ear: rough.arcLengthMm[side.ear],
    };
  };
  const [right, left] = [built('right'), built('left')];

  // The right half runs from the nape to the middle; the middle and the nape are shared.
  const count = right.half.directions.length + left.half.directions.length - 2;
  const directions = new Float64Array(3 * count);
  const pointsMm = new Float64Array(3 * count);
  const arcLengthMm = new Float64Array(count);
  let at = 0;
  const put = (half: Half, i: number, sign: 1 | -1): void => {
    const direction = half.directions[i];
    directions.set([direction.x, direction.y, direction.z], 3 * at);
    pointsMm.set(half.pointsMm[i], 3 * at);
    arcLengthMm[at] = sign * half.arcLengthMm[i];
    at++;
  };
  for (let i = right.half.directions.length - 1; i > 0; i--) put(right.half, i, -1);
  for (let i = 0; i < left.half.directions.length - 1; i++) put(left.half, i, 1);

  const along: Partial<Record<MainPointId, number>> = {};
  for (const id of MAIN_POINTS) {
    if (id === 'middle') along[id] = 0;
    else if (id.startsWith('left')) along[id] = left[id.slice(4) as 'Corner' | 'Temple' | 'Ear'];
    else along[id] = -right[id.slice(5) as 'Corner' | 'Temple' | 'Ear'];
  }
  return {
    count,
    directions,
    pointsMm,
    arcLengthMm: arcLengthMm,
    points: line.points,
    pointArcLengthMm: along as Record<MainPointId, number>,
    added: [...right.added.toReversed(), ...left.added],
  };
});
