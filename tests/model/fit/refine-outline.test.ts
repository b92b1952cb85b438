import { readFileSync } from 'node:fs';
import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import type { LinearRgb } from '~/model/colour/linear-rgb';
import { refineOutline } from '~/model/fit/refine-outline';
import { smoothstep } from '~/model/maths/numbers';
import { quantile } from '~/model/maths/quantile';
import { gaussianBlur } from '~/model/raster/gaussian-blur';
import { outlineLines } from '~/model/raster/outline-lines';
import { edgeAlong, maskAt } from '~/model/raster/photo-map';
import type { OutlineMask } from '~/model/raster/photo-map';
import type { PhotoPixels } from '~/model/raster/photo-pixels';
import { DARK_SKIN, LIGHT_SKIN, paintPatch } from '../../support/skin-patch';

const SIDE = 360;
const PER_SAMPLE = 3;
const CENTRE = { xPx: 180, yPx: 180 };
/** A head's edge that is no circle, px. */
const radiusAt = (angle: number): number => 110 + 8 * Math.cos(2 * angle);

/** What a segmenter would give: the edge `offPx` too far out, and soft. */
const coarse = (offPx: number): OutlineMask => {
  const samples = SIDE / PER_SAMPLE;
  const confidence = Uint8Array.from({ length: samples * samples }, (_, k) => {
    const x = ((k % samples) + 0.5) * PER_SAMPLE - CENTRE.xPx;
    const y = (Math.floor(k / samples) + 0.5) * PER_SAMPLE - CENTRE.yPx;
    const off = offPx + 2 * Math.sin(5 * Math.atan2(-y, x));
    return 255 * smoothstep(3, -3, Math.hypot(x, y) - radiusAt(Math.atan2(-y, x)) - off);
  });
  return { columns: samples, rows: samples, leftPx: 0, topPx: 0, pxPerSample: PER_SAMPLE, confidence };
};

const headOn = (skin: LinearRgb, ground: LinearRgb): PhotoPixels =>
  paintPatch(SIDE, (x, y) => {
    const dx = x + 0.5 - CENTRE.xPx;
    const dy = y + 0.5 - CENTRE.yPx;
    const inside = smoothstep(1, -1, Math.hypot(dx, dy) - radiusAt(Math.atan2(-dy, dx)));
    // light from the left, darker towards the rim
    const light = (0.7 - 0.003 * dx) * (1 - 0.4 * (Math.hypot(dx, dy) / 118) ** 4);
    return skin.map((band, c) => band * light * inside + ground[c] * (1 - inside)) as unknown as LinearRgb;
  });

/** How far out of the true edge the mask's lies, px, every 2°. */
const errors = (mask: OutlineMask): number[] =>
  Array.from({ length: 180 }, (_, ray) => {
    const angle = (ray * Math.PI) / 90;
    return (edgeAlong(mask, CENTRE, angle, 80, 150) ?? NaN) - radiusAt(angle);
  });

