import { describe, expect, it } from 'vitest';
import { linearToSrgb, srgbToLinear } from '~/model/colour/linear-rgb';
import type { LinearRgb } from '~/model/colour/linear-rgb';
import { quantile } from '~/model/maths/quantile';
import type { HeadArea } from '~/model/photo/head-area';
import { headGrid, personPlane } from '~/model/photo/head-grid';
import type { SpecularMap, OutlineMask } from '~/model/raster/photo-map';
import type { PhotoPixels } from '~/model/raster/photo-pixels';
import { readSpecular } from '~/model/skin/read-specular';
import { skinFixture } from '../../support/skin-fixture';
import { DARK_SKIN, LIGHT_SKIN, paintPatch, patchArea, scaled } from '../../support/skin-patch';

/** 150 mm of skin. */
const SIDE = 180;
const PX_PER_MM = 1.2;
const WHITE: LinearRgb = [1, 1, 1];
const STUBBLE: LinearRgb = [0.12, 0.11, 0.1];
const lit = (skin: LinearRgb, light: LinearRgb): LinearRgb => [
  skin[0] * light[0],
  skin[1] * light[1],
  skin[2] * light[2],
];

function glossOf(pixels: PhotoPixels, area: HeadArea, outline: OutlineMask | null, skin: LinearRgb): SpecularMap {
  const grid = headGrid(pixels, area);
  return readSpecular(grid, personPlane(grid, outline), skin).gloss;
}

const ofPatch = (colour: (x: number, y: number) => LinearRgb, skin: LinearRgb): SpecularMap =>
  glossOf(paintPatch(SIDE, colour), patchArea(SIDE), null, skin);

/** Share of gloss at a place, photo px. */
function shareAt({ columns, leftPx, topPx, pxPerSample, shares }: SpecularMap, x: number, y: number): number {
  const i = Math.floor((x - leftPx) / pxPerSample);
  const j = Math.floor((y - topPx) / pxPerSample);
  return (shares[j * columns + i] ?? NaN) / 255;
}

const sharesOf = ({ shares }: SpecularMap): number[] => [...shares].map((byte) => byte / 255);

/** Gloss about (90, 70), `sigmaMm` wide. */
const spot = (x: number, y: number, most: number, sigmaMm: number): number =>
  most * Math.exp(-((x - 90) ** 2 + (y - 70) ** 2) / (2 * (PX_PER_MM * sigmaMm) ** 2));

