import fc from 'fast-check';
import { expect, it } from 'vitest';
import { dotPlaces } from '~/model/dots/dot-places';

const seen = (places: readonly number[]) => ({ count: places.length / 2, pointsPx: Float32Array.from(places) });

it('every dot lies in its own square, and no row or column beyond those asked for is without one', () => {
  const coordinate = fc.double({ min: -50, max: 900, noNaN: true });
  fc.assert(
    fc.property(
      fc.array(fc.tuple(coordinate, coordinate), { minLength: 1, maxLength: 60 }),
      fc.double({ min: 0.5, max: 40, noNaN: true }),
      fc.constantFrom(0, 1),
      (dots, pxPerSample, around) => {
        const view = seen(dots.flat());
        const { columns, rows, leftPx, topPx, placeOf } = dotPlaces(view, pxPerSample, around);
        const taken = dots.map((_, dot) => placeOf(dot));
        for (const [dot, place] of taken.entries()) {
          const [i, j] = [place % columns, Math.floor(place / columns)];
          expect(i).toBe(Math.floor((view.pointsPx[2 * dot] - leftPx) / pxPerSample));
          expect(j).toBe(Math.floor((view.pointsPx[2 * dot + 1] - topPx) / pxPerSample));
          expect(i).toBeLessThan(columns);
          expect(j).toBeLessThan(rows);
        }
        expect(Math.max(...taken.map((place) => place % columns))).toBe(columns - 1 - around);
        expect(Math.max(...taken.map((place) => Math.floor(place / columns)))).toBe(rows - 1 - around);
      },
    ),
  );
});

it('without a dot there is no square', () => {
  expect(dotPlaces(seen([]), 2, 1)).toMatchObject({ columns: 0, rows: 0, leftPx: 0, topPx: 0 });
});
