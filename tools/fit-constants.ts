// npx tsx tools/fit-constants.ts <folder of rendered heads> [--fixtures]
// Makes the constants of the head fit that were measured, not thought out, and says how far they can be trusted: the
// landmark template (src/model/landmark-template.ts), the segmenter's outset (outline-warp.ts), the skull's relief
// (cranium.ts), the sizes of the rendered skull (fit-head.ts), and the reading errors (tests/support/made-head.ts).
// Run it when the landmarker, how it is asked, or the template's terms change; copy what it prints by hand, and look at
// the rows "left out", which a head had no part in: they are what a new head may expect (all are one sculpt, though, so
// look at `npm run measure` on photos as well). Takes one to two minutes. The outset is of the outline as it is used,
// moved onto the photo's edge: zero is right. The relief is only worth copying if it comes off clearly nearer than the shipped
// one. With --fixtures the readings of tests/fixtures/heads are made anew; then run the tests.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { PNG } from 'pngjs';
import type { PointMm } from '~/model/base/units';
import { fitHead } from '~/model/fit/fit-head';
import { LANDMARK_WEIGHTS, READ_MM, readPlaces, termsAt } from '~/model/fit/landmark-template';
import { meanCranium, resizeCranium, surfacePoint } from '~/model/head/cranium';
import { CANONICAL_MM } from '~/model/head/face-points';
import type { Pose } from '~/model/view/view';
import { NormalEquations } from '~/model/maths/least-squares';
import { median, quantile } from '~/model/maths/quantile';
import { headingOf } from '~/model/maths/rotation';
import { edgeAlong } from '~/model/raster/photo-map';
import type { OutlineMask } from '~/model/raster/photo-map';
import { pickScalp, projectPinhole } from '~/model/view/camera';
import { LANDMARKS } from '~/model/view/head-reading';
import type { HeadReading } from '~/model/view/head-reading';
import { rimIsBare } from '~/model/view/outline-warp';
import { silhouette } from '~/model/view/silhouette';
import { fitRelief, fitSizes } from './lab/fit-skull';
import { inChromium } from './lab/in-chromium';
import type * as ReadingsPage from './lab/readings-page';
import type { Look, PlainReading } from './lab/readings-page';
import { prepare } from './prepare';

interface Truth {
  readonly camera: { readonly intrinsics: { readonly fx: number; readonly cx: number; readonly cy: number } };
  readonly head_to_camera_opencv: readonly (readonly number[])[];
  readonly scalp_points: { readonly head_cm: number[][]; readonly px: number[][]; readonly visible: number[] };
}

/** One way in which the detector read one head, and what is true of it: mirrored where the reading is. */
interface Sample {
  readonly head: string;
  readonly isPlain: boolean;
  readonly reading: HeadReading;
  readonly pose: Pose;
  readonly mask: OutlineMask;
  readonly scalp: readonly { readonly place: PointMm; readonly x: number; readonly y: number }[];
}

/** The ear canals: what lies before them is the frontal half. */
const FRONT_FROM_Z_MM = -46;
const DEGREES = 180 / Math.PI;
/** Shrinkage: so many readings' worth of "no offset", in landmarks. From 4 to 120 it hardly matters. */
const SHRINKAGE = 15;
const OUTLIER_MM = 4;
const TERMS = termsAt(0).terms.length;
const at = (list: ArrayLike<number>, index: number): number => list[index] ?? 0;
const root = (values: readonly number[]): number => Math.sqrt(mean(values.map((v) => v * v)));
const mean = (values: readonly number[]): number => values.reduce((sum, v) => sum + v, 0) / values.length;
const list = (values: ArrayLike<number>, digits: number): string =>
  Array.from(values, (v) => String(Number(v.toFixed(digits)))).join(', ');

const [folder = '../shared/heads', flag] = process.argv.slice(2);
const heads = readdirSync(folder)
  .filter((name) => name.endsWith('.jpg') && !name.includes('topback'))
  .map((name) => basename(name, '.jpg'))
  .sort();

