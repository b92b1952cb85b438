import { linearToSrgb } from '~/model/colour/linear-rgb';
import { hash32, hashUnit } from '~/model/maths/hash';
import { shadedAs } from './alike';
import { bareSkinOf, cameraOf, cut } from './bare-sheet';
import type { AsInPhotograph } from './blind-match';
import { windowsIn } from './blind-windows';
import type { Window, WindowKind } from './blind-windows';
import type { OurPictureHere, Treater } from './our-pictures';
import { reduced } from './patch';
import type { LookPicture, Pixels } from './picture';
import { quilted } from './quilt';
import type { RealPicture } from './regions-file';
import { strokeWays, waysApart } from './stroke-ways';

/** State of the work that a crop shows: whoever judges is told it. */
export type BlindState = 'healed' | 'fresh';

/** A crop of the test, before it is shuffled. */
export interface BlindCrop {
  readonly state: BlindState;
  readonly isReal: boolean;
  /** Which photograph, and where in it or how it was drawn: for the key. */
  readonly from: string;
  readonly pixels: Pixels;
}

/** A crop with its number. */
export interface NumberedCrop extends BlindCrop {
  readonly number: number;
}

export const CROP_MM = 25;
export const CROP_PX_PER_MM = 5;
/** Real crops of each state, and as many of ours. */
export const CROPS_EACH = 6;

/** All crops are made of the same number of px in the same way: linear light of the area that each px stands for. */
export function cropOf(pixels: Pixels, pxPerMm: number): Pixels {
  const { widthPx, heightPx } = pixels;
  const whole = { leftPx: 0, topPx: 0, rightPx: widthPx, bottomPx: heightPx };
  const mask = new Float32Array(widthPx * heightPx).fill(1);
  const { bands, ...small } = reduced(pixels, mask, whole, [pxPerMm, CROP_PX_PER_MM]);
  const side = Math.round(CROP_MM * CROP_PX_PER_MM);
  const data = new Uint8Array(4 * side * side).fill(255);
  for (let y = 0; y < side; y++)
    for (let x = 0; x < side; x++) {
      // The last row or column may be missing for a part of a px.
      const from = Math.min(y, small.heightPx - 1) * small.widthPx + Math.min(x, small.widthPx - 1);
      bands.forEach((band, b) => (data[4 * (y * side + x) + b] = Math.round(linearToSrgb(band[from]))));
    }
  return { widthPx: side, heightPx: side, data };
}

const WHERE = (window: Window): string =>
  `${window.behindMm.toFixed(1)} mm behind the line, turned ${window.turnDegrees.toFixed(0)}°`;

const TOLD = ({ asked: { pigment = 'medium', design = {} }, blurMm }: AsInPhotograph): string =>
  `${pigment}, dots of ${design.dotSizeMm?.toFixed(2) ?? 'its own'} mm, ${design.strengthPercent?.toFixed(0) ?? 'its own'} %, edge ${design.edge ?? 'medium'}, blur ${blurMm.toFixed(2)} mm`;

/** How many windows of each photograph are wanted so that all together give `count`, the line first, then the field. */
export function sharedOut(photographs: number, count: number): readonly (readonly WindowKind[])[] {
  const kinds: WindowKind[][] = Array.from({ length: photographs }, () => []);
  for (let i = 0; i < count && photographs > 0; i++) {
    const own = kinds[i % photographs];
    own.push(own.length % 2 === 0 ? 'line' : 'field');
  }
  return kinds;
}

/** Crops whose middle is so far behind the line have nothing of its edge, of which half is 5 mm at most. */
const SOLID_FROM_MM = CROP_MM / 2 + 5;

/** Another work, another hand: of so many that is taken whose strokes lie most as those of the photograph. */
const HANDS = 10;

/** A real window, and what its twin is drawn on. */
interface Wanted {
  readonly window: Window;
  readonly crop: Pixels;
  readonly skin: Pixels;
  /** Somewhere else on the line each time: no two crops have the same dots. */
  readonly alongMm: number;
}

