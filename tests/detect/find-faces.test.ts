import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boxAround, intersection, longSide, overlap } from '~/detect/box';
import type { Box } from '~/model/base/units';
import { findFaces } from '~/detect/find-faces';
import type { LookForFaces } from '~/detect/find-faces';
import { tiles } from '~/detect/tiles';
import type { FaceReading } from '~/model/view/head-reading';

const square = (left: number, top: number, width: number, height = width): Box => ({
  left,
  top,
  right: left + width,
  bottom: top + height,
});

const inside = (inner: Box, outer: Box): boolean =>
  longSide(inner) > 0 && overlap(intersection(inner, outer), inner) > 0.999;

/** Landmarks in the box's corners. */
const reading = ({ left, top, right, bottom }: Box): FaceReading => {
  const corners = [left, top, 0, right, bottom, 0];
  const landmarksPx = Float32Array.from({ length: 3 * 468 }, (_, k) => corners[k % 6]);
  return { landmarksPx, box: boxAround(landmarksPx) };
};

interface Look {
  readonly part: Box;
  readonly isMirrored: boolean;
}

/** A detector that sees a face when all of it is shown and it is at least a tenth of what is shown. */
function watching(faces: readonly Box[]): { readonly look: LookForFaces; readonly looks: Look[] } {
  const looks: Look[] = [];
  const look: LookForFaces = (part, _, isMirrored) => {
    looks.push({ part, isMirrored });
    const seen = faces.filter((face) => inside(face, part) && longSide(face) >= longSide(part) / 10);
    return Promise.resolve(seen.map(reading));
  };
  return { look, looks };
}

describe('findFaces', () => {
  it('looks at a portrait and, closer, at its mirror image', async () => {
    const face = square(200, 150, 300);
    const { look, looks } = watching([face]);
    expect(await findFaces({ widthPx: 800, heightPx: 1000 }, look)).toEqual([reading(face)]);
    expect(looks).toEqual([
      { part: square(0, 0, 800, 1000), isMirrored: false },
      { part: square(50, 0, 600), isMirrored: true },
    ]);
  });

  it('refuses a portrait that its mirror image does not bear out: not seen there, or read elsewhere', async () => {
    const face = square(200, 150, 300);
    const { look } = watching([face]);
    for (const inMirror of [[], [reading(square(230, 150, 300))]]) {
      const found = await findFaces({ widthPx: 800, heightPx: 1000 }, (part, px, isMirrored, turn) =>
        isMirrored ? Promise.resolve(inMirror) : look(part, px, isMirrored, turn),
      );
      expect(found).toEqual([]);
    }
  });

  it('keeps the reading that agrees with itself best, of the photo turned', async () => {
    const face = square(200, 150, 300);
    /** Forehead and chin where they are at this turn. */
    const leaning = (turn: number): FaceReading => {
      const { landmarksPx, box } = reading(face);
      const [x, y] = [Math.sin((-turn * Math.PI) / 2), -Math.cos((turn * Math.PI) / 2)];
      landmarksPx.set([350 + 100 * x, 300 + 100 * y, 0], 3 * 10);
      landmarksPx.set([350 - 100 * x, 300 - 100 * y, 0], 3 * 152);
      return { landmarksPx, box };
    };
    for (const truth of [1, 2, 3]) {
      const turned: number[] = [];
      const found = await findFaces({ widthPx: 800, heightPx: 1000 }, (_, __, isMirrored, turn) => {
        turned.push(turn);
        // Seen from the wrong side the landmarker lays an upright face over it, and sees that in no mirror.
        if (turn !== truth) return Promise.resolve(isMirrored ? [] : [leaning(turn)]);
        return Promise.resolve([leaning(truth)]);
      });
      expect(found).toEqual([leaning(truth)]);
      expect(new Set(turned)).toEqual(new Set([0, 1, 2, 3]));
    }
  });

  it('takes each landmark halfway between the two readings', async () => {
    const read = (side: number): FaceReading => {
      const landmarksPx = Float32Array.from({ length: 3 * 468 }, (_, k) => (k % 2) * 300 + side);
      return { landmarksPx, box: boxAround(landmarksPx) };
    };
    const [face] = await findFaces({ widthPx: 800, heightPx: 1000 }, (_, __, isMirrored) =>
      Promise.resolve([read(isMirrored ? 206 : 200)]),
    );
    expect(face).toEqual(read(203));
  });

  it('finds each small face once, largest first', async () => {
    const crowd = Array.from({ length: 12 }, (_, i) =>
      square(40 + 160 * (i % 4), 60 + 210 * Math.floor(i / 4), 30 + i),
    );
    const { look } = watching(crowd);
    const found = await findFaces({ widthPx: 720, heightPx: 720 }, look);
    expect(found.map(({ box }) => box)).toEqual(crowd.toReversed());
  });

  it('finds faces of every size from a thirtieth of the photo on, wherever they are', async () => {
    const photo = { widthPx: 1200, heightPx: 900 };
    await fc.assert(
      fc.asyncProperty(
        fc.double({ min: 1 / 30, max: 0.7, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        async (share, x, y) => {
          const side = share * photo.widthPx;
          const { box: face } = reading(square(x * (photo.widthPx - side), y * (photo.heightPx - side), side));
          expect(await findFaces(photo, watching([face]).look)).toEqual([reading(face)]);
        },
      ),
    );
  });

  it('drops what is a face from far away only', async () => {
    const accident = square(300, 300, 60);
    const { look } = watching([accident]);
    const found = await findFaces({ widthPx: 1000, heightPx: 1000 }, (part, px, isMirrored, turn) =>
      longSide(part) < 2.5 * longSide(accident) ? Promise.resolve([]) : look(part, px, isMirrored, turn),
    );
    expect(found).toEqual([]);
  });
});

describe('tiles', () => {
  it('cover the photo to its edges and share a third', () => {
    fc.assert(
      fc.property(fc.integer({ min: 20, max: 4096 }), fc.integer({ min: 20, max: 4096 }), (widthPx, heightPx) => {
        const all = tiles({ widthPx, heightPx }, Math.max(widthPx, heightPx) / 4);
        const lefts = [...new Set(all.map(({ left }) => left))];
        const side = all[0].right - all[0].left;
        expect(Math.min(...lefts)).toBe(0);
        expect(Math.max(...all.map(({ right }) => right))).toBeCloseTo(widthPx, 6);
        expect(Math.max(...all.map(({ bottom }) => bottom))).toBeCloseTo(heightPx, 6);
        lefts.slice(1).forEach((left, i) => expect(left - lefts[i]).toBeLessThanOrEqual((side * 2) / 3 + 1e-6));
      }),
    );
  });
});
