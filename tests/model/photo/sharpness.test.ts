import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distanceOf, leanDegrees } from '~/model/photo/camera-level';
import { greyOf, sharpness } from '~/model/photo/sharpness';

const picture = (widthPx: number, heightPx: number, tone: (x: number, y: number) => number) => ({
  widthPx,
  heightPx,
  grey: Float32Array.from({ length: widthPx * heightPx }, (_, i) => tone(i % widthPx, Math.floor(i / widthPx))),
});

describe('how sharp a frame is', () => {
  it('is nothing for one tone, and for a slope of it', () => {
    expect(sharpness(picture(20, 20, () => 90))).toBe(0);
    expect(sharpness(picture(20, 20, (x, y) => 3 * x + 2 * y))).toBeCloseTo(0, 6);
    expect(sharpness(picture(2, 9, (x) => 200 * x))).toBe(0);
  });

  it('falls with every blur of the same scene', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 255 }), { minLength: 900, maxLength: 900 }), (grey) => {
        fc.pre(new Set(grey).size > 1);
        const blurred = picture(30, 30, (x, y) => {
          let [sum, count] = [0, 0];
          for (const [dx, dy] of [
            [0, 0],
            [1, 0],
            [-1, 0],
            [0, 1],
            [0, -1],
          ] as const) {
            if (x + dx < 0 || x + dx > 29 || y + dy < 0 || y + dy > 29) continue;
            sum += grey[(y + dy) * 30 + x + dx];
            count++;
          }
          return sum / count;
        });
        const sharp = sharpness({ widthPx: 30, heightPx: 30, grey });
        fc.pre(sharp > 1);
        expect(sharpness(blurred)).toBeLessThan(sharp);
      }),
      { numRuns: 40 },
    );
  });

  it('goes by light as eyes see it', () => {
    const data = Uint8ClampedArray.from([255, 0, 0, 255, 0, 255, 0, 255]);
    expect(Array.from(greyOf({ width: 2, height: 1, data }).grey, Math.round)).toEqual([54, 182]);
  });
});

describe('how a camera is held', () => {
  it('upright it leans by nothing, to the side by as much, and flat nobody can say', () => {
    expect(leanDegrees(90, 0, 0)).toBeCloseTo(0, 6);
    expect(leanDegrees(60, 0, 0)).toBeCloseTo(0, 6);
    // Turned about the way it looks, from upright: gravity goes to one side.
    const turned = leanDegrees(70, 20, 0) ?? NaN;
    expect(turned).toBeGreaterThan(3);
    expect(leanDegrees(70, -20, 0)).toBeCloseTo(-turned, 6);
    expect(leanDegrees(0, 0, 0)).toBeNull();
    expect(leanDegrees(0, -90, 90)).toBeCloseTo(0, 6);
  });

  it('a face is too small, right or too large', () => {
    expect([0.1, 0.3, 0.6].map(distanceOf)).toEqual(['nearer', 'good', 'farther']);
  });
});
