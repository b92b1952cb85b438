import { hash32 } from '~/model/maths/hash';
import { WITH_COMPANION } from '~/model/pigment/dot-optics';

/**
 * Tone differs from dot to dot by ± this share about the model's own contrast (pressure, pigment taken up). Photographs (docs/model.md,
 * Density and edge).
 */
const TONE_VARIATION = 0.2;
/** Channels of the hash. They know nothing of the design's seed: sizes are dealt when dots are made, and make up for what is drawn here. */
const TONE_CHANNEL = 0x70e;
const SHARE_CHANNEL = 0x5a8e;

/** Tone of dot number `dot`, as a share of the model's own contrast, about 1. */
export const toneOf = (dot: number): number => 1 + TONE_VARIATION * (hash32(dot, TONE_CHANNEL) / 2147483648 - 1);

/**
 * How strong the companion of dot number `dot` is, as a share of its dot: evenly from 0 to all of it, as dots.vert counts on. Fitted to
 * photographs (docs/model.md, Density and edge).
 */
export const companionShareOf = (dot: number): number => (hash32(dot, SHARE_CHANNEL) >>> 24) / 255;

/** What dot number `dot` takes of the light with its companion, beside its size, healed, as a share of what dots take on the mean. */
export const takenBy = (dot: number): number => (toneOf(dot) * (1 + companionShareOf(dot) / 2)) / WITH_COMPANION;
