import { describe, expect, it } from 'vitest';
import { NO_CORRECTION } from '~/model/design/head-correction';
import { correctHead, placeByHand } from '~/model/fit/place-by-hand';
import { boxOf } from '~/model/view/silhouette-line';
import { wipePercentAt, wipeShare } from '~/preview/wipe';

const photo = { widthPx: 600, heightPx: 800 };
const aside = correctHead(placeByHand(photo, 'men'), { ...NO_CORRECTION, rightMm: -50 });

describe('the wipe', () => {
  it('is half of the photo while no head is known', () => {
    expect([0, 25, 50, 100].map((percent) => wipeShare(percent, null, 600))).toEqual([0, 0.25, 0.5, 1]);
  });

  it('goes through the middle of the head at half, wherever that stands, and to both edges of the photo', () => {
    const { left, right } = boxOf(aside);
    expect(wipeShare(50, aside, 600)).toBeCloseTo((left + right) / 2 / 600, 9);
    expect(wipeShare(50, aside, 600)).toBeLessThan(0.45);
    expect([0, 100].map((percent) => wipeShare(percent, aside, 600))).toEqual([0, 1]);
  });

  it('is found again from its place', () => {
    for (let percent = 0; percent <= 100; percent += 5) {
      expect(wipePercentAt(600 * wipeShare(percent, aside, 600), aside, 600)).toBeCloseTo(percent, 9);
    }
  });
});
