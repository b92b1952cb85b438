import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LINEAR_OF_CODE } from '~/model/colour/linear-rgb';
import type { LinearRgb } from '~/model/colour/linear-rgb';
import { healedRadiusMm } from '~/model/design/pigment-presets';
import { readDotField } from '~/model/dots/dot-field';
import type { DotField } from '~/model/dots/dot-field';
import type { PhotoCharacter } from '~/model/photo/photo-character';
import { createRenderer } from '~/render/create-renderer';
import type { Renderer } from '~/render/scene';
import { SHARP } from '../support/photo-character';
import { flatScene, keptByModel, middleView, oneLook, plainPhoto, screenPixels } from './draw-flat';
import { axisRatio, blobsOf, greatestOrder, spacingVariation } from './find-dots';
import { fieldScalp, flatScalp } from './flat-scalp';
import type { FlatScalp } from './flat-scalp';

const SKIN = [172, 135, 117] as const;
const LINEAR_SKIN = SKIN.map((code) => LINEAR_OF_CODE[code]) as unknown as LinearRgb;
const CONTRAST = 0.6;
/** Sharpened, with strong noise. */
const HARSH: PhotoCharacter = { blurPx: 0.45, amount: 1.5, radiusPx: 1, grain: { sigmaCodes: 5, smearPx: 0.5 } };

let renderer: Renderer;
let field: DotField;
beforeAll(async () => {
  const [made, dots] = await Promise.all([createRenderer(), fetch('/dots.bin').then((answer) => answer.arrayBuffer())]);
  const read = readDotField(dots);
  if (!made.ok || !read.ok) throw new Error('no WebGL2 in the test browser, or assets/dots.bin is damaged');
  renderer = made.value;
  field = read.value;
});
afterAll(() => {
  renderer.dispose();
});

describe('mean of a patch equals exp(-n A)', () => {
  const PHOTO_PX = 256;
  const PX_PER_MM = 4;
  const cases = [0.25, 0.5, 1, 2, 4, 8].flatMap((zoom) => [0.11, 0.31, 0.45].map((dotSizeMm) => ({ zoom, dotSizeMm })));

  it.each(cases)('at zoom $zoom with dots of $dotSizeMm mm', async ({ zoom, dotSizeMm }) => {
    const radiusMm = healedRadiusMm(dotSizeMm);
    const look = oneLook(radiusMm, CONTRAST);
    const photo = await plainPhoto(SKIN, PHOTO_PX);
    const side = Math.max(256, 80 * zoom);
    // More of the largest dots would lie on each other: then there is less skin than they could darken.
    for (const densityPerCm2 of [60, 140, dotSizeMm < 0.4 ? 240 : 180]) {
      const flat = flatScalp({
        left: 0,
        top: 0,
        right: PHOTO_PX,
        bottom: PHOTO_PX,
        pxPerMm: PX_PER_MM,
        densityPerCm2,
      });
      // A whole number of dot rows, clear of the field's own edge.
      const step = Math.sqrt(100 / densityPerCm2) * PX_PER_MM * zoom;
      const rows = Math.floor((Math.min(side, PHOTO_PX * zoom) * 0.7) / step);
      const from = Math.round(side / 2 - (rows * step) / 2);
      const to = Math.round(side / 2 + (rows * step) / 2);
      for (const character of [SHARP, HARSH]) {
        renderer.show(flatScene(photo, look, flat, character), middleView(zoom, PHOTO_PX, side));
        const pixels = screenPixels(renderer);
        for (const band of [0, 1, 2]) {
          let sum = 0;
          for (let y = from; y < to; y++) {
            for (let x = from; x < to; x++) sum += LINEAR_OF_CODE[pixels[4 * (y * side + x) + band]];
          }
          const kept = sum / (to - from) ** 2 / LINEAR_OF_CODE[SKIN[band]];
          const wanted = keptByModel(look, LINEAR_SKIN, densityPerCm2, radiusMm, CONTRAST)[band];
          expect(Math.abs(kept / wanted - 1), `${densityPerCm2} per cm², band ${band}`).toBeLessThan(0.01);
        }
      }
    }
  });
});

