import type { Design } from '~/model/design';
import { initialDesign } from '~/model/design';
import type { HeadReading } from '~/model/head';
import { hashUnit } from '~/model/hash';
import type { SizePx } from '~/model/units';

/** A design in which nothing is as at first. */
export const FULL_DESIGN: Design = {
  ...initialDesign(0xfedcba98),
  densityPerCm2: 135,
  templeRecessionMm: 0,
  edgeSoftnessMm: 20,
  timeYears: 15,
  build: 'women',
  shape: 'peaked',
  edge: 'defined',
  coverage: 'painted',
  pigment: 'dark',
  mirror: false,
  handles: { middle: { sideMm: -2.5, upMm: 7 }, leftEar: { sideMm: 0.1, upMm: -0.2 } },
  sessionsPlanned: 5,
  sessionsDone: 2,
  sessionGapsDays: [7, 14, 21, 30],
  ink: 'ironOxide',
  placing: 'deep',
  skinType: 'oily',
  outlook: 'later',
  touchUpsYears: [3.5, 8],
  laser: { kind: 'picosecond', sessions: 3, atYears: 12 },
  ownHair: { goesOn: true, stage: 'ludwigII', rate: 'fast', treated: true, greys: true },
  ageYears: 47,
  head: {
    rightMm: 12.5,
    upMm: -3,
    scale: 1.25,
    turnDegrees: -170,
    tiltDegrees: 35,
    rollDegrees: 2,
    breadthMm: -4,
    lengthMm: 5,
    heightMm: 6,
    followOutline: false,
  },
  knownLength: { kind: 'straight', from: { xPx: 11.5, yPx: 12 }, to: { xPx: 60.25, yPx: 12 }, lengthMm: 85.6 },
  strokes: [
    {
      kind: 'add',
      widthMm: 12,
      path: [
        { x: 0, y: 1, z: 0 },
        { x: 0.6, y: 0.8, z: 0 },
      ],
    },
    { kind: 'none', widthMm: 4, path: [] },
    { kind: 'hair', widthMm: 9, path: [{ x: 0, y: 0.8, z: -0.6 }] },
    { kind: 'bare', widthMm: 3, path: [] },
  ],
  skinItaDegrees: -22.5,
};

/** A reading with a face and an outline, made of numbers that no rounding leaves alone. */
export function fullReading(photo: SizePx): HeadReading {
  return {
    photo,
    face: {
      landmarksPx: Float32Array.from({ length: 468 * 3 }, (_, at) => 100 * hashUnit(at, 1) - 20),
      box: { left: -20, top: 3.25, right: 79.5, bottom: 80 },
    },
    outline: {
      columns: 20,
      rows: 30,
      leftPx: -7.5,
      topPx: 2.5,
      pxPerSample: 4.123456789,
      confidence: Uint8Array.from({ length: 600 }, (_, at) => at % 256),
    },
    focalPx: 1234.5678,
  };
}
