import { describe, expect, it } from 'vitest';
import type { LinearRgb } from '~/model/colour/linear-rgb';
import { besideHair } from '~/model/density/coverage-zones';
import { hashUnit } from '~/model/maths/hash';
import { readHair } from '~/model/occlusion/read-hair';
import type { HeadArea } from '~/model/photo/head-area';
import { maskAt } from '~/model/raster/photo-map';
import { readSkin } from '~/model/skin/read-skin';
import { SHARP } from '../../support/photo-character';
import { DARK_SKIN, LIGHT_SKIN, paintPatch, scaled } from '../../support/skin-patch';

const SIDE = 240;
const PX_PER_MM = 3;
const MIDDLE = SIDE / 2;
const EQUAL = 0.6;

const area: HeadArea = {
  box: { left: 0, top: 0, right: SIDE, bottom: SIDE },
  pxPerMm: PX_PER_MM,
  skinPx: [0.2, 0.4, 0.6, 0.8].map((share) => ({ xPx: share * SIDE, yPx: 0.95 * SIDE })),
};

/** Share of the dots that stand at so many mm from the middle, on all sides the least. */
function dotsAround(colour: (x: number, y: number) => LinearRgb): (mm: number) => number {
  const pixels = paintPatch(SIDE, colour);
  const everywhere = (grid: { columns: number; rows: number }): Uint8Array =>
    new Uint8Array(grid.columns * grid.rows).fill(1);
  const { map } = readHair(pixels, area, null, readSkin(pixels, area, null, SHARP), {
    zone: everywhere,
    behindLine: everywhere,
  });
  return (mm) =>
    Math.min(
      ...Array.from({ length: 8 }, (_, k) => (k * Math.PI) / 4).map((angle) =>
        besideHair(
          maskAt(map, MIDDLE + mm * PX_PER_MM * Math.cos(angle), MIDDLE + mm * PX_PER_MM * Math.sin(angle)) ?? 0,
          EQUAL,
        ),
      ),
    );
}

const fromMiddleMm = (x: number, y: number): number => Math.hypot(x - MIDDLE, y - MIDDLE) / PX_PER_MM;

describe.each([
  ['light skin', LIGHT_SKIN],
  ['dark skin', DARK_SKIN],
])('a mole on %s', (_, skin) => {
  it.each([2, 3, 4, 6])('of %i mm stays free with 1 to 2 mm about it, and softly', (diameterMm) => {
    const at = dotsAround((x, y) => scaled(skin, fromMiddleMm(x, y) < diameterMm / 2 ? 0.5 : 1));
    expect(at(0)).toBe(0);
    expect(at(diameterMm / 2)).toBeLessThan(0.1);
    expect(at(diameterMm / 2 + 1.5)).toBeGreaterThan(0.05);
    expect(at(diameterMm / 2 + 3.5)).toBeGreaterThan(0.9);
  });
});

describe('what is no mole', () => {
  it('a freckle, a shadow’s edge, a wrinkle and a patch', () => {
    const pictures: Record<string, (x: number, y: number) => number> = {
      freckle: (x, y) => (fromMiddleMm(x, y) < 1.5 ? 0.88 : 1),
      shadow: (x) => 0.3 + 0.7 / (1 + Math.exp((x - MIDDLE) / 6)),
      wrinkle: (x, y) => (Math.abs(y - MIDDLE) < 2 && Math.abs(x - MIDDLE) < 60 ? 0.6 : 1),
      patch: (x, y) => (fromMiddleMm(x, y) < 9 ? 0.5 : 1),
    };
    for (const [name, light] of Object.entries(pictures)) {
      expect(dotsAround((x, y) => scaled(LIGHT_SKIN, light(x, y)))(0), name).toBeGreaterThan(0.3);
    }
  });

  it('hairs of stubble', () => {
    const at = dotsAround((x, y) => scaled(LIGHT_SKIN, hashUnit(x + 4096 * y, 3) < 0.12 ? 0.35 : 1));
    // one field: no hair and no gap between hairs makes a hole
    const places = [0, 2, 4, 6, 8, 10, 12, 14, 16].map(at);
    expect(Math.max(...places) - Math.min(...places)).toBeLessThan(0.15);
    expect(Math.min(...places)).toBeGreaterThan(0.05);
  });
});
