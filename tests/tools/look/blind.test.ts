import { describe, expect, it } from 'vitest';
import { srgbToLinear } from '~/model/colour/linear-rgb';
import type { FlatOrder } from '../../../tools/lab/flat-patch';
import type { AskedDesign } from '../../../tools/lab/treat-page';
import { savedAlike, shadedAs } from '../../../tools/look/alike';
import { bareSkinOf } from '../../../tools/look/bare-sheet';
import {
  CROP_MM,
  CROP_PX_PER_MM,
  cropOf,
  cropOfPhoto,
  cropsOfState,
  CROPS_EACH,
  keyOf,
  scoreOf,
  sharedOut,
  sheetOf,
  shuffled,
} from '../../../tools/look/blind-test';
import type { BlindCrop } from '../../../tools/look/blind-test';
import { windowsIn } from '../../../tools/look/blind-windows';
import type { LookPicture, Pixels, PointPx } from '../../../tools/look/picture';
import { leastCut, quilted } from '../../../tools/look/quilt';
import { strokeWays, waysApart } from '../../../tools/look/stroke-ways';
import { drawSkin, rectangle, SKIN } from '../../support/drawn-dots';

const PX_PER_MM = 8;
/** A photograph of work: 80 × 70 mm, the line level at 48 mm, all above it treated. */
const LINE_MM = 48;
const drawn = drawSkin({
  widthMm: 80,
  heightMm: 70,
  pxPerMm: PX_PER_MM,
  light: (_, yMm) => (yMm < LINE_MM ? [0.3, 0.2, 0.15] : SKIN),
  dots: [],
  grain: 0.03,
});
const picture: LookPicture = {
  pixels: drawn,
  pxPerMm: PX_PER_MM,
  field: rectangle(PX_PER_MM, [2, 2, 78, 40]),
  bare: rectangle(PX_PER_MM, [2, 55, 78, 68]),
  lines: [{ part: 'middle', points: [2, 30, 60, 78].map((x): PointPx => [x * PX_PER_MM, LINE_MM * PX_PER_MM]) }],
};
const meanOf = ({ data }: Pixels, band: number): number => {
  let sum = 0;
  for (let i = band; i < data.length; i += 4) sum += data[i];
  return sum / (data.length / 4);
};

describe('windows of a photograph', () => {
  const [line, field] = windowsIn(picture, ['line', 'field'], CROP_MM, 4);

  it('lie at the line and behind it, and say where', () => {
    for (const { box } of [line, field]) {
      expect(box.rightPx - box.leftPx).toBe(CROP_MM * PX_PER_MM);
      expect(box.leftPx).toBeGreaterThanOrEqual(2 * PX_PER_MM);
      expect(box.bottomPx).toBeLessThanOrEqual(68 * PX_PER_MM);
    }
    const middleMm = (line.box.topPx + line.box.bottomPx) / 2 / PX_PER_MM;
    expect(line.behindMm).toBeCloseTo(LINE_MM - middleMm, 1);
    expect(line.turnDegrees).toBeCloseTo(0, 1);
    expect(field.behindMm).toBeGreaterThan(12);
  });

  it('are the same for the same seed, and none where there is no room', () => {
    expect(windowsIn(picture, ['line', 'field'], CROP_MM, 4)).toEqual([line, field]);
    expect(windowsIn(picture, ['line', 'field'], CROP_MM, 5)).not.toEqual([line, field]);
    expect(windowsIn(picture, ['line'], 90, 4)).toEqual([]);
    expect(windowsIn({ ...picture, lines: [] }, ['line'], CROP_MM, 4)).toEqual([]);
  });

  it('are shared out among the photographs, lines first', () => {
    expect(sharedOut(4, 6)).toEqual([['line', 'field'], ['line', 'field'], ['line'], ['line']]);
    expect(sharedOut(0, 6)).toEqual([]);
  });
});

