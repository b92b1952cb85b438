import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { srgbToLinear } from '~/model/colour/linear-rgb';
import type { DotAppearance } from '~/model/pigment/dot-appearance';
import { CORE_INTEGRAL } from '~/model/pigment/dot-optics';
import { createRenderer } from '~/render/create-renderer';
import type { Renderer, Scene, View } from '~/render/scene';
import { readPicture } from '../support/read-picture';
import { SHARP } from '../support/photo-character';
import { flatScene, middleView, oneLook, plainPhoto, screenPixels } from './draw-flat';
import { flatScalp } from './flat-scalp';
import type { FlatScalp } from './flat-scalp';

const PHOTO_PX = 256;
const SKIN = [172, 135, 117] as const;
let renderer: Renderer;

const photoOf = (colour: readonly number[], size = PHOTO_PX): Promise<ImageBitmap> => plainPhoto(colour, size);
const sceneOf = (photo: ImageBitmap, look: DotAppearance, flat: FlatScalp): Scene =>
  flatScene(photo, look, flat, SHARP);

/** Dots all over the photo, seen at this cosine. */
const wholeScalp = (densityPerCm2: number, facing = 1): FlatScalp =>
  flatScalp({ left: 0, top: 0, right: PHOTO_PX, bottom: PHOTO_PX, pxPerMm: 4, densityPerCm2, facing });

/** Mean transmission of a box of pixels in each band, against the bare colour. */
function meanTransmission(
  pixels: Uint8ClampedArray,
  width: number,
  [left, top, right, bottom]: readonly number[],
): number[] {
  const sums = [0, 0, 0];
  for (let y = top; y < bottom; y++) {
    for (let x = left; x < right; x++) {
      for (let c = 0; c < 3; c++) sums[c] += srgbToLinear(pixels[4 * (y * width + x) + c]);
    }
  }
  return sums.map((sum, c) => sum / ((right - left) * (bottom - top)) / srgbToLinear(SKIN[c]));
}

const viewAt = (scale: number, size = PHOTO_PX): View => middleView(scale, PHOTO_PX, size);

beforeAll(async () => {
  const made = await createRenderer();
  if (!made.ok) throw new Error('no WebGL2 in the test browser');
  renderer = made.value;
});
afterAll(() => {
  renderer.dispose();
});

