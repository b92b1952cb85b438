import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { missingPigment } from '~/model/advice/missing-pigment';
import { initialDesign, ZONES_ALIKE } from '~/model/design/design';
import { createDotCoverage } from '~/model/dots/cover-dots';
import type { DotCoverage } from '~/model/dots/dot-coverage';
import { REFERENCE_CRANIUM } from '~/model/head/cranium';
import type { SpecularMap } from '~/model/raster/photo-map';
import { scalpNote } from '~/ui/words/notice-words';
import { headWith } from '../../support/random-heads';
import { growField, viewOfAll } from '../../support/straight-view';

const fit = headWith(REFERENCE_CRANIUM);
const all = viewOfAll(growField(100), fit);
/** As a camera far in front sees them, one px a mm. */
const view = { ...all, pointsPx: all.pointsMm.filter((_, i) => i % 3 < 2) };
const design = { ...initialDesign(5), zones: ZONES_ALIKE, densityPerCm2: 80 };
const onBareSkin = createDotCoverage(view, fit).cover(design);

const [left, right, top, bottom] = [0, 1].flatMap((axis) => {
  const places = view.pointsPx.filter((_, i) => i % 2 === axis);
  return [places.reduce((a, b) => Math.min(a, b)), places.reduce((a, b) => Math.max(a, b))];
});
/** Gloss of shares by the column, 0..1, over all of the dots and some room around them. */
function glossOf(columns: readonly number[]): SpecularMap {
  const pxPerSample = (1.4 * Math.max(right - left, bottom - top)) / columns.length;
  const place = { leftPx: left - 0.15 * (right - left), topPx: top - 0.15 * (bottom - top), pxPerSample };
  const shares = Uint8Array.from({ length: columns.length ** 2 }, (_, k) => 255 * (columns[k % columns.length] ?? 0));
  return { ...place, columns: columns.length, rows: columns.length, shares };
}
const drawnIn = (hair: number): DotCoverage =>
  createDotCoverage({ ...view, hair: new Float32Array(view.count).fill(hair) }, fit).cover(design);
const amount = ({ bytes, drawCount }: DotCoverage): number => {
  let sum = 0;
  for (let dot = 0; dot < drawCount; dot++)
    sum += ((bytes[4 * dot] ?? 0) / 120) * ((bytes[4 * dot + 1] ?? 0) / 200) ** 2;
  return sum;
};

describe('missingPigment', () => {
  it('finds nothing missing on bare skin, nor under a highlight here and there', () => {
    expect(missingPigment(view, onBareSkin, onBareSkin, null)).toBeNull();
    expect(missingPigment(view, onBareSkin, onBareSkin, glossOf([0, 0, 1, 0, 0, 0, 0.6, 0, 0, 0]))).toBeNull();
    expect(missingPigment(view, { ...onBareSkin, drawCount: 0 }, onBareSkin, null)).toBeNull();
  });

  it('says light where too much of it lies on the skin, and hair where that keeps the dots away', () => {
    expect(missingPigment(view, onBareSkin, onBareSkin, glossOf(Array<number>(10).fill(0.7)))).toBe('light');
    expect(missingPigment(view, onBareSkin, drawnIn(0.9), null)).toBe('hair');
    expect(missingPigment(view, onBareSkin, drawnIn(0.9), glossOf(Array<number>(10).fill(0.2)))).toBe('hair');
  });

  it('whatever hair and light are: where less than most of what is wanted is seen, a sentence says why', () => {
    fc.assert(
      fc.property(
        fc.float({ min: 0, max: 1, noNaN: true }),
        fc.float({ min: 0, max: 1, noNaN: true }),
        (hair, bright) => {
          const drawn = drawnIn(hair);
          const share = ((1 - bright) * amount(drawn)) / amount(onBareSkin);
          const missing = missingPigment(view, onBareSkin, drawn, glossOf(Array<number>(8).fill(bright)));
          // Bytes of shares are whole numbers.
          if (Math.abs(share - 0.6) > 0.01) expect(missing !== null).toBe(share < 0.6);
          const seen = { covered: false, hair: () => 'stubble' as const, missing: () => missing };
          expect(scalpNote(seen) !== null).toBe(missing !== null);
        },
      ),
      { numRuns: 30 },
    );
  });
});
