import type { Result } from '~/model/base/result';
import type { SizePx } from '~/model/base/units';
import type { PhotoBox } from './cut-photo';
import { encodeLargest, putPainted, sizesToTry } from './encode-picture';
import type { DrawProblem, EncodedPicture, EncodeOptions, EncodeProblem, PaintPart } from './encode-picture';
import { photoTiles } from './full-size';
import type { PhotoTile } from './full-size';
import type { Photo } from './photo';
import { cutOpaque, shrinkBitmap } from './shrink-bitmap';
import { fitted, INK, PAPER } from './write-words';

/** One part of the photo twice beside itself: bare on the left, treated on the right. */
interface ComparedPair {
  /** The part, working-photo px. */
  readonly box: PhotoBox;
  /** Each of the two pictures of it, px, and where they stand in the whole. */
  readonly size: SizePx<'still'>;
  readonly topPx: number;
  readonly leftPx: readonly [bare: number, treated: number];
}

/** A picture of pairs, with a strip of words under them. All in px of that picture. */
interface ComparisonLayout {
  readonly size: SizePx<'still'>;
  readonly pairs: readonly ComparedPair[];
  /** Where the strip begins, and how large its words are. */
  readonly stripTopPx: number;
  readonly textPx: number;
}

/** What networks show upright and whole. */
const POST_SIZE: SizePx<'still'> = { widthPx: 1080, heightPx: 1350 };
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
function postLayout(crop: (frame: 'portrait' | 'hairline', size: SizePx<'still'>) => PhotoBox): ComparisonLayout {
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
function fullLayout(photo: SizePx, full: SizePx<'still'>): ComparisonLayout {
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

/** What is written on a comparison: over each of the two sides, and in the strip below, line by line. */
export interface ComparisonWords {
  readonly bare: string;
  readonly treated: string;
  readonly strip: readonly string[];
}

const LABEL = { ground: 'rgb(20 16 12 / 72%)', ink: '#fff' } as const;

/** The part of the photo that a frame shows in a panel of this size, working-photo px. */
export type CropOf = (frame: 'portrait' | 'hairline', size: SizePx<'still'>) => PhotoBox;

/**
 * Makes a picture of before and after. `crop`: a post of 1080 × 1350 px of these parts; null: the photo twice at its full size, or
 * at the largest that this browser's canvas holds. `paint` treats a part as for a saved picture; the bare side is the photo's own pixels. No metadata.
 */
export function encodeComparison(
  photo: Photo,
  paint: PaintPart,
  crop: CropOf | null,
  words: ComparisonWords,
  options: EncodeOptions,
): Promise<Result<EncodedPicture, EncodeProblem>> {
  const layouts =
    crop === null ? sizesToTry(photo.full).map((full) => fullLayout(photo.size, full)) : [postLayout(crop)];
  return encodeLargest(
    layouts.map((layout) => ({
      size: layout.size,
      draw: (context) => drawComparison(context, photo, layout, paint, words, options),
    })),
    options,
  );
}

async function drawComparison(
  context: OffscreenCanvasRenderingContext2D,
  photo: Photo,
  layout: ComparisonLayout,
  paint: PaintPart,
  words: ComparisonWords,
  options: EncodeOptions,
): Promise<DrawProblem | null> {
  context.fillStyle = PAPER;
  context.fillRect(0, 0, layout.size.widthPx, layout.size.heightPx);
  for (const pair of layout.pairs) {
    const problem = await drawPair(context, photo, pair, paint, options);
    if (problem !== null) return problem;
  }
  write(context, layout, words);
  return null;
}

/** The part of the photo as tiles: of the whole photo piece by piece, else of a part in one piece. */
async function* tilesOf(photo: Photo, { box, size }: ComparedPair, partPx: number): AsyncGenerator<PhotoTile> {
  if (box.width === photo.size.widthPx && box.height === photo.size.heightPx) {
    yield* photoTiles(photo, size, partPx);
    return;
  }
  const decoded = await createImageBitmap(photo.file);
  const perPx = photo.full.widthPx / photo.size.widthPx;
  const part = cutOpaque(decoded, Math.round(box.left * perPx), Math.round(box.top * perPx), {
    widthPx: Math.round(box.width * perPx),
    heightPx: Math.round(box.height * perPx),
  });
  decoded.close();
  const shown = await atSize(part, size);
  if (shown !== part) part.close();
  try {
    yield { photo: shown, leftPx: 0, topPx: 0 };
  } finally {
    shown.close();
  }
}

/** Smaller in good steps; larger in one. */
const atSize = (part: ImageBitmap, size: ComparedPair['size']): Promise<ImageBitmap> =>
  part.width >= size.widthPx
    ? shrinkBitmap(part, size)
    : createImageBitmap(part, {
        resizeWidth: size.widthPx,
        resizeHeight: size.heightPx,
        resizeQuality: 'high',
      });

async function drawPair(
  context: OffscreenCanvasRenderingContext2D,
  photo: Photo,
  pair: ComparedPair,
  paint: PaintPart,
  { partPx, signal }: EncodeOptions,
): Promise<DrawProblem | null> {
  const scale = pair.size.widthPx / pair.box.width;
  const [bareLeft, treatedLeft] = pair.leftPx;
  for await (const tile of tilesOf(photo, pair, partPx)) {
    if (signal?.aborted === true) return 'aborted';
    context.drawImage(tile.photo, bareLeft + tile.leftPx, pair.topPx + tile.topPx);
    const painted = await paint({
      photo: tile.photo,
      leftPx: pair.box.left * scale + tile.leftPx,
      topPx: pair.box.top * scale + tile.topPx,
      scale,
    });
    if (painted === null) return 'cardLost';
    await putPainted(context, painted, tile.photo, treatedLeft + tile.leftPx, pair.topPx + tile.topPx);
  }
  return null;
}

function write(
  context: OffscreenCanvasRenderingContext2D,
  { size, pairs, stripTopPx, textPx }: ComparisonLayout,
  { bare, treated, strip }: ComparisonWords,
): void {
  const labelPx = 0.8 * textPx;
  const room = labelPx * 0.5;
  context.textBaseline = 'middle';
  for (const { leftPx, topPx, size: panel } of pairs) {
    for (const [side, label] of [bare, treated].entries()) {
      fitted(context, label, labelPx, panel.widthPx - 4 * room, '600 ');
      const wide = context.measureText(label).width + 2 * room;
      const high = labelPx * 1.6;
      const [left, top] = [leftPx[side] + room, topPx + panel.heightPx - high - room];
      context.fillStyle = LABEL.ground;
      context.beginPath();
      context.roundRect(left, top, wide, high, high / 2);
      context.fill();
      context.fillStyle = LABEL.ink;
      context.fillText(label, left + room, top + high / 2);
    }
  }
  context.fillStyle = INK;
  const line = (size.heightPx - stripTopPx) / (strip.length + 0.6);
  for (const [at, text] of strip.entries()) {
    fitted(context, text, at === 0 ? textPx : textPx * 0.8, size.widthPx - 2 * textPx, at === 0 ? '600 ' : '');
    context.fillText(text, textPx, stripTopPx + (at + 0.8) * line);
  }
}