function wantedOf(
  real: LookPicture & { readonly pxPerMm: number },
  window: Window,
  bare: Pixels,
  seed: number,
): Wanted {
  const { pxPerMm, pixels } = real;
  const sidePx = window.box.rightPx - window.box.leftPx;
  return {
    window,
    crop: cropOf(cut(pixels, window.box), pxPerMm),
    skin: quilted(bare, pxPerMm, [sidePx, sidePx], seed),
    alongMm: 50 * hashUnit(seed, 3) - 25,
  };
}

/** Ours in the same light, on the same skin and at the same place of the treatment as a real window, by the hand of `seed`. */
async function twinOf(
  treater: Pick<Treater, 'drawFlat'>,
  real: LookPicture & { readonly pxPerMm: number },
  { window, crop, skin, alongMm }: Wanted,
  { asked, blurMm }: AsInPhotograph,
  seed: number,
): Promise<Pixels> {
  const { pixels } = await treater.drawFlat({
    ...asked,
    design: { ...asked.design, seed },
    skin,
    pxPerMm: real.pxPerMm,
    alongMm,
    behindMm: window.behindMm,
    turnDegrees: window.turnDegrees,
    character: cameraOf(real, real.pxPerMm, blurMm),
  });
  return shadedAs(cropOf(pixels, real.pxPerMm), crop, window.behindMm > SOLID_FROM_MM);
}

/** The twins of all windows of a photograph, by that of several hands whose strokes lie most as in them. */
async function twinsOf(
  treater: Pick<Treater, 'drawFlat'>,
  real: LookPicture & { readonly pxPerMm: number },
  wanted: readonly Wanted[],
  as: AsInPhotograph,
  seed: number,
): Promise<readonly Pixels[]> {
  const ways = wanted.map(({ crop }) => strokeWays(crop, CROP_PX_PER_MM));
  let best: { readonly twins: readonly Pixels[]; readonly apart: number } = { twins: [], apart: Infinity };
  for (let hand = 0; hand < HANDS; hand++) {
    const twins: Pixels[] = [];
    for (const one of wanted) twins.push(await twinOf(treater, real, one, as, hash32(seed, hand)));
    const apart = twins.reduce((sum, twin, i) => sum + waysApart(strokeWays(twin, CROP_PX_PER_MM), ways[i]), 0);
    if (apart < best.apart) best = { twins, apart };
  }
  return best.twins;
}

/** Real crops of one state, and their twins of ours; `asIn` says how ours is drawn for a photograph (`asInPhotograph`). */
export async function cropsOfState(
  treater: Pick<Treater, 'drawFlat'>,
  photographs: readonly Pick<RealPicture, 'name' | 'read'>[],
  state: BlindState,
  asIn: (real: LookPicture) => Promise<AsInPhotograph>,
  seed: number,
): Promise<readonly BlindCrop[]> {
  const crops: BlindCrop[] = [];
  const kinds = sharedOut(photographs.length, CROPS_EACH);
  for (const [i, { name, read }] of photographs.entries()) {
    const picture = read();
    const { pxPerMm } = picture;
    const bare = bareSkinOf(picture);
    if (typeof pxPerMm !== 'number' || bare === null) continue;
    const real = { ...picture, pxPerMm };
    const as = await asIn(picture);
    const windows = windowsIn(picture, kinds[i], CROP_MM, seed + 101 * i);
    const wanted = windows.map((window, k) => wantedOf(real, window, bare, seed + 1009 * i + k));
    const twins = await twinsOf(treater, real, wanted, as, hash32(seed, i));
    for (const [k, { window, crop }] of wanted.entries()) {
      const from = `${name}, ${WHERE(window)}`;
      crops.push({ state, isReal: true, from, pixels: crop });
      crops.push({
        state,
        isReal: false,
        from: `our dots, ${TOLD(as)}, on the bare skin of ${from}`,
        pixels: twins[k],
      });
    }
  }
  return crops;
}

/** Skin of a photo must be so fine everywhere in a crop, px/mm, and so much of the crop must be skin. */
const LEAST_PX_PER_MM = 4.5;
const LEAST_SKIN = 0.98;

