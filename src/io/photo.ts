import type { Orientation } from '~/model/base/orientation';
import type { SizePx } from '~/model/base/units';

/** A photo as it was opened: worked on at `size`, kept and saved at `full`. */
export interface Photo {
  /** Decoded, EXIF-turned, at most 4096 px a side, straight alpha, flattened over white. */
  readonly working: ImageBitmap;
  readonly size: SizePx;
  /** Size of the decoded, turned original. */
  readonly full: SizePx<'full'>;
  /**
   * The original bytes, in memory and no longer the user's own file, for decoding at full size when a picture is saved.
   * Never written anywhere as they are.
   */
  readonly file: Blob;
  readonly name: string;
  /** Focal length in working px where EXIF tells it (35-mm equivalent), else null. */
  readonly focalPx: number | null;
  /** Its EXIF says that a front camera took it: left and right may be swapped. */
  readonly frontCamera?: true;
  /** The file ends before the picture does: the bottom of it is missing. */
  readonly cut?: true;
  /** How it was turned by hand since it was opened first; left out: not at all. All of the photo is turned so, its bytes too. */
  readonly turned?: Orientation;
}

export type PhotoProblem =
  /** This browser lacks what every photo is worked on with. */
  | { readonly kind: 'browserTooOld' }
  | { readonly kind: 'notAPicture' }
  | { readonly kind: 'empty' }
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'fileTooLarge'; readonly megabytes: number }
  | { readonly kind: 'damaged' }
  | { readonly kind: 'tooSmall'; readonly widthPx: number; readonly heightPx: number }
  | { readonly kind: 'tooLarge'; readonly widthPx: number; readonly heightPx: number }
  | { readonly kind: 'animated' }
  | { readonly kind: 'heicUnsupported' }
  | { readonly kind: 'formatUnsupported'; readonly format: string };
