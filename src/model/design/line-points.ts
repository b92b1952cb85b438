/** The points of the hairline, in order from the subject's right to the left. */
export const MAIN_POINTS = [
  'rightEar',
  'rightTemple',
  'rightCorner',
  'middle',
  'leftCorner',
  'leftTemple',
  'leftEar',
] as const;
export type MainPointId = (typeof MAIN_POINTS)[number];

/** How far a point was moved from where the shape, fitted to the face, puts it. Along the skin, mm. */
export interface PointMove {
  /** To the subject's left is positive. */
  readonly sideMm: number;
  readonly upMm: number;
}

/** The stretches of one side, between the points that are always there: to the corner, to the temple point, to the ear. */
export const STRETCHES = ['front', 'temple', 'side'] as const;
export type Stretch = (typeof STRETCHES)[number];

export const SIDES = ['left', 'right'] as const;
export type Side = (typeof SIDES)[number];

/** A point put on the line between those that are always there. It is kept relative to the line that shape, height and
 * face make, so that it goes along with them. */
export interface AddedPoint {
  /** 1..MOST_ADDED, once on each side; points of the same number on both sides are moved together while mirrored. */
  readonly number: number;
  readonly side: Side;
  readonly stretch: Stretch;
  /** Share of the way along the stretch, 0 at its end nearer to the middle of the face. */
  readonly share: number;
  /** Offset from the line without added points, mm: into the scalp positive, towards the face negative. */
  readonly outMm: number;
  /** The line turns a corner here instead of running through smoothly. */
  readonly sharp: boolean;
}

/** Most added points on a side. */
export const MOST_ADDED = 12;
/** Largest offset of an added point from the line without added points, mm. */
export const MOST_OUT_MM = 30;

export type AddedId = `${Side}${number}`;
/** Any point of the line. */
export type PointId = MainPointId | AddedId;

export const addedId = ({ side, number }: Pick<AddedPoint, 'side' | 'number'>): AddedId => `${side}${number}`;
export const isAdded = (id: PointId): id is AddedId => /\d$/.test(id);