describe('gloss', () => {
  it.each([
    ['light skin', LIGHT_SKIN, WHITE, 0.4],
    ['dark skin', DARK_SKIN, WHITE, 0.08],
    ['light skin, warm light', LIGHT_SKIN, [1, 0.8, 0.55], 0.4],
    ['dark skin, cold light', DARK_SKIN, [0.8, 0.9, 1], 0.08],
  ] as const)('is found as much as was added, in spots of 10 to 30 mm: %s', (_, skin, light, most) => {
    for (const sigmaMm of [4, 8, 12]) {
      const gloss = (x: number, y: number): number => spot(x, y, most, sigmaMm);
      const map = ofPatch(
        (x, y) => {
          const amount = gloss(x, y);
          return lit([skin[0] + amount, skin[1] + amount, skin[2] + amount], light);
        },
        lit(skin, light),
      );
      for (const away of [0, 0.5, 1, 2, 3]) {
        const x = 90 + away * sigmaMm * PX_PER_MM;
        const added = gloss(x, 70) / (gloss(x, 70) + skin[1]);
        // of the most, three quarters are believed
        expect(Math.abs(shareAt(map, x, 70) - added * (1 - 0.25 * added))).toBeLessThan(0.15);
      }
    }
  });

  it('comes in softly: no step between neighbouring places of 2 to 3 mm', () => {
    const { columns, rows, shares } = ofPatch((x, y) => {
      const amount = spot(x, y, 0.3, 8);
      return [DARK_SKIN[0] + amount, DARK_SKIN[1] + amount, DARK_SKIN[2] + amount];
    }, DARK_SKIN);
    let steepest = 0;
    for (let i = 0; i < columns * rows - columns; i++) {
      const here = shares[i] ?? 0;
      if ((i + 1) % columns !== 0) steepest = Math.max(steepest, Math.abs((shares[i + 1] ?? 0) - here));
      steepest = Math.max(steepest, Math.abs((shares[i + columns] ?? 0) - here));
    }
    expect(steepest / 255).toBeGreaterThan(0.02);
    expect(steepest / 255).toBeLessThan(0.2);
  });

  it.each([
    ['light from one side, 8:1', (x: number) => scaled(LIGHT_SKIN, 2 ** ((-3 * x) / SIDE))],
    ['a hard shadow', (x: number) => scaled(LIGHT_SKIN, x < 90 ? 1 : 0.15)],
    ['a bulge that faces the light', (x: number, y: number) => scaled(LIGHT_SKIN, 0.5 + spot(x, y, 0.5, 8))],
    [
      'such a bulge, too bright for the camera in red',
      (x: number, y: number) => scaled(LIGHT_SKIN, 1.3 + spot(x, y, 1.3, 8)),
    ],
    ['half the head in blue light', (x: number) => lit(LIGHT_SKIN, x < 90 ? WHITE : [0.4, 0.6, 1])],
    ['a temple in blue light', (x: number) => lit(LIGHT_SKIN, x < 150 ? WHITE : [0.4, 0.6, 1])],
    ['warm light on one side', (x: number) => lit(LIGHT_SKIN, x < 90 ? WHITE : [1, 0.7, 0.4])],
    ['short grey stubble', (x: number, y: number) => ((7 * x + 3 * y) % 5 < 2 && y < 60 ? STUBBLE : LIGHT_SKIN)],
  ] as const)('is not seen in %s', (_, colour) => {
    const shares = sharesOf(ofPatch(colour, LIGHT_SKIN));
    expect(quantile(shares, 0.99)).toBeLessThan(0.12);
    expect(Math.max(...shares)).toBeLessThan(0.2);
  });

  it('never hides all that lies below, unless the picture is burnt out there: then it does', () => {
    const at = (most: number): number =>
      shareAt(
        ofPatch((x, y) => {
          const amount = spot(x, y, most, 8);
          return [DARK_SKIN[0] + amount, DARK_SKIN[1] + amount, DARK_SKIN[2] + amount];
        }, DARK_SKIN),
        90,
        70,
      );
    expect(at(0.5)).toBeGreaterThan(0.6);
    expect(at(0.5)).toBeLessThan(0.75);
    expect(at(1.5)).toBeGreaterThan(0.97);
  });

  it('is half of skin that is burnt out far wider than a highlight: that is too much light, and no gloss', () => {
    const burnt = ofPatch(() => [1, 1, 1], LIGHT_SKIN);
    expect(shareAt(burnt, 90, 70)).toBeCloseTo(0.5, 1);
  });

  it('is nowhere where the head lies outside the photo', () => {
    const area: HeadArea = { box: { left: 500, top: 500, right: 900, bottom: 900 }, pxPerMm: 2, skinPx: [] };
    expect(
      glossOf(
        paintPatch(20, () => LIGHT_SKIN),
        area,
        null,
        LIGHT_SKIN,
      ).shares.length,
    ).toBe(0);
  });
});

describe('on rendered heads', () => {
  const HEAD_SKIN = {
    hardlight: [0.4, 0.238, 0.15],
    stubble: [0.35, 0.227, 0.15],
    dark: [0.22, 0.133, 0.105],
  } as const;

  it.each([
    ['stubble', 60, 40],
    ['stubble', 110, 60],
    ['hardlight', 110, 60],
    ['dark', 60, 40],
  ] as const)('finds a highlight added to %s at %i, %i', (name, atX, atY) => {
    const { pixels, area, outline } = skinFixture(name);
    const { widthPx, heightPx } = pixels;
    const added = (x: number, y: number): number =>
      0.3 * Math.exp(-((x - atX) ** 2 + (y - atY) ** 2) / (2 * (1.1 * 8) ** 2));
    const data = new Uint8ClampedArray(pixels.data);
    for (let i = 0; i < widthPx * heightPx; i++) {
      const amount = added(i % widthPx, Math.floor(i / widthPx));
      for (const c of [0, 1, 2]) data[4 * i + c] = linearToSrgb(srgbToLinear(data[4 * i + c] ?? 0) + amount);
    }
    const map = glossOf({ ...pixels, data }, area, outline, HEAD_SKIN[name]);
    for (const away of [0, 4, 9]) {
      const x = atX + away;
      const share = added(x, atY) / srgbToLinear(data[4 * (atY * widthPx + x) + 1] ?? 0);
      expect(shareAt(map, x, atY)).toBeGreaterThan(0.6 * share);
      expect(shareAt(map, x, atY)).toBeLessThan(1.1 * share);
    }
  });

  it('takes the edge of a hard shadow for no gloss', () => {
    const { pixels, area, outline, scalp } = skinFixture('hardlight');
    const map = glossOf(pixels, area, outline, HEAD_SKIN.hardlight);
    const lit: number[] = [];
    for (let i = 0; i < scalp.length; i++) {
      const x = i % pixels.widthPx;
      const bright = srgbToLinear(pixels.data[4 * i + 1] ?? 0) > 0.1;
      if (scalp[i] === 255 && x < 110 && bright) lit.push(shareAt(map, x, Math.floor(i / pixels.widthPx)));
    }
    expect(lit.length).toBeGreaterThan(2000);
    expect(quantile(lit, 0.95)).toBeLessThan(0.1);
  });
});