describe('the photo itself', () => {
  it('is the very same bytes outside the reach of dots, and darker inside', async () => {
    const noisy = new ImageData(PHOTO_PX, PHOTO_PX);
    for (let i = 0; i < noisy.data.length; i++) noisy.data[i] = i % 4 === 3 ? 255 : 60 + ((i * 2654435761) % 150);
    const photo = await createImageBitmap(noisy, { premultiplyAlpha: 'none' });
    const flat = flatScalp({ left: 100, top: 100, right: 150, bottom: 150, pxPerMm: 4, densityPerCm2: 280 });
    // Random colours are no skin, so nothing here may be taken for gloss.
    const scene = { ...sceneOf(photo, oneLook(0.085, 0.6), flat), skin: null };
    const part = { photo, leftPx: 0, topPx: 0, scale: 1 };
    const pixels = await readPicture(renderer, scene, part);
    let inside = 0;
    for (let y = 0; y < PHOTO_PX; y++) {
      for (let x = 0; x < PHOTO_PX; x++) {
        const at = 4 * (y * PHOTO_PX + x);
        const far = x < 80 || x > 170 || y < 80 || y > 170;
        if (far) expect([...pixels.subarray(at, at + 4)]).toEqual([...noisy.data.subarray(at, at + 4)]);
        else if (x > 110 && x < 140 && y > 110 && y < 140 && pixels[at] < noisy.data[at]) inside++;
      }
    }
    expect(inside).toBeGreaterThan(29 * 29 * 0.95);
    expect(await readPicture(renderer, scene, part)).toEqual(pixels);
  });

  it('is read without holding the page up: the card copies it, and nothing that is drawn meanwhile is in it', async () => {
    const photo = await photoOf(SKIN);
    const flat = flatScalp({ left: 100, top: 100, right: 150, bottom: 150, pxPerMm: 4, densityPerCm2: 280 });
    const scene = sceneOf(photo, oneLook(0.085, 0.6), flat);
    const bare = { ...scene, dots: null, coverage: null, look: null };
    const part = { photo, leftPx: 0, topPx: 0, scale: 1 };
    const alone = await readPicture(renderer, scene, part);
    const read = vi.spyOn(WebGL2RenderingContext.prototype, 'readPixels');
    const both = [readPicture(renderer, scene, part), readPicture(renderer, bare, part)];
    renderer.show(bare, viewAt(1));
    const [first, second] = await Promise.all(both);
    // Into memory of the card's: a number says where to.
    expect(read.mock.calls.map((given) => typeof given[6])).toEqual(['number', 'number']);
    read.mockRestore();
    expect(first).toEqual(alone);
    expect(second.subarray(0, 4)).toEqual(Uint8ClampedArray.from([...SKIN, 255]));
    expect(second).not.toEqual(first);
  });

  it('lies on the ground that the picture was given, without anything shining through, and on another once that is given', async () => {
    const scene = sceneOf(
      await photoOf(SKIN),
      oneLook(0.085, 0.6),
      flatScalp({ left: 100, top: 100, right: 150, bottom: 150, pxPerMm: 4, densityPerCm2: 0 }),
    );
    // Half as large as the canvas, in its middle.
    const view = viewAt(0.5);
    const pen = new OffscreenCanvas(PHOTO_PX, PHOTO_PX).getContext('2d');
    const seen = (x: number, y: number): number[] => {
      renderer.show(scene, view);
      pen?.clearRect(0, 0, PHOTO_PX, PHOTO_PX);
      pen?.drawImage(renderer.canvas, 0, 0);
      return [...(pen?.getImageData(x, y, 1, 1).data ?? [])];
    };
    for (const ground of [
      [51, 102, 204],
      [229, 222, 213],
    ] as const) {
      renderer.setGround([ground[0] / 255, ground[1] / 255, ground[2] / 255]);
      for (const at of [5, PHOTO_PX - 5]) expect(seen(at, at)).toEqual([...ground, 255]);
      expect(seen(PHOTO_PX / 2, PHOTO_PX / 2)).toEqual([...SKIN, 255]);
    }
    expect(renderer.canvas.hidden).toBe(false);
  });

  it('is read of the marks that are there for the screen already', async () => {
    const photo = await photoOf(SKIN);
    const flat = flatScalp({ left: 40, top: 40, right: 220, bottom: 220, pxPerMm: 4, densityPerCm2: 280 });
    const scene = sceneOf(photo, oneLook(0.085, 0.6), flat);
    const laid = vi.spyOn(WebGL2RenderingContext.prototype, 'bufferData');
    renderer.show(scene, viewAt(1));
    const read = await readPicture(renderer, scene, { photo, leftPx: 0, topPx: 0, scale: 1 });
    // Two marks of three corners a dot, 32 bytes each.
    const bytes = 2 * 3 * 32 * flat.dots.count;
    const largest = laid.mock.calls.filter((given) => given[1].byteLength === bytes);
    expect(largest).toHaveLength(1);
    laid.mockRestore();
    // They stay while one of the two needs them.
    renderer.show(
      sceneOf(
        photo,
        oneLook(0.085, 0.6),
        flatScalp({ left: 50, top: 50, right: 200, bottom: 200, pxPerMm: 4, densityPerCm2: 280 }),
      ),
      viewAt(1),
    );
    expect(await readPicture(renderer, scene, { photo, leftPx: 0, topPx: 0, scale: 1 })).toEqual(read);
  });

  it('is saved in tiles without a seam', async () => {
    const photo = await photoOf(SKIN);
    const flat = flatScalp({ left: 40, top: 40, right: 220, bottom: 220, pxPerMm: 4, densityPerCm2: 280 });
    const scene = sceneOf(photo, oneLook(0.085, 0.6), flat);
    const whole = await readPicture(renderer, scene, { photo, leftPx: 0, topPx: 0, scale: 1 });
    const right = await createImageBitmap(photo, 128, 0, 128, PHOTO_PX, { premultiplyAlpha: 'none' });
    const tile = await readPicture(renderer, scene, { photo: right, leftPx: 128, topPx: 0, scale: 1 });
    let worst = 0;
    for (let y = 0; y < PHOTO_PX; y++) {
      for (let x = 0; x < 128 * 4; x++) {
        worst = Math.max(worst, Math.abs(tile[y * 128 * 4 + x] - whole[y * PHOTO_PX * 4 + 128 * 4 + x]));
      }
    }
    expect(worst).toBeLessThanOrEqual(1);
  });

  it('shows bare left of the divider', async () => {
    const flat = wholeScalp(280);
    const scene = sceneOf(await photoOf(SKIN), oneLook(0.085, 0.6), flat);
    renderer.show(scene, { ...viewAt(1), wipe: 0.5 });
    const pixels = screenPixels(renderer);
    expect(meanTransmission(pixels, PHOTO_PX, [10, 10, 120, 120])[1]).toBeCloseTo(1, 9);
    expect(meanTransmission(pixels, PHOTO_PX, [140, 10, 250, 120])[1]).toBeLessThan(0.9);
  });

  it('keeps the mean at the rim, where dots are foreshortened', async () => {
    const facing = 0.3;
    const flat = wholeScalp(280, facing);
    const look = oneLook(0.085, 0.6);
    renderer.show(sceneOf(await photoOf(SKIN), look, flat), viewAt(1));
    const seen = meanTransmission(screenPixels(renderer), PHOTO_PX, [50, 50, 206, 206]);
    const area = 0.6 * CORE_INTEGRAL * 0.085 ** 2 * look.wholeRatio;
    expect(Math.abs(seen[1] / Math.exp(-2.8 * area) - 1)).toBeLessThan(0.01);
  });
});

