import { memo } from 'react';
import type { HairlineShape } from '~/model/design/choices';

/** Sketches in a 48 × 34 box: the head from the front, its upper half filled down to the line. */
const LINES: Readonly<Record<HairlineShape, string>> = {
  natural: 'M5 32 C6 27 7 24 11 23 Q12 17 16 17.5 Q24 21 32 17.5 Q36 17 37 23 C41 24 42 27 43 32',
  straight: 'M5 32 C6 27 7 24 11 23 L13 19.5 Q14 18.5 16 18.5 L32 18.5 Q34 18.5 35 19.5 L37 23 C41 24 42 27 43 32',
  boxed: 'M5 32 L8 31 L9 20 L39 20 L40 31 L43 32',
  rounded: 'M5 32 C6 28 8 24 13 22 Q24 14 35 22 C40 24 42 28 43 32',
  peaked: 'M5 32 C6 27 7 24 11 23 Q12 16.5 16 16.5 Q21 17 24 22.5 Q27 17 32 16.5 Q36 16.5 37 23 C41 24 42 27 43 32',
  receded: 'M5 32 C6 28 7 26 9 25 Q10 11 15 12 Q19 15.5 24 15.5 Q29 15.5 33 12 Q38 11 39 25 C41 26 42 28 43 32',
};

export const ShapePicture = memo(function ShapePicture({ shape }: { readonly shape: HairlineShape }) {
  return (
    <svg viewBox="0 0 48 34" className="shape-picture" aria-hidden="true">
      <path className="head-line" d="M5 33 V24 A19 21 0 0 1 43 24 V33" />
      <path className="hair-fill" d={`${LINES[shape]} V24 A19 21 0 0 0 5 24 Z`} />
    </svg>
  );
});
