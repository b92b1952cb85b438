import { describe, expect, it } from 'vitest';
import { initialDesign } from '~/model/design/design';
import { NO_CORRECTION } from '~/model/design/head-correction';
import { correctHead, placeByHand } from '~/model/fit/place-by-hand';
import { pointPlaces } from '~/model/hairline/point-moves';
import { projectPoint } from '~/model/view/camera';
import { boxOf } from '~/model/view/silhouette-line';
import type { HeadInView } from '~/model/view/view';
import { wipePercentAt, wipeShare } from '~/preview/wipe';

const photo = { widthPx: 600, heightPx: 800 };
const aside = correctHead(placeByHand(photo, 'men'), { ...NO_CORRECTION, rightMm: -50 });

describe('the wipe', () => {
  it('is half of the photo while no head is known', () => {
    expect([0, 25, 50, 100].map((percent) => wipeShare(percent, null, 600))).toEqual([0, 0.25, 0.5, 1]);
  });

  it('goes through the middle of a head that looks at the camera at half, wherever that stands, and to both edges of the photo', () => {
    const [ahead, middleOf] = [
      placeByHand(photo, 'men'),
      (fit: HeadInView): number => (boxOf(fit).left + boxOf(fit).right) / 2,
    ];
    expect(wipeShare(50, ahead, 600)).toBeCloseTo(middleOf(ahead) / 600, 9);
    // What stands aside is seen a little from the side.
    expect(Math.abs(wipeShare(50, aside, 600) - middleOf(aside) / 600)).toBeLessThan(0.005);
    expect(wipeShare(50, aside, 600)).toBeLessThan(0.45);
    expect([0, 100].map((percent) => wipeShare(percent, aside, 600))).toEqual([0, 1]);
  });

  /** How much of the front of the line, from corner to corner, is on the treated side at half; and of the head. */
  const treated = (fit: HeadInView): { readonly front: number; readonly head: number } => {
    const { leftCorner, rightCorner } = pointPlaces(initialDesign(1), fit);
    const corners = [leftCorner, rightCorner].map(({ pointMm }) => projectPoint(fit, pointMm).xPx);
    const half = 600 * wipeShare(50, fit, 600);
    const share = (from: number, to: number): number => (to - half) / (to - from);
    const { left, right } = boxOf(fit);
    return { front: share(Math.min(...corners), Math.max(...corners)), head: share(left, right) };
  };

  it.each([-60, -45, -30, -15, 0, 15, 30, 45])(
    'at half leaves treated skin on both sides of a head turned by %i degrees, and half of its line on the treated one',
    (turnDegrees) => {
      const { front, head } = treated(correctHead(placeByHand(photo, 'men'), { ...NO_CORRECTION, turnDegrees }));
      expect(front).toBeGreaterThan(0.45);
      expect(head).toBeGreaterThan(0.45);
      expect(head).toBeLessThanOrEqual(0.751);
    },
  );

  it('is found again from its place', () => {
    for (let percent = 0; percent <= 100; percent += 5) {
      expect(wipePercentAt(600 * wipeShare(percent, aside, 600), aside, 600)).toBeCloseTo(percent, 9);
    }
  });
});
