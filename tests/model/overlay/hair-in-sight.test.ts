import { expect, it } from 'vitest';
import { REFERENCE_CRANIUM } from '~/model/head/cranium';
import { hairInSight } from '~/model/overlay/hair-in-sight';
import { maskAt } from '~/model/raster/photo-map';
import { headWith } from '../../support/random-heads';
import { growField, viewOfAll } from '../../support/straight-view';

const fit = headWith(REFERENCE_CRANIUM);

it('shows the hair of the dots where they are seen, and nothing where there is none', () => {
  const all = viewOfAll(growField(40), fit);
  // as if each dot were seen at its place from above, 1 px to the mm: ten dots or so for every place of the picture
  const pointsPx = all.pointsPx.map((_, k) => all.pointsMm[3 * (k >> 1) + 2 * (k % 2)] ?? NaN);
  const view = { ...all, pointsPx };
  const left = Float32Array.from({ length: all.count }, (_, dot) => ((pointsPx[2 * dot] ?? NaN) < 0 ? 1 : 0));
  const map = hairInSight(view, left, fit);
  const centrePx = REFERENCE_CRANIUM.centre.zMm;
  expect(maskAt(map, -30, centrePx)).toBeGreaterThan(0.9);
  expect(maskAt(map, 30, centrePx)).toBe(0);
  expect(Math.max(...hairInSight(view, new Float32Array(all.count), fit).confidence)).toBe(0);
  expect(hairInSight({ ...view, count: 0 }, left, fit)).toMatchObject({ columns: 0, rows: 0 });
});
