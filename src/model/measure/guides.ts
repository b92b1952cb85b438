import { directionTo, surfacePoint } from '~/model/head/cranium';
import { eightCmOf } from './eight-cm-rule';
import type { pointPlaces } from '~/model/hairline/point-moves';
import type { FacePoints, Head } from '~/model/head/head';
import { frontOf, levelOf } from '~/model/head/skin-ray';
import type { PointMm } from '~/model/base/units';

/** What a practitioner draws on the face before the line (docs/model.md, Opinions and guides), and the overlay shows. */
export const GUIDES = ['midline', 'thirds', 'eyeLines', 'browLine', 'levelLine', 'eightCm'] as const;
export type GuideName = (typeof GUIDES)[number];
/** The letter that a guide has where there is no room for its name. */
export const guideLetter = (name: GuideName): string => String.fromCharCode(65 + GUIDES.indexOf(name));

/** A guide in the head frame: lines, and places with a letter. */
export interface Guide {
  readonly name: GuideName;
  readonly lines: readonly (readonly PointMm[])[];
  readonly marks: readonly { readonly letter: string; readonly pointMm: PointMm }[];
}

/** Half the width of the level lines that part the thirds, mm, and in how many pieces they are drawn. Our choice. */
const HALF_WIDTH_MM = 62;
const PIECES = 24;
/** Radius with which level lines below the brows run round the face, mm. Our choice. */
const FACE_RADIUS_MM = 75;
/** The lines through the corners of the eyes end so far above the corners of the hairline, mm. */
const OVER_CORNER_MM = 12;

const steps = (from: number, to: number): number[] =>
  Array.from({ length: PIECES + 1 }, (_, i) => from + ((to - from) * i) / PIECES);
const known = (points: readonly (PointMm | null)[]): PointMm[] => points.filter((point) => point !== null);

/** Level with a point of the face, round its front. */
const roundFace = ({ yMm, zMm }: PointMm): PointMm[] =>
  steps(-HALF_WIDTH_MM, HALF_WIDTH_MM).map((xMm) => ({
    xMm,
    yMm,
    zMm: zMm - FACE_RADIUS_MM + Math.sqrt(FACE_RADIUS_MM ** 2 - xMm ** 2),
  }));

const brow = (face: FacePoints, side: 'left' | 'right'): PointMm[] => [
  face[`${side}BrowInner`],
  face[`${side}BrowPeak`],
  face[`${side}BrowOuter`],
];

/** Steps of the midline from the glabella over the top to the nape, radians. */
const MIDLINE_STEP = Math.PI / 45;

/** From the chin over nose and glabella and over the top of the head to the nape. */
export function midlineGuide({ cranium, face }: Head): Guide {
  const { y, z } = directionTo(cranium, face.glabella);
  const from = Math.atan2(y, z);
  const over = Array.from({ length: 46 }, (_, i) => {
    const angle = from + i * MIDLINE_STEP;
    return surfacePoint(cranium, { x: 0, y: Math.sin(angle), z: Math.cos(angle) });
  });
  return { name: 'midline', lines: [[face.chin, face.noseBase, ...over]], marks: [] };
}

/** All guides of a head and its hairline. */
export function guidesOf(head: Head, places: ReturnType<typeof pointPlaces>): readonly Guide[] {
  const { cranium, face } = head;
  const { middle, leftCorner, rightCorner } = places;
  const front = (xMm: number, yMm: number): PointMm | null => frontOf(cranium, xMm, yMm);
  const across = (yMm: number): PointMm[] =>
    known(steps(-HALF_WIDTH_MM, HALF_WIDTH_MM).map((xMm) => front(cranium.centre.xMm + xMm, yMm)));
  const upFrom = (eye: PointMm, cornerMm: number): PointMm[] => [
    eye,
    ...known(steps(face.glabella.yMm, cornerMm).map((yMm) => front(eye.xMm, yMm))),
  ];
  const cornersMm = (leftCorner.pointMm.yMm + rightCorner.pointMm.yMm) / 2;
  const azimuth = ({ xMm, zMm }: PointMm): number => Math.atan2(xMm - cranium.centre.xMm, zMm - cranium.centre.zMm);
  const level = known(
    steps(azimuth(rightCorner.pointMm), azimuth(leftCorner.pointMm)).map((turn) => levelOf(cranium, cornersMm, turn)),
  );

  const { a, b, c, d, e, pathBC, pathCE } = eightCmOf(cranium);
  const mirrored = (point: PointMm): PointMm => ({ ...point, xMm: 2 * cranium.centre.xMm - point.xMm });
  const both = (letter: string, pointMm: PointMm) => [
    { letter, pointMm },
    { letter: `${letter}′`, pointMm: mirrored(pointMm) },
  ];

  return [
    midlineGuide(head),
    {
      name: 'thirds',
      lines: [across(middle.pointMm.yMm), across(face.glabella.yMm), roundFace(face.noseBase), roundFace(face.chin)],
      marks: [],
    },
    {
      name: 'eyeLines',
      lines: [
        upFrom(face.leftOuterEye, leftCorner.pointMm.yMm + OVER_CORNER_MM),
        upFrom(face.rightOuterEye, rightCorner.pointMm.yMm + OVER_CORNER_MM),
      ],
      marks: [],
    },
    { name: 'browLine', lines: [brow(face, 'left'), brow(face, 'right')], marks: [] },
    { name: 'levelLine', lines: [level], marks: [] },
    {
      name: 'eightCm',
      lines: [pathBC, pathCE, pathBC.map(mirrored), pathCE.map(mirrored)],
      marks: [
        { letter: 'A', pointMm: a },
        { letter: 'B', pointMm: b },
        ...both('C', c),
        ...both('D', d),
        ...both('E', e),
      ],
    },
  ];
}
