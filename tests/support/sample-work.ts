import type { SizePx } from '~/model/base/units';
import { initialDesign } from '~/model/design/design';
import type { Design } from '~/model/design/design';
import { PLAIN_BRUSH } from '~/model/design/drawing';
import type { Stroke } from '~/model/design/drawing';
import { hashUnit } from '~/model/maths/hash';
import type { HeadReading } from '~/model/view/head-reading';

/** A stroke whose parts stand in the order of the file. */
const plainStroke = (kind: Stroke['kind'], widthMm: number, strength: number, path: Stroke['path']): Stroke => ({
  kind,
  widthMm,
  softness: PLAIN_BRUSH.softness,
  strength,
  path,
  pressure: PLAIN_BRUSH.pressure,
});

/** A design in which nothing is as at first. */
export const FULL_DESIGN: Design = {
  ...initialDesign(0xfedcba98),
  densityPerCm2: 135,
  templeRecessionMm: 0,
  edgeSoftnessMm: 20,
  macroIrregularityMm: 6.5,
  macroPeriodMm: 31,
  microIrregularityMm: 0,
  microPeriodMm: 7.5,
  strayDotsPerCm: 4,
  frontalTuftPercent: 55,
  partingWidthMm: 22,
  edgeShuffles: 3,
  timeYears: 15,
  build: 'women',
  shape: 'peaked',
  edge: 'defined',
  sideProfile: 'soft',
  coverage: 'painted',
  zones: {
    hairline: { densityPercent: 85, strengthPercent: 70 },
    frontal: { densityPercent: 110, strengthPercent: 100 },
    midScalp: { densityPercent: 92.25, strengthPercent: 105 },
    crown: { densityPercent: 0, strengthPercent: 150 },
    temples: { densityPercent: 60, strengthPercent: 50 },
    sides: { densityPercent: 150, strengthPercent: 90 },
  },
  pigment: 'dark',
  mirror: false,
  handles: { middle: { sideMm: -2.5, upMm: 7 }, leftEar: { sideMm: 0.1, upMm: -0.2 } },
  points: [
    { number: 1, side: 'left', stretch: 'front', share: 0.5, outMm: -2.5, sharp: false },
    { number: 1, side: 'right', stretch: 'temple', share: 0.25, outMm: 4, sharp: true },
  ],
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
      softness: 0.8,
      strength: 0.5,
      path: [
        { x: 0, y: 1, z: 0 },
        { x: 0.6, y: 0.8, z: 0 },
      ],
      pressure: [0.25, 1],
    },
    plainStroke('less', 6, 0.4, [{ x: 0, y: 0, z: 1 }]),
    plainStroke('none', 4, PLAIN_BRUSH.strength, []),
    plainStroke('scar', 5, PLAIN_BRUSH.strength, [{ x: 0.8, y: 0.6, z: 0 }]),
    plainStroke('hair', 9, PLAIN_BRUSH.strength, [{ x: 0, y: 0.8, z: -0.6 }]),
    plainStroke('bare', 3, PLAIN_BRUSH.strength, []),
  ],
  pencil: [
    [],
    [
      { x: 0, y: 0.6, z: 0.8 },
      { x: 0, y: 0.8, z: 0.6 },
    ],
  ],
  notes: [{ at: { x: 0, y: 0.6, z: 0.8 }, text: 'a bit higher, <b>left</b>' }],
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
    light: {
      columns: 5,
      rows: 4,
      leftPx: 3.5,
      topPx: -1.25,
      pxPerSample: 1.7,
      light: Uint8Array.from({ length: 20 }, (_, at) => 255 - at),
    },
  };
}
