import type { DesignOnHead } from '~/model/project/design-code';
import { sentDesign } from './design-link';
import type { SentDesign } from './design-link';
import { squaresOf } from './draw-code';
import type { Squares } from './draw-code';

/** A design on its way: its link, and its codes as squares to be scanned. */
export interface DrawnCodes extends SentDesign {
  readonly squares: readonly Squares[];
}

/** `address`: where the app runs, without a fragment. */
export function drawnCodes(design: DesignOnHead, address: string): DrawnCodes {
  const sent = sentDesign(design, address);
  return { ...sent, squares: sent.codes.map(squaresOf) };
}
