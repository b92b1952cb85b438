import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  directionTo,
  REFERENCE_CRANIUM,
  RELIEF_TERMS,
  reliefTerms,
  resizeCranium,
  surfacePoint,
  surfaceRadius,
  WOMENS_CRANIUM,
} from '~/model/head/cranium';
import { canonicalPoint } from '~/model/head/face-points';
import type { Cranium } from '~/model/head/head';
import type { Direction } from '~/model/base/units';
import { areaPerSteradianMm2, areaStretch, surfaceNormal } from '../../support/surface';

const unit = (x: number, y: number, z: number): Direction => {
  const length = Math.hypot(x, y, z);
  return { x: x / length, y: y / length, z: z / length };
};

/** Directions spread evenly over the part of the sphere above a height. */
function spread(count: number, lowest = -1): Direction[] {
  return Array.from({ length: count }, (_, i) => {
    const y = 1 - ((1 - lowest) * (i + 0.5)) / count;
    const flat = Math.sqrt(1 - y * y);
    return { x: flat * Math.cos(2.39996 * i), y, z: flat * Math.sin(2.39996 * i) };
  });
}

const directions = fc
  .tuple(fc.double({ min: -1, max: 1, noNaN: true }), fc.double({ min: -Math.PI, max: Math.PI, noNaN: true }))
  .map(([y, turn]) => unit(Math.sqrt(1 - y * y) * Math.sin(turn), y, Math.sqrt(1 - y * y) * Math.cos(turn)));

const cranium = resizeCranium(REFERENCE_CRANIUM, 7, -9, 4);

/** Two directions a small turn away from d, square to each other. */
function aside(d: Direction, by: number): readonly [Direction, Direction] {
  const e = Math.abs(d.y) < 0.9 ? unit(d.z, 0, -d.x) : unit(0, -d.z, d.y);
  const f = { x: d.y * e.z - d.z * e.y, y: d.z * e.x - d.x * e.z, z: d.x * e.y - d.y * e.x };
  return [unit(d.x + by * e.x, d.y + by * e.y, d.z + by * e.z), unit(d.x + by * f.x, d.y + by * f.y, d.z + by * f.z)];
}

const cross = (a: number[], b: number[]): number[] => {
  const [ax = 0, ay = 0, az = 0] = a;
  const [bx = 0, by = 0, bz = 0] = b;
  return [ay * bz - az * by, az * bx - ax * bz, ax * by - ay * bx];
};

function edges(d: Direction, by: number, skull: Cranium = cranium): readonly [number[], number[]] {
  const p = surfacePoint(skull, d);
  const [e, f] = aside(d, by).map((near) => {
    const q = surfacePoint(skull, near);
    return [q.xMm - p.xMm, q.yMm - p.yMm, q.zMm - p.zMm];
  });
  return [e, f];
}

