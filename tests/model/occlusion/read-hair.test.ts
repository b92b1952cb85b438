import { readFileSync } from 'node:fs';
import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { LINEAR_OF_CODE, linearToSrgb } from '~/model/colour/linear-rgb';
import type { LinearRgb } from '~/model/colour/linear-rgb';
import { hashUnit } from '~/model/maths/hash';
import { readHair } from '~/model/occlusion/read-hair';
import type { ScalpOf } from '~/model/occlusion/read-hair';
import type { HeadArea } from '~/model/photo/head-area';
import type { HairMap, OutlineMask } from '~/model/raster/photo-map';
import type { PhotoPixels } from '~/model/raster/photo-pixels';
import { readSkin } from '~/model/skin/read-skin';
import { SHARP } from '../../support/photo-character';
import { DARK_SKIN, LIGHT_SKIN, paintPatch, patchArea, scaled, stubbled } from '../../support/skin-patch';

const SIDE = 180;

const hairOf = (
  pixels: PhotoPixels,
  area: HeadArea = patchArea(SIDE),
  outline: OutlineMask | null = null,
  scalp: ScalpOf | null = null,
): HairMap => readHair(pixels, area, outline, readSkin(pixels, area, outline, SHARP), scalp).map;

/** Mean hair, 0..1, of a part of the picture given in shares of its side. */
function meanHair(map: HairMap, left: number, top: number, right: number, bottom: number): number {
  let sum = 0;
  let count = 0;
  for (let y = Math.ceil(top * map.rows); y < bottom * map.rows; y++) {
    for (let x = Math.ceil(left * map.columns); x < right * map.columns; x++) {
      sum += (map.confidence[y * map.columns + x] ?? 0) / 255;
      count++;
    }
  }
  return sum / count;
}

const shadow = (x: number): number => 0.08 + 0.92 / (1 + Math.exp((x - 90) / 8));

describe.each([
  ['light skin', LIGHT_SKIN],
  ['dark skin', DARK_SKIN],
])('on %s', (_, skin) => {
  it('takes a hard shadow for skin', () => {
    const map = hairOf(paintPatch(SIDE, (x) => scaled(skin, shadow(x))));
    expect(Math.max(...map.confidence)).toBeLessThan(40);
  });

  it('finds stubble, in the light and in the shadow alike', () => {
    const map = hairOf(
      paintPatch(SIDE, (x, y) => {
        const lit = scaled(skin, x < 90 ? 1 : 0.35);
        return y < 90 ? stubbled(lit, x, y) : lit;
      }),
    );
    expect(meanHair(map, 0.1, 0.1, 0.4, 0.4)).toBeGreaterThan(0.4);
    expect(meanHair(map, 0.6, 0.1, 0.9, 0.4)).toBeGreaterThan(0.4);
    expect(meanHair(map, 0.1, 0.65, 0.4, 0.95)).toBeLessThan(0.05);
    expect(meanHair(map, 0.6, 0.65, 0.9, 0.95)).toBeLessThan(0.05);
  });
});

