import type { Direction } from '~/model/base/units';

/**
 * What a brush lays down: pigment, less or none of it, a scar that takes pigment in its own way, or how the photo's hair is
 * to be read there (hair, or bare skin).
 */
export const STROKE_KINDS = ['add', 'less', 'none', 'scar', 'hair', 'bare'] as const;
export type StrokeKind = (typeof STROKE_KINDS)[number];

/** Whether a stroke says what the skin is like (a scar, hair, no hair), and lays no pigment down. */
export const isMark = ({ kind }: Pick<Stroke, 'kind'>): boolean =>
  kind === 'scar' || kind === 'hair' || kind === 'bare';

/** A brush stroke in scalp directions, so that it stays where it is on the head. */
export interface Stroke {
  readonly kind: StrokeKind;
  readonly widthMm: number;
  /** Share of its radius over which it fades out, 0..1; half of that lies outside the width. */
  readonly softness: number;
  /** What it does at full pressure, 0..1: share of the density that `add` puts there, and that `less` takes away. */
  readonly strength: number;
  readonly path: readonly Direction[];
  /** How hard a pen was pressed at each place of the path, 0..1; empty: fully all the way. */
  readonly pressure: readonly number[];
}

/** What a brush is like before anybody sets it. */
export const PLAIN_BRUSH: Readonly<Pick<Stroke, 'softness' | 'strength' | 'pressure'>> = {
  softness: 0.45,
  strength: 1,
  pressure: [],
};

/** A free line of the pencil, in scalp directions. */
export type PencilLine = readonly Direction[];

/** A few words pinned to a place of the scalp. */
export interface Note {
  readonly at: Direction;
  readonly text: string;
}
