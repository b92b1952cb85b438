import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPhoto } from '~/io/decode-photo';
import { linearToSrgb, srgbToLinear } from '~/model/colour/linear-rgb';
import type { LinearRgb } from '~/model/colour/linear-rgb';
import { skinColour } from '~/model/colour/skin-colour';
import { initialDesign } from '~/model/design/design';
import type { Design } from '~/model/design/design';
import { quantile } from '~/model/maths/quantile';
import type { HeadArea } from '~/model/photo/head-area';
import { shareOfRedness } from '~/model/pigment/photographed';
import { readSkin } from '~/model/skin/read-skin';
import { createRenderer } from '~/render/create-renderer';
import type { Renderer, Scene } from '~/render/scene';
import type { Subject } from '~/store/app-state';
import { createLab } from '../../tools/lab/lab';
import type { Lab } from '../../tools/lab/lab';
import { readPicture } from '../support/read-picture';
import { SHARP } from '../support/photo-character';
import { pixelsOf } from '../support/picture-bytes';
import { PLAIN_HEAD, webSized } from '../support/pictures';
import { readSkinFixture } from '../support/read-skin-fixture';
import { flatScene, oneLook } from './draw-flat';
import { flatScalp } from './flat-scalp';

const SIDE = 256;
const PX_PER_MM = 2;
const LOOK = oneLook(0.085, 0.6);
const SKIN: LinearRgb = [0.42, 0.265, 0.2];
const FLAT = flatScalp({ left: 0, top: 0, right: SIDE, bottom: SIDE, pxPerMm: PX_PER_MM, densityPerCm2: 280 });
/** The whole square is head, with bare skin known along its lower edge. */
const AREA: HeadArea = {
  box: { left: 0, top: 0, right: SIDE, bottom: SIDE },
  pxPerMm: PX_PER_MM,
  skinPx: [0.2, 0.35, 0.5, 0.65, 0.8].map((share) => ({ xPx: share * SIDE, yPx: 0.9 * SIDE })),
};

let renderer: Renderer;
beforeAll(async () => {
  const made = await createRenderer();
  if (!made.ok) throw new Error('no WebGL2 in the test browser');
  renderer = made.value;
});
afterAll(() => {
  renderer.dispose();
});

interface Pair {
  readonly before: Uint8ClampedArray;
  readonly after: Uint8ClampedArray;
}

/** A picture of linear colours, and what treatment makes of it, its skin and gloss read as in any photo. */
async function treat(colour: (x: number, y: number) => LinearRgb, light: LinearRgb = [1, 1, 1]): Promise<Pair> {
  const data = new ImageData(SIDE, SIDE);
  for (let i = 0; i < SIDE * SIDE; i++) {
    data.data.set([...colour(i % SIDE, Math.floor(i / SIDE)).map(linearToSrgb), 255], 4 * i);
  }
  const photo = await createImageBitmap(data, { premultiplyAlpha: 'none' });
  const pixels = { widthPx: SIDE, heightPx: SIDE, data: data.data, photoPxPerPixel: 1 };
  const look = { ...LOOK, skinColour: skinColour(lit(light), light) };
  const scene: Scene = { ...flatScene(photo, look, FLAT, SHARP), skin: readSkin(pixels, AREA, null, SHARP) };
  return { before: data.data, after: await readPicture(renderer, scene, { photo, leftPx: 0, topPx: 0, scale: 1 }) };
}

/** Light kept in a box of the picture, by band. */
function keptIn({ before, after }: Pair, [left, top, right, bottom]: readonly number[], width = SIDE): number[] {
  return [0, 1, 2].map((c) => {
    let was = 0;
    let is = 0;
    for (let y = top; y < bottom; y++) {
      for (let x = left; x < right; x++) {
        was += srgbToLinear(before[4 * (y * width + x) + c]);
        is += srgbToLinear(after[4 * (y * width + x) + c]);
      }
    }
    return is / was;
  });
}

const MIDDLE = [28, 28, 228, 228];
/** Code of green from which a place counts as nearly burnt out: there pigment fades. */
const NEARLY_BURNT = 0.88 * 255;
const lit = (light: LinearRgb, by = 1): LinearRgb => [
  SKIN[0] * light[0] * by,
  SKIN[1] * light[1] * by,
  SKIN[2] * light[2] * by,
];

