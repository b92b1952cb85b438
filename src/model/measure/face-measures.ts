import type { PointMm } from '~/model/base/units';
import type { Design } from '~/model/design/design';
import type { pointPlaces } from '~/model/hairline/point-moves';
import type { Head } from '~/model/head/head';
import { AVERAGE_FACE_SCALE, KNOWN_LENGTH_SCALE, measurementErrorMm } from './measurement-error';

export const MEASURES = [
  'midFrontal',
  'leftCorner',
  'rightCorner',
  'cornerDifference',
  'cornerToCorner',
  'leftCornerOut',
  'rightCornerOut',
  'upperThird',
  'middleThird',
  'lowerThird',
  'eyeToEye',
  'headBreadth',
] as const;
export type MeasureName = (typeof MEASURES)[number];

/** A measured distance, mm, and its standard deviation. */
export interface Measure {
  readonly name: MeasureName;
  readonly mm: number;
  readonly errorMm: number;
}

/** How far off a landmark of the face may be read along a measured line, and where an average one may lie on a face, mm. */
const READ_MM = 3;
const AVERAGE_MM = 8;
/** How far off the head's roll may be, radians: 1°. */
const ROLL_RADIANS = Math.PI / 180;
/** How far off the outline may show the head's breadth, mm. */
const OUTLINE_MM = 4;

/** Relative standard deviation of every length on this head. */
export const scaleError = ({ knownLength }: Pick<Design, 'knownLength'>): number =>
  knownLength === null ? AVERAGE_FACE_SCALE : KNOWN_LENGTH_SCALE;

/** How far off the face's places may lie on this head, mm: read off a face, or those of an average one. */
export const landmarkErrorMm = ({ source }: Pick<Head, 'source'>): number => (source === 'face' ? READ_MM : AVERAGE_MM);

/** How far off a place of the line may lie up along the skin, mm: what the fit leaves open of the head there. */
export type EndError = (place: PointMm) => number;

/**
 * The distances of a face and its hairline. Heights of the line run along the skin; thirds are heights as seen straight
 * from the front, as faces are measured; `…Out`: how far a corner stands outside the vertical through that eye's outer
 * corner; differences: left less right.
 */
export function faceMeasures(
  design: Pick<Design, 'knownLength'>,
  head: Head,
  places: ReturnType<typeof pointPlaces>,
  endMm: EndError = () => landmarkErrorMm(head),
): readonly Measure[] {
  const { face, cranium } = head;
  const { middle, leftCorner, rightCorner } = places;
  const scale = scaleError(design);
  const landmarkMm = landmarkErrorMm(head);
  const measure = (name: MeasureName, mm: number, ...endsMm: readonly number[]): Measure => ({
    name,
    mm,
    errorMm: measurementErrorMm(mm, scale, endsMm),
  });
  const cornersMm = leftCorner.sideMm - rightCorner.sideMm;
  return [
    measure('midFrontal', middle.heightMm, endMm(middle.pointMm)),
    measure('leftCorner', leftCorner.heightMm, endMm(leftCorner.pointMm)),
    measure('rightCorner', rightCorner.heightMm, endMm(rightCorner.pointMm)),
    measure('cornerDifference', leftCorner.heightMm - rightCorner.heightMm, ROLL_RADIANS * cornersMm),
    measure('cornerToCorner', cornersMm),
    measure('leftCornerOut', leftCorner.pointMm.xMm - face.leftOuterEye.xMm, landmarkMm),
    measure('rightCornerOut', face.rightOuterEye.xMm - rightCorner.pointMm.xMm, landmarkMm),
    measure('upperThird', middle.pointMm.yMm - face.glabella.yMm, endMm(middle.pointMm)),
    measure('middleThird', face.glabella.yMm - face.noseBase.yMm, landmarkMm, landmarkMm),
    measure('lowerThird', face.noseBase.yMm - face.chin.yMm, landmarkMm, landmarkMm),
    measure('eyeToEye', face.leftOuterEye.xMm - face.rightOuterEye.xMm, landmarkMm, landmarkMm),
    measure('headBreadth', 2 * cranium.halfBreadthMm, OUTLINE_MM),
  ];
}
