import { median } from '~/model/maths/quantile';
import type { SkinSample } from '~/model/photo/skin-samples';

/**
 * How warm, ln(R/B), this photo shows skin at each brightness. Cameras and film give dark tones more colour and bright
 * ones less, so that one chroma ratio for all brightnesses would take shadows for coloured and highlights for grey.
 * Argument: ln(luminance / the skin's luminance). Beyond the darkest and brightest skin seen it stays level.
 */
export function skinCurve(samples: readonly SkinSample[], skinLuminance: number): (level: number) => number {
  const BINS = 8;
  const sorted = [...samples].sort((a, b) => a.luminance - b.luminance);
  const floor = 0.003;
  const knots = Array.from({ length: BINS }, (_, k) => {
    const part = sorted.slice(Math.floor((k * sorted.length) / BINS), Math.floor(((k + 1) * sorted.length) / BINS));
    return {
      level: Math.log((median(part.map((s) => s.luminance)) + floor) / (skinLuminance + floor)),
      warmth: median(part.map((s) => Math.log((s.rgb[0] + floor) / (s.rgb[2] + floor)))),
    };
  }).filter((knot) => Number.isFinite(knot.level));
  return (level) => {
    const first = knots.at(0);
    const last = knots.at(-1);
    if (first === undefined || last === undefined) return 0;
    if (level <= first.level) return first.warmth;
    if (level >= last.level) return last.warmth;
    const above = knots.findIndex((knot) => knot.level >= level);
    const [a, b] = [knots[above - 1] ?? first, knots[above] ?? last];
    const t = b.level > a.level ? (level - a.level) / (b.level - a.level) : 1;
    return a.warmth + t * (b.warmth - a.warmth);
  };
}