describe('while a change goes on', () => {
  const PHOTO_PX = 256;
  const SIDE = 384;

  it.each([
    [0.75, 1],
    [1.5, 1],
    [3, 0.45],
    [3, 1],
    [6, 0.45],
    [6, 1],
  ])('a patch is as dark as when it rests, at zoom %d with dots frayed by %d', async (zoom, frayed) => {
    const flat = fieldScalp(field, PHOTO_PX, 4, 140);
    const photo = await plainPhoto(SKIN, PHOTO_PX);
    const scene = flatScene(photo, { ...oneLook(healedRadiusMm(0.31), CONTRAST), frayed }, flat, HARSH);
    /** Mean light of the same place of the photo, whatever the canvas has px. */
    const lightOf = (share: number, brief: boolean): number => {
      const side = SIDE * share;
      renderer.show(scene, { ...middleView(zoom * share, PHOTO_PX, side), ...(brief && { brief }) });
      const pixels = screenPixels(renderer);
      const [from, to] = [side / 2 - 64 * share, side / 2 + 64 * share];
      let sum = 0;
      for (let y = from; y < to; y++) {
        for (let x = from; x < to; x++) sum += LINEAR_OF_CODE[pixels[4 * (y * side + x) + 1]];
      }
      return sum / (to - from) ** 2;
    };
    const rests = lightOf(1, false);
    for (const share of [1, 0.75, 0.5]) expect(Math.abs(lightOf(share, true) / rests - 1)).toBeLessThan(0.01);
    // And after it nothing of it is left.
    expect(lightOf(1, false)).toBe(rests);
  });
});

describe('zoomed in beyond the photo, dots', () => {
  const PHOTO_PX = 128;
  const PX_PER_MM = 4;
  const ZOOM = 8;
  const SIDE = 640;

  /** Share of the light lost in green, against what lies between the dots. */
  async function lossesOf(flat: FlatScalp): Promise<Float32Array> {
    const look = oneLook(healedRadiusMm(0.31), CONTRAST);
    const photo = await plainPhoto(SKIN, PHOTO_PX);
    renderer.show(flatScene(photo, look, flat, HARSH), middleView(ZOOM, PHOTO_PX, SIDE));
    const pixels = screenPixels(renderer);
    const light = Float32Array.from({ length: SIDE * SIDE }, (_, i) => LINEAR_OF_CODE[pixels[4 * i + 1]]);
    const brightest = [...light].sort((a, b) => a - b)[Math.floor(0.6 * light.length)];
    return light.map((value) => 1 - value / brightest);
  }

  const inView = ({ dots }: FlatScalp): number => {
    const half = SIDE / ZOOM / 2;
    let count = 0;
    for (let i = 0; i < dots.count; i++) {
      const [x = 0, y = 0] = dots.pointsPx.subarray(2 * i, 2 * i + 2);
      if (Math.abs(x - PHOTO_PX / 2) < half && Math.abs(y - PHOTO_PX / 2) < half) count++;
    }
    return count;
  };

  it('can be counted, are round where they lie alone, and stand in no grid', async () => {
    const flat = fieldScalp(field, PHOTO_PX, PX_PER_MM, 140);
    const losses = await lossesOf(flat);
    const blobs = blobsOf(losses, SIDE);
    expect(Math.abs(blobs.length / inView(flat) - 1)).toBeLessThan(0.05);
    const whole = blobs.filter((blob) => !blob.atEdge);
    const ratios = whole.map(axisRatio).sort((a, b) => a - b);
    // A few run into their neighbours, as a hand sets them.
    expect(ratios[Math.floor(0.25 * ratios.length)]).toBeGreaterThan(0.9);
    // Between a quarter and three quarters of its depth a dot's edge takes more than a pixel.
    for (const { soft, core } of whole) expect(soft / core).toBeGreaterThan(0.5);
    expect(spacingVariation(whole)).toBeGreaterThan(0.08);
    expect(spacingVariation(whole)).toBeLessThan(0.4);
    expect(greatestOrder(blobs, SIDE)).toBeLessThan(0.1);
  });

  it('would be told from a grid', () => {
    const grid = Array.from({ length: 400 }, (_, i) => ({ x: 32 * (i % 20) + 16, y: 32 * Math.floor(i / 20) + 16 }));
    expect(spacingVariation(grid)).toBeLessThan(0.01);
    expect(greatestOrder(grid, SIDE)).toBeGreaterThan(0.9);
  });
});
