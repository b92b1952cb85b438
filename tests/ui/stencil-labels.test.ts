import fc from 'fast-check';
import { expect, test } from 'vitest';
import { initialDesign } from '~/model/design/design';
import { hairlineOf } from '~/model/hairline/hairline';
import { REFERENCE_CRANIUM } from '~/model/head/cranium';
import { highOf, OVERLAP_MM, stencilOf, tilesOf } from '~/model/measure/stencil';
import { labelsOf, labelsOn, TILE_MM } from '~/ui/paper/stencil-labels';
import type { StencilLabel } from '~/ui/paper/stencil-labels';
import { heads, headWith, plainDesigns } from '../support/random-heads';

const papers = fc.constantFrom('a4' as const, 'letter' as const);
/** A number with its place on the way, as it is printed. */
const LENGTH = /^[\w ]+, \d+ mm$/;

/** All sheets of a stencil, with the part of each that is its own: from seam to seam, as it lies on the strip. */
const sheetsOf = (stencil: ReturnType<typeof stencilOf>, paper: 'a4' | 'letter') => {
  const { wide, high: most } = TILE_MM[paper];
  const high = Math.min(most, highOf(stencil));
  const half = OVERLAP_MM / 2;
  return tilesOf(stencil, wide, most).map((tile) => ({
    labels: labelsOn(labelsOf(stencil), tile, { wide, high }),
    left: tile.left + (tile.goesOn.left ? half : 0),
    right: tile.left + wide - (tile.goesOn.right ? half : 0),
    top: tile.top - (tile.goesOn.up ? half : 0),
    bottom: tile.top - high + (tile.goesOn.down ? half : 0),
  }));
};

const edgesOf = ({ middle: [x, y], size: { wide, high } }: StencilLabel) => ({
  left: x - wide / 2,
  right: x + wide / 2,
  top: y + high / 2,
  bottom: y - high / 2,
});

test('each word and number of a stencil stands on one sheet, whole: neither a sheet nor a seam cuts it', () => {
  let moved = 0;
  fc.assert(
    fc.property(heads, plainDesigns, papers, (head, design, paper) => {
      const stencil = stencilOf(hairlineOf(design, head), head);
      const all = labelsOf(stencil);
      const sheets = sheetsOf(stencil, paper);
      const written = sheets.flatMap(({ labels }) => labels);
      expect(written.map(({ id, lines }) => [id, ...lines].join(' ')).sort()).toEqual(
        all.map(({ id, lines }) => [id, ...lines].join(' ')).sort(),
      );
      expect(written.filter(({ lines }) => LENGTH.test(lines.join(' ')))).toHaveLength(3);
      for (const { labels, ...own } of sheets)
        for (const one of labels) {
          const { left, right, top, bottom } = edgesOf(one);
          expect(left).toBeGreaterThanOrEqual(own.left - 1e-9);
          expect(right).toBeLessThanOrEqual(own.right + 1e-9);
          expect(top).toBeLessThanOrEqual(own.top + 1e-9);
          expect(bottom).toBeGreaterThanOrEqual(own.bottom - 1e-9);
          // Aside by no more than half of itself: it is still beside its mark.
          const home = all.find(({ id }) => id === one.id)?.middle ?? [NaN, NaN];
          const [asideX, asideY] = [Math.abs(one.middle[0] - home[0]), Math.abs(one.middle[1] - home[1])];
          expect(asideX).toBeLessThanOrEqual(one.size.wide / 2 + 1e-9);
          expect(asideY).toBeLessThanOrEqual(one.size.high / 2 + 1e-9);
          if (asideX + asideY > 0.1) moved += 1;
        }
    }),
    { numRuns: 40 },
  );
  // The middle of the line, where the glabella is, lies near a seam on most heads.
  expect(moved).toBeGreaterThan(10);
});

test('the name of a tragus is clear of the strip: neither its rims nor where it ends run through it', () => {
  const head = headWith(REFERENCE_CRANIUM);
  for (const templeRecessionMm of [0, 10, 25]) {
    const stencil = stencilOf(hairlineOf({ ...initialDesign(3), templeRecessionMm }, head), head);
    const { front, exact, behind } = stencil;
    const ends = [0, -1].flatMap((end) => {
      const [[ax, ay], [bx, by]] = [front.at(end) ?? [0, 0], behind.at(end) ?? [0, 0]];
      return Array.from({ length: 100 }, (_, i) => [ax + ((bx - ax) * i) / 99, ay + ((by - ay) * i) / 99] as const);
    });
    for (const one of labelsOf(stencil).filter(({ id }) => id.endsWith('Tragus'))) {
      const { left, right, top, bottom } = edgesOf(one);
      const under = [...front, ...exact, ...behind, ...ends].filter(
        ([x, y]) => x > left + 1 && x < right - 1 && y > bottom + 1 && y < top - 1,
      );
      expect(under, `${one.id} at ${templeRecessionMm} mm`).toEqual([]);
    }
  }
});

test('no word lies over another', () => {
  fc.assert(
    fc.property(heads, plainDesigns, papers, (head, design, paper) => {
      const stencil = stencilOf(hairlineOf(design, head), head);
      for (const { labels } of sheetsOf(stencil, paper))
        for (const [i, a] of labels.entries())
          for (const b of labels.slice(i + 1)) {
            const isOver =
              2 * Math.abs(a.middle[0] - b.middle[0]) < a.size.wide + b.size.wide - 2 &&
              2 * Math.abs(a.middle[1] - b.middle[1]) < a.size.high + b.size.high - 3;
            expect(isOver, `${a.id} over ${b.id}`).toBe(false);
          }
    }),
    { numRuns: 40 },
  );
});