describe('light on treated skin', () => {
  it('darkens the lit and the shadow side by the same fraction: 8:1 from one side', async () => {
    const pair = await treat((x) => lit([1, 1, 1], 2 ** ((-3 * x) / SIDE)));
    const shares = [28, 78, 128, 178].map((left) => keptIn(pair, [left, 28, left + 50, 228]));
    for (const share of shares) {
      share.forEach((kept, c) => expect(Math.abs(kept / (shares[0][c] ?? 1) - 1)).toBeLessThan(0.02));
    }
    expect(shares[0][1]).toBeLessThan(0.85);
  });

  it.each([
    ['warm', [1, 0.75, 0.45]],
    ['blue', [0.45, 0.65, 1]],
    ['green', [0.6, 1, 0.6]],
  ] as const)('loses as much in %s light, and stays nearly as coloured as it was', async (_, light) => {
    const white = keptIn(await treat(() => lit([1, 1, 1])), MIDDLE);
    const coloured = keptIn(await treat(() => lit(light), light), MIDDLE);
    // Half of the light's colour is taken for the skin's own (skin-colour.ts), of which a third is lost, half where that leaves little.
    coloured.forEach((kept, c) => expect(Math.abs(kept / white[c] - 1)).toBeLessThan(c === 1 ? 0.02 : 0.1));
    // Never past what is grey in this light.
    const shown = lit(light);
    const over = (c: 0 | 2): number =>
      Math.log(((shown[c] / light[c]) * coloured[c]) / ((shown[1] / light[1]) * coloured[1]));
    expect(over(0)).toBeGreaterThan(0);
    expect(over(2)).toBeLessThan(0);
  });

  it('takes a temple in blue light for skin', async () => {
    const pair = await treat((x) => (x < 200 ? lit([1, 1, 1]) : lit([0.4, 0.6, 1])));
    const forehead = keptIn(pair, [60, 28, 180, 228]);
    keptIn(pair, [208, 28, 240, 228]).forEach((kept, c) => {
      // Of its colour it keeps more: blue light leaves it less to lose.
      expect(Math.abs(kept / forehead[c] - 1)).toBeLessThan(c === 1 ? 0.03 : 0.12);
    });
  });

  it('leaves a highlight on top: what was added is still there', async () => {
    const gloss = (x: number, y: number): number => 0.3 * Math.exp(-((x - 128) ** 2 + (y - 128) ** 2) / (2 * 16 ** 2));
    const plain = keptIn(await treat(() => SKIN), MIDDLE);
    const pair = await treat((x, y) => [SKIN[0] + gloss(x, y), SKIN[1] + gloss(x, y), SKIN[2] + gloss(x, y)]);
    keptIn(pair, [120, 120, 136, 136]).forEach((kept, c) => {
      const shine = 0.29;
      const wanted = (SKIN[c] * plain[c] + shine) / (SKIN[c] + shine);
      // Its brightness is; of the tint below it, which is of another colour than skin alone, only about so much.
      expect(Math.abs(kept - wanted)).toBeLessThan(c === 1 ? 0.035 : 0.08);
      expect(wanted - plain[c]).toBeGreaterThan(0.05);
    });
  });

  it('gives a burnt-out highlight no grey', async () => {
    const pair = await treat((x, y) => {
      const shine = 1.6 * Math.exp(-((x - 128) ** 2 + (y - 128) ** 2) / (2 * 12 ** 2));
      return [SKIN[0] + shine, SKIN[1] + shine, SKIN[2] + shine];
    });
    let darkest = 255;
    pair.before.forEach((value, i) => {
      const at = i - (i % 4);
      const burnt = Math.min(pair.before[at], pair.before[at + 1], pair.before[at + 2]) === 255;
      if (i % 4 !== 3 && burnt) darkest = Math.min(darkest, pair.after[i] - (255 - value));
    });
    expect(darkest, 'no more than anybody sees').toBeGreaterThanOrEqual(246);
  });

  it('comes to what is burnt out without a step', async () => {
    // From skin on the left to burnt out on the right.
    const pair = await treat((x) => {
      const way = Math.min(1, Math.max(0, (x - 40) / 160));
      return [SKIN[0] + way * (1.2 - SKIN[0]), SKIN[1] + way * (1.2 - SKIN[1]), SKIN[2] + way * (1.2 - SKIN[2])];
    });
    const columns: number[] = [];
    for (let left = 16; left + 8 <= 240; left += 8) columns.push(keptIn(pair, [left, 16, left + 8, 240])[1]);
    for (let i = 1; i < columns.length; i++) {
      expect(columns[i] - columns[i - 1]).toBeGreaterThan(-0.02);
      expect(columns[i] - columns[i - 1]).toBeLessThan(0.08);
    }
    expect(columns[0]).toBeLessThan(0.85);
    expect(columns.at(-1)).toBeGreaterThan(0.85);
  });

  it('shows pigment on skin that is burnt out far and wide, and less of it', async () => {
    const pair = await treat((_, y) => (y > 220 ? SKIN : [1, 1, 1]));
    const [kept] = keptIn(pair, [40, 40, 216, 180]);
    const [whole] = keptIn(await treat(() => SKIN), [40, 40, 216, 180]);
    expect(kept).toBeLessThan(1 - 0.3 * (1 - whole));
    expect(kept).toBeGreaterThan(whole + 0.02);
  });

  it('a highlight too bright for red has no green or blue fringe', async () => {
    const most = (x: number, y: number): number => Math.exp(-((x - 128) ** 2 + (y - 128) ** 2) / (2 * 16 ** 2));
    const skin: LinearRgb = [0.75, 0.33, 0.2];
    const { before, after } = await treat((x, y) => [
      skin[0] + 0.7 * most(x, y),
      skin[1] + 0.7 * most(x, y),
      skin[2] + 0.7 * most(x, y),
    ]);
    let seen = 0;
    for (let at = 0; at < before.length; at += 4) {
      if (before[at + 1] < 180) continue;
      seen++;
      expect(after[at + 1]).toBeLessThanOrEqual(after[at]);
      expect(after[at + 2]).toBeLessThanOrEqual(after[at + 1]);
    }
    expect(seen).toBeGreaterThan(1000);
  });

  it('redness runs out over some millimetres, without an edge, and leaves burnt-out places white', async () => {
    const half = flatScalp({ left: 0, top: 0, right: 128, bottom: SIDE, pxPerMm: PX_PER_MM, densityPerCm2: 280 });
    const burntFrom = 236;
    const data = new ImageData(SIDE, SIDE);
    for (let i = 0; i < SIDE * SIDE; i++) {
      const burnt = Math.floor(i / SIDE) >= burntFrom;
      data.data.set(burnt ? [255, 255, 255, 255] : [...SKIN.map(linearToSrgb), 255], 4 * i);
    }
    const photo = await createImageBitmap(data, { premultiplyAlpha: 'none' });
    const ofLook = async (look: Scene['look']): Promise<Pair> => ({
      before: data.data,
      after: await readPicture(
        renderer,
        { ...flatScene(photo, LOOK, half, SHARP), look },
        { photo, leftPx: 0, topPx: 0, scale: 1 },
      ),
    });
    const red = await ofLook({ ...LOOK, redness: [1.25, 0.85, 1] });
    const plain = await ofLook(LOOK);
    /** Share of the redness that a column would have all of, as much of it as pigment shows, by what green loses. */
    const shareAt = (x: number): number => {
      const [with_, without] = [red, plain].map((pair) => keptIn(pair, [x, 28, x + 2, 228])[1]);
      return Math.log(with_ / without) / Math.log(0.85) / shareOfRedness(Infinity, without);
    };
    const shares = Array.from({ length: 30 }, (_, k) => shareAt(110 + 2 * k));
    expect(shares[0]).toBeGreaterThan(0.9);
    expect(shares[0]).toBeLessThan(1.02);
    // The last dot stands at 128: 3 mm on there still is some, 6 mm on there is none.
    expect(shares[12]).toBeGreaterThan(0.02);
    expect(Math.abs(shares[21])).toBe(0);
    shares.slice(1).forEach((share, k) => {
      expect(share - shares[k]).toBeLessThan(0.04);
      // A step of the columns is a millimetre.
      expect(shares[k] - share).toBeLessThan(0.35);
    });
    const lowest = red.after.subarray(4 * SIDE * (SIDE - 10));
    expect(lowest.every((code) => code === 255)).toBe(true);
  });

  it('darkens both sides of a rendered head in hard light by the same fraction', async () => {
    const { bitmap, pixels, area, outline, scalp } = await readSkinFixture('hardlight');
    const { widthPx, heightPx } = pixels;
    const flat = flatScalp({
      left: 0,
      top: 0,
      right: widthPx,
      bottom: heightPx,
      pxPerMm: area.pxPerMm,
      densityPerCm2: 280,
    });
    const skin = readSkin(pixels, area, outline, SHARP);
    const scene: Scene = { ...flatScene(bitmap, LOOK, flat, SHARP), skin, outline };
    const after = await readPicture(renderer, scene, { photo: bitmap, leftPx: 0, topPx: 0, scale: 1 });
    const kept: Record<'light' | 'shadow', number[]> = { light: [], shadow: [] };
    scalp.forEach((share, i) => {
      const was = srgbToLinear(pixels.data[4 * i + 1]);
      if (share < 255 || (was > 0.06 && was < 0.15)) return;
      // Left is lit; on the right, below the highlight, lies the shadow.
      const x = i % widthPx;
      if (x < 100 && was > 0.15) kept.light.push(srgbToLinear(after[4 * i + 1]) / was);
      if (x > 110 && was < 0.06) kept.shadow.push(srgbToLinear(after[4 * i + 1]) / was);
    });
    expect(kept.light.length).toBeGreaterThan(1000);
    expect(kept.shadow.length).toBeGreaterThan(300);
    expect(Math.abs(quantile(kept.shadow, 0.5) / quantile(kept.light, 0.5) - 1)).toBeLessThan(0.05);
  });
});

