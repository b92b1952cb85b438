import { measureGrain } from '~/model/photo/measure-grain';
import { LINEAR_OF_CODE, linearToSrgb } from '~/model/colour/linear-rgb';
import type { PhotoCharacter } from '~/model/photo/photo-character';
import type { AskedDesign } from '../lab/treat-page';
import { measureEdge } from './measure-edge';
import type { EdgeMeasures } from './measure-edge';
import { measureLook } from './measure-look';
import type { LookMeasures } from './measure-look';
import type { Treater } from './our-pictures';
import type { LookPicture, Pixels } from './picture';
import { boxOf, maskOf } from './region';
import type { BoxPx } from './region';
import { REAL_BLUR_MM } from './targets';

/** A part of a picture, copied out. */
export function cut({ widthPx, data }: Pixels, { leftPx, topPx, rightPx, bottomPx }: BoxPx): Pixels {
  const width = rightPx - leftPx;
  const part = new Uint8Array(4 * width * (bottomPx - topPx));
  for (let y = topPx; y < bottomPx; y++)
    part.set(data.subarray(4 * (y * widthPx + leftPx), 4 * (y * widthPx + rightPx)), 4 * (y - topPx) * width);
  return { widthPx: width, heightPx: bottomPx - topPx, data: part };
}

/** A sheet of this size in the mean light of a piece of skin: on it nothing but our dots is seen. */
export function evenSheet(skin: Pixels, widthPx: number, heightPx: number): Pixels {
  const mean = [0, 1, 2].map((band) => {
    let sum = 0;
    for (let i = band; i < skin.data.length; i += 4) sum += LINEAR_OF_CODE[skin.data[i]];
    return Math.round(linearToSrgb(sum / (skin.data.length / 4)));
  });
  const data = new Uint8Array(4 * widthPx * heightPx);
  for (let i = 0; i < data.length; i += 4) data.set([...mean, 255], i);
  return { widthPx, heightPx, data };
}

/** The bare skin of a photograph of real work: all of what its regions call bare, in one box. */
export function bareSkinOf({ pixels, bare }: LookPicture): Pixels | null {
  const box = boxOf(maskOf(bare, pixels), pixels.widthPx);
  return box === null ? null : cut(pixels, box);
}

/** The camera of such photographs: told blur (standard deviation, mm), the photo's own grain, nothing sharpened. */
export function cameraOf({ pixels }: LookPicture, pxPerMm: number, blurMm = REAL_BLUR_MM): PhotoCharacter {
  const { widthPx, heightPx } = pixels;
  const grain = measureGrain({ widthPx, heightPx, data: Uint8ClampedArray.from(pixels.data), photoPxPerPixel: 1 });
  return { blurPx: blurMm * pxPerMm, amount: 0, radiusPx: 1, grain };
}

/** Where our sheets lie on the head, mm: well behind the line; about the middle of the line; about that of the side. */
export const SOLID = { alongMm: 0, behindMm: 40 };
const MIDDLE = { alongMm: 0, behindMm: 5 };
const SIDE = { alongMm: 75, behindMm: 5 };
/** Sheets about the line are so large, mm: the strip that the ruler straightens, and some way along it. */
const LINE_MM = { width: 90, height: 44 };
/** And finer than any edge by far. */
const LINE_PX_PER_MM = 5;

/** Edge and wander of our line on even skin. */
export async function lineOn(
  treater: Pick<Treater, 'drawFlat'>,
  skin: Pixels,
  asked: AskedDesign,
): Promise<readonly EdgeMeasures[]> {
  const [widthPx, heightPx] = [LINE_MM.width * LINE_PX_PER_MM, LINE_MM.height * LINE_PX_PER_MM];
  const untreated = evenSheet(skin, widthPx, heightPx);
  const character = { blurPx: REAL_BLUR_MM * LINE_PX_PER_MM, amount: 0, radiusPx: 1, grain: NO_GRAIN };
  const edges: EdgeMeasures[] = [];
  for (const [part, place] of [
    ['middle', MIDDLE],
    ['side', SIDE],
  ] as const) {
    const order = { ...asked, ...place, skin: untreated, pxPerMm: LINE_PX_PER_MM, character };
    const { pixels, lines } = await treater.drawFlat(order);
    const picture = { pixels, untreated, pxPerMm: LINE_PX_PER_MM, field: NOTHING, bare: NOTHING };
    for (const line of lines.filter((one) => one.part === part)) {
      const edge = measureEdge(picture, line);
      if (edge !== null) edges.push(edge);
    }
  }
  return edges;
}

const NO_GRAIN = { sigmaCodes: 0, smearPx: 0 };
const NOTHING = { outlines: [] };

/** Everything of our treatment on a photograph's own bare skin, as the ruler reads it, or without its line; null where that has none. */
export async function measureOnBare(
  treater: Pick<Treater, 'drawFlat'>,
  real: LookPicture,
  asked: AskedDesign,
  { blurMm = REAL_BLUR_MM, line = true }: { readonly blurMm?: number; readonly line?: boolean } = {},
): Promise<LookMeasures | null> {
  const { pxPerMm } = real;
  const skin = bareSkinOf(real);
  if (skin === null || typeof pxPerMm !== 'number') return null;
  const order = { ...asked, ...SOLID, skin, pxPerMm, character: cameraOf(real, pxPerMm, blurMm) };
  const { pixels } = await treater.drawFlat(order);
  const all = { mask: new Float32Array(skin.widthPx * skin.heightPx).fill(1) };
  const solid = measureLook({ pixels, untreated: skin, pxPerMm, field: all, bare: all });
  return solid && { ...solid, edges: line ? await lineOn(treater, skin, asked) : [] };
}