const MARGINS: readonly Look['margins'][] = [
  [0, 0, 0, 0],
  [0.05, 0.05, 0, 0],
  [0, 0.05, 0.05, 0],
  [0.1, 0.03, 0.07, 0.1],
  [0.05, 0, 0.05, 0.15],
  [0.12, 0.1, 0.1, 0.05],
];
const LOOKS: readonly Look[] = [false, true].flatMap((mirrored) => MARGINS.map((margins) => ({ mirrored, margins })));

await prepare();
const readings = await inChromium(
  heads.map((head) => join(folder, `${head}.jpg`)),
  (page) =>
    page.evaluate(
      async ([count, looks]) => {
        const address = '/tools/lab/readings-page.ts';
        const { readHeads } = (await import(address)) as typeof ReadingsPage;
        return readHeads(count, looks);
      },
      [heads.length, LOOKS] as const,
    ),
);
const truths = heads.map((head) => JSON.parse(readFileSync(join(folder, `${head}.json`), 'utf8')) as Truth);
const samples = heads.flatMap((head, i) => samplesOf(head, truths[i], readings[i]));
console.log(`${String(samples.length)} readings of ${String(heads.length)} heads`);

function samplesOf(head: string, truth: Truth, found: readonly (PlainReading | null)[]): Sample[] {
  const { fx, cx, cy } = truth.camera.intrinsics;
  const png = PNG.sync.read(readFileSync(join(folder, `${head}-mask.png`)));
  return found.flatMap((plain, k) => {
    if (plain === null) return [];
    const { mirrored } = LOOKS[k];
    const side = mirrored ? -1 : 1;
    const axes = [side, -1, -1];
    const rows = truth.head_to_camera_opencv.slice(0, 3);
    const turned = (x: number): number => (mirrored ? png.width - x : x);
    const pose: Pose = {
      rotation: rows.flatMap((row, r) => row.slice(0, 3).map((v, c) => v * axes[r] * (c === 0 ? side : 1))),
      translationMm: [10 * axes[0] * rows[0][3], 10 * axes[1] * rows[1][3], 10 * axes[2] * rows[2][3]],
      focalPx: fx,
      principal: { xPx: turned(cx), yPx: cy },
    };
    const { head_cm: places, px, visible } = truth.scalp_points;
    const mask = {
      columns: png.width,
      rows: png.height,
      leftPx: 0,
      topPx: 0,
      pxPerSample: 1,
      confidence: Uint8Array.from({ length: png.width * png.height }, (_, p) => {
        const x = p % png.width;
        return at(png.data, 4 * (p - x + (mirrored ? png.width - 1 - x : x)));
      }),
    };
    const scalp = places.flatMap(([x, y, z], p) =>
      visible[p] === 1 && 10 * z > FRONT_FROM_Z_MM
        ? [{ place: { xMm: 10 * side * x, yMm: 10 * y, zMm: 10 * z }, x: turned(px[p][0]), y: px[p][1] }]
        : [],
    );
    return [{ head, isPlain: k === 0, reading: headReadingOf(plain), pose, mask, scalp }];
  });
}

function headReadingOf({ widthPx, heightPx, landmarksPx: xy, outline }: PlainReading): HeadReading {
  const xs = xy.filter((_, k) => k % 2 === 0);
  const ys = xy.filter((_, k) => k % 2 === 1);
  return {
    photo: { widthPx, heightPx },
    face: {
      landmarksPx: Float32Array.from(xs.flatMap((x, i) => [x, ys[i], 0])),
      box: { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) },
    },
    outline: { ...outline, confidence: Uint8Array.from(outline.confidence) },
    focalPx: null,
  };
}

/** How far a landmark was read to the right of and above a place of the head, mm in the picture's plane. */
function apart({ reading, pose }: Sample, vertex: number, [xMm, yMm, zMm]: Iterable<number>): [number, number] {
  const seen = projectPinhole(pose, { xMm, yMm, zMm });
  const mmPerPx = seen.depthMm / pose.focalPx;
  const landmarks = reading.face?.landmarksPx ?? [];
  return [(at(landmarks, 3 * vertex) - seen.xPx) * mmPerPx, (seen.yPx - at(landmarks, 3 * vertex + 1)) * mmPerPx];
}