describe('a sheet of skin from a small piece', () => {
  const skin = bareSkinOf(picture);
  if (skin === null) throw new Error('no bare skin');
  const sheet = quilted(skin, PX_PER_MM, [200, 200], 7);

  it('has its colour and its grain all over', () => {
    for (const band of [0, 1, 2]) expect(Math.abs(meanOf(sheet, band) - meanOf(skin, band))).toBeLessThan(1.5);
    const deviation = ({ data }: Pixels): number => {
      const mean = meanOf({ data, widthPx: 0, heightPx: 0 }, 1);
      let sum = 0;
      for (let i = 1; i < data.length; i += 4) sum += (data[i] - mean) ** 2;
      return Math.sqrt(sum / (data.length / 4));
    };
    expect(deviation(sheet) / deviation(skin)).toBeGreaterThan(0.85);
    expect(deviation(sheet) / deviation(skin)).toBeLessThan(1.15);
  });

  it('is the same for the same seed', () => {
    expect(quilted(skin, PX_PER_MM, [200, 200], 7).data).toEqual(sheet.data);
    expect(quilted(skin, PX_PER_MM, [200, 200], 8).data).not.toEqual(sheet.data);
  });

  it('is cut where two blocks differ least', () => {
    const easy = [1, 2, 2, 1, 0];
    expect(leastCut((step, across) => (across === easy[step] ? 0 : 1), 5, 4)).toEqual(easy);
  });
});

describe('the crops', () => {
  const as = { asked: { design: { timeYears: 0 } }, blurMm: 0.125 };
  const orders: (FlatOrder & AskedDesign)[] = [];
  const treater = {
    drawFlat: (order: FlatOrder & AskedDesign) => {
      orders.push(order);
      return Promise.resolve({ pixels: order.skin, lines: [] });
    },
  };
  const photographs = ['a', 'b', 'c'].map((name) => ({ name, read: () => picture }));

  it('are as many of ours as real ones, of one size, ours at the same places of the treatment', async () => {
    const crops = await cropsOfState(treater, photographs, 'fresh', () => Promise.resolve(as), 3);
    expect(crops.filter(({ isReal }) => isReal)).toHaveLength(CROPS_EACH);
    expect(crops.filter(({ isReal }) => !isReal)).toHaveLength(CROPS_EACH);
    for (const { pixels } of crops) {
      expect([pixels.widthPx, pixels.heightPx]).toEqual([125, 125]);
      expect(pixels.data).toHaveLength(4 * 125 * 125);
    }
    // By ten hands each.
    expect(orders).toHaveLength(10 * CROPS_EACH);
    expect(orders.every(({ skin }) => skin.widthPx === CROP_MM * PX_PER_MM)).toBe(true);
    expect(orders.every(({ character }) => character.blurPx === as.blurMm * PX_PER_MM)).toBe(true);
    expect(new Set(orders.map(({ alongMm }) => alongMm)).size).toBe(CROPS_EACH);
    const told = crops.filter(({ isReal }) => !isReal).map(({ from }) => / ([-\d.]+) mm behind/.exec(from)?.[1]);
    expect(told).toEqual([...new Map(orders.map((order) => [order.alongMm, order.behindMm.toFixed(1)])).values()]);
    expect(new Set(orders.map(({ design }) => design?.seed)).size).toBe(10 * photographs.length);
  });

  it('of ours are by the hand whose strokes lie as in the photograph', async () => {
    /** Level or upright strokes all over a piece of skin. */
    const stroked = ({ widthPx, heightPx, data }: Pixels, level: boolean): Pixels => ({
      widthPx,
      heightPx,
      data: data.map((code, i) => {
        const at = (level ? Math.floor((i >> 2) / widthPx) : (i >> 2) % widthPx) / PX_PER_MM;
        return i % 4 === 3 ? code : code * (at % 1 < 0.4 ? 0.6 : 1);
      }),
    });
    const seeds: number[] = [];
    const hands = {
      drawFlat: ({ skin, design }: FlatOrder & AskedDesign) => {
        if (design?.seed !== undefined && !seeds.includes(design.seed)) seeds.push(design.seed);
        const isUpright = design?.seed === seeds[6];
        return Promise.resolve({ pixels: stroked(skin, !isUpright), lines: [] });
      },
    };
    const upright = [{ name: 'upright', read: () => ({ ...picture, pixels: stroked(drawn, false) }) }];
    const [, ours] = await cropsOfState(hands, upright, 'healed', () => Promise.resolve(as), 3);
    const [cosine] = strokeWays(ours.pixels, CROP_PX_PER_MM)[0];
    expect(cosine).toBeLessThan(-0.5);
  });

  it('keep the light of the area that each px stands for', () => {
    const crop = cropOf(drawn, PX_PER_MM);
    expect(crop.widthPx).toBe(CROP_MM * CROP_PX_PER_MM);
    expect(Math.abs(crop.data[1] - drawn.data[1])).toBeLessThan(12);
  });

  it('of a photo are taken where its skin is fine enough', () => {
    const [widthPx, heightPx] = [300, 300];
    const all = new Float32Array(widthPx * heightPx).fill(1);
    const data = new Uint8Array(4 * widthPx * heightPx).fill(120);
    const pixels = { widthPx, heightPx, data };
    const photo = { pixels, untreated: pixels, field: { mask: all }, bare: { mask: all }, skin: all, lines: [] };
    expect(cropOfPhoto({ ...photo, pxPerMm: 6 }, 1)).toMatchObject({ widthPx: 125, heightPx: 125 });
    expect(cropOfPhoto({ ...photo, pxPerMm: 4 }, 1)).toBeNull();
    expect(cropOfPhoto({ ...photo, pxPerMm: 6, skin: new Float32Array(all.length) }, 1)).toBeNull();
  });
});

