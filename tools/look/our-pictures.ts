import type { Page } from 'playwright';
import { inChromium } from '../lab/in-chromium';
import type * as PairPage from '../lab/pair-page';
import type { ComparedPair, PairOrder } from '../lab/pair-page';
import type * as TreatPage from '../lab/treat-page';
import type { AskedDesign, PlainPicture, TreatOrder } from '../lab/treat-page';
import type { FlatOrder, FlatPicture } from '../lab/flat-patch';
import { prepare } from '../prepare';
import type { LookMeasures } from './measure-look';
import { scaleOfPlane } from './picture';
import type { LookPicture, Pixels } from './picture';

/** A photo with our treatment, as Node has it. */
export interface OurPictureHere extends LookPicture {
  readonly untreated: Pixels;
  readonly field: { readonly mask: Float32Array };
  readonly bare: { readonly mask: Float32Array };
  readonly skin: Float32Array;
}

/** Draws the app's treatment on photos, and measures it. */
export interface Treater {
  /** A photo with the treatment that is ordered; a sentence where no head is found. */
  readonly draw: (order: TreatOrder) => Promise<OurPictureHere | string>;
  /** The same measured, without handing the picture over; null where there is no field to be measured. */
  readonly measure: (order: TreatOrder) => Promise<LookMeasures | string | null>;
  /** A design on the photo before beside the photo after; a sentence where a head is not found. */
  readonly comparePair: (order: PairOrder) => Promise<ComparedPair | string>;
  /** A part of the treatment on a flat sheet of skin. */
  readonly drawFlat: (order: FlatOrder & AskedDesign) => Promise<FlatPicture>;
}

/** The plain arrays as the ruler wants them. */
export function pictureOf(plain: PlainPicture): OurPictureHere {
  const { widthPx, heightPx, masks, scale256 } = plain;
  const maskOf = (bit: number): Float32Array => Float32Array.from(masks, (bits) => (bits & bit ? 1 : 0));
  return {
    pixels: { widthPx, heightPx, data: plain.treated },
    untreated: { widthPx, heightPx, data: plain.untreated },
    pxPerMm: scaleOfPlane(
      widthPx,
      heightPx,
      Float32Array.from(scale256, (scale) => scale / 256),
    ),
    field: { mask: maskOf(1) },
    bare: { mask: maskOf(2) },
    skin: maskOf(4),
    lines: plain.lines,
  };
}

const PAGE = '/tools/lab/treat-page.ts';
const PAIR_PAGE = '/tools/lab/pair-page.ts';

function treaterIn(page: Page): Treater {
  return {
    draw: async (order) => {
      const plain = await page.evaluate(
        async ([address, what]) => ((await import(address)) as typeof TreatPage).treatPlainly(what),
        [PAGE, order] as const,
      );
      return typeof plain === 'string' ? plain : pictureOf(plain);
    },
    measure: (order) =>
      page.evaluate(async ([address, what]) => ((await import(address)) as typeof TreatPage).measureTreated(what), [
        PAGE,
        order,
      ] as const),
    comparePair: (order) =>
      page.evaluate(async ([address, what]) => ((await import(address)) as typeof PairPage).comparePair(what), [
        PAIR_PAGE,
        order,
      ] as const),
    drawFlat: (order) =>
      page.evaluate(async ([address, what]) => ((await import(address)) as typeof TreatPage).treatFlat(what), [
        PAGE,
        order,
      ] as const),
  };
}

/** Runs `work` with a page that draws our treatment on these files; orders name them by their place in the list. */
export async function withTreater<Answer>(
  files: readonly string[],
  work: (treater: Treater) => Promise<Answer>,
): Promise<Answer> {
  await prepare();
  return inChromium(files, (page) => work(treaterIn(page)));
}
