// A head as a smooth deformation of the rendered heads' one sculpt: what made the second set of rendered heads, in numbers.

/** How one made head differs from the sculpt, cm unless its field says otherwise. */
export interface HeadTraits {
  readonly length: number;
  readonly breadth: number;
  readonly height: number;
  readonly slope: number;
  readonly boss: number;
  readonly brow: number;
  readonly vertexBack: number;
  readonly flatBack: number;
  readonly bun: number;
  readonly parietal: number;
  readonly vault: number;
  readonly oblique: number;
  readonly lean: number;
  readonly keel: number;
  readonly saddle: number;
  readonly temple: number;
  /** Shares of the breadth there. */
  readonly faceSide: number;
  readonly jaw: number;
  readonly faceLength: number;
  readonly chin: number;
  readonly cheek: number;
  readonly noseLength: number;
  readonly noseTip: number;
  readonly noseHump: number;
  readonly noseRoot: number;
  readonly eyesApart: number;
  readonly flatFace: number;
  readonly browsUp: number;
}

type Spread = readonly [mean: number, deviation: number];

/**
 * How heads spread about the sculpt. Length, breadth, height, width of the face and its length: ANSUR II (docs/model.md, Head
 * and hairline) against what the sculpt measures; the rest so that two deviations look like what one meets (assumed).
 */
export const TRAITS: Readonly<Record<keyof HeadTraits, Spread>> = {
  length: [0, 0.7],
  breadth: [-0.45, 0.55],
  height: [-0.45, 0.6],
  slope: [0.1, 0.3],
  boss: [0.05, 0.1],
  brow: [0.08, 0.12],
  vertexBack: [0, 0.2],
  flatBack: [0.1, 0.3],
  bun: [0.1, 0.2],
  parietal: [0.08, 0.12],
  vault: [0.15, 0.15],
  oblique: [0, 0.2],
  lean: [0, 0.1],
  keel: [0.05, 0.08],
  saddle: [0.08, 0.1],
  temple: [0.05, 0.12],
  faceSide: [-0.05, 0.04],
  jaw: [0, 0.035],
  faceLength: [0.05, 0.6],
  chin: [0, 0.12],
  cheek: [0.05, 0.13],
  noseLength: [0.05, 0.2],
  noseTip: [0, 0.2],
  noseHump: [0.03, 0.12],
  noseRoot: [0, 0.1],
  eyesApart: [0, 0.06],
  flatFace: [0, 0.15],
  browsUp: [0, 0.1],
};

export type Place = readonly [x: number, y: number, z: number];

const step = (from: number, to: number, x: number): number => {
  const t = Math.min(Math.max((x - from) / (to - from), 0), 1);
  return t * t * (3 - 2 * t);
};
/** 0 below 0, then rising softly, then straight; 1 at 1. */
const ramp = (u: number): number => (u <= 0 ? 0 : u < 0.2 ? (u * u) / 0.4 : u - 0.1) / 0.9;
const bell = ([x, y, z]: Place, [a, b, c]: Place, [p, q, r]: Place): number =>
  Math.exp(-(((x - a) / p) ** 2) - ((y - b) / q) ** 2 - ((z - c) / r) ** 2);
/** The same on both sides. */
const bells = ([x, y, z]: Place, centre: Place, size: Place): number => bell([Math.abs(x), y, z], centre, size);

