/** Limits of what is not a row of SETTINGS. Commands keep to them, so that what was saved can be opened. */
export const PROJECT_LIMITS = {
  handleMoveMm: 200,
  headShiftMm: 2000,
  headDegrees: 360,
  craniumMm: 200,
  strokes: 20_000,
  strokePoints: 100_000,
  pencilLines: 2000,
  notes: 100,
  noteLength: 60,
  brushMm: 200,
  outlineSamples: 1024 * 1024,
  lightSamples: 1024 * 1024,
  nameLength: 200,
  knownLengthMm: 1000,
} as const;
