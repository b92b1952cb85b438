import type { DesignOnHead } from '~/model/project/design-code';
import type { Told } from './design-bytes';
import { onlyCode, sentDesign } from './design-link';
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

/** One code, as paper has room for, and how much of the design it tells. */
export interface DrawnCode {
  readonly squares: Squares;
  readonly told: Told;
}

/** `address` as above. */
export function drawnCode(design: DesignOnHead, address: string): DrawnCode {
  const { code, told } = onlyCode(design, address);
  return { squares: squaresOf(code), told };
}
