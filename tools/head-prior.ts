// npx tsx tools/head-prior.ts <folder of rendered heads> [<how many modes>]
// Makes src/model/fit/head-prior.json: the mean head and the ways in which heads differ, from some hundreds of heads made of the
// rendered heads' sculpt (tools/lab/made-skulls.ts), each laid on its face as the landmarks see it. Another prior (of scans, say)
// needs the same file: `sizesMm` over the survey's mean man, `relief` as cranium.ts has it, `face` as head-shape.ts reads it.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  directionTo,
  meanCranium,
  RELIEF_TERMS,
  reliefTerms,
  resizeCranium,
  SURFACE_SLOTS,
  surfaceAt,
  surfacePoint,
  MEAN_RELIEF,
} from '~/model/head/cranium';
import type { Cranium } from '~/model/head/head';
import { FACE_TERMS, faceTerms } from '~/model/fit/head-shape';
import { LANDMARK_WEIGHTS } from '~/model/fit/landmark-template';
import { NormalEquations } from '~/model/maths/least-squares';
import { multiply, rotate, turnBy } from '~/model/maths/rotation';
import { quantile } from '~/model/maths/quantile';
import { deformed, TRAITS } from './lab/made-skulls';
import type { HeadTraits, Place } from './lab/made-skulls';
import { fitSizes } from './lab/fit-skull';
import { mainAxes } from './lab/main-axes';

const [folder = '../shared/heads', modesWanted = '10'] = process.argv.slice(2);
const HEADS = 500;
const SIZES = 3;
const COUNT = SIZES + RELIEF_TERMS + FACE_TERMS;
/** The skull that counts: above this, mm. */
const LOWEST_MM = 0;
/** How far the relief's coefficients stray, by themselves: keeps what hardly shows near the mean head's. */
const RELIEF_SPREAD = 0.05;

interface Rendered {
  readonly landmarks468: { readonly surface_head_cm: readonly Place[] };
  readonly scalp_points: { readonly head_cm: readonly Place[] };
}
const heads = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Rendered);
const face = heads[0].landmarks468.surface_head_cm;
const scalp = heads.flatMap(({ scalp_points: { head_cm } }) => head_cm).filter((_, i) => i % 6 === 0);

/** Normal deviates from a seed. */
let state = 20261128;
const uniform = (): number => {
  state = (state + 0x6d2b79f5) >>> 0;
  let t = Math.imul(state ^ (state >>> 15), state | 1);
  t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
  return (((t ^ (t >>> 14)) >>> 0) + 0.5) / 2 ** 32;
};
const deviate = (): number =>
  Math.min(Math.max(Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform()), -2.5), 2.5);

/** What takes places to where they lie nearest to others: a turn and a shift, no scaling. */
function rigid(from: readonly Place[], to: readonly Place[]): (place: Place) => Place {
  let turn: readonly number[] = [1, 0, 0, 0, 1, 0, 0, 0, 1];
  let shift: Place = [0, 0, 0];
  for (let round = 0; round < 8; round++) {
    const equations = new NormalEquations(6);
    from.forEach((place, i) => {
      const [x, y, z] = rotate(turn, ...place);
      const off = [x + shift[0] - to[i][0], y + shift[1] - to[i][1], z + shift[2] - to[i][2]];
      equations.add(off[0], [0, z, -y, 1, 0, 0], 1);
      equations.add(off[1], [-z, 0, x, 0, 1, 0], 1);
      equations.add(off[2], [y, -x, 0, 0, 0, 1], 1);
    });
    const step = equations.solve();
    if (step === null) break;
    turn = multiply(turnBy(step[0], step[1], step[2]), turn);
    shift = [shift[0] + step[3], shift[1] + step[4], shift[2] + step[5]];
  }
  return (place) => {
    const [x, y, z] = rotate(turn, ...place);
    return [x + shift[0], y + shift[1], z + shift[2]];
  };
}

const craniumOf = (numbers: ArrayLike<number>): Cranium => ({
  ...resizeCranium(meanCranium('men'), numbers[0], numbers[1], numbers[2]),
  relief: Array.from({ length: RELIEF_TERMS }, (_, k) => numbers[SIZES + k]),
});
const terms = new Float64Array(RELIEF_TERMS);
const surface = new Float64Array(SURFACE_SLOTS);