describe('refineOutline', () => {
  it.each([
    ['light skin on grey', LIGHT_SKIN, [0.5, 0.5, 0.5]],
    ['light skin on black', LIGHT_SKIN, [0.01, 0.01, 0.012]],
    ['dark skin on white', DARK_SKIN, [0.8, 0.8, 0.8]],
  ] as const)('finds the photo’s own edge: %s', (_, skin, ground) => {
    const pixels = headOn(skin, ground);
    for (const off of [-3, 3]) {
      const before = errors(coarse(off)).map(Math.abs);
      const after = errors(refineOutline(coarse(off), pixels)).map(Math.abs);
      expect(quantile(before, 0.95)).toBeGreaterThan(4);
      expect(quantile(after, 0.5)).toBeLessThan(0.35);
      expect(quantile(after, 0.95)).toBeLessThan(0.8);
    }
  });

  it('does not take the inner edge of a highlight near the rim for the head’s', () => {
    const ground: LinearRgb = [0.3, 0.28, 0.25];
    const pixels = paintPatch(SIDE, (x, y) => {
      const dx = x + 0.5 - CENTRE.xPx;
      const dy = y + 0.5 - CENTRE.yPx;
      const angle = Math.atan2(-dy, dx);
      const depth = radiusAt(angle) - Math.hypot(dx, dy);
      // 6 px inside the edge, over 60° of it, burnt out
      const gloss = smoothstep(4, 7, depth) * smoothstep(24, 10, depth) * smoothstep(0.6, 0.5, Math.abs(angle - 1));
      const inside = smoothstep(-1, 1, depth);
      return LIGHT_SKIN.map(
        (band, c) => (0.5 * band + gloss * (0.95 - 0.5 * band)) * inside + ground[c] * (1 - inside),
      ) as unknown as LinearRgb;
    });
    for (const off of [-2, 0]) {
      const after = errors(refineOutline(coarse(off), pixels)).map(Math.abs);
      expect(Math.max(...after)).toBeLessThan(2);
      expect(quantile(after, 0.95)).toBeLessThan(1);
    }
  });

  it('goes on beyond the photo where that cuts off the head', () => {
    const cut = 100;
    const whole = headOn(LIGHT_SKIN, [0.5, 0.5, 0.5]);
    const pixels = { ...whole, heightPx: SIDE - cut, data: whole.data.subarray(4 * SIDE * cut) };
    const { confidence, ...layout } = coarse(0);
    // rows whose middle lies above the photo
    const above = Math.ceil(cut / PER_SAMPLE - 0.5) * layout.columns;
    const mask = { ...layout, topPx: -cut, confidence: confidence.map((share, k) => (k < above ? 0 : share)) };
    const refined = refineOutline(mask, pixels);
    for (let xPx = CENTRE.xPx - 50; xPx <= CENTRE.xPx + 50; xPx++) expect(maskAt(refined, xPx, 0.1)).toBe(1);
    expect(maskAt(refined, 20, 0.1)).toBe(0);
  });

  it('stays where the segmenter saw the edge when the picture shows none', () => {
    const before = coarse(1);
    const flat = refineOutline(
      before,
      paintPatch(SIDE, () => [0.3, 0.2, 0.15]),
    );
    const moved = errors(flat).map((error, ray) => Math.abs(error - (errors(before)[ray] ?? NaN)));
    expect(quantile(moved, 0.95)).toBeLessThan(0.4);
  });

  it('is a straight ramp about its edge, and keeps what is far from it', () => {
    const refined = refineOutline(coarse(2), headOn(LIGHT_SKIN, [0.5, 0.5, 0.5]));
    expect(maskAt(refined, CENTRE.xPx, CENTRE.yPx)).toBe(1);
    expect(maskAt(refined, 8, 8)).toBe(0);
    const slope =
      ((maskAt(refined, CENTRE.xPx + radiusAt(0) - 2, CENTRE.yPx) ?? NaN) -
        (maskAt(refined, CENTRE.xPx + radiusAt(0) + 2, CENTRE.yPx) ?? NaN)) /
      4;
    expect(slope * PER_SAMPLE).toBeCloseTo(0.25, 1);
    expect(outlineLines(refined)).toHaveLength(1);
  });
});

const fixture = (name: string): PNG =>
  PNG.sync.read(readFileSync(new URL(`../../fixtures/skin/${name}.png`, import.meta.url)));

describe('on rendered heads (1.1 px per mm)', () => {
  it.each(['hardlight', 'stubble', 'dark'] as const)('brings an outline that is 1.5 mm off to the edge: %s', (name) => {
    const photo = fixture(name);
    const { width: columns, height: rows } = photo;
    const grey = fixture(`${name}-mask`).data.filter((_, k) => k % 4 === 0);
    const mask = (confidence: Uint8Array): OutlineMask => ({
      columns,
      rows,
      leftPx: 0,
      topPx: 0,
      pxPerSample: 1,
      confidence,
    });
    const truth = mask(Uint8Array.from(grey));
    const soft = gaussianBlur({ columns, rows, values: Float32Array.from(grey) }, 2.5).values;
    // A soft edge read at 27 % instead of one half lies 0.6 standard deviations out.
    const wide = mask(Uint8Array.from(soft, (share) => Math.min(255, (127.5 / 0.27) * (share / 255))));
    const pixels = { widthPx: columns, heightPx: rows, data: new Uint8ClampedArray(photo.data), photoPxPerPixel: 1 };
    const refined = refineOutline(wide, pixels);
    const middle = { xPx: columns / 2, yPx: 0.6 * rows };
    const off = (outline: OutlineMask): number[] =>
      Array.from({ length: 60 }, (_, ray) => {
        const angle = ((60 + ray) * Math.PI) / 180;
        const to = edgeAlong(outline, middle, angle, 40, 250);
        const real = edgeAlong(truth, middle, angle, 40, 250);
        return to === null || real === null ? NaN : Math.abs(to - real) / 1.1;
      }).filter(Number.isFinite);
    expect(off(wide).length).toBeGreaterThan(40);
    expect(quantile(off(wide), 0.5)).toBeGreaterThan(1);
    expect(quantile(off(refined), 0.5)).toBeLessThan(0.5);
    expect(quantile(off(refined), 0.95)).toBeLessThan(1.5);
  });
});
