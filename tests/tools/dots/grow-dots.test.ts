import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { readDotField } from '~/model/dots/dot-field';
import type { DotField } from '~/model/dots/dot-field';
import { REFERENCE_CRANIUM, surfaceRadius } from '~/model/head/cranium';
import { ASTRAY_MM, growDots, SPACING } from '../../../tools/dots/grow-dots';
import { lowestDotMm, scalpMesh } from '../../../tools/dots/scalp-mesh';
import type { ScalpMesh } from '../../../tools/dots/scalp-mesh';
import { writeDotField } from '../../../tools/dots/write-dot-field';

const SEED = 11;
const PER_MM2 = 0.15;
const mesh = scalpMesh(REFERENCE_CRANIUM);
const onHead = growDots(mesh, PER_MM2, SEED);

type Point = readonly [x: number, y: number, z: number];
const directionOf = ({ directions }: DotField, dot: number): Point => [
  directions[3 * dot],
  directions[3 * dot + 1],
  directions[3 * dot + 2],
];
const pointsOf = (field: DotField): Point[] =>
  Array.from({ length: field.count }, (_, dot) => {
    const [x, y, z] = directionOf(field, dot);
    const radius = surfaceRadius(REFERENCE_CRANIUM, x, y, z);
    return [x * radius, y * radius, z * radius];
  });

/** Smallest distance between any two points, by sweeping along x. */
function nearestMm(points: readonly Point[]): number {
  const swept = [...points].sort((a, b) => a[0] - b[0]);
  let nearest = Infinity;
  swept.forEach((p, i) => {
    for (let j = i + 1; j < swept.length && swept[j][0] - p[0] < nearest; j++) {
      nearest = Math.min(nearest, Math.hypot(p[0] - swept[j][0], p[1] - swept[j][1], p[2] - swept[j][2]));
    }
  });
  return nearest;
}

describe('on the reference cranium', () => {
  const written = readDotField(writeDotField(onHead));
  if (!written.ok) throw new Error('the file cannot be read');
  const points = pointsOf(written.value);

  test('as many as asked for', () => {
    expect(onHead.count).toBe(Math.round(PER_MM2 * onHead.areaMm2));
    expect(onHead.areaMm2).toBeGreaterThan(64_600); // hair-bearing scalp of the mean head of men
  });

  test.each([2, 3, 10, 50, 300, 2000, 6000, onHead.count])(
    'the first %i keep their distance but for what a hand sets them astray, as read from the file',
    (n) => {
      // Two, each astray by up to √2 of it in the skin, and rounded by the file.
      const nearerMm = 2 * Math.SQRT2 * ASTRAY_MM + 0.05;
      expect(nearestMm(points.slice(0, n))).toBeGreaterThanOrEqual(SPACING * Math.sqrt(onHead.areaMm2 / n) - nearerMm);
    },
  );

  test('they cover the hair-bearing scalp and keep to their region', () => {
    const { centre } = REFERENCE_CRANIUM;
    for (const [x, y, z] of points) expect(y + centre.yMm).toBeGreaterThan(lowestDotMm(x, z) - 3);
    // Largest gap around any place inside: under three distances (a dart would have fitted long before).
    const reach = 3 * SPACING * Math.sqrt(onHead.areaMm2 / onHead.count);
    const cells = new Map<string, Point[]>();
    const cellOf = (p: Point): number[] => p.map((v) => Math.floor(v / reach));
    for (const p of points) {
      const key = cellOf(p).join();
      cells.set(key, [...(cells.get(key) ?? []), p]);
    }
    for (let triangle = 0; triangle < mesh.areaUpToMm2.length; triangle += 7) {
      const p: Point = [mesh.corners[9 * triangle], mesh.corners[9 * triangle + 1], mesh.corners[9 * triangle + 2]];
      const [cx, cy, cz] = cellOf(p);
      const near = [-1, 0, 1].some((i) =>
        [-1, 0, 1].some((j) =>
          [-1, 0, 1].some((k) =>
            cells
              .get([cx + i, cy + j, cz + k].join())
              ?.some((q) => Math.hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2]) < reach),
          ),
        ),
      );
      expect(near).toBe(true);
    }
  });

  test.each([600, 4000, onHead.count])('the first %i are denser nowhere', (n) => {
    // Both dots and triangles sorted into squares of the cube that the mesh was cut along, so that areas are exact.
    const perSide = n < 1000 ? 2 : 4;
    const boxOf = ([x, y, z]: Point): number => {
      const [ax, ay, az] = [Math.abs(x), Math.abs(y), Math.abs(z)];
      const step = (v: number, far: number): number => Math.min(perSide - 1, Math.floor(((v / far + 1) / 2) * perSide));
      const [face, i, j] =
        ax >= ay && ax >= az
          ? [x > 0 ? 0 : 1, step(y, ax), step(z, ax)]
          : ay >= az
            ? [y > 0 ? 2 : 3, step(x, ay), step(z, ay)]
            : [z > 0 ? 4 : 5, step(x, az), step(y, az)];
      return (face * perSide + i) * perSide + j;
    };
    const areas = new Float64Array(6 * perSide * perSide);
    const counts = new Float64Array(areas.length);
    mesh.areaUpToMm2.forEach((upTo, triangle) => {
      const c = mesh.corners.subarray(9 * triangle, 9 * triangle + 9);
      const before = triangle === 0 ? 0 : mesh.areaUpToMm2[triangle - 1];
      areas[boxOf([c[0] + c[3] + c[6], c[1] + c[4] + c[7], c[2] + c[5] + c[8]])] += upTo - before;
    });
    for (let dot = 0; dot < n; dot++) counts[boxOf(directionOf(onHead, dot))]++;
    let chi2 = 0;
    let boxes = 0;
    areas.forEach((area, box) => {
      const wanted = (area / onHead.areaMm2) * n;
      if (wanted < 20) return;
      chi2 += (counts[box] - wanted) ** 2 / wanted;
      boxes++;
    });
    expect(boxes).toBeGreaterThan(12);
    // Dots strewn without regard to each other would give 1.
    expect(chi2 / boxes).toBeLessThan(0.5);
  });

  test('fewer dots are the first of more, and another seed is another field', () => {
    const fewer = growDots(mesh, 0.02, SEED);
    expect(fewer.directions).toEqual(onHead.directions.subarray(0, 3 * fewer.count));
    expect(growDots(mesh, 0.02, SEED + 1).directions).not.toEqual(fewer.directions);
  });
});

