import type { Box, Direction, PointPx } from '~/model/base/units';
import { surfacePoint } from '~/model/head/cranium';
import type { HeadInView } from '~/model/view/view';
import { facing, projectPoint, pxPerMmAtMiddle } from '~/model/view/camera';
import type { FaceReading } from '~/model/view/head-reading';

/** Where in the picture skin and hair are read. All in working-photo px. */
export interface HeadArea {
  /** Box around the cranium as seen, with a little room. */
  readonly box: Box;
  /** Working-photo px per mm at the head. */
  readonly pxPerMm: number;
  /** Places that are bare skin on nearly everybody (forehead, cheeks); without a face the top of the scalp. */
  readonly skinPx: readonly PointPx[];
}

/** Landmarks on the forehead above the brows and on the cheeks above the beard (canonical face mesh). */
const FOREHEAD = [151, 108, 337, 69, 299, 67, 297, 109, 338];
const CHEEKS = [50, 280, 101, 330, 117, 346, 205, 425];

/** Directions about `apart` degrees apart over the part of the skull that can bear hair. */
function scalpDirections(apart: number): Direction[] {
  const directions: Direction[] = [];
  for (let lift = -30; lift <= 90; lift += apart) {
    const ring = Math.cos((lift * Math.PI) / 180);
    const count = Math.max(1, Math.round((360 / apart) * ring));
    for (let k = 0; k < count; k++) {
      const turn = (2 * Math.PI * k) / count;
      directions.push({ x: ring * Math.sin(turn), y: Math.sin((lift * Math.PI) / 180), z: ring * Math.cos(turn) });
    }
  }
  return directions;
}

export function headArea(fit: HeadInView, face: FaceReading | null): HeadArea {
  const seen = (direction: Direction): PointPx => projectPoint(fit, surfacePoint(fit.cranium, direction));
  const directions = scalpDirections(10);
  const places = directions.map(seen);
  const xs = places.map((place) => place.xPx);
  const ys = places.map((place) => place.yPx);
  const pxPerMm = pxPerMmAtMiddle(fit);
  const room = 8 * pxPerMm;
  const box = {
    left: Math.min(...xs) - room,
    top: Math.min(...ys) - room,
    right: Math.max(...xs) + room,
    bottom: Math.max(...ys) + room,
  };
  // The far cheek of a turned head lies on the rim: what the camera sees at a slant is no measure of the skin.
  const onFace = face === null ? [] : landmarksPx(face, [...FOREHEAD, ...CHEEKS]);
  const onTop = directions.filter((direction) => direction.y > 0.2 && facing(fit, direction) > 0.7).map(seen);
  return { box, pxPerMm, skinPx: onFace.length > 0 ? onFace : onTop };
}

/** Places of landmarks; those that a reading lacks are left out. */
const landmarksPx = ({ landmarksPx: places }: FaceReading, indices: readonly number[]): PointPx[] =>
  indices
    .filter((index) => 3 * index + 1 < places.length)
    .map((index) => ({ xPx: places[3 * index], yPx: places[3 * index + 1] }));

/** Skin that no cap covers. */
export const cheeksPx = (face: FaceReading): PointPx[] => landmarksPx(face, CHEEKS);
