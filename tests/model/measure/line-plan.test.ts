import { expect, test } from 'vitest';
import { createDerivation } from '~/model/derive';
import { initialDesign } from '~/model/design/design';
import type { Design } from '~/model/design/design';
import { createFacts } from '~/model/facts';
import { headError, placeErrorMm } from '~/model/fit/head-error';
import { tapeOf } from '~/model/head/tape';
import { REFERENCE_SKIN } from '~/model/colour/skin-tone';
import type { LinePlan } from '~/model/measure/line-plan';
import { averageFace, PHOTO_SIZE } from '../../support/fake-ports';
import { SHARP } from '../../support/photo-character';

const photo = {
  reading: { photo: PHOTO_SIZE, face: averageFace(), outline: null, focalPx: null },
  skin: { skin: REFERENCE_SKIN, light: [1, 1, 1], character: SHARP, gloss: null },
  hair: null,
  grid: null,
  covered: false,
} as const;
const factsOf = createFacts(createDerivation());
const start = initialDesign(1);
const planOf = (change: Partial<Design> = {}): LinePlan => factsOf(photo, { ...start, ...change }, null).line();

test('the middle of the table is the height that was asked for, and both sides begin there', () => {
  const { offsets, points } = planOf({ hairlineHeightMm: 70 });
  expect(points.middle.heightMm).toBeCloseTo(70, 1);
  expect(offsets[0]).toMatchObject({ sideMm: 0 });
  expect(offsets[0].leftMm).toBeCloseTo(70, 0.5);
  expect(offsets[0].rightMm).toBeCloseTo(70, 0.5);
  expect(offsets.map(({ sideMm }) => sideMm)).toEqual(offsets.map((_, i) => 10 * i));
});

test('a mirrored line without balance is the same on both sides', () => {
  const { offsets } = planOf({ balancePercent: 0 });
  for (const { leftMm, rightMm } of offsets)
    if (leftMm !== null && rightMm !== null) expect(Math.abs(leftMm - rightMm)).toBeLessThan(0.5);
});

test('the corner stands in the table where its point says', () => {
  const { offsets, points } = planOf({ shape: 'natural' });
  const { sideMm, heightMm } = points.leftCorner;
  const before = offsets[Math.floor(sideMm / 10)];
  expect(Math.abs((before.leftMm ?? 0) - heightMm)).toBeLessThan(8);
  // A straight way is never longer than one along the skin would be, and no shorter than its height over the brows.
  expect(points.middle.straightMm).toBeGreaterThan(0.8 * points.middle.heightMm);
});

test('what it may be wrong by grows with the way, and shrinks with a known length', () => {
  const { points, offsetErrorMm } = planOf();
  expect(points.leftCorner.straightErrorMm).toBeGreaterThan(points.middle.straightErrorMm);
  expect(points.leftTemple.sideErrorMm).toBeGreaterThan(points.middle.sideErrorMm);
  expect(offsetErrorMm).toBeGreaterThanOrEqual(
    Math.max(...Object.values(points).map((point) => point.heightErrorMm)) - 0.5,
  );
  const { heightMm, heightErrorMm } = points.middle;
  const head = factsOf(photo, start, null).head();
  const error = headError(photo.reading, head, start.build);
  const openMm =
    error === null ? NaN : placeErrorMm(error, tapeOf(head.cranium).directionAt({ acrossMm: 0, heightMm }));
  expect(heightErrorMm).toBeCloseTo(Math.hypot(0.06 * heightMm, openMm), 0);
});