describe('readHair', () => {
  const half = (skin: LinearRgb): ((x: number, y: number) => LinearRgb) => {
    return (x, y) => (y < 90 ? stubbled(skin, x, y) : skin);
  };

  it.each([0.3, 0.6, 1.6])('gives the same map of a photo exposed %f times', (exposure) => {
    const normal = hairOf(paintPatch(SIDE, half(LIGHT_SKIN)));
    const other = hairOf(paintPatch(SIDE, half(LIGHT_SKIN), exposure));
    for (const [top, bottom] of [
      [0.05, 0.4],
      [0.6, 0.95],
    ] as const) {
      expect(Math.abs(meanHair(other, 0, top, 1, bottom) - meanHair(normal, 0, top, 1, bottom))).toBeLessThan(0.1);
    }
  });

  it('is not fooled by coloured light', () => {
    const tinted = (tint: LinearRgb): HairMap =>
      hairOf(
        paintPatch(SIDE, (x, y) => {
          const [red, green, blue] = half(LIGHT_SKIN)(x, y);
          return [red * tint[0], green * tint[1], blue * tint[2]];
        }),
      );
    for (const map of [tinted([1, 0.7, 0.4]), tinted([0.6, 0.8, 1])]) {
      expect(meanHair(map, 0.1, 0.1, 0.9, 0.4)).toBeGreaterThan(0.4);
      expect(meanHair(map, 0.1, 0.6, 0.9, 0.95)).toBeLessThan(0.05);
    }
  });

  it('finds dense dark hair without texture, by its missing warmth', () => {
    const map = hairOf(paintPatch(SIDE, (_, y) => (y < 90 ? [0.014, 0.013, 0.012] : LIGHT_SKIN)));
    expect(meanHair(map, 0.1, 0.1, 0.9, 0.4)).toBeGreaterThan(0.9);
    expect(meanHair(map, 0.1, 0.6, 0.9, 0.95)).toBeLessThan(0.05);
  });

  it('grows as evenly as stubble gets denser, so that pigment can give way to it', () => {
    // hairs on none to 15 % of the pixels from row 120 up to row 20
    const map = hairOf(
      paintPatch(SIDE, (x, y) => {
        const share = 0.15 * Math.min(Math.max((120 - y) / 100, 0), 1);
        return hashUnit(x + 4096 * y, 3) < share ? scaled(LIGHT_SKIN, 0.7) : LIGHT_SKIN;
      }),
    );
    const at = (row: number): number => meanHair(map, 0.05, (row - 3) / SIDE, 0.95, (row + 3) / SIDE);
    const rows = [20, 40, 60, 80, 100, 120].map(at);
    rows.slice(1).forEach((hair, k) => expect(hair).toBeLessThanOrEqual((rows[k] ?? 0) + 0.01));
    expect(at(20)).toBeGreaterThan(0.25);
    // in the middle a good half, and nowhere a step
    expect(at(70) / at(25)).toBeGreaterThan(0.3);
    expect(at(70) / at(25)).toBeLessThan(0.75);
    for (let row = 25; row < 120; row += 5) expect(at(row - 5) - at(row)).toBeLessThan(0.15);
  });

  it('reads thin stubble beside dense as thin, and the same with the contrast of a sharpened photo', () => {
    for (const hairLight of [0.7, 0.35]) {
      // hairs on 12 % of the pixels, on 4 %, and on none
      const map = hairOf(
        paintPatch(SIDE, (x, y) =>
          hashUnit(x + 4096 * y, 3) < (y < 60 ? 0.12 : y < 120 ? 0.04 : 0) ? scaled(LIGHT_SKIN, hairLight) : LIGHT_SKIN,
        ),
      );
      const [dense, thin, bare] = [0.15, 0.5, 0.85].map((at) => meanHair(map, 0.05, at - 0.08, 0.95, at + 0.08));
      expect(dense).toBeGreaterThan(0.2);
      expect(thin / dense).toBeGreaterThan(0.25);
      expect(thin / dense).toBeLessThan(0.65);
      expect(bare).toBeLessThan(0.02);
    }
  });

  it('leaves a soft highlight bare', () => {
    const map = hairOf(
      paintPatch(SIDE, (x, y) => {
        const gloss = 0.5 * Math.exp(-((x - 90) ** 2 + (y - 60) ** 2) / 500);
        return [LIGHT_SKIN[0] + gloss, LIGHT_SKIN[1] + gloss, LIGHT_SKIN[2] + gloss];
      }),
    );
    expect(Math.max(...map.confidence)).toBeLessThan(40);
  });

  it('says nothing outside the outline and does not take the head’s edge for hair', () => {
    const outline: OutlineMask = {
      columns: SIDE,
      rows: SIDE,
      leftPx: 0,
      topPx: 0,
      pxPerSample: 1,
      confidence: Uint8Array.from({ length: SIDE * SIDE }, (_, i) => (i % SIDE < 120 ? 255 : 0)),
    };
    // the outline is 1.5 px too wide
    const map = hairOf(
      paintPatch(SIDE, (x) => (x < 118.5 ? LIGHT_SKIN : [0.05, 0.05, 0.06])),
      { ...patchArea(SIDE), skinPx: [{ xPx: 50, yPx: 90 }] },
      outline,
    );
    expect(meanHair(map, 0, 0, 0.66, 1)).toBeLessThan(0.02);
    expect(meanHair(map, 0.7, 0, 1, 1)).toBe(0);
  });

  it('works where the head lies outside the photo', () => {
    const pixels = paintPatch(20, () => LIGHT_SKIN);
    const area: HeadArea = { box: { left: 500, top: 500, right: 900, bottom: 900 }, pxPerMm: 2, skinPx: [] };
    expect(hairOf(pixels, area).confidence.length).toBe(0);
  });
});

interface RenderedHead {
  readonly pixels: PhotoPixels;
  readonly area: HeadArea;
  readonly outline: OutlineMask;
}

const fixture = (name: string): PNG =>
  PNG.sync.read(readFileSync(new URL(`../../fixtures/skin/${name}.png`, import.meta.url)));
const grey = (png: PNG): Uint8Array =>
  Uint8Array.from({ length: png.width * png.height }, (_, i) => png.data[4 * i] ?? 0);

