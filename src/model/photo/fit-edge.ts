import { clamp } from '~/model/maths/numbers';
import { BIN_PX, BINS, LEVEL_BINS } from './edge-profiles';

/** What made a step's profile as it is: blur, then an unsharp mask. Px of the picture it was taken from. */
export interface EdgeFit {
  /** Standard deviation of the blur as a Gaussian, 0.35..2.1. */
  readonly sigmaPx: number;
  /** Unsharp mask: amount (0: none) and standard deviation of its Gaussian. */
  readonly amount: number;
  readonly radiusPx: number;
}

interface Templates {
  readonly sigmaPx: number;
  /** The blurred step, and what an unsharp mask of each radius adds to it per unit of its amount. */
  readonly step: Float32Array;
  readonly added: readonly Float32Array[];
}

/**
 * What profiles are compared with: blurs from the least on, each so many times the one before, sharpened with masks of these radii,
 * up to this amount. Steps finer than what is told apart (docs/model.md, Reading a photo).
 */
const LEAST_SIGMA_PX = 0.35;
const SIGMA_RATIO = 1.045;
const SIGMAS = 41;
const RADII_PX = [1, 1.6, 2.5] as const;
const MOST_AMOUNT = 2.5;
/**
 * What explains a profile almost as well with less sharpening is taken, squared share of the step per unit of amount: the
 * rings that compression leaves beside a step would pass for sharpening. Fitted to dots that were sharpened and
 * compressed themselves (tests/render/through-camera.browser.test.ts).
 */
const DOUBT = 0.008;

/** Abramowitz & Stegun 7.1.26, good to 1.5e-7. */
function erf(x: number): number {
  const t = 1 / (1 + 0.3275911 * Math.abs(x));
  const series = ((((1.061405429 * t - 1.453152027) * t + 1.421413741) * t - 0.284496736) * t + 0.254829592) * t;
  return Math.sign(x) * (1 - series * Math.exp(-x * x));
}

/** A step blurred with `sigmaPx`, from −½ to ½, both ends levelled as a profile's are. */
function blurredStep(sigmaPx: number): Float32Array {
  const values = Float32Array.from({ length: BINS }, (_, k) => {
    const px = (k - (BINS - 1) / 2) * BIN_PX;
    return 0.5 * erf(px / (sigmaPx * Math.SQRT2));
  });
  let level = 0;
  for (let k = BINS - LEVEL_BINS; k < BINS; k++) level += values[k] / LEVEL_BINS;
  return values.map((value) => value / (2 * level));
}

let made: readonly Templates[] | null = null;
const templates = (): readonly Templates[] =>
  (made ??= Array.from({ length: SIGMAS }, (_, i): Templates => {
    const sigmaPx = LEAST_SIGMA_PX * SIGMA_RATIO ** i;
    const step = blurredStep(sigmaPx);
    const added = RADII_PX.map((radiusPx) => {
      const soft = blurredStep(Math.hypot(sigmaPx, radiusPx));
      return step.map((value, k) => value - soft[k]);
    });
    return { sigmaPx, step, added };
  }));

const product = (a: Float32Array, b: Float32Array): number => {
  let sum = 0;
  for (let k = 0; k < BINS; k++) sum += a[k] * b[k];
  return sum;
};

/** The blur and the unsharp mask that explain a profile (0 on the dark side, 1 on the bright) best, by least squares. */
export function fitEdge(profile: Float32Array): EdgeFit {
  const rise = profile.map((value) => value - 0.5);
  const whole = product(rise, rise);
  let best: EdgeFit = { sigmaPx: 1, amount: 0, radiusPx: 1 };
  let least = Infinity;
  const consider = (error: number, fit: EdgeFit): void => {
    if (error + DOUBT * fit.amount >= least) return;
    least = error + DOUBT * fit.amount;
    best = fit;
  };
  for (const { sigmaPx, step, added } of templates()) {
    const [ss, rs] = [product(step, step), product(rise, step)];
    consider(whole - rs ** 2 / ss, { sigmaPx, amount: 0, radiusPx: 1 });
    added.forEach((halo, i) => {
      const [sh, hh, rh] = [product(step, halo), product(halo, halo), product(rise, halo)];
      const height = (rs * hh - rh * sh) / (ss * hh - sh * sh);
      const amount = clamp((rh * ss - rs * sh) / (ss * hh - sh * sh) / height, 0, MOST_AMOUNT);
      const fits = height * (rs + amount * rh);
      const self = height ** 2 * (ss + 2 * amount * sh + amount ** 2 * hh);
      consider(whole - 2 * fits + self, { sigmaPx, amount, radiusPx: RADII_PX[i] });
    });
  }
  return best;
}