describe('a whole photo, brightened and darkened', () => {
  let lab: Lab;
  beforeAll(async () => {
    lab = await createLab();
  });
  afterAll(() => {
    lab.renderer.dispose();
  });

  /** Light kept in green around every eighth dot, if on bare skin in full view and not nearly burnt out; else NaN. */
  async function keptAtDots(subject: Subject, design: Design): Promise<number[]> {
    const scene = lab.sceneOf(subject, design);
    const { widthPx, heightPx } = subject.photo.size;
    const part = { left: 0, top: 0, width: widthPx, height: heightPx, scale: 1 };
    const before = (await lab.draw({ ...scene, coverage: null }, part)).data;
    const after = (await lab.draw(scene, part)).data;
    const { dots, coverage } = scene;
    if (dots === null || coverage === null) throw new Error('no dots');
    return Array.from({ length: Math.floor(coverage.drawCount / 8) }, (_, k) => {
      const i = 8 * k;
      const x = Math.round(dots.pointsPx[2 * i]);
      const y = Math.round(dots.pointsPx[2 * i + 1]);
      const bare = coverage.bytes[4 * i] > 0 && dots.hair[i] < 0.02 && dots.visible[i] > 0.99;
      return bare && before[4 * (y * widthPx + x) + 1] < NEARLY_BURNT
        ? keptIn({ before, after }, [x - 3, y - 3, x + 4, y + 4], widthPx)[1]
        : NaN;
    });
  }

  /** The same photo with another exposure, what is too bright clipped, and read anew. */
  async function exposed({ photo, reading }: Subject, exposure: number, design: Design): Promise<Subject> {
    const { width, height } = photo.working;
    const data = new ImageData(new Uint8ClampedArray(pixelsOf(photo.working)), width, height);
    data.data.forEach((code, i) => {
      if (i % 4 !== 3) data.data[i] = linearToSrgb(Math.min(1, srgbToLinear(code) * exposure));
    });
    const canvas = new OffscreenCanvas(width, height);
    canvas.getContext('2d')?.putImageData(data, 0, 0);
    const changed = await openPhoto(await canvas.convertToBlob());
    if (!changed.ok) throw new Error(changed.problem.kind);
    return lab.understandRead(changed.value, reading, design);
  }

  it.each([
    ['light skin', PLAIN_HEAD, 50, [1.5, 0.4]],
    ['dark skin', '/samples/turned-dark-full.jpg', -30, [2.5, 0.5]],
  ] as const)('loses the same fraction of its light: %s', async (_, url, skinItaDegrees, exposures) => {
    const small = await webSized(url);
    const canvas = new OffscreenCanvas(small.width, small.height);
    canvas.getContext('2d')?.drawImage(small, 0, 0);
    const understood = await lab.understand(await canvas.convertToBlob(), null);
    if (typeof understood === 'string') throw new Error(understood);
    const { subject } = understood;
    // A photo's exposure says nothing of the skin's tone: it is given.
    const design = { ...initialDesign(1), skinItaDegrees };
    const was = await keptAtDots(subject, design);
    expect(quantile(was.filter(Number.isFinite), 0.5)).toBeLessThan(0.9);
    for (const exposure of exposures) {
      const is = await keptAtDots(await exposed(subject, exposure, design), design);
      const changes = was.map((kept, i) => is[i] / kept).filter(Number.isFinite);
      expect(changes.length).toBeGreaterThan(500);
      expect(Math.abs(quantile(changes, 0.5) - 1)).toBeLessThan(0.03);
      expect(quantile(changes, 0.95) - quantile(changes, 0.05)).toBeLessThan(0.04);
    }
  });
});
