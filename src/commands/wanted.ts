import type { Squares } from '~/codes/draw-code';
import type { ComparisonWords } from '~/io/encode-comparison';
import type { FilmWords } from '~/film/encode-film';
import type { FilmKind } from '~/film/film-plan';
import type { SketchWords } from '~/io/encode-sketch';

/** One thing to take home, with the words that are written on it. */
export type Wanted =
  | { readonly item: 'picture'; readonly format: PictureFormat }
  /** `post`: 1080 × 1350 px; else at the photo's own size. */
  | {
      readonly item: 'comparison' | 'fullComparison';
      readonly format: PictureFormat;
      readonly words: ComparisonWords;
    }
  | { readonly item: 'sketch'; readonly format: PictureFormat; readonly words: SketchWords }
  | { readonly item: 'film'; readonly kind: FilmKind; readonly words: FilmWords }
  /** Codes of the design, with what is written below each, line by line. */
  | { readonly item: 'code'; readonly squares: readonly Squares[]; readonly captions: readonly (readonly string[])[] }
  | { readonly item: 'project' };
export type PictureFormat = 'png' | 'jpeg';