function fitTemplate(train: readonly Sample[]): { side: Float64Array; up: Float64Array } {
  const equations = new NormalEquations(2 * TERMS);
  const slopes = new Float64Array(2 * TERMS);
  for (const sample of train) {
    const r = sample.pose.rotation;
    for (let i = 0; i < LANDMARKS; i++) {
      if (LANDMARK_WEIGHTS[i] === 0) continue;
      const { x, terms } = termsAt(i);
      apart(sample, i, CANONICAL_MM.subarray(3 * i, 3 * i + 3)).forEach((mm, row) => {
        terms.forEach((term, k) => {
          slopes[k] = at(r, 3 * row) * term * x;
          slopes[TERMS + k] = at(r, 3 * row + 1) * term;
        });
        equations.add(-mm, slopes, 1 / (1 + (mm / OUTLIER_MM) ** 2));
      });
    }
  }
  for (let k = 0; k < 2 * TERMS; k++) {
    slopes.fill(0);
    slopes[k] = 1;
    equations.add(0, slopes, SHRINKAGE * train.length);
  }
  const all = equations.solve();
  if (all === null) throw new Error('The readings leave the template open');
  return { side: all.slice(0, TERMS), up: all.slice(TERMS) };
}

function errorsWith(template: Float64Array, some: readonly Sample[]): string {
  const all = some.map(({ reading, pose, scalp }) => {
    const fit = fitHead(reading, 'men', template);
    const found = headingOf(fit.pose.rotation);
    const truth = headingOf(pose.rotation);
    const off = scalp.flatMap(({ place, x, y }) => {
      const direction = pickScalp(fit, { xPx: x, yPx: y });
      if (direction === null) return [];
      const p = surfacePoint(fit.cranium, direction);
      return [Math.hypot(p.xMm - place.xMm, p.yMm - place.yMm, p.zMm - place.zMm)];
    });
    const scale = (fit.pose.focalPx / fit.pose.translationMm[2]) * (pose.translationMm[2] / pose.focalPx);
    return {
      median: median(off),
      p95: quantile(off, 0.95),
      pitch: (found.pitchRadians - truth.pitchRadians) * DEGREES,
      yaw: (found.yawRadians - truth.yawRadians) * DEGREES,
      scale: 100 * (scale - 1),
    };
  });
  const column = (name: 'median' | 'p95' | 'pitch' | 'yaw' | 'scale'): number[] => all.map((row) => row[name]);
  return [
    mean(column('median')).toFixed(1).padStart(5),
    mean(column('p95')).toFixed(1).padStart(5),
    root(column('pitch')).toFixed(1).padStart(6),
    root(column('yaw')).toFixed(1).padStart(5),
    root(column('scale')).toFixed(1).padStart(5),
  ].join('');
}

const { side, up } = fitTemplate(samples);
console.log(`\nLandmark template\n  SIDE = [${list(side, 2)}]\n  UP = [${list(up, 2)}]`);
console.log('\nScalp under a pixel, frontal half: median, p95 mm; r.m.s. of pitch, yaw degrees, scale %.');
console.log('                  plain picture                | mean of twelve ways of showing it');
for (const head of heads) {
  const mine = samples.filter((sample) => sample.head === head);
  const plain = mine.filter(({ isPlain }) => isPlain);
  const others = fitTemplate(samples.filter((sample) => sample.head !== head));
  const without = readPlaces(others.side, others.up);
  const row = (label: string, template: Float64Array): void => {
    console.log(
      `${head.padEnd(18)} ${label.padEnd(10)} ${errorsWith(template, plain)} | ${errorsWith(template, mine)}`,
    );
  };
  row('shipped', READ_MM);
  row('fitted', readPlaces(side, up));
  row('left out', without);
}

/**
 * The landmarks' errors as a whole: shift and growth across, up and into the face, mm per 70 mm, and what is left; all as
 * if read from the front (at 45 degrees a face is read twice as badly).
 */
