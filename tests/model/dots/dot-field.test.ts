import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readDotField } from '~/model/dots/dot-field';
import { writeDotField } from '../../../tools/dots/write-dot-field';

const unit = fc
  .tuple(...Array.from({ length: 3 }, () => fc.double({ min: -1, max: 1, noNaN: true })))
  .filter(([x, y, z]) => Math.hypot(x, y, z) > 0.01)
  .map(([x, y, z]) => [x, y, z].map((v) => v / Math.hypot(x, y, z)));
const fields = fc.array(unit, { minLength: 1, maxLength: 50 }).map((units) => ({
  count: units.length,
  directions: Float32Array.from(units.flat()),
  areaMm2: 81000,
  sizeClasses: Uint8Array.from(units, ([x]) => Math.floor(Math.abs(x) * 15.999)),
}));

test('what is written is read again, to 0.025 mm on a head', () => {
  fc.assert(
    fc.property(fields, (field) => {
      const read = readDotField(writeDotField(field));
      if (!read.ok) throw new Error('could not read it');
      expect(read.value.count).toBe(field.count);
      expect(read.value.areaMm2).toBe(81000);
      expect(read.value.sizeClasses).toEqual(field.sizeClasses);
      field.directions.forEach((value, i) => {
        expect(Math.abs(read.value.directions[i] - value) * 110).toBeLessThan(0.025);
      });
      for (let dot = 0; dot < field.count; dot++) {
        expect(Math.hypot(...read.value.directions.subarray(3 * dot, 3 * dot + 3))).toBeCloseTo(1, 6);
      }
    }),
  );
});

test('anything else is damaged', () => {
  const directions = Float32Array.of(1, 0, 0, 0, -1, 0, 0, 0, 1);
  const file = writeDotField({ count: 3, directions, areaMm2: 81000, sizeClasses: Uint8Array.of(0, 7, 15) });
  const damaged = { ok: false, problem: 'damaged' };
  expect(readDotField(file).ok).toBe(true);
  for (let length = 0; length < file.byteLength; length++) expect(readDotField(file.slice(0, length))).toEqual(damaged);
  const longer = new Uint8Array(file.byteLength + 1);
  longer.set(new Uint8Array(file));
  expect(readDotField(longer.buffer)).toEqual(damaged);
  // Magic, version, count, and an area of nothing or NaN.
  for (const [at, byte] of [
    [0, 0],
    [4, 1],
    [8, 0],
    [15, 0x80],
    [15, 0x7f],
  ]) {
    const changed = new Uint8Array(file.slice(0));
    changed[at] = byte;
    if (at === 15 && byte === 0x7f) changed[14] = 0xff;
    expect(readDotField(changed.buffer), `byte ${at}`).toEqual(damaged);
  }
});