describe('ways of strokes', () => {
  const SIDE_PX = 100;
  /** Waves of 2 mm on a grey, whose crests lie so far round from level, degrees, on the screen clockwise. */
  const waves = (degrees: number): Pixels => ({
    widthPx: SIDE_PX,
    heightPx: SIDE_PX,
    data: Uint8Array.from({ length: 4 * SIDE_PX ** 2 }, (_, i) => {
      const [x, y] = [(i >> 2) % SIDE_PX, Math.floor((i >> 2) / SIDE_PX)];
      const angle = (degrees * Math.PI) / 180;
      const across = (y * Math.cos(angle) - x * Math.sin(angle)) / CROP_PX_PER_MM;
      return i % 4 === 3 ? 255 : 128 + 60 * Math.sin(Math.PI * across);
    }),
  });

  it.each([0, 30, 90, 135])('are told of strokes %i° from level', (degrees) => {
    for (const [cosine, sine] of strokeWays(waves(degrees), CROP_PX_PER_MM)) {
      expect(cosine).toBeCloseTo(Math.cos((2 * degrees * Math.PI) / 180), 1);
      expect(sine).toBeCloseTo(Math.sin((2 * degrees * Math.PI) / 180), 1);
    }
  });

  it('are as far apart as they lie, and even skin has none', () => {
    const [level, aside, upright] = [0, 20, 90].map((degrees) => strokeWays(waves(degrees), CROP_PX_PER_MM));
    expect(waysApart(level, level)).toBe(0);
    expect(waysApart(level, aside)).toBeGreaterThan(0.2);
    expect(waysApart(level, upright)).toBeGreaterThan(waysApart(level, aside));
    const even = { widthPx: 40, heightPx: 40, data: new Uint8Array(4 * 40 * 40).fill(120) };
    for (const way of strokeWays(even, CROP_PX_PER_MM)) expect(Math.hypot(...way)).toBe(0);
  });
});

