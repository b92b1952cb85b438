import type { SizePx } from '~/model/base/units';
import type { PhotoBox } from './cut-photo';

/** One part of the photo twice beside itself: bare on the left, treated on the right. */
export interface ComparedPair {
  /** The part, working-photo px. */
  readonly box: PhotoBox;
  /** Each of the two pictures of it, px, and where they stand in the whole. */
  readonly size: SizePx<'still'>;
  readonly topPx: number;
  readonly leftPx: readonly [bare: number, treated: number];
}

/** A picture of pairs, with a strip of words under them. All in px of that picture. */
export interface ComparisonLayout {
  readonly size: SizePx<'still'>;
  readonly pairs: readonly ComparedPair[];
  /** Where the strip begins, and how large its words are. */
  readonly stripTopPx: number;
  readonly textPx: number;
}

/** What networks show upright and whole. */
export const POST_SIZE: SizePx<'still'> = { widthPx: 1080, heightPx: 1350 };
const POST_GAP_PX = 6;
const POST_STRIP_PX = 140;
/** Height of the upper pair, the whole head; the lower one, the hairline, has what is left. */
const POST_HEAD_PX = 764;
const POST_PANEL_PX = (POST_SIZE.widthPx - POST_GAP_PX) / 2;

/** Sizes of the two kinds of panels of a post: the head, and the hairline. */
const POST_PANELS: Readonly<Record<'portrait' | 'hairline', SizePx<'still'>>> = {
  portrait: { widthPx: POST_PANEL_PX, heightPx: POST_HEAD_PX },
  hairline: {
    widthPx: POST_PANEL_PX,
    heightPx: POST_SIZE.heightPx - POST_STRIP_PX - POST_HEAD_PX - 2 * POST_GAP_PX,
  },
};

/** A post of 1080 × 1350 px: the head above, its hairline below. */
export function postLayout(
  crop: (frame: 'portrait' | 'hairline', size: SizePx<'still'>) => PhotoBox,
): ComparisonLayout {
  const leftPx = [0, POST_PANEL_PX + POST_GAP_PX] as const;
  return {
    size: POST_SIZE,
    pairs: [
      { box: crop('portrait', POST_PANELS.portrait), size: POST_PANELS.portrait, topPx: 0, leftPx },
      {
        box: crop('hairline', POST_PANELS.hairline),
        size: POST_PANELS.hairline,
        topPx: POST_HEAD_PX + POST_GAP_PX,
        leftPx,
      },
    ],
    stripTopPx: POST_SIZE.heightPx - POST_STRIP_PX,
    textPx: 30,
  };
}

/** The whole photo twice, each px of it one px: `photo` its size now, `full` that of its pictures. */
export function fullLayout(photo: SizePx, full: SizePx<'still'>): ComparisonLayout {
  const gapPx = Math.max(2, Math.round(full.widthPx / 200));
  const widthPx = 2 * full.widthPx + gapPx;
  const textPx = Math.max(9, Math.round(widthPx / 42));
  return {
    size: { widthPx, heightPx: full.heightPx + 4 * textPx },
    pairs: [
      {
        box: { left: 0, top: 0, width: photo.widthPx, height: photo.heightPx },
        size: full,
        topPx: 0,
        leftPx: [0, full.widthPx + gapPx],
      },
    ],
    stripTopPx: full.heightPx,
    textPx,
  };
}