describe('what is on the canvas', () => {
  const small = { left: 30, top: 30, right: 90, bottom: 90, pxPerMm: 4, densityPerCm2: 280 };
  const large = { ...small, right: 220, bottom: 220 };

  it('is the frame itself and nothing of the one before', async () => {
    const photo = await photoOf(SKIN);
    const look = oneLook(0.085, 0.6);
    const after = sceneOf(photo, look, flatScalp(small));
    renderer.show(after, viewAt(1));
    const alone = screenPixels(renderer);
    renderer.show(sceneOf(photo, look, flatScalp(large)), viewAt(1));
    expect(screenPixels(renderer)).not.toEqual(alone);
    renderer.show(after, viewAt(1));
    expect(screenPixels(renderer)).toEqual(alone);
    renderer.show({ ...after, coverage: null }, viewAt(1));
    expect(meanTransmission(screenPixels(renderer), PHOTO_PX, [0, 0, 256, 256])[1]).toBeCloseTo(1, 9);
  });

  it('is drawn anew only about the dots that changed, to the very same picture', async () => {
    const photo = await photoOf(SKIN);
    const look = oneLook(0.085, 0.6);
    const all = sceneOf(photo, look, wholeScalp(280));
    const { dots, coverage } = all;
    if (dots === null || coverage === null) throw new Error('a scene without dots');
    /** Without the dots of a few mm. */
    const fewer = (from: number, to: number): Scene => ({
      ...all,
      coverage: {
        ...coverage,
        bytes: coverage.bytes.map((byte, i) => {
          const [x, y] = dots.pointsPx.subarray(2 * (i >> 2), 2 * (i >> 2) + 2);
          return y > 120 && y < 140 && x > from && x < to ? 0 : byte;
        }),
      },
    });
    const scenes = [all, fewer(30, 60), fewer(200, 240), all];
    const whole = scenes.map((scene) => {
      renderer.show({ ...scene, look: null }, viewAt(1));
      renderer.show(scene, viewAt(1));
      return screenPixels(renderer);
    });
    const drawn = vi.spyOn(WebGL2RenderingContext.prototype, 'drawArrays');
    /** Corners of all rectangles that it takes to show a scene. */
    const cornersFor = (scene: Scene): number => {
      drawn.mockClear();
      renderer.show(scene, viewAt(1));
      return drawn.mock.calls.reduce((sum, [, , count]) => sum + count, 0);
    };
    const corners = scenes.map((scene, i) => {
      const count = cornersFor(scene);
      expect(screenPixels(renderer)).toEqual(whole[i]);
      return count;
    });
    // The first is what was shown last already.
    expect(corners[0]).toBe(0);
    const most = cornersFor({ ...all, look: { ...look } });
    for (const count of corners.slice(1)) {
      expect(count).toBeGreaterThan(0);
      expect(count).toBeLessThan(0.8 * most);
    }
    drawn.mockRestore();
  });

  it('is the same after the context was lost', async () => {
    const scene = sceneOf(await photoOf(SKIN), oneLook(0.085, 0.6), flatScalp(large));
    renderer.show(scene, viewAt(1));
    const before = screenPixels(renderer);
    const lose = renderer.canvas.getContext('webgl2')?.getExtension('WEBGL_lose_context');
    if (!lose) throw new Error('this browser cannot lose a context on purpose');
    const restored = new Promise<void>((done) => {
      const stop = renderer.onContextRestored(() => {
        stop();
        done();
      });
    });
    const lost = new Promise<void>((done) => {
      const stop = renderer.onContextLost(() => {
        stop();
        done();
      });
    });
    // Whoever waits for the card is not left waiting, be it there, on its way out or away.
    const drawn = (): Promise<void> => new Promise((done) => renderer.onDrawn(done));
    await drawn();
    const meanwhile = drawn();
    lose.loseContext();
    // At once, before anybody is told: nothing that is read now is a picture.
    const part = { photo: scene.photo, leftPx: 0, topPx: 0, scale: 1 };
    expect(await renderer.readPixels(scene, part)).toBeNull();
    expect(renderer.isLost()).toBe(true);
    await lost;
    await meanwhile;
    await drawn();
    expect(await renderer.readPixels(scene, part)).toBeNull();
    renderer.show(scene, viewAt(1));
    // A browser takes a moment before a context may come back.
    await new Promise((done) => setTimeout(done, 50));
    lose.restoreContext();
    await restored;
    renderer.show(scene, viewAt(1));
    expect(screenPixels(renderer)).toEqual(before);
    expect((await renderer.readPixels(scene, part))?.at(-1)).toBe(255);
  });
});

