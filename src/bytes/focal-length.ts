import type { SizePx } from '~/model/base/units';

/** Diagonal of a 36 × 24 mm frame, to which 35-mm equivalent focal lengths refer (CIPA DCG-001). */
const FRAME_DIAGONAL_MM = 43.27;
/** FocalPlaneResolutionUnit of EXIF 2.32: 2 inch, 3 cm, 4 mm, 5 µm. */
const UNIT_MM: Readonly<Record<number, number>> = { 2: 25.4, 3: 10, 4: 1, 5: 0.001 };

/** Lenses of heads lie between a fisheye and a long telephoto; anything else is a wrong entry. In longest sides. */
const PLAUSIBLE = { least: 0.4, most: 12 };

/** Shapes of sensors and of what cameras make of them, longer side to shorter: every other was cropped. */
const SENSOR_SHAPES = [4 / 3, 3 / 2, 16 / 9];
/** How far sides of one shape may be apart (log): rounding, and a row or two that a program cut off. */
const SAME_SHAPE = 0.01;

const isLike = (a: number, b: number): boolean => Math.abs(Math.log(a / b)) < SAME_SHAPE;

/**
 * Whether the file still shows what the camera took: it has the size that EXIF says, or its shape; where EXIF says no size,
 * the shape of a sensor. A part cut out of a photo keeps its EXIF, and the focal length in it is then another picture's.
 */
function isWhole(widthPx: number, heightPx: number, stated: SizePx | null): boolean {
  if (stated === null) return false;
  const shape = stated.widthPx / stated.heightPx;
  if (widthPx === 0 || heightPx === 0)
    return SENSOR_SHAPES.some((sensor) => isLike(Math.max(shape, 1 / shape), sensor));
  const turned = widthPx === stated.heightPx && heightPx === stated.widthPx;
  return turned || isLike(shape, widthPx / heightPx);
}

/**
 * Focal length in px of a picture at `size` (turned and shrunk as it may be), from EXIF values by name; null where they
 * do not tell. `stated`: the size of the picture in the file, before any turn; null: unknown. 35-mm equivalents are compared
 * by the diagonal; otherwise by the sensor's own pixels per length.
 */
export function focalFromExif(
  exif: Readonly<Record<string, unknown>>,
  size: SizePx,
  stated: SizePx | null,
): number | null {
  const value = (tag: string): number => {
    const read = exif[tag];
    return typeof read === 'number' && Number.isFinite(read) && read > 0 ? read : 0;
  };
  if (!isWhole(value('ExifImageWidth'), value('ExifImageHeight'), stated)) return null;
  const longest = Math.max(size.widthPx, size.heightPx);
  const byFrame = (value('FocalLengthIn35mmFormat') / FRAME_DIAGONAL_MM) * Math.hypot(size.widthPx, size.heightPx);
  const pxPerMm = value('FocalPlaneXResolution') / (UNIT_MM[value('FocalPlaneResolutionUnit') || 2] ?? 25.4);
  const taken = Math.max(value('ExifImageWidth'), value('ExifImageHeight'));
  const bySensor = taken === 0 ? 0 : value('FocalLength') * pxPerMm * (longest / taken);
  const focalPx = byFrame > 0 ? byFrame : bySensor;
  return focalPx >= PLAUSIBLE.least * longest && focalPx <= PLAUSIBLE.most * longest ? focalPx : null;
}
