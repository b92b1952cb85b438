import { MOST_SESSIONS } from '~/model/design/settings';

/** One visit: the dots it adds and what is in them. */
export interface Session {
  /** Share of all dots that it adds. */
  readonly share: number;
  /** Absorption of its healed dots at 545 nm, 1/mm. */
  readonly muPerMm: number;
  /** Water to pigment, as the trade mixes it (20 means 20:1). */
  readonly dilution: number;
}

interface Plan {
  /** Share of all dots there after each session. */
  readonly upTo: readonly number[];
  /** Dilutions before they are scaled to the wanted strength: light first, darker last. */
  readonly dilutions: readonly number[];
}

/**
 * By number of sessions planned. Three: the found 30 / 70 / 100 % and 20, 14, 8 : 1 (docs/model.md, Sessions (M1)). The
 * others follow its shape: a light first layer, most of the dots in the middle, the darkest shade last.
 */
const PLANS: readonly Plan[] = [
  { upTo: [1], dilutions: [14] },
  { upTo: [0.45, 1], dilutions: [18, 10] },
  { upTo: [0.3, 0.7, 1], dilutions: [20, 14, 8] },
  { upTo: [0.25, 0.55, 0.8, 1], dilutions: [20, 16, 12, 8] },
  { upTo: [0.2, 0.45, 0.67, 0.85, 1], dilutions: [20, 17, 14, 11, 8] },
];

/** Absorption of undiluted pigment once healed in the skin, 1/mm at 545 nm (M1). */
const UNDILUTED_MU_PER_MM = 214;

function planFor(planned: number): Plan {
  const plan = PLANS[planned - 1] as Plan | undefined;
  if (plan === undefined) throw new RangeError(`A plan has 1 to ${MOST_SESSIONS} sessions, not ${planned}`);
  return plan;
}

/** Share of all dots that are there after each of the planned sessions; rises to 1. */
export const sharesUpTo = (planned: number): readonly number[] => planFor(planned).upTo;

/** The sessions of a plan whose dots together have the mean absorption `meanMuPerMm` (M1). */
export function sessionsOf(planned: number, meanMuPerMm: number): readonly Session[] {
  const { upTo, dilutions } = planFor(planned);
  const shares = upTo.map((share, i) => share - (i === 0 ? 0 : upTo[i - 1]));
  const mus = dilutions.map((water) => UNDILUTED_MU_PER_MM / (1 + water));
  const scale = meanMuPerMm / mus.reduce((sum, mu, i) => sum + mu * shares[i], 0);
  return mus.map((mu, i) => ({
    share: shares[i],
    muPerMm: mu * scale,
    dilution: UNDILUTED_MU_PER_MM / (mu * scale) - 1,
  }));
}
