import { describe, expect, test } from 'vitest';
import type { PointPx } from '~/model/base/units';
import type { HeadMark, HeadTaps } from '~/model/design/consultation';
import { NO_CORRECTION, NO_PLACEMENT } from '~/model/design/head-correction';
import { fitTogether, headTogether } from '~/model/fit/heads-of';
import type { ViewOfHead } from '~/model/fit/heads-of';
import { markPlace } from '~/model/head/head-marks';
import { degreesBetween } from '~/model/maths/rotation';
import { projectPinhole } from '~/model/view/camera';
import type { HeadInView } from '~/model/view/view';
import { seeHead } from '../../support/made-head';

const MADE = { breadthMm: 3, lengthMm: 6, heightMm: -4, pitchDegrees: 5, distanceMm: 1100, share: 0.4, seed: 5 };
const seen = [0, 35].map((yawDegrees, i) => seeHead({ ...MADE, yawDegrees, seed: 5 + i }));
const behind = seeHead({ ...MADE, yawDegrees: 180, seed: 9, hasFace: false });
const views: readonly ViewOfHead[] = [...seen, behind].map(({ reading }) => ({
  reading,
  head: reading.face === null ? { ...NO_CORRECTION, turnDegrees: 180, scale: 0.6 } : NO_CORRECTION,
  laid: reading.face === null ? { ...NO_PLACEMENT, turnDegrees: 180, scale: 0.6 } : NO_PLACEMENT,
  laidBy: null,
  knownLength: null,
  marks: [],
}));
/** The head as each photo sees it, once something is changed in some of them. */
const inAll = (change: (view: ViewOfHead, index: number) => ViewOfHead): readonly HeadInView[] => {
  const changed = views.map(change);
  const fitted = fitTogether(changed, 'men');
  return changed.map(({ head, knownLength }, at) => headTogether(fitted, { views: changed, at }, head, knownLength));
};
const asTheyAre = inAll((view) => view);

test('one skull and one face stand in all photos, one of which shows no face', () => {
  for (const { cranium, face } of asTheyAre) {
    expect(cranium).toEqual(asTheyAre[0].cranium);
    expect(face).toEqual(asTheyAre[0].face);
  }
  expect(asTheyAre.map(({ source }) => source)).toEqual(['face', 'face', 'hand']);
  expect(asTheyAre[2].pose.rotation[8]).toBeLessThan(-0.8);
});

test('a head moved in one photo moves there alone; a reshaped skull is reshaped in all', () => {
  const moved = inAll((view, i) => (i === 1 ? { ...view, head: { ...view.head, rightMm: 12 } } : view));
  expect(moved[0].pose).toEqual(asTheyAre[0].pose);
  expect(moved[1].pose.translationMm[0] - asTheyAre[1].pose.translationMm[0]).toBeCloseTo(12, 6);
  const reshaped = inAll((view) => ({ ...view, head: { ...view.head, breadthMm: 8 } }));
  reshaped.forEach(({ cranium }, i) => {
    expect(cranium.halfBreadthMm).toBeCloseTo(asTheyAre[i].cranium.halfBreadthMm + 4, 6);
  });
});

test('a head laid on without a face stays to the bit where a hand moves it, whatever its outline says, and moves in no other photo', () => {
  const move = { rightMm: 23, upMm: -14, rollDegrees: 6 };
  const moved = inAll((view, i) => (i === 2 ? { ...view, head: { ...view.head, ...move } } : view));
  // While it is in hand: nothing is fitted anew.
  const fitted = fitTogether(views, 'men');
  const inHand = headTogether(fitted, { views, at: 2 }, { ...views[2].head, ...move }, null);
  expect(moved[2]).toEqual(inHand);
  expect(moved[2].pose.translationMm[0] - asTheyAre[2].pose.translationMm[0]).toBeGreaterThan(15);
  expect(moved.slice(0, 2)).toEqual(asTheyAre.slice(0, 2));
});

describe('what somebody tapped to lay a head on its profile', () => {
  const side = seeHead({ ...MADE, yawDegrees: 90, seed: 11, hasFace: false });
  const { pose, cranium } = side.truth;
  /** Where the marks are seen, tapped 2 mm too high. */
  const tapped = (mark: HeadMark): PointPx => {
    const { xPx, yPx, depthMm } = projectPinhole(pose, markPlace(cranium, mark));
    return { xPx, yPx: yPx - (2 * pose.focalPx) / depthMm };
  };
  const laidBy = { rightEar: tapped('rightEar'), crown: tapped('crown') };
  /** How far the profile is turned from the truth, degrees, laid on so many degrees wrong. */
  const turnedOff = (by: HeadTaps | null, wrong: number): number => {
    const laid = { ...NO_PLACEMENT, turnDegrees: 90 + wrong, tiltDegrees: 5 + wrong, scale: 0.6 };
    const view = { ...views[0], reading: side.reading, head: { ...NO_CORRECTION, ...laid }, laid, laidBy: by };
    return degreesBetween(fitTogether([views[0], view], 'men').views[1].fit.pose.rotation, pose.rotation);
  };

  test('is weighed itself: where it was laid on wrong, it comes to lie right', () => {
    expect(turnedOff(laidBy, 10)).toBeLessThan(0.6 * turnedOff(null, 10));
    // Taps 2 mm off turn it by little where it lay right.
    expect(turnedOff(laidBy, 0)).toBeLessThan(3);
  });

  test('counts only where no face tells better', () => {
    const seenFrom = [views[0], views[1]];
    const withTaps = seenFrom.map((view) => ({ ...view, laidBy }));
    expect(fitTogether(withTaps, 'men')).toEqual(fitTogether(seenFrom, 'men'));
  });
});

test('a length known in one photo sizes the head in all', () => {
  const { face, pose } = asTheyAre[0];
  const between = face.leftOuterEye.xMm - face.rightOuterEye.xMm;
  const px = (pose.focalPx / -pose.translationMm[2]) * between;
  const { xPx, yPx } = pose.principal;
  const knownLength = {
    kind: 'straight' as const,
    lengthMm: 1.1 * between,
    from: { xPx: xPx - px / 2, yPx },
    to: { xPx: xPx + px / 2, yPx },
  };
  const sized = inAll((view, i) => (i === 0 ? { ...view, knownLength } : view));
  const factors = sized.map(({ cranium }, i) => cranium.heightMm / asTheyAre[i].cranium.heightMm);
  expect(factors[0]).toBeGreaterThan(1.03);
  for (const factor of factors) expect(factor).toBeCloseTo(factors[0], 6);
});
