import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { SETTINGS } from '~/model/design/settings';
import { readDotField } from '~/model/dots/dot-field';
import { REFERENCE_CRANIUM, surfaceRadius } from '~/model/head/cranium';
import { SPACING } from '../../../tools/dots/grow-dots';

const FILE = new URL('../../../assets/dots.bin', import.meta.url);

describe.skipIf(!existsSync(FILE))('the dots that are shipped (skipped before `prepare` has made them)', () => {
  const bytes = existsSync(FILE) ? Uint8Array.from(readFileSync(FILE)) : new Uint8Array();
  const read = readDotField(bytes.buffer);

  test('are enough for the densest setting with a reserve, in at most 1.3 MB', () => {
    if (!read.ok) throw new Error('the file cannot be read');
    expect((100 * read.value.count) / read.value.areaMm2).toBeCloseTo(1.12 * SETTINGS.densityPerCm2.max, 0);
    expect(bytes.length).toBeLessThan(1.3e6);
  });

  test('keep their distance on the reference cranium', () => {
    if (!read.ok) throw new Error('the file cannot be read');
    const { areaMm2, count, directions } = read.value;
    const nearestMm = SPACING * Math.sqrt(areaMm2 / count);
    const cells = new Map<number, number[]>();
    const points = new Float64Array(3 * count);
    const cellOf = (dot: number): [number, number, number] => [
      Math.floor((points[3 * dot] + 500) / nearestMm),
      Math.floor((points[3 * dot + 1] + 500) / nearestMm),
      Math.floor((points[3 * dot + 2] + 500) / nearestMm),
    ];
    const keyOf = (x: number, y: number, z: number): number => (x * 4096 + y) * 4096 + z;
    let tooNear = 0;
    for (let dot = 0; dot < count; dot++) {
      const [x, y, z] = directions.subarray(3 * dot, 3 * dot + 3);
      const radius = surfaceRadius(REFERENCE_CRANIUM, x, y, z);
      points.set([x * radius, y * radius, z * radius], 3 * dot);
      const [cx, cy, cz] = cellOf(dot);
      for (let near = 0; near < 27; near++) {
        const key = keyOf(cx + (near % 3) - 1, cy + (Math.floor(near / 3) % 3) - 1, cz + Math.floor(near / 9) - 1);
        for (const other of cells.get(key) ?? []) {
          const [dx, dy, dz] = [0, 1, 2].map((k) => points[3 * dot + k] - points[3 * other + k]);
          if (dx * dx + dy * dy + dz * dz < nearestMm * nearestMm) tooNear++;
        }
      }
      const own = keyOf(cx, cy, cz);
      const there = cells.get(own);
      if (there === undefined) cells.set(own, [dot]);
      else there.push(dot);
    }
    expect(tooNear).toBe(0);
  });
});