const standsOff = (cranium: Cranium, { xMm, yMm, zMm }: { xMm: number; yMm: number; zMm: number }): number => {
  const d = directionTo(cranium, { xMm, yMm, zMm });
  surfaceAt(cranium, d.x, d.y, d.z, surface);
  return Math.hypot(xMm - cranium.centre.xMm, yMm - cranium.centre.yMm, zMm - cranium.centre.zMm) - surface[0];
};

/** Sizes and relief of a skull through these places, mm. */
function skullThrough(places: readonly Place[]): { readonly numbers: Float64Array; readonly off: readonly number[] } {
  const numbers = Float64Array.of(0, 0, 0, ...MEAN_RELIEF);
  const skull = places.filter(([, y]) => y > LOWEST_MM).map(([xMm, yMm, zMm]) => ({ xMm, yMm, zMm }));
  fitSizes(skull).mm.forEach((mm, k) => {
    numbers[k] = mm;
  });
  for (let round = 0; round < 2; round++) {
    const cranium = craniumOf(numbers);
    const equations = new NormalEquations(RELIEF_TERMS);
    for (const place of skull) {
      const off = standsOff(cranium, place);
      const { x, y, z } = directionTo(cranium, place);
      surfaceAt(cranium, x, y, z, surface);
      reliefTerms(x, y, z, terms);
      const relief = terms.reduce((sum, term, k) => sum + term * numbers[SIZES + k], 1);
      equations.add(
        off,
        terms.map((term) => (-surface[0] / relief) * term),
        1,
      );
    }
    MEAN_RELIEF.forEach((towards, k) => {
      equations.believe(k, numbers[SIZES + k] - towards, RELIEF_SPREAD);
    });
    const step = equations.solve();
    if (step === null) throw new Error('A skull is left open');
    step.forEach((s, k) => {
      numbers[SIZES + k] += s;
    });
  }
  const cranium = craniumOf(numbers);
  return { numbers, off: skull.map((place) => Math.abs(standsOff(cranium, place))) };
}

const used = Array.from(LANDMARK_WEIGHTS.keys()).filter((i) => LANDMARK_WEIGHTS[i] > 0);
/** The face's departures as head-shape.ts has them. */
function faceThrough(departures: readonly Place[]): {
  readonly numbers: Float64Array;
  readonly off: readonly number[];
} {
  const equations = new NormalEquations(FACE_TERMS);
  for (const i of used) {
    faceTerms(i).forEach((slopes, axis) => {
      equations.add(-departures[i][axis], slopes, 1);
    });
  }
  for (let k = 0; k < FACE_TERMS; k++)
    equations.add(
      0,
      Float64Array.from({ length: k + 1 }, (_, j) => (j === k ? 0.3 : 0)),
      1,
    );
  const numbers = equations.solve();
  if (numbers === null) throw new Error('A face is left open');
  const off = used.map((i) => {
    const fitted = faceTerms(i).map((slopes) => slopes.reduce((sum, s, k) => sum + s * numbers[k], 0));
    return Math.hypot(...fitted.map((mm, axis) => mm - departures[i][axis]));
  });
  return { numbers, off };
}

const skullOff: number[] = [];
const faceOff: number[] = [];
const made = Array.from({ length: HEADS }, () => {
  const names = Object.keys(TRAITS) as (keyof HeadTraits)[];
  const traits = Object.fromEntries(
    names.map((name) => [name, TRAITS[name][0] + TRAITS[name][1] * deviate()]),
  ) as unknown as HeadTraits;
  const shaped = face.map((place) => deformed(place, traits));
  // The face at rest is what a head is laid on.
  const back = rigid(
    face.map((place) => deformed(place, { ...traits, browsUp: 0 })),
    face,
  );
  const scaled = (place: Place): Place => [10 * place[0], 10 * place[1], 10 * place[2]];
  const skull = skullThrough(scalp.map((place) => scaled(back(deformed(place, traits)))));
  const departures = shaped.map((place, i): Place => {
    const [x, y, z] = back(place);
    return [10 * (x - face[i][0]), 10 * (y - face[i][1]), 10 * (z - face[i][2])];
  });
  const looks = faceThrough(departures);
  skullOff.push(...skull.off);
  faceOff.push(...looks.off);
  return Float64Array.of(...skull.numbers, ...looks.numbers);
});
const line = (values: readonly number[]): string => [0.5, 0.95].map((q) => quantile(values, q).toFixed(2)).join(' / ');
console.log(
  `${String(HEADS)} heads; left by the form, mm (median / p95): skull ${line(skullOff)}, face ${line(faceOff)}`,
);