/** Where the deformation takes a place of the sculpt, cm, before the head is laid back on its face. */
export function deformed(place: Place, t: HeadTraits): Place {
  const [x, y, z] = place;
  const wide = Math.abs(x);
  const side = Math.sign(x);
  let [dx, dy, dz] = [0, 0, 0];
  // The skull.
  dz -= t.length * ramp((1.5 - z) / 16) * step(-9, 0, y);
  dx += (x / 7.98) * (t.breadth / 2) * step(-4.5, 3, y) * (1 - 0.7 * step(-1.5, 5, z));
  dy += t.height * ramp((y - 4.9) / 9.5);
  dz -= t.slope * step(5.2, 11.5, y) * step(-6, 3.5, z);
  dz += t.boss * bells(place, [2.9, 8.3, 4], [2.6, 2.2, 4]);
  dz += t.brow * (bells(place, [2.6, 4.75, 4.9], [2.2, 0.75, 3]) + 0.6 * bell(place, [0, 4.6, 5.4], [1.6, 0.8, 3]));
  dy += t.vertexBack * (bell(place, [0, 14.4, -9.8], [6, 4, 3.8]) - bell(place, [0, 14.4, -1], [6, 4, 3.8]));
  dz += t.flatBack * bell(place, [0, 3.5, -14.5], [6.5, 5, 5.5]);
  dy += 0.4 * t.flatBack * bell(place, [0, 12, -11], [6, 4, 4]);
  dz -= t.bun * bell(place, [0, 2, -14.5], [4, 2.2, 4]);
  const parietal = t.parietal * bells(place, [6.2, 10.3, -8.2], [2.8, 2.8, 3.2]) * step(0, 1.5, wide);
  dx += 0.75 * side * parietal;
  dy += 0.55 * parietal;
  dz -= 0.35 * parietal;
  const vault = t.vault * bells(place, [6, 11.2, -4.2], [2.7, 2.7, 5]) * step(0, 2, wide);
  dx += 0.85 * side * vault;
  dy += 0.55 * vault;
  const across = Math.min(Math.max(x / 7.5, -1.3), 1.3);
  dz += t.oblique * across * step(-3, 4, y) * (0.35 + 0.65 * step(3, -8, z));
  dx += t.lean * step(4, 14, y);
  const top = step(9.5, 12.8, y);
  dy += t.keel * top * (Math.exp(-((x / 1.7) ** 2)) - 0.35 * Math.exp(-(((wide - 3.6) / 1.6) ** 2)));
  dy -= t.saddle * top * Math.exp(-(((z + 3.2) / 1.7) ** 2));
  dx -= side * t.temple * bells(place, [7.2, 4.8, 0.6], [2.5, 2.2, 2.2]);
  // The face.
  const front = step(-9, -2.5, z);
  dx += x * t.faceSide * step(3, 7, wide) * step(8.5, 3, y) * step(-13.5, -8.5, y) * front;
  dx += x * t.jaw * step(1, -7, y) * step(-14, -9.2, y) * step(-8, -2, z);
  const down = ramp((3.2 - y) / 12.5);
  dy -= (t.faceLength * down * (y < -9.3 ? step(-17, -10.5, y) : 1) * step(-9, -1.5, z)) / Math.max(1, down);
  dz += t.chin * bell(place, [0, -8.3, 4.6], [2, 1.4, 3]);
  const cheek = t.cheek * bells(place, [5, 0.6, 2.8], [1.8, 1.3, 2.2]);
  dx += 0.6 * side * cheek;
  dz += 0.8 * cheek;
  dy -= t.noseLength * bell(place, [0, -1.3, 6.6], [1.5, 1.3, 2]);
  dz += t.noseTip * bell(place, [0, -0.5, 7.2], [1.1, 1.5, 1.8]);
  dz += t.noseHump * bell(place, [0, 1.9, 6.2], [0.8, 1, 1.5]);
  dz -= t.noseRoot * bell(place, [0, 2.7, 5.6], [0.8, 1.2, 1.2]);
  dx += t.eyesApart * side * bells(place, [3.16, 2.66, 3], [1.9, 1.3, 3]);
  dz -= t.flatFace * bell(place, [0, 0.5, 6.5], [2.2, 3.5, 3]);
  const brows = bells(place, [3.6, 4.85, 4.5], [2.6, 1, 2.5]) + 0.45 * bell(place, [0, 4.9, 5.2], [1.4, 1, 2]);
  dy += t.browsUp * brows;
  return [x + dx, y + dy, z + dz];
}
