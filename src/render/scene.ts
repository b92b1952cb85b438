import type { Frame, SizePx } from '~/model/base/units';
import type { DotCoverage } from '~/model/dots/dot-coverage';
import type { VisibleDots } from '~/model/dots/visible-dots';
import type { OwnHairShown } from '~/model/hair/own-hair';
import type { DotAppearance } from '~/model/pigment/dot-appearance';
import type { OutlineMask } from '~/model/raster/photo-map';
import type { SkinReading } from '~/model/skin/skin-reading';

/** How the photo lies in another frame: px of that frame = photo px · scale + offset. */
export interface ViewTransform<To extends Frame = 'view'> {
  readonly scale: number;
  readonly offsetXPx: number;
  readonly offsetYPx: number;
  /** Never set, as that of a point. */
  readonly frame?: To;
}

/**
 * Everything a picture is made from. Parts are compared by identity, so only what changed is uploaded; nothing lives
 * only on the GPU, and after a lost context the same scene is simply shown again.
 */
export interface Scene {
  readonly photo: ImageBitmap;
  readonly dots: VisibleDots | null;
  readonly coverage: DotCoverage | null;
  readonly look: DotAppearance | null;
  readonly skin: SkinReading | null;
  /** Where pigment may show at all (head without background), in photo px; null: everywhere. */
  readonly outline: OutlineMask | null;
  /** What became of the hair in the photo; null: it is as it was. */
  readonly ownHair: OwnHairShown | null;
}

/** Frames that dots are drawn in. */
export type InDrawing = 'screen' | 'still';

export interface View {
  readonly size: SizePx<'screen'>;
  readonly camera: ViewTransform<'screen'>;
  /** 0..1: part of the picture, from the left, that shows the bare photo. */
  readonly wipe: number;
  /** While a pan or zoom goes on, the dots of the last settled view are moved along instead of drawn anew. */
  readonly moving: boolean;
  /**
   * While a change goes on, what nobody sees before it rests may be left out: each dot is one mark, as dark as its two, and the halo
   * is blurred on fewer pixels. Means of a patch stay the same. Left out: all is drawn.
   */
  readonly brief?: true;
}

export type RenderProblem = 'noWebGl2';

/** The picture maker. One canvas to look at, and exact pixels for saving. */
export interface Renderer {
  readonly canvas: HTMLCanvasElement;
  show(scene: Scene, view: View): void;
  /** Calls back, once, when the card has drawn all that it was asked for until now, or is lost. */
  onDrawn(done: () => void): void;
  /** Colour around the photo, code values 0..1: the canvas is opaque, for to mix it with the page costs the card more than to draw it. */
  setGround(colour: readonly [red: number, green: number, blue: number]): void;
  /** How many photos, at least 1, stay on the card: those that are shown in turn. */
  holdPhotos(count: number): void;
  /**
   * Exact pixels of a part of the picture at `scale` output px per working-photo px, drawn over `photo` (the same part,
   * already at that size). Rows of RGBA bytes, top first. Where there is no pigment they are the photo's own bytes. All is
   * drawn at the call; only the bytes come later, and the page answers meanwhile. `whenFree`: they are taken no sooner than that, for
   * taking them waits for whatever the card is busy with.
   * null: the graphics card was lost before or meanwhile, and what was read is no picture.
   */
  readPixels(scene: Scene, part: PicturePart, whenFree?: () => Promise<void>): Promise<Uint8ClampedArray | null>;
  /** Whether the graphics card is away. */
  isLost(): boolean;
  onContextLost(listener: () => void): () => void;
  onContextRestored(listener: () => void): () => void;
  dispose(): void;
}

export interface PicturePart {
  /** The part's own photo pixels, at output size. */
  readonly photo: ImageBitmap;
  /** Where the part starts in the output, px, and how many output px one working-photo px makes. */
  readonly leftPx: number;
  readonly topPx: number;
  readonly scale: number;
}