describe('on a flat square', () => {
  const SIDE_MM = 60;
  const half = SIDE_MM / 2;
  const square: ScalpMesh = {
    corners: Float64Array.of(
      -half,
      100,
      -half,
      half,
      100,
      -half,
      -half,
      100,
      half,
      half,
      100,
      half,
      half,
      100,
      -half,
      -half,
      100,
      half,
    ),
    areaUpToMm2: Float64Array.of(SIDE_MM ** 2 / 2, SIDE_MM ** 2),
  };
  const field = growDots(square, 3.2, SEED);
  const flat = Array.from({ length: field.count }, (_, dot) => {
    const [x, y, z] = directionOf(field, dot);
    return [(100 * x) / y, (100 * z) / y] as const;
  });

  /** Power of the dots at a wave vector (1/mm), 1 for dots strewn at random; the edge is faded out. */
  const powerAt = (dots: readonly (readonly [number, number])[], kx: number, kz: number): number => {
    let [re, im, norm] = [0, 0, 0];
    for (const [x, z] of dots) {
      const weight = Math.max(0, 1 - (x * x + z * z) / half ** 2) ** 2;
      const phase = 2 * Math.PI * (kx * x + kz * z);
      re += weight * Math.cos(phase);
      im += weight * Math.sin(phase);
      norm += weight * weight;
    }
    return (re * re + im * im) / norm;
  };

  test.each([1500, 6000])('the first %i are blue noise without a grid', (n) => {
    const dots = flat.slice(0, n);
    const ring = Math.sqrt(n / SIDE_MM ** 2); // where a square lattice would have its first peaks
    const meanAt = (share: number): number => {
      const powers = Array.from({ length: 90 }, (_, i) => {
        const angle = (i / 90) * Math.PI;
        return powerAt(dots, share * ring * Math.cos(angle), share * ring * Math.sin(angle));
      });
      // A lattice, even a broken one, piles its power up in a few directions; noise is spread like chance.
      expect(Math.max(...powers)).toBeLessThan(15);
      return powers.reduce((sum, power) => sum + power, 0) / powers.length;
    };
    expect(meanAt(0.3)).toBeLessThan(0.3);
    expect(meanAt(0.5)).toBeLessThan(0.45);
    for (const share of [0.8, 1, 1.1, 1.2, 1.4, 2, 3]) expect(meanAt(share)).toBeLessThan(2.5);
    expect(Math.abs(meanAt(4) - 1)).toBeLessThan(0.35);
  });

  test('the same bytes in every engine', () => {
    const bytes = new Uint8Array(writeDotField(field));
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(
      '2428d9835a6626040270cce21e21636db8c2dcc6f3e56215c691a0de1deeec05',
    );
  });

  test('no direction is preferred between neighbours', () => {
    const SECTORS = 12;
    const counts = new Float64Array(SECTORS);
    const reach = 1.2 / Math.sqrt(3.2);
    const swept = [...flat].sort((a, b) => a[0] - b[0]);
    let pairs = 0;
    swept.forEach(([x, z], i) => {
      if (Math.max(Math.abs(x), Math.abs(z)) > half - 2) return;
      for (const [sign, start] of [
        [1, i + 1],
        [-1, i - 1],
      ]) {
        for (let j = start; j >= 0 && j < swept.length && Math.abs(swept[j][0] - x) < reach; j += sign) {
          const [dx, dz] = [swept[j][0] - x, swept[j][1] - z];
          if (Math.hypot(dx, dz) > reach) continue;
          counts[Math.floor((Math.atan2(dz, dx) / Math.PI + 1) * 0.5 * SECTORS) % SECTORS]++;
          pairs++;
        }
      }
    });
    const wanted = pairs / SECTORS;
    // Each pair is counted from both ends, which doubles the variance of chance.
    const chi2 = counts.reduce((sum, count) => sum + (count - wanted) ** 2 / wanted, 0) / 2;
    expect(chi2).toBeLessThan(31); // 11 degrees of freedom, p = 0.001
  });
});