describe('the test', () => {
  const crop = (i: number): BlindCrop => ({
    state: i < 12 ? 'healed' : 'fresh',
    isReal: i % 2 === 0,
    from: `crop ${i}`,
    pixels: { widthPx: 2, heightPx: 2, data: new Uint8Array(16).fill(i) },
  });
  const crops = Array.from({ length: 24 }, (_, i) => crop(i));
  const order = shuffled(crops, 5);

  it('is shuffled the same way for the same seed, and another way for another', () => {
    expect(order.map(({ number }) => number)).toEqual(Array.from({ length: 24 }, (_, i) => i + 1));
    expect([...order].map(({ from }) => from).sort()).toEqual(crops.map(({ from }) => from).sort());
    expect(shuffled(crops, 5)).toEqual(order);
    expect(shuffled(crops, 6).map(({ from }) => from)).not.toEqual(order.map(({ from }) => from));
    expect(order.map(({ from }) => from)).not.toEqual(crops.map(({ from }) => from));
  });

  it('has its key apart from the crops', () => {
    const [first] = keyOf(order);
    expect(first).toEqual({
      number: 1,
      state: order[0].state,
      is: order[0].isReal ? 'real' : 'ours',
      from: order[0].from,
    });
  });

  it('is scored by the key', () => {
    const key = keyOf(order);
    const right = key.map(({ number, is }) => `${number}: ${is}`).join('\n');
    expect(scoreOf(right, key)).toEqual({ right: 24, told: 24 });
    const wrong = key[0].is === 'real' ? 'ours' : 'real';
    expect(scoreOf(`I think\n1 ${wrong}\n 2 ${key[1].is.toUpperCase()}\n99 real\n3 perhaps`, key)).toEqual({
      right: 1,
      told: 2,
    });
    expect(scoreOf(`1 ${wrong}\n1 ${key[0].is}`, key)).toEqual({ right: 1, told: 1 });
    // Crops are named 01 … 24 on disk.
    expect(scoreOf(`1 ${wrong}\n01 ${key[0].is}\n24 ${key[23].is}`, key)).toEqual({ right: 2, told: 2 });
  });

  it('lays all crops on one sheet, in order', () => {
    const sheet = sheetOf(order, 6, 3);
    expect([sheet.widthPx, sheet.heightPx]).toEqual([6 * 18 + 12, 4 * 18 + 12]);
    const at = (x: number, y: number): number => sheet.data[4 * (y * sheet.widthPx + x)];
    expect(at(12, 12)).toBe(order[0].pixels.data[0]);
    expect(at(12 + 18 + 5, 12 + 5)).toBe(order[1].pixels.data[0]);
    expect(at(12 + 5 * 18, 12 + 3 * 18)).toBe(order[23].pixels.data[0]);
    expect(at(0, 0)).toBe(255);
  });
});

describe('what real crops and ours have in common', () => {
  const SIDE = 125;
  const lit = (light: (x: number, y: number) => number): Pixels => ({
    widthPx: SIDE,
    heightPx: SIDE,
    data: Uint8Array.from({ length: 4 * SIDE * SIDE }, (_, i) =>
      i % 4 === 3 ? 255 : Math.round(light(((i >> 2) % SIDE) / SIDE, Math.floor((i >> 2) / SIDE) / SIDE)),
    ),
  });
  const greenOf = ({ data }: Pixels, x: number, y: number): number => srgbToLinear(data[4 * (y * SIDE + x) + 1]);

  it('is how light falls off to the sides, and neither how light they are nor what changes across the line', () => {
    const ours = shadedAs(
      lit((_, y) => 120 + 60 * y),
      lit((x) => 160 - 80 * x),
    );
    for (const y of [10, 60, 115]) {
      const wanted = srgbToLinear(160 - (80 * 110) / SIDE) / srgbToLinear(160 - (80 * 15) / SIDE);
      expect(greenOf(ours, 110, y) / greenOf(ours, 15, y)).toBeCloseTo(wanted, 1);
    }
    const down = srgbToLinear(120 + (60 * 115) / SIDE) / srgbToLinear(120 + (60 * 10) / SIDE);
    expect(greenOf(ours, 62, 115) / greenOf(ours, 62, 10)).toBeCloseTo(down, 1);
    const solid = shadedAs(
      lit((_, y) => 120 + 60 * y),
      lit((x, y) => 160 - 80 * y * x),
      true,
    );
    expect(greenOf(solid, 62, 115)).toBeLessThan(0.8 * greenOf(solid, 62, 10));
    const same = shadedAs(ours, ours, true);
    expect(Math.max(...same.data.map((code, i) => Math.abs(code - ours.data[i])))).toBeLessThanOrEqual(1);
  });

  it('is the file they came from: a JPEG, which changes little', () => {
    const crop = lit((x, y) => 120 + 60 * Math.sin(9 * x) * Math.cos(7 * y));
    const saved = savedAlike(crop);
    expect([saved.widthPx, saved.heightPx, saved.data.length]).toEqual([SIDE, SIDE, crop.data.length]);
    const off = [...saved.data].map((code, i) => Math.abs(code - crop.data[i]));
    expect(Math.max(...off)).toBeGreaterThan(0);
    expect(off.reduce((sum, one) => sum + one) / off.length).toBeLessThan(2);
  });
});
