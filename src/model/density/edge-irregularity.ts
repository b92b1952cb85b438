import type { EdgeRow } from '~/model/design/line-style';
import { hashUnit } from '~/model/maths/hash';
import { clamp } from '~/model/maths/numbers';

type Irregularity = Pick<EdgeRow, 'macroIrregularityMm' | 'microIrregularityMm' | 'macroPeriodMm' | 'microPeriodMm'>;

/**
 * Farther round the head than this the line is smooth: nobody looks there, and the two ends meet at the nape. Way along the line from its
 * middle, mm; our choice.
 */
const IRREGULAR_TO_MM = 230;
const SMOOTH_FROM_MM = 300;
/**
 * Smooth noise of −1..1 with a knot at every whole x. It is 0 at 0: in the middle, where the height of the line is
 * measured, the dots begin at the drawn line.
 */
function wave(seed: number, channel: number, x: number): number {
  const knot = Math.floor(x);
  const t = x - knot;
  const at = (k: number): number => (knot + k === 0 ? 0 : 2 * hashUnit((knot + k) | 0, seed + channel) - 1);
  return at(0) + (at(1) - at(0)) * t * t * (3 - 2 * t);
}

/** Most that the edge can stand before or behind the drawn line. */
export const mostForwardMm = ({
  macroIrregularityMm,
  microIrregularityMm,
}: Pick<EdgeRow, 'macroIrregularityMm' | 'microIrregularityMm'>): number =>
  Math.SQRT2 * (macroIrregularityMm + microIrregularityMm);

/**
 * How far forward (towards the face, mm) the edge of the dots stands from the drawn line, at a way along the line
 * (left of the middle positive). `balance` 0: the left mirrors the right; 1: each side for itself. Between them the two
 * are mixed so that the line stays equally irregular.
 */
export function edgeForwardMm(arcLengthMm: number, amounts: Irregularity, balance: number, seed: number): number {
  const beside = Math.abs(arcLengthMm);
  const irregular = clamp((SMOOTH_FROM_MM - beside) / (SMOOTH_FROM_MM - IRREGULAR_TO_MM), 0, 1);
  if (irregular === 0) return 0;
  // A knot stands every half period.
  const [mirrored, own] = [Math.sqrt(1 - balance), Math.sqrt(balance)];
  const mixed = (channel: number, periodMm: number): number =>
    mirrored * wave(seed, channel, (2 * beside) / periodMm) +
    own * wave(seed, channel + 2, (2 * arcLengthMm) / periodMm);
  const { macroIrregularityMm, microIrregularityMm, macroPeriodMm, microPeriodMm } = amounts;
  return irregular * (macroIrregularityMm * mixed(0, macroPeriodMm) + microIrregularityMm * mixed(1, microPeriodMm));
}