function renderedHead(name: 'hardlight' | 'stubble' | 'dark'): RenderedHead {
  const photo = fixture(name);
  const placesFile = readFileSync(new URL('../../fixtures/skin/places.json', import.meta.url), 'utf8');
  const places = JSON.parse(placesFile) as Record<string, [number, number][]>;
  const { width, height } = photo;
  return {
    pixels: { widthPx: width, heightPx: height, data: new Uint8ClampedArray(photo.data), photoPxPerPixel: 1 },
    area: {
      box: { left: 0, top: 0, right: width, bottom: height },
      pxPerMm: 1.1,
      skinPx: (places[name] ?? []).map(([xPx, yPx]) => ({ xPx, yPx })),
    },
    outline: {
      columns: width,
      rows: height,
      leftPx: 0,
      topPx: 0,
      pxPerSample: 1,
      confidence: grey(fixture(`${name}-mask`)),
    },
  };
}

/** The photo exposed so many times; what is too bright for it is lost. */
function exposedBy(pixels: PhotoPixels, times: number): PhotoPixels {
  const data = pixels.data.map((code, i) => (i % 4 === 3 ? code : linearToSrgb(times * (LINEAR_OF_CODE[code] ?? 0))));
  return { ...pixels, data };
}

/** Hair, 0..1, at every second pixel that is scalp, with its index. */
function onScalp(name: 'hardlight' | 'stubble' | 'dark', exposure = 1): { hair: number; at: number }[] {
  const { area, outline, ...photo } = renderedHead(name);
  const pixels = exposedBy(photo.pixels, exposure);
  const scalp = grey(fixture(`${name}-scalp`));
  const zone: ScalpOf['zone'] = (grid) =>
    Uint8Array.from({ length: grid.columns * grid.rows }, (_, i) => {
      const at = (place: number, startPx: number): number => Math.floor(startPx + (place + 0.5) * grid.pxPerSample);
      const [x, y] = [at(i % grid.columns, grid.leftPx), at(Math.floor(i / grid.columns), grid.topPx)];
      return (scalp[y * pixels.widthPx + x] ?? 0) > 127 ? 1 : 0;
    });
  const map = hairOf(pixels, area, outline, { zone, behindLine: zone });
  const found: { hair: number; at: number }[] = [];
  for (let at = 0; at < scalp.length; at += 2) {
    if ((scalp[at] ?? 0) < 250) continue;
    const i = Math.floor(((at % pixels.widthPx) + 0.5) / map.pxPerSample);
    const j = Math.floor((Math.floor(at / pixels.widthPx) + 0.5) / map.pxPerSample);
    if (i < map.columns && j < map.rows) found.push({ hair: (map.confidence[j * map.columns + i] ?? 0) / 255, at });
  }
  return found;
}

describe('on rendered heads', () => {
  const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length;

  it.each(['hardlight', 'dark'] as const)('finds a shaved scalp bare: %s', (name) => {
    const hair = onScalp(name).map((place) => place.hair);
    expect(hair.length).toBeGreaterThan(1000);
    expect(mean(hair)).toBeLessThan(0.025);
  });

  // what is not lies beside brows and ears
  it.each([
    ['hardlight', 0.95],
    ['dark', 0.85],
  ] as const)('is exactly 0 on bare skin, where it could only make clouds: %s', (name, share) => {
    const scalp = onScalp(name);
    expect(scalp.filter(({ hair }) => hair === 0).length / scalp.length).toBeGreaterThan(share);
  });

  /** More than this is stubble: hair-verdict.ts draws its line here too. */
  const STUBBLED = 0.15;

  it.each([0.4, 1, 1.5])('tells stubble from skin, shadow and gloss in a photo exposed %f times', (exposure) => {
    for (const name of ['hardlight', 'dark'] as const) {
      const places = onScalp(name, exposure);
      expect(places.filter(({ hair }) => hair > STUBBLED).length / places.length, name).toBeLessThan(0.03);
    }
    const truth = grey(fixture('stubble-truth'));
    const places = onScalp('stubble', exposure);
    const dense = places.filter(({ at }) => (truth[at] ?? 0) > 127);
    const bare = places.filter(({ at }) => truth[at] === 0);
    expect(dense.filter(({ hair }) => hair > STUBBLED).length / dense.length).toBeGreaterThan(0.85);
    expect(bare.filter(({ hair }) => hair > STUBBLED).length / bare.length).toBeLessThan(0.03);
  });

  it('finds the painted stubble', () => {
    const truth = grey(fixture('stubble-truth'));
    const places = onScalp('stubble');
    const stubble = places.filter(({ at }) => (truth[at] ?? 0) > 60).map((place) => place.hair);
    const bare = places.filter(({ at }) => truth[at] === 0).map((place) => place.hair);
    // area under the ROC curve: how often a place of stubble is given more hair than a bare one
    const wins = mean(stubble.map((s) => mean(bare.map((b) => (s > b ? 1 : s === b ? 0.5 : 0)))));
    expect(wins).toBeGreaterThan(0.93);
    expect(mean(stubble)).toBeGreaterThan(0.3);
    expect(mean(bare)).toBeLessThan(0.02);
  });
});
