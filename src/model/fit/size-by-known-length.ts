import type { KnownLength } from '~/model/design/known-length';
import type { HeadInView } from '~/model/view/view';
import { spanMm } from '~/model/view/span';
import { enlargeHead } from './enlarge-head';

/** A head so much smaller or larger than the average one is nobody's: the places or the number are wrong (docs/model.md, Scale (M9)). */
export const KNOWN_LENGTH_FACTORS = [0.75, 1.35] as const;

/** What a known length multiplies every mm of this head by; null where it cannot be true of it. */
export function knownLengthFactor(fit: HeadInView, known: KnownLength): number | null {
  const seenMm = spanMm(fit, known);
  if (seenMm === null || seenMm < 1) return null;
  const factor = known.lengthMm / seenMm;
  const [least, most] = KNOWN_LENGTH_FACTORS;
  return factor >= least && factor <= most ? factor : null;
}

/** The head in the size that the known length tells; the picture of it stays. */
export const sizedByKnownLength = (fit: HeadInView, known: KnownLength | null): HeadInView =>
  known === null ? fit : enlargeHead(fit, knownLengthFactor(fit, known) ?? 1);