describe('cranium', () => {
  it('has a normal square to the surface', () => {
    fc.assert(
      fc.property(directions, (d) => {
        fc.pre(Math.abs(d.y) > 1e-3);
        const n = surfaceNormal(cranium, d);
        for (const [x = 0, y = 0, z = 0] of edges(d, 1e-5))
          expect(Math.abs(x * n.x + y * n.y + z * n.z) / Math.hypot(x, y, z)).toBeLessThan(1e-3);
        expect(n.x * d.x + n.y * d.y + n.z * d.z).toBeGreaterThan(0.4);
      }),
    );
  });

  it('has the same of a skull with a relief of its own, left unlike right', () => {
    const own = { ...cranium, relief: cranium.relief.map((share, k) => share + 0.02 * Math.sin(3 * k + 1)) };
    fc.assert(
      fc.property(directions, (d) => {
        fc.pre(Math.abs(d.y) > 1e-3);
        const n = surfaceNormal(own, d);
        for (const [x = 0, y = 0, z = 0] of edges(d, 1e-5, own))
          expect(Math.abs(x * n.x + y * n.y + z * n.z) / Math.hypot(x, y, z)).toBeLessThan(1e-3);
      }),
    );
    expect(surfaceRadius(own, 0.6, 0.64, 0.48)).not.toBeCloseTo(surfaceRadius(own, -0.6, 0.64, 0.48), 1);
  });

  it('has a relief whose terms are those that it is written in', () => {
    const terms = new Float64Array(RELIEF_TERMS);
    const [x, y, z] = [0.36, 0.48, -0.8];
    reliefTerms(x, y, z, terms);
    const own = { ...cranium, relief: cranium.relief.map((share, k) => share + 0.01 * Math.cos(2 * k)) };
    const relief = terms.reduce((sum, term, k) => sum + term * (own.relief[k] ?? 0), 1);
    const smooth = surfaceRadius({ ...cranium, relief: cranium.relief.map(() => 0) }, x, y, z);
    expect(surfaceRadius(own, x, y, z)).toBeCloseTo(smooth * relief, 9);
  });

  it('has the area of small patches', () => {
    fc.assert(
      fc.property(directions, (d) => {
        fc.pre(Math.abs(d.y) > 1e-3);
        const by = 1e-4;
        const patch = Math.hypot(...cross(...edges(d, by))) / (by * by);
        expect(patch / areaPerSteradianMm2(cranium, d)).toBeCloseTo(1, 2);
      }),
    );
  });

  it('stretches the reference into itself by one', () => {
    expect(areaStretch(REFERENCE_CRANIUM, unit(1, 2, 3))).toBeCloseTo(1, 12);
    expect(areaStretch(resizeCranium(REFERENCE_CRANIUM, 10, 10, 5), unit(1, 2, 3))).toBeGreaterThan(1.05);
  });

  it.each([
    ['men', REFERENCE_CRANIUM, 154.3, 199.5, 140],
    ['women', WOMENS_CRANIUM, 147.8, 189.8, 135.4],
  ] as const)('measures as the average of %s', (_, mean, breadth, length, top) => {
    const points = spread(40_000, -0.3).map((d) => surfacePoint(mean, d));
    expect(2 * Math.max(...points.map((p) => p.xMm))).toBeCloseTo(breadth, 0);
    expect(Math.max(...points.map((p) => p.yMm))).toBeCloseTo(top, 0);
    const back = Math.min(...points.map((p) => p.zMm));
    expect(Math.abs(53.9 - back - length)).toBeLessThan(1.5);
  });

  it('has the arcs of the average head', () => {
    const arc = (from: number, to: number, at: (turn: number) => Direction): number => {
      let sum = 0;
      let last = surfacePoint(REFERENCE_CRANIUM, at(from));
      for (let i = 1; i <= 1000; i++) {
        const next = surfacePoint(REFERENCE_CRANIUM, at(from + ((to - from) * i) / 1000));
        sum += Math.hypot(next.xMm - last.xMm, next.yMm - last.yMm, next.zMm - last.zMm);
        last = next;
      }
      return sum;
    };
    const glabella = directionTo(REFERENCE_CRANIUM, canonicalPoint(9));
    const overTheMiddle = arc(Math.atan2(glabella.y, glabella.z), Math.PI / 2, (t) =>
      unit(0, Math.sin(t), Math.cos(t)),
    );
    // Glabella to over the centre; the notes' superellipsoid has 155, but its forehead stands 8 mm too far out.
    expect(overTheMiddle).toBeGreaterThan(142);
    expect(overTheMiddle).toBeLessThan(158);
    // 574 mm with the tape over hair (men); 2 mm of hair all around are 13 mm of it.
    const around = arc(0, 2 * Math.PI, (t) => unit(Math.sin(t), -0.03, Math.cos(t)));
    expect(around).toBeGreaterThan(555);
    expect(around).toBeLessThan(578);
  });

  const offForehead = (head: Cranium, vertex: number): number => {
    const p = canonicalPoint(vertex);
    const d = directionTo(head, p);
    const away = Math.hypot(p.xMm - head.centre.xMm, p.yMm - head.centre.yMm, p.zMm - head.centre.zMm);
    return Math.abs(away - surfaceRadius(head, d.x, d.y, d.z));
  };

  it.each([9, 151, 10, 108, 337, 69, 299, 109, 338])('passes through vertex %i of the forehead', (vertex) => {
    expect(offForehead(REFERENCE_CRANIUM, vertex)).toBeLessThan(2);
    expect(offForehead(resizeCranium(REFERENCE_CRANIUM, 0, 14, 0), vertex)).toBeLessThan(2.2);
  });

  // The mesh is broader at the temples than the mean head: that much of a broad head is left to the outline.
  it.each([67, 297, 103, 332, 54, 284, 21, 251])('comes near vertex %i at the rim of the forehead', (vertex) => {
    expect(offForehead(REFERENCE_CRANIUM, vertex)).toBeLessThan(3);
    expect(offForehead(resizeCranium(REFERENCE_CRANIUM, 5, 0, 4), vertex)).toBeLessThan(1.5);
  });

  it('keeps the forehead when the head gets longer', () => {
    const longer = resizeCranium(REFERENCE_CRANIUM, 0, 20, 0);
    const front = surfacePoint(longer, unit(0, -0.05, 1));
    const back = surfacePoint(longer, unit(0, -0.05, -1));
    expect(front.zMm).toBeCloseTo(surfacePoint(REFERENCE_CRANIUM, unit(0, -0.05, 1)).zMm, 0);
    expect(back.zMm).toBeCloseTo(surfacePoint(REFERENCE_CRANIUM, unit(0, -0.05, -1)).zMm - 20, 0);
  });
});