const mean = Float64Array.from({ length: COUNT }, (_, k) => made.reduce((sum, one) => sum + one[k], 0) / HEADS);
/** How places of skull and face move with each number, mm: the ruler by which modes are large or small. */
const ruler: Float64Array[] = [];
for (let i = 0; i < 300; i++) {
  const y = 1 - (i + 0.5) / 300;
  const flat = Math.sqrt(1 - y * y);
  const d = { x: flat * Math.cos(2.399963 * i), y, z: flat * Math.sin(2.399963 * i) };
  const cranium = craniumOf(mean);
  surfaceAt(cranium, d.x, d.y, d.z, surface);
  const [, px, py, pz, nx, ny, nz] = surface;
  ruler.push(
    Float64Array.from({ length: COUNT }, (_, k) => {
      if (k >= SIZES + RELIEF_TERMS) return 0;
      const by = k < SIZES ? 0.5 : 0.001;
      const p = surfacePoint(craniumOf(mean.with(k, mean[k] + by)), d);
      return ((p.xMm - px) * nx + (p.yMm - py) * ny + (p.zMm - pz) * nz) / by;
    }),
  );
}
for (const i of used) {
  for (const slopes of faceTerms(i)) {
    ruler.push(
      Float64Array.from({ length: COUNT }, (_, k) =>
        k < SIZES + RELIEF_TERMS ? 0 : 0.7 * slopes[k - SIZES - RELIEF_TERMS],
      ),
    );
  }
}
const moved = made.map((one) => ruler.map((row) => row.reduce((sum, slope, k) => sum + slope * (one[k] - mean[k]), 0)));
const { axes, shares } = mainAxes(moved, Number(modesWanted));
console.log(
  `modes hold ${shares.map((s) => (100 * s).toFixed(1)).join(' ')} % of the variance, together ${(100 * shares.reduce((a, b) => a + b, 0)).toFixed(1)}`,
);
/** Each mode, one standard deviation of it: regression of the numbers on how far along its axis a head lies. */
const modes = axes.map((axis) => {
  const along = moved.map((one) => one.reduce((sum, mm, i) => sum + mm * axis[i], 0));
  const deviation = Math.sqrt(along.reduce((sum, a) => sum + a * a, 0) / HEADS);
  return Float64Array.from(
    { length: COUNT },
    (_, k) => made.reduce((sum, one, h) => sum + (one[k] - mean[k]) * along[h], 0) / HEADS / deviation,
  );
});
const rounded = (values: Float64Array, from: number, to: number, digits: number): number[] =>
  Array.from(values.slice(from, to), (v) => Number(v.toFixed(digits)));
const parts = (values: Float64Array): object => ({
  sizesMm: rounded(values, 0, SIZES, 2),
  relief: rounded(values, SIZES, SIZES + RELIEF_TERMS, 5),
  face: rounded(values, SIZES + RELIEF_TERMS, COUNT, 3),
});
const source = `${String(HEADS)} heads made of one rendered sculpt (tools/head-prior.ts), spread as adults are in ANSUR II where that tells`;
writeFileSync(
  'src/model/fit/head-prior.json',
  `${JSON.stringify({ version: 1, source, mean: parts(mean), modes: modes.map(parts) }, null, 1)
    .replace(/\n\s{3,}(-?[\d.]|\])/g, ' $1')
    .replace(/,\n\s{3,}(-?\d)/g, ', $1')}\n`,
);
console.log('mean', parts(mean));
