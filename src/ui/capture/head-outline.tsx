import type { ViewKind } from '~/model/design/consultation';

/** Outlines to fit a head into, in a picture of 75 × 100: head, then neck and shoulders. Right is the left one mirrored. */
const FRONT = 'M37.5 16 C52 16 57 28 56 42 C55 58 47 70 37.5 70 C28 70 20 58 19 42 C18 28 23 16 37.5 16 Z';
const BODY = 'M30 68 C30 78 26 82 12 87 M45 68 C45 78 49 82 63 87';
const SIDE =
  'M30 72 C24 68 20 66 21 60 L16 55 C15 53 19 50 19 47 C17 30 26 16 42 16 C57 16 62 30 60 44 C59 54 53 60 52 72';
const PATHS: Readonly<Record<Exclude<ViewKind, 'right'>, readonly string[]>> = {
  front: [FRONT, BODY],
  back: [FRONT, BODY],
  left: [SIDE, 'M30 72 C30 80 26 84 20 88 M52 72 C53 80 58 84 64 88'],
  top: [
    'M37.5 18 C52 18 56 34 56 50 C56 68 49 80 37.5 80 C26 80 19 68 19 50 C19 34 23 18 37.5 18 Z',
    'M34 80 L37.5 85 L41 80',
  ],
  other: [FRONT],
};

/** The outline for a view over the live picture. `mirrored`: as the picture is, so that left and right are where they are seen. */
export function HeadOutline({ kind, mirrored }: { readonly kind: ViewKind; readonly mirrored: boolean }) {
  const paths = PATHS[kind === 'right' ? 'left' : kind];
  const flipped = (kind === 'right') !== mirrored;
  return (
    <svg className="capture-outline" viewBox="0 0 75 100" aria-hidden="true">
      <g transform={flipped ? 'translate(75 0) scale(-1 1)' : undefined}>
        {paths.map((path) => (
          <path key={path} d={path} />
        ))}
      </g>
    </svg>
  );
}
