import type { Squares } from '~/codes/draw-code';
import type { ComparisonWords } from '~/io/encode-comparison';
import type { FilmWords } from '~/film/encode-film';
import type { FilmKind } from '~/film/film-plan';
import type { SketchWords } from '~/io/encode-sketch';
import type { HomeItem, PictureFormat, Said } from '~/store/app-state';

/** A picture of one photo, with the words that are written on it. */
export type WantedPicture =
  | { readonly item: 'picture'; readonly format: PictureFormat }
  /** `post`: 1080 × 1350 px; else at the photo's own size. */
  | {
      readonly item: 'comparison' | 'fullComparison';
      readonly format: PictureFormat;
      readonly words: ComparisonWords;
    }
  | { readonly item: 'sketch'; readonly format: PictureFormat; readonly words: SketchWords };
/** What can be made of each photo of the head. */
export type PictureItem = Extract<HomeItem, WantedPicture['item']>;

/** A picture of each photo of the head, by the ids of their views, and what is said of so many files. */
export interface WantedOfAll {
  readonly item: PictureItem;
  readonly each: readonly { readonly view: string; readonly picture: WantedPicture }[];
  readonly said: (files: number) => Said;
}

/** One thing to take home. */
export type Wanted =
  | WantedPicture
  | WantedOfAll
  | { readonly item: 'film'; readonly kind: FilmKind; readonly words: FilmWords }
  /** Codes of the design, with what is written below each, line by line. */
  | { readonly item: 'code'; readonly squares: readonly Squares[]; readonly captions: readonly (readonly string[])[] }
  | { readonly item: 'project' };