describe('where the card sums in bytes alone', () => {
  let inBytes: Renderer;
  beforeAll(async () => {
    const prototype = WebGL2RenderingContext.prototype as { getExtension(name: string): unknown };
    const real = Reflect.get(prototype, 'getExtension');
    const hidden = vi.spyOn(prototype, 'getExtension').mockImplementation(function (this: unknown, name) {
      return name.startsWith('EXT_color_buffer_') ? null : real.call(this, name);
    });
    const made = await createRenderer();
    hidden.mockRestore();
    if (!made.ok) throw new Error('no WebGL2 in the test browser');
    inBytes = made.value;
  });
  afterAll(() => {
    inBytes.dispose();
  });

  const CONTRASTS = [0.1, 0.3, 0.6];
  it.each(
    CONTRASTS.flatMap((contrast) =>
      [120, 280].flatMap((density) => [0.5, 1, 2].map((scale) => ({ contrast, density, scale }))),
    ),
  )(
    'pigment is as dark as elsewhere: contrast $contrast, $density per cm², scale $scale',
    async ({ contrast, density, scale }) => {
      const photo = await photoOf(SKIN);
      const flat = wholeScalp(density);
      const scene = sceneOf(photo, oneLook(0.085, contrast), flat);
      const lost: number[] = [];
      for (const each of [renderer, inBytes]) {
        each.show(scene, viewAt(scale));
        lost.push(1 - meanTransmission(screenPixels(each), PHOTO_PX, [70, 70, 186, 186])[1]);
      }
      expect(lost[0]).toBeGreaterThan(0.01);
      expect(lost[1] / lost[0]).toBeCloseTo(1, 2);
    },
  );
});
