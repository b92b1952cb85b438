import { describe, expect, it } from 'vitest';
import { NO_CORRECTION } from '~/model/design/head-correction';
import { correctHead, placeByHand } from '~/model/fit/place-by-hand';
import { CANONICAL_MM } from '~/model/head/face-points';
import { faceDoubt, facesApart, mirroredAmong, unlikeAmong } from '~/model/healed/same-face';
import { rotate } from '~/model/maths/rotation';
import { LANDMARKS } from '~/model/view/head-reading';
import { deviates } from '../../support/made-head';

/** A face with features of its own: each landmark moved as `moved` says, mm, then seen from where the head is turned to. */
function faceOf(turnDegrees: number, moved: (x: number, y: number) => readonly [number, number]) {
  const fit = correctHead(placeByHand({ widthPx: 800, heightPx: 1000 }, 'men'), { ...NO_CORRECTION, turnDegrees });
  const landmarksPx = new Float32Array(3 * LANDMARKS);
  for (let at = 0; at < LANDMARKS; at++) {
    const [x, y, z] = CANONICAL_MM.subarray(3 * at, 3 * at + 3);
    const [dx, dy] = moved(x, y);
    const [u, v, w] = rotate(fit.pose.rotation, x + dx, y + dy, z);
    landmarksPx.set([3 * u + 400, 500 - 3 * v, -3 * w], 3 * at);
  }
  return { face: { landmarksPx, box: { left: 0, top: 0, right: 800, bottom: 1000 } }, fit };
}

type Moved = (x: number, y: number) => readonly [number, number];

/** Such a face as a landmarker reads it: askew as a whole and each landmark by itself, and its depth as too small, so that it leans with its turn. */
function readFaceOf(turnDegrees: number, moved: Moved, draw: () => number) {
  const { face, fit } = faceOf(turnDegrees, moved);
  const [right, down] = [0, 1].map(() => [0.4, 0.53 / 70, 0.8 / 70, 2 / 70].map((deviation) => deviation * draw()));
  const landmarksPx = face.landmarksPx.map((px, k) => {
    if (k % 3 === 2) return READ_DEPTH * px;
    const at = k - (k % 3);
    const [x, y, z] = CANONICAL_MM.subarray(at, at + 3);
    const [shift, across, up, depth] = k % 3 === 0 ? right : down;
    return px + 3 * (shift + across * x + up * y + depth * (z - 42) + 0.4 * draw());
  });
  return { face: { ...face, landmarksPx }, fit };
}
/** Leans by 0.002 of the face's size per degree, as the rendered heads' do. */
const READ_DEPTH = 0.65;

const crooked = (x: number, y: number) => [x > 15 ? 2.5 : 0, x < -15 && y > 30 ? 3 : 0] as const;
const mirrored = (x: number, y: number) => {
  const [dx, dy] = crooked(-x, y);
  return [-dx, dy] as const;
};

describe('two faces', () => {
  it('of one person are alike, from whatever side they are seen', () => {
    expect(facesApart(faceOf(0, crooked), faceOf(22, crooked)).asIs).toBeLessThan(0.005);
  });

  it('of two people are not', () => {
    const longer = faceOf(0, (x, y) => [0.1 * x, y > 20 ? 6 : 0]);
    expect(facesApart(faceOf(0, crooked), longer).asIs).toBeGreaterThan(0.05);
  });

  it('of which one is mirrored are alike once it is mirrored back', () => {
    const { asIs, mirrored: back } = facesApart(faceOf(0, crooked), faceOf(-14, mirrored));
    expect(back).toBeLessThan(0.005);
    expect(asIs).toBeGreaterThan(4 * back);
  });
});

describe('photos of one head', () => {
  it('say which of them is mirrored: the one that fewer agree with, of two the later', () => {
    const [a, b, c] = [0, 6, -8].map((turn) => faceOf(turn, crooked));
    const selfie = faceOf(5, mirrored);
    expect(mirroredAmong([a, selfie, b])).toEqual([false, true, false]);
    expect(mirroredAmong([selfie, a, b, c])).toEqual([true, false, false, false]);
    expect(mirroredAmong([a, selfie])).toEqual([false, true]);
    expect(mirroredAmong([a, null, b])).toEqual([false, false, false]);
  });

  it('say which of them shows another person: the one that fewer agree with, of two the later', () => {
    const [a, b, c] = [0, 6, -8].map((turn) => faceOf(turn, crooked));
    const other = faceOf(4, (x, y) => [0.1 * x, y > 20 ? 6 : 0]);
    expect(unlikeAmong([a, other, b])).toEqual([false, true, false]);
    expect(unlikeAmong([other, a, b, c])).toEqual([true, false, false, false]);
    expect(unlikeAmong([a, other])).toEqual([false, true]);
    expect(unlikeAmong([a, null, b, faceOf(5, mirrored)])).toEqual([false, false, false, false]);
    const stretched = faceOf(0, (x, y) => {
      const [dx, dy] = crooked(x, y);
      return [0.3 * (x + dx) + dx, dy];
    });
    expect(unlikeAmong([a, b, stretched])).toEqual([false, false, true]);
    // Three people are three, and who is seen from the side is none of theirs.
    const third = faceOf(2, (x, y) => [-0.12 * x, y > 20 ? -7 : 2]);
    expect(unlikeAmong([a, other, third])).toEqual([false, true, true]);
    expect(unlikeAmong([other, faceOf(40, crooked), a, b, c])).toEqual([true, false, false, false, false]);
    // From the side nothing can be told.
    expect(unlikeAmong([a, faceOf(40, (x, y) => [0.1 * x, y > 20 ? 6 : 0])])).toEqual([false, false]);
  });

  it('say nothing of a face that is alike on both sides, or seen from elsewhere', () => {
    const even = (turn: number) => faceOf(turn, () => [0, 0]);
    expect(mirroredAmong([even(0), even(8)])).toEqual([false, false]);
    expect(faceDoubt(faceOf(0, crooked), faceOf(40, mirrored))).toBeNull();
    expect(mirroredAmong([faceOf(0, crooked), faceOf(40, mirrored)])).toEqual([false, false]);
  });

  it('accuse a face that is not mirrored in at most 1 of 100 pairs, and find four in five of those that are of a face crooked by 4 mm', () => {
    const draw = deviates(5);
    const rates = (share: number): { readonly wrongly: number; readonly rightly: number } => {
      const own: Moved = (x, y) => {
        const [dx, dy] = crooked(x, y);
        return [share * dx, share * dy];
      };
      const back: Moved = (x, y) => {
        const [dx, dy] = own(-x, y);
        return [-dx, dy];
      };
      const pairs = Array.from({ length: 300 }, (_, i) => [7 * Math.sin(3.1 * i), 7 * Math.cos(1.7 * i)] as const);
      const accused = (second: Moved): number =>
        pairs.filter(([turn, other]) => {
          const faces = [readFaceOf(turn, own, draw), readFaceOf(other, second, draw)];
          return mirroredAmong(faces).includes(true);
        }).length / pairs.length;
      return { wrongly: accused(own), rightly: accused(back) };
    };
    const [even, little, much] = [rates(0), rates(0.5), rates(1.5)];
    expect(Math.max(even.wrongly, even.rightly)).toBeLessThanOrEqual(0.01);
    expect(little.wrongly).toBeLessThanOrEqual(0.01);
    expect(much.wrongly).toBeLessThanOrEqual(0.01);
    expect(much.rightly).toBeGreaterThan(0.8);
  });
});
