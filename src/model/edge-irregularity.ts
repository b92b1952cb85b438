import { hashUnit } from './hash';

/** Periods of the two irregularities (domain notes, 5): a few mounds, and single hairs. A knot stands every half period. */
const MACRO_PERIOD_MM = 22;
const MICRO_PERIOD_MM = 5;
/** Farther round the head than this the line is quiet: nobody looks there, and the two ends meet at the nape. */
const LIVELY_MM = 230;
const QUIET_MM = 300;

/** Smooth noise of −1..1 with a knot at every whole x. */
function wave(seed: number, channel: number, x: number): number {
  const knot = Math.floor(x);
  const t = x - knot;
  const at = (k: number): number => 2 * hashUnit((knot + k) | 0, seed + channel) - 1;
  return at(0) + (at(1) - at(0)) * t * t * (3 - 2 * t);
}

/**
 * How far forward (towards the face, mm) the edge of the dots stands from the drawn line, at a way along the line
 * (left of the middle positive). `balance` 0: the left mirrors the right; 1: both for themselves. Not more than
 * macro + micro either way.
 */
export function edgeForwardMm(
  alongMm: number,
  { macroMm, microMm }: { readonly macroMm: number; readonly microMm: number },
  balance: number,
  seed: number,
): number {
  const beside = Math.abs(alongMm);
  const lively = beside <= LIVELY_MM ? 1 : Math.max(0, (QUIET_MM - beside) / (QUIET_MM - LIVELY_MM));
  if (lively === 0) return 0;
  const mixed = (channel: number, periodMm: number): number => {
    const twin = wave(seed, channel, (2 * beside) / periodMm);
    return twin + balance * (wave(seed, channel + 2, (2 * alongMm) / periodMm) - twin);
  };
  return lively * (macroMm * mixed(0, MACRO_PERIOD_MM) + microMm * mixed(1, MICRO_PERIOD_MM));
}
