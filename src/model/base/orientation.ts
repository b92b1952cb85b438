import type { Frame, PointPx, SizePx } from './units';

/**
 * How a picture is turned and mirrored, as EXIF counts it (2.32, tag 0x0112): what has to be done to a picture that is marked so,
 * to see it as it is meant.
 */
export const ORIENTATIONS = [1, 2, 3, 4, 5, 6, 7, 8] as const;
export type Orientation = (typeof ORIENTATIONS)[number];

export const AS_IT_IS: Orientation = 1;
export const MIRRORED: Orientation = 2;
export const QUARTER_CLOCKWISE: Orientation = 6;

/** Where x (to the right) and y (down) of the marked picture go: [x to x, y to x, x to y, y to y]. */
type Axes = readonly [number, number, number, number];
const AXES: Readonly<Record<Orientation, Axes>> = {
  1: [1, 0, 0, 1],
  2: [-1, 0, 0, 1],
  3: [-1, 0, 0, -1],
  4: [1, 0, 0, -1],
  5: [0, 1, 1, 0],
  6: [0, -1, 1, 0],
  7: [0, -1, -1, 0],
  8: [0, 1, -1, 0],
};

const orientationOf = (axes: Axes): Orientation =>
  ORIENTATIONS.find((each) => AXES[each].every((value, i) => value === axes[i])) ?? AS_IT_IS;

/** First the one, then the other. */
export function turnedThen(first: Orientation, next: Orientation): Orientation {
  const [a, b, c, d] = AXES[first];
  const [e, f, g, h] = AXES[next];
  return orientationOf([e * a + f * c, e * b + f * d, g * a + h * c, g * b + h * d]);
}

/** What takes it back. */
export const turnedBack = (orientation: Orientation): Orientation => {
  const [a, b, c, d] = AXES[orientation];
  return orientationOf([a, c, b, d]);
};

/** What leads from one orientation of a picture to another of the same picture. */
export const turnFromTo = (from: Orientation, to: Orientation): Orientation => turnedThen(turnedBack(from), to);

/** Whether left and right change places. */
export const isMirroring = (orientation: Orientation): boolean => {
  const [a, b, c, d] = AXES[orientation];
  return a * d - b * c < 0;
};

export function turnedSize<In extends Frame = 'photo'>(
  { widthPx, heightPx }: SizePx<In>,
  orientation: Orientation,
): SizePx<In> {
  return AXES[orientation][0] === 0 ? { widthPx: heightPx, heightPx: widthPx } : { widthPx, heightPx };
}

/** Where a place of a picture of that size lies once the picture is turned. */
export function turnedPlace({ xPx, yPx }: PointPx, size: SizePx, orientation: Orientation): PointPx {
  const [a, b, c, d] = AXES[orientation];
  const [x, y] = [xPx - size.widthPx / 2, yPx - size.heightPx / 2];
  const turned = turnedSize(size, orientation);
  return { xPx: a * x + b * y + turned.widthPx / 2, yPx: c * x + d * y + turned.heightPx / 2 };
}

/** Where a direction goes: to the right and up, as seen. */
export function turnedDirection(right: number, up: number, orientation: Orientation): readonly [number, number] {
  const [a, b, c, d] = AXES[orientation];
  // Up is against the picture's y. Nothing is to become −0, which is written otherwise than 0.
  return [a * right - b * up + 0, d * up - c * right + 0];
}

/** The transform of a canvas that draws a picture of that size turned, from its top left corner: a to f of a matrix. */
export function drawnTurned(size: SizePx, orientation: Orientation): [number, number, number, number, number, number] {
  const [a, b, c, d] = AXES[orientation];
  const corner = turnedPlace({ xPx: 0, yPx: 0 }, size, orientation);
  return [a, c, b, d, corner.xPx, corner.yPx];
}
