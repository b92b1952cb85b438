import { enlargeHead } from './enlarge-head';
import type { HeadFit } from '~/model/head/head';
import { spanMm } from '~/model/view/span';
import type { Span } from '~/model/view/span';

/** A length that somebody knows: it tells the scale of the whole head (M9: m_px = length / pixels). */
export interface KnownLength extends Span {
  readonly lengthMm: number;
}

/** A head so much smaller or larger than the average one is nobody's: the places or the number are wrong. */
export const KNOWN_LENGTH_FACTORS = [0.75, 1.35] as const;

/** Shorter spans say little: 1 mm beside the place would be more than 5 %. */
export const LEAST_KNOWN_MM = 20;

/** What a known length multiplies every mm of this head by; null where it cannot be true of it. */
export function knownLengthFactor(fit: HeadFit, known: KnownLength): number | null {
  const seenMm = spanMm(fit, known);
  if (seenMm === null || seenMm < 1) return null;
  const factor = known.lengthMm / seenMm;
  const [least, most] = KNOWN_LENGTH_FACTORS;
  return factor >= least && factor <= most ? factor : null;
}

/** The head in the size that the known length tells; the picture of it stays. */
export const sizedByKnownLength = (fit: HeadFit, known: KnownLength | null): HeadFit =>
  known === null ? fit : enlargeHead(fit, knownLengthFactor(fit, known) ?? 1);
