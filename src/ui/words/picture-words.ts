import { isAdded } from '~/model/design/line-points';
import type { MainPointId, PointId } from '~/model/design/line-points';
import type { HeadMark } from '~/model/design/consultation';
import type { HandleSpot } from '~/preview/overlay';

/** What lies on the picture. */
export const PICTURE = {
  preview: 'Preview',
  before: 'Before',
  brush: 'Brush',
} as const;

export const RULER_ENDS = { from: 'Ruler: first end', to: 'Ruler: second end' } as const;

const HANDLE_NAMES: Readonly<Record<MainPointId, string>> = {
  rightEar: 'Hairline point: right ear',
  rightTemple: 'Hairline point: right temple',
  rightCorner: 'Hairline point: right corner',
  middle: 'Hairline point: middle',
  leftCorner: 'Hairline point: left corner',
  leftTemple: 'Hairline point: left temple',
  leftEar: 'Hairline point: left ear',
};

/** What a hairline point is called; left and right are the subject's. */
export const pointName = (id: PointId): string =>
  isAdded(id)
    ? `Hairline point: added ${id.replace(/\D+/, '')}, ${id.startsWith('left') ? 'left' : 'right'}`
    : HANDLE_NAMES[id];

/** Where a point is, in words. */
export function placeInWords({ heightMm, sideMm }: Pick<HandleSpot, 'heightMm' | 'sideMm'>): string {
  const height = Math.round(heightMm);
  const side = Math.round(sideMm);
  const up = `${Math.abs(height)} mm ${height < 0 ? 'down' : 'up'} from between the brows`;
  if (side === 0) return `${up}, in the middle`;
  return `${up}, ${Math.abs(side)} mm to the ${side > 0 ? 'left' : 'right'} of the middle`;
}

/** The same of a point where the line has a sharp corner. */
export const sharpPlaceInWords = (spot: Pick<HandleSpot, 'heightMm' | 'sideMm'>): string =>
  `${placeInWords(spot)}, sharp corner`;

/** The same in short, shown beside a point in hand. */
export function placeInShort({ heightMm, sideMm }: Pick<HandleSpot, 'heightMm' | 'sideMm'>): string {
  const side = Math.round(sideMm);
  return `${Math.round(heightMm)} mm up${side === 0 ? '' : `, ${Math.abs(side)} ${side > 0 ? 'left' : 'right'}`}`;
}

/** Handles that lay the skull over the head. */
export const HEAD_HANDLES = {
  move: 'Move the head',
  turn: 'Turn and tilt the head',
  size: 'Size of the head',
  roll: 'Roll the head',
} as const;

/** The same for somebody who cannot see them. */
export const headHandleName = (name: string): string => `${name}, with arrow keys or by dragging`;

/** Marks that a head is laid by. */
export const MARK_NAMES: Readonly<Record<HeadMark, string>> = {
  crown: 'Crown',
  leftEar: 'Left ear',
  rightEar: 'Right ear',
};

export const MARKING = {
  name: 'What the next tap marks',
  done: 'Drag a mark to set it right.',
} as const;

const TO_TAP: Readonly<Record<HeadMark, string>> = {
  crown: 'Tap the crown: where hair whorls, at the back of the top.',
  leftEar: 'Tap the middle of the left ear, the person’s own left.',
  rightEar: 'Tap the middle of the right ear, the person’s own right.',
};

export const markToTap = (mark: HeadMark): string => TO_TAP[mark];
