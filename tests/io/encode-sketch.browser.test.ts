import { expect, test } from 'vitest';
import { paintNothing } from '~/io/encode-picture';
import { encodeSketch } from '~/io/encode-sketch';
import type { SketchMarks } from '~/io/encode-sketch';
import type { Photo } from '~/io/photo';
import { pixelsOf } from './pixels-of';

const FULL = { widthPx: 800, heightPx: 600 };
const WORDS = {
  heading: 'A day',
  lines: { hairline: 'the plan', pencil: 'by hand' },
  legend: ['1 lower', '2 softer', 'A midline'],
  foot: 'No promise.',
};

async function greyPhoto(): Promise<Photo> {
  const canvas = new OffscreenCanvas(FULL.widthPx, FULL.heightPx);
  const pen = canvas.getContext('2d');
  if (pen === null) throw new Error('This browser has no canvas.');
  pen.fillStyle = '#808080';
  pen.fillRect(0, 0, FULL.widthPx, FULL.heightPx);
  const file = await canvas.convertToBlob({ type: 'image/png' });
  const working = await createImageBitmap(canvas, { resizeWidth: 400, resizeHeight: 300 });
  return { working, size: { widthPx: 400, heightPx: 300 }, full: FULL, file, name: 'a.png', focalPx: null };
}

const redAt = async (blob: Blob): Promise<{ at: (x: number, y: number) => number; width: number; height: number }> => {
  const { at, width, height } = await pixelsOf(blob);
  return { at: (x, y) => at(x, y)[0] ?? 0, width, height };
};

const options = { format: 'png', partPx: 256 } as const;

test('lines and pins lie at their places at full size, the rest is the photo, and the legend is below', async () => {
  const marks: SketchMarks = {
    lines: [
      {
        kind: 'hairline',
        points: [
          { xPx: 20, yPx: 100 },
          { xPx: 380, yPx: 100 },
        ],
        widthPx: 0,
      },
      {
        kind: 'pencil',
        points: [
          { xPx: 20, yPx: 200 },
          { xPx: 380, yPx: 200 },
        ],
        widthPx: 6,
      },
    ],
    pins: [{ at: { xPx: 200, yPx: 50 }, tag: '1' }],
  };
  const made = await encodeSketch(await greyPhoto(), paintNothing, marks, WORDS, options);
  if (!made.ok) throw new Error(made.problem);
  const { at, width, height } = await redAt(made.value.blob);
  expect(width).toBe(800);
  expect(height).toBeGreaterThan(680);
  expect(at(300, 200)).toBeGreaterThan(190);
  expect(at(300, 400)).toBe(255);
  // As wide as it lies on the skin: 6 working px are 12 here.
  expect(at(300, 405)).toBe(255);
  expect(at(300, 205)).toBe(128);
  expect(at(407, 104)).toBe(255);
  expect(at(300, 300)).toBe(128);
  expect(at(790, 640)).toBeGreaterThan(240);
});

test('the legend tells the lines apart by a piece of each, as wide as on the picture, of those alone that are on it', async () => {
  const across = (kind: 'hairline' | 'pencil', yPx: number, widthPx: number) => ({
    kind,
    points: [
      { xPx: 20, yPx },
      { xPx: 380, yPx },
    ],
    widthPx,
  });
  const textPx = Math.round(FULL.widthPx / 48);
  /** How many px are white across the sample before so many entries of the legend; null: there is no sample. */
  const samples = async (lines: SketchMarks['lines']): Promise<readonly (number | null)[]> => {
    const made = await encodeSketch(await greyPhoto(), paintNothing, { lines, pins: [] }, WORDS, options);
    if (!made.ok) throw new Error(made.problem);
    const { at } = await redAt(made.value.blob);
    return [0, 1, 2].map((entry) => {
      const [x, y] = [2 * textPx, FULL.heightPx + Math.round((entry + 1.9) * 1.45 * textPx)];
      const across = Array.from({ length: 13 }, (_, k) => at(x, y - 6 + k));
      return across[0] > 150 && across[0] < 180 ? across.filter((red) => red === 255).length : null;
    });
  };
  // 4 working px are 8 here, of which one is covered in part at either end.
  expect(await samples([across('hairline', 100, 0), across('pencil', 200, 4)])).toEqual([1, 7, null]);
  expect(await samples([across('pencil', 200, 4)])).toEqual([7, null, null]);
  // However small the head: still wider than the hairline.
  const [hairline, pencil] = await samples([across('hairline', 100, 0), across('pencil', 200, 0.2)]);
  expect(pencil).toBeGreaterThan(1.9 * (hairline ?? 0));
  expect(await samples([])).toEqual([null, null, null]);
});

test('pins of one place are drawn apart', async () => {
  const pins = ['1', '2'].map((tag) => ({ at: { xPx: 200, yPx: 150 }, tag }));
  const made = await encodeSketch(await greyPhoto(), paintNothing, { lines: [], pins }, WORDS, options);
  if (!made.ok) throw new Error(made.problem);
  const { at } = await redAt(made.value.blob);
  let white = 0;
  for (let y = 240; y < 360; y++) for (let x = 330; x < 470; x++) if (at(x, y) === 255) white++;
  // Two discs, less their digits: far more than one has.
  const radius = 0.75 * Math.max(12, Math.round(800 / 48));
  expect(white).toBeGreaterThan(1.1 * Math.PI * radius * radius);
});

test('a lost card gives none', async () => {
  const nothing = { lines: [], pins: [] };
  expect(await encodeSketch(await greyPhoto(), () => null, nothing, WORDS, options)).toEqual({
    ok: false,
    problem: 'cardLost',
  });
});
