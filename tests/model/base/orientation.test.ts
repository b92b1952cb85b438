import { describe, expect, it } from 'vitest';
import {
  drawnTurned,
  isMirroring,
  MIRRORED,
  ORIENTATIONS,
  QUARTER_CLOCKWISE,
  turnedBack,
  turnedDirection,
  turnedPlace,
  turnedSize,
  turnedThen,
  turnFromTo,
} from '~/model/base/orientation';

const SIZE = { widthPx: 600, heightPx: 800 };
const PLACE = { xPx: 10, yPx: 30 };

describe('turns of a picture', () => {
  it('of every two the one after the other is a third, which places and sizes agree on', () => {
    for (const first of ORIENTATIONS)
      for (const next of ORIENTATIONS) {
        const both = turnedThen(first, next);
        const size = turnedSize(SIZE, first);
        expect(turnedSize(size, next)).toEqual(turnedSize(SIZE, both));
        expect(turnedPlace(turnedPlace(PLACE, SIZE, first), size, next)).toEqual(turnedPlace(PLACE, SIZE, both));
        expect(turnedDirection(...turnedDirection(3, 5, first), next)).toEqual(turnedDirection(3, 5, both));
        expect(isMirroring(both)).toBe(isMirroring(first) !== isMirroring(next));
        expect(turnedThen(first, turnFromTo(first, next))).toBe(next);
        expect(turnedThen(first, turnedBack(first))).toBe(1);
      }
  });

  it('are those of EXIF: the corner at the top left goes where its table says', () => {
    // EXIF 2.32, tag Orientation: which corner of the picture as it is meant the first byte lies in.
    const corners = ['00', '60', '68', '08', '00', '80', '86', '06'];
    const seen = ORIENTATIONS.map((each) => {
      const { xPx, yPx } = turnedPlace({ xPx: 0, yPx: 0 }, SIZE, each);
      return `${xPx / 100}${yPx / 100}`;
    });
    expect(seen).toEqual(corners);
    expect(turnedDirection(0, 1, QUARTER_CLOCKWISE), 'up goes to the right').toEqual([1, 0]);
    expect(turnedDirection(1, 0, MIRRORED)).toEqual([-1, 0]);
  });

  it('are drawn where places say', () => {
    for (const each of ORIENTATIONS) {
      const [a, b, c, d, e, f] = drawnTurned(SIZE, each);
      const drawn = { xPx: a * PLACE.xPx + c * PLACE.yPx + e, yPx: b * PLACE.xPx + d * PLACE.yPx + f };
      expect(drawn).toEqual(turnedPlace(PLACE, SIZE, each));
    }
  });
});