/** A crop of a photo with our treatment, where one fits; by chance. */
export function cropOfPhoto({ pixels, pxPerMm, field, skin }: OurPictureHere, seed: number): Pixels | null {
  const scaleAt = typeof pxPerMm === 'number' ? () => pxPerMm : pxPerMm;
  const inside = [...field.mask.keys()].filter((i) => field.mask[i] > 0);
  for (let i = 0; i < 400 && inside.length > 0; i++) {
    const at = inside[Math.floor(hashUnit(seed, i) * inside.length)];
    const [x, y] = [at % pixels.widthPx, Math.floor(at / pixels.widthPx)];
    const scale = scaleAt(x, y);
    const half = Math.round((CROP_MM * scale) / 2);
    const box = { leftPx: x - half, topPx: y - half, rightPx: x + half, bottomPx: y + half };
    const isOut = box.leftPx < 0 || box.topPx < 0 || box.rightPx > pixels.widthPx || box.bottomPx > pixels.heightPx;
    if (isOut || scale < LEAST_PX_PER_MM) continue;
    let seen = 0;
    for (let row = box.topPx; row < box.bottomPx; row++)
      for (let column = box.leftPx; column < box.rightPx; column++) seen += skin[row * pixels.widthPx + column];
    if (seen >= LEAST_SKIN * (2 * half) ** 2) return cropOf(cut(pixels, box), scale);
  }
  return null;
}

/** In an order by chance, numbered from 1. The same seed, the same order. */
export function shuffled(crops: readonly BlindCrop[], seed: number): readonly NumberedCrop[] {
  const order = [...crops];
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(hashUnit(i, seed) * (i + 1));
    [order[i], order[j]] = [order[j], order[i]];
  }
  return order.map((crop, i) => ({ ...crop, number: i + 1 }));
}

/** A line of the key: nothing of it may be seen by whoever judges. */
export interface KeyLine {
  readonly number: number;
  readonly state: BlindState;
  readonly is: 'real' | 'ours';
  readonly from: string;
}

export const keyOf = (crops: readonly NumberedCrop[]): readonly KeyLine[] =>
  crops.map(({ number, state, isReal, from }) => ({ number, state, is: isReal ? 'real' : 'ours', from }));

/** How many of the crops were told rightly. An answer is a line: a number and `real` or `ours`; other lines say nothing. */
export function scoreOf(answers: string, key: readonly KeyLine[]): { readonly right: number; readonly told: number } {
  const told = answers.split('\n').flatMap((line) => {
    const [, number, is] = /^\s*(\d+)\D*\b(real|ours)\b/i.exec(line) ?? [];
    const asked = key.find((one) => one.number === Number(number));
    return asked === undefined ? [] : [{ number: asked.number, isRight: asked.is === is.toLowerCase() }];
  });
  // Of two answers to one crop the later counts.
  const last = [...new Map(told.map((answer) => [answer.number, answer.isRight])).values()];
  return { right: last.filter(Boolean).length, told: last.length };
}

/** Between crops on the sheet, px. */
const GAP_PX = 12;

/** All crops on one sheet, in rows of `columns`, each px drawn as a square of `times`: numbers run along the rows. */
export function sheetOf(crops: readonly NumberedCrop[], columns: number, times: number): Pixels {
  const side = Math.max(0, ...crops.map(({ pixels }) => pixels.widthPx)) * times;
  const [stepPx, rows] = [side + GAP_PX, Math.ceil(crops.length / columns)];
  const [widthPx, heightPx] = [columns * stepPx + GAP_PX, rows * stepPx + GAP_PX];
  const data = new Uint8Array(4 * widthPx * heightPx).fill(255);
  crops.forEach(({ pixels }, k) => {
    const [left, top] = [GAP_PX + (k % columns) * stepPx, GAP_PX + Math.floor(k / columns) * stepPx];
    for (let y = 0; y < pixels.heightPx * times; y++)
      for (let x = 0; x < pixels.widthPx * times; x++) {
        const from = 4 * (Math.floor(y / times) * pixels.widthPx + Math.floor(x / times));
        data.set(pixels.data.subarray(from, from + 4), 4 * ((top + y) * widthPx + left + x));
      }
  });
  return { widthPx, heightPx, data };
}
