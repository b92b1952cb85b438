import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readDotField } from '~/model/dots/dot-field';
import type { DotField } from '~/model/dots/dot-field';
import { gaussianBlur } from '~/model/raster/gaussian-blur';
import { measureCharacter } from '~/model/photo/photo-character';
import { measureSharpness } from '~/model/photo/measure-sharpness';
import type { PhotoCharacter } from '~/model/photo/photo-character';
import { createRenderer } from '~/render/create-renderer';
import type { Renderer } from '~/render/scene';
import { readPicture } from '../support/read-picture';
import { asCamera } from '../support/as-camera';
import type { CameraWay } from '../support/as-camera';
import { PLAIN_HEAD } from '../support/pictures';
import { flatScene, oneLook } from './draw-flat';
import { fieldScalp } from './flat-scalp';

/** Eyes, brows (for their edges) and forehead of the rendered sample, px; and the forehead in it. */
const FACE = { left: 400, top: 330, side: 700 };
const FOREHEAD = { left: 230, top: 90, width: 240, height: 150 };
const PX_PER_MM = 4.3;
let renderer: Renderer;
let field: DotField;
let sample: ImageData;
beforeAll(async () => {
  const made = await createRenderer();
  const dots = readDotField(await (await fetch('/dots.bin')).arrayBuffer());
  if (!made.ok || !dots.ok) throw new Error('no WebGL2 in the test browser, or assets/dots.bin is damaged');
  renderer = made.value;
  field = dots.value;
  const file = await (await fetch(PLAIN_HEAD)).blob();
  const bitmap = await createImageBitmap(file, FACE.left, FACE.top, FACE.side, FACE.side);
  const context = new OffscreenCanvas(FACE.side, FACE.side).getContext('2d');
  if (context === null) throw new Error('no 2d canvas');
  context.drawImage(bitmap, 0, 0);
  sample = context.getImageData(0, 0, FACE.side, FACE.side);
});
afterAll(() => {
  renderer.dispose();
});

/** Dots drawn over a picture of the sample at `scale`. */
async function withDots(picture: ImageData, scale: number, character: PhotoCharacter): Promise<ImageData> {
  const photo = await createImageBitmap(picture, { premultiplyAlpha: 'none' });
  const flat = fieldScalp(field, picture.width, PX_PER_MM * scale, 120);
  const scene = flatScene(photo, oneLook(0.15, 0.6), flat, character);
  const pixels = await readPicture(renderer, scene, { photo, leftPx: 0, topPx: 0, scale: 1 });
  return new ImageData(new Uint8ClampedArray(pixels), picture.width, picture.height);
}

/** Standard deviation of luma on the forehead, codes, at three widths of detail (px of the picture) and of all of it. */
function detailOf(picture: ImageData, scale: number): number[] {
  const [left, top, columns, rows] = [FOREHEAD.left, FOREHEAD.top, FOREHEAD.width, FOREHEAD.height].map((px) =>
    Math.round(px * scale),
  );
  const values = Float32Array.from({ length: columns * rows }, (_, i) => {
    const at = 4 * ((top + Math.floor(i / columns)) * picture.width + left + (i % columns));
    return 0.299 * picture.data[at] + 0.587 * picture.data[at + 1] + 0.114 * picture.data[at + 2];
  });
  const [fine, middle, coarse] = [0.6, 1.2, 2.4].map((sigma) => gaussianBlur({ columns, rows, values }, sigma).values);
  return [
    [values, fine],
    [fine, middle],
    [middle, coarse],
    [values, coarse],
  ].map(([a, b]) => Math.sqrt(a.reduce((sum, value, i) => sum + (value - b[i]) ** 2, 0) / a.length));
}

describe('dots look as if they had gone through the photo’s camera', () => {
  it.each<CameraWay>([
    { scale: 0.75, sharpened: 0, noiseCodes: 4, quality: 0.9 },
    { scale: 0.5, sharpened: 0, noiseCodes: 0, quality: 1 },
    { scale: 0.5, sharpened: 0, noiseCodes: 4, quality: 0.6 },
    { scale: 0.5, sharpened: 0.5, noiseCodes: 2, quality: 0.85 },
    { scale: 0.5, sharpened: 1, noiseCodes: 0, quality: 0.75 },
    { scale: 0.5, sharpened: 0, noiseCodes: 8, quality: 0.9 },
    { scale: 0.5, sharpened: 0, noiseCodes: 1, quality: 0.4 },
    { scale: 0.75, sharpened: 0.5, noiseCodes: 1, quality: 0.3 },
    { scale: 0.3, sharpened: 0, noiseCodes: 0, quality: 1 },
    { scale: 0.3, sharpened: 0, noiseCodes: 2, quality: 0.6 },
  ])('scale $scale, sharpened $sharpened, noise $noiseCodes, JPEG $quality', async (way) => {
    const photo = await asCamera(sample, way);
    const { width: widthPx, height: heightPx, data } = photo;
    const pixels = { widthPx, heightPx, data, photoPxPerPixel: 1 };
    const character = measureCharacter(pixels, pixels);
    const bare = detailOf(photo, way.scale);
    // In the sample dots are drawn before the camera, as sharp as its own edges.
    const { width, height } = sample;
    const own = measureSharpness({ widthPx: width, heightPx: height, data: sample.data, photoPxPerPixel: 1 });
    const crisp = { ...own, grain: { sigmaCodes: 0, smearPx: 0 } };
    const truth = detailOf(await asCamera(await withDots(sample, 1, crisp), way), way.scale);
    const ours = detailOf(await withDots(photo, way.scale, character), way.scale);
    expect(truth[3] / bare[3]).toBeGreaterThan(1.02);
    // What heavy compression leaves of dots is chance; in a small picture, in which one of its blocks holds several dots, sooner.
    const isChance = way.quality < 0.5 || (way.scale < 0.5 && way.quality < 0.75);
    const [finest, others] = isChance ? [0.3, 0.25] : [0.25, 0.18];
    ours.forEach((value, i) => expect(Math.abs(value / truth[i] - 1)).toBeLessThan(i === 0 ? finest : others));
  });
});
