import type { Cranium } from '~/model/head/head';
import { hash32 } from '~/model/maths/hash';
import type { Hand } from './hand';

/**
 * Real dots are short strokes: the needle goes in at a slant, and practitioners slant it the way hair grows, so that neighbours
 * lean alike. From round to so many times as long as wide as the hand makes them, the area kept; most are nearly round, a few are long:
 * evenly spread it would be by a power of 1. Fitted to photographs (docs/model.md, Density and edge).
 */
const LONG_ARE_FEW = 1.5;
/**
 * A companion leans away from its dot by up to this, either way, rad. Fitted to photographs, together with the hand's turns and how far strokes
 * lean astray: of two strokes of one fresh field 2 to 20 mm apart the mean cosine of twice the angle between them is .09 to .18, of such as are
 * nearer than 1.5 mm .23 to .37; healed .02 and .13 (docs/model.md, Density and edge).
 */
const COMPANION_ASTRAY = (25 * Math.PI) / 180;
/** The whorl: in the middle, so far behind and above the cranium's centre on the mean head of men, mm (scalp-zones.ts: the crown). */
const WHORL_BEHIND_MM = 50;
const WHORL_UP_MM = 77;

/**
 * The hand turns on its way over the head, in waves of about so many mm: neighbours are set in one pose of it, so
 * they lean alike, whichever way that is. Fitted to fresh photographs (docs/model.md, Density and edge).
 */
const HAND_WAVE_MM = 16;
const wave = (mm: number, from: number): number => Math.sin((2 * Math.PI * mm) / HAND_WAVE_MM + from);
/** How it stands at a place of the head, −1 to 1: three waves that no direction of the skin runs along. */
const handAt = (x: number, y: number, z: number): number =>
  (wave(x + 0.6 * y, 0) + wave(0.7 * y - z, 1) + wave(z - 0.8 * x, 2)) / 3;

/** Slots of what `strokeAt` writes: the unit vector along the stroke in the skin (x, y, z), and how many times as long as wide. */
export const STROKE_SLOTS = 4;

/** −1 to 1, by random bits. */
const eitherWay = (bits: number): number => ((bits >>> 8) & 0xfff) / 2047.5 - 1;

/**
 * The stroke of a dot at a place of the skin (mm, head frame; `n` its normal), by the dot's own random bits and the hand that set it, or that of its companion,
 * where the companion's are given too: written to `out`. Lengths of the mean head serve for all: a whorl a few mm aside turns no stroke by much.
 */
export function strokeAt(
  { centre }: Cranium,
  x: number,
  y: number,
  z: number,
  nx: number,
  ny: number,
  nz: number,
  own: number,
  hand: Hand,
  out: Float64Array,
  companion: number | null = null,
): void {
  const wx = x - centre.xMm;
  const wy = y - centre.yMm - WHORL_UP_MM;
  const wz = z - centre.zMm + WHORL_BEHIND_MM;
  const rise = wx * nx + wy * ny + wz * nz;
  let gx = wx - rise * nx;
  let gy = wy - rise * ny;
  let gz = wz - rise * nz;
  const long = Math.sqrt(gx * gx + gy * gy + gz * gz) + 1e-9;
  gx /= long;
  gy /= long;
  gz /= long;
  const beside = companion === null ? 0 : COMPANION_ASTRAY * eitherWay(companion);
  const angle = hand.slant + hand.astray * eitherWay(own) + beside + hand.turns * handAt(x, y, z);
  const sin = Math.sin(angle);
  const cos = Math.cos(angle);
  out[0] = cos * gx + sin * (ny * gz - nz * gy);
  out[1] = cos * gy + sin * (nz * gx - nx * gz);
  out[2] = cos * gz + sin * (nx * gy - ny * gx);
  const share = (((companion ?? own) >>> 20) & 0xff) / 255;
  out[3] = 1 + (hand.longest - 1) * share ** LONG_ARE_FEW;
}

/**
 * Makes a round dot's footprint M (three numbers from `at` on, px²/mm²) that of a stroke: `u`, `v` is how a mm along it is seen,
 * px. M/q + (q − 1/q)·uuᵀ keeps the determinant, and so the light that the dot takes.
 */
export function stretchFootprint(footprint: Float32Array, at: number, u: number, v: number, aspect: number): void {
  const across = 1 / aspect;
  const along = aspect - across;
  footprint[at] = across * footprint[at] + along * u * u;
  footprint[at + 1] = across * footprint[at + 1] + along * u * v;
  footprint[at + 2] = across * footprint[at + 2] + along * v * v;
}

/**
 * No dot of a real field is one clean stroke. A cartridge has several needles, the hand goes over a place again, healed pigment frays:
 * beside most dots lies a weaker mark, near enough to make one ragged dot of the two, or far enough to be a speck of its own.
 * So each dot is drawn as two marks: itself and its companion (photographs: as many dots can be counted as are planned, and yet the
 * field between them varies as if there were twice as many).
 */
export const MARKS_PER_DOT = 2;
/**
 * A companion lies beside its dot by so much, evenly over the ring, mm: where it lay on its dot, the two were one mark far darker than any
 * about it. Fitted to photographs (docs/model.md, Density and edge).
 */
const COMPANION_LEAST_MM = 0.28;
const COMPANION_REACH_MM = 0.62;
/** The squares of both: evenly over the ring is evenly between them. */
const [INNER_MM2, OUTER_MM2] = [COMPANION_LEAST_MM ** 2, COMPANION_REACH_MM ** 2];
/** Channels of the hash, so that companions and their places know nothing of other decisions. */
const COMPANION_CHANNEL = 0xc0de;
const PLACE_CHANNEL = 0x91ace;

/** The random bits of a companion, from those of its dot. */
export const companionBits = (own: number): number => hash32(own, COMPANION_CHANNEL);

/** How far a mark is bent, −1..1 of the hand's most, by its bits. */
export const bendOf = (own: number, hand: Hand): number => hand.bend * ((own & 0xff) / 127.5 - 1);

/**
 * How far beside its dot a companion is seen, px, written to `out` (x, y): `footprint` is that of a round dot there, of which the square
 * root, turned anyhow, says how a mm in the skin is seen.
 */
export function companionOffset(footprint: Float32Array, at: number, companion: number, out: Float64Array): void {
  const bits = hash32(companion, PLACE_CHANNEL);
  const mm = Math.sqrt(INNER_MM2 + ((OUTER_MM2 - INNER_MM2) * (bits & 0xffff)) / 65535);
  const angle = (2 * Math.PI * (bits >>> 16)) / 65536;
  const xx = Math.sqrt(Math.max(footprint[at], 1e-9));
  const xy = footprint[at + 1] / xx;
  const yy = Math.sqrt(Math.max(footprint[at + 2] - xy * xy, 0));
  const [cos, sin] = [mm * Math.cos(angle), mm * Math.sin(angle)];
  out[0] = xx * cos;
  out[1] = xy * cos + yy * sin;
}