function readingErrors(): void {
  const fields: number[][] = [];
  const rest: number[] = [];
  for (const head of heads) {
    const others = fitTemplate(samples.filter((sample) => sample.head !== head));
    const places = readPlaces(others.side, others.up);
    for (const sample of samples.filter((one) => one.head === head)) {
      const better = Math.max(at(sample.pose.rotation, 8), 0.5) ** 2;
      for (const row of [0, 1] as const) {
        const equations = new NormalEquations(4);
        const seen: { mm: number; slopes: number[] }[] = [];
        for (let i = 0; i < LANDMARKS; i++) {
          if (LANDMARK_WEIGHTS[i] === 0) continue;
          const [x, y, z] = places.subarray(3 * i, 3 * i + 3);
          const slopes = [1, x / 70, y / 70, (z - 42) / 70];
          const mm = better * apart(sample, i, [x, y, z])[row];
          equations.add(-mm, slopes, 1);
          seen.push({ mm, slopes });
        }
        const field = [...(equations.solve() ?? [])];
        fields.push(field);
        rest.push(root(seen.map(({ mm, slopes }) => mm - slopes.reduce((sum, s, k) => sum + s * at(field, k), 0))));
      }
    }
  }
  const deviations = [0, 1, 2, 3].map((k) => root(fields.map((field) => at(field, k))));
  console.log(`\nReading errors, mm: shift, across, up, depth ${list(deviations, 2)}; single ${root(rest).toFixed(2)}`);
}
readingErrors();

function outset(): void {
  const all = samples.flatMap(({ reading: { outline }, pose, mask }) => {
    if (outline === null) return [];
    const { centre, rimAt } = silhouette(resizeCranium(meanCranium('men'), 4.5, -1, 4), pose);
    return Array.from({ length: 180 }, (_, ray) => (ray * Math.PI) / 90).flatMap((angle) => {
      const rim = rimAt(angle);
      if (!rimIsBare(rim)) return [];
      const [read, real] = [outline, mask].map((m) =>
        edgeAlong(m, centre, angle, rim.radiusPx * 0.8, rim.radiusPx * 1.2),
      );
      return read === null || real === null ? [] : [(read - real) / outline.pxPerSample];
    });
  });
  const middle = median(all);
  const spread = 1.48 * median(all.map((value) => Math.abs(value - middle)));
  console.log(`\nOutline: outset ${middle.toFixed(2)} samples, spread ${spread.toFixed(2)}`);
}
outset();

const skulls = truths.map(({ scalp_points: { head_cm: places } }) =>
  places.map(([x, y, z]) => ({ xMm: 10 * x, yMm: 10 * y, zMm: 10 * z })),
);
console.log('\nRendered skulls against the mean man, mm: breadth, length, height');
skulls.forEach((points, i) => {
  const sizes = fitSizes(points);
  console.log(`  ${heads[i].padEnd(18)} ${list(sizes.mm, 1)}; off by ${list(sizes.offMm, 2)} (median, p95)`);
});
const relief = fitRelief(skulls.flat());
console.log('\nRelief, fitted to all of them and the forehead of the mesh:');
for (const row of relief.rows) console.log(`  [${list(row, 4)}],`);
console.log(`  off by ${list(relief.offMm, 2)} mm (median, p95); the shipped one by ${list(relief.shippedOffMm, 2)}`);

if (flag === '--fixtures') {
  for (const [i, head] of heads.entries()) {
    const plain = readings[i][0];
    if (plain === null) continue;
    const path = `tests/fixtures/heads/${head}`;
    const { confidence, ...outline } = plain.outline;
    const fixture = JSON.parse(readFileSync(`${path}.json`, 'utf8')) as object;
    writeFileSync(`${path}.json`, `${JSON.stringify({ ...fixture, outline, landmarksPx: plain.landmarksPx })}\n`);
    const png = new PNG({ width: outline.columns, height: outline.rows });
    confidence.forEach((value, k) => png.data.set([value, value, value, 255], 4 * k));
    writeFileSync(`${path}-outline.png`, PNG.sync.write(png, { colorType: 0 }));
  }
  console.log('\ntests/fixtures/heads: readings made anew');
}
