import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { MM2_PER_CM2 } from '~/model/base/units';
import { PIGMENT_PRESETS } from '~/model/design/pigment-presets';
import { SETTINGS } from '~/model/design/settings';
import { readDotField } from '~/model/dots/dot-field';
import { REFERENCE_CRANIUM, surfaceRadius } from '~/model/head/cranium';

const FILE = new URL('../../../assets/dots.bin', import.meta.url);

describe.skipIf(!existsSync(FILE))('the dots that are shipped (skipped before `prepare` has made them)', () => {
  const bytes = existsSync(FILE) ? Uint8Array.from(readFileSync(FILE)) : new Uint8Array();
  const read = readDotField(bytes.buffer);

  test('are enough for the densest setting with a reserve, in at most 1.3 MB', () => {
    if (!read.ok) throw new Error('the file cannot be read');
    expect((100 * read.value.count) / read.value.areaMm2).toBeCloseTo(1.12 * SETTINGS.densityPerCm2.max, 0);
    expect(bytes.length).toBeLessThan(1.3e6);
  });

  test('lie as near to each other as real ones: the nearest is .62 to .75 of √(area/n) away on the mean', () => {
    if (!read.ok) throw new Error('the file cannot be read');
    const { areaMm2, directions } = read.value;
    // As many as the medium preset draws.
    const n = Math.round((PIGMENT_PRESETS.medium.densityPerCm2 / MM2_PER_CM2) * areaMm2);
    const reachMm = 2 * Math.sqrt(areaMm2 / n);
    const cells = new Map<string, number[]>();
    const points = new Float64Array(3 * n);
    const cellOf = (dot: number): number[] => [0, 1, 2].map((axis) => Math.floor(points[3 * dot + axis] / reachMm));
    for (let dot = 0; dot < n; dot++) {
      const [x, y, z] = directions.subarray(3 * dot, 3 * dot + 3);
      const radius = surfaceRadius(REFERENCE_CRANIUM, x, y, z);
      points.set([x * radius, y * radius, z * radius], 3 * dot);
      const key = cellOf(dot).join();
      cells.set(key, [...(cells.get(key) ?? []), dot]);
    }
    let sum = 0;
    const some = Array.from({ length: 3000 }, (_, i) => Math.floor((i * n) / 3000));
    for (const dot of some) {
      const [cx, cy, cz] = cellOf(dot);
      let nearest = Infinity;
      for (let near = 0; near < 27; near++) {
        const cell = [cx + (near % 3) - 1, cy + (Math.floor(near / 3) % 3) - 1, cz + Math.floor(near / 9) - 1];
        for (const other of cells.get(cell.join()) ?? []) {
          const [dx, dy, dz] = [0, 1, 2].map((k) => points[3 * dot + k] - points[3 * other + k]);
          if (other !== dot) nearest = Math.min(nearest, Math.hypot(dx, dy, dz));
        }
      }
      sum += nearest;
    }
    const spacing = (sum / some.length) * Math.sqrt(n / areaMm2);
    expect(spacing).toBeGreaterThan(0.62);
    expect(spacing).toBeLessThan(0.75);
  });
});
