import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  degreesBetween,
  IDENTITY,
  multiply,
  nearestRotation,
  rotate,
  rotateBack,
  turnBetween,
  turnBy,
} from '~/model/maths/rotation';
import { cross, dot, length, subtract } from '~/model/maths/vector';
import type { Vector3 } from '~/model/maths/vector';

const coordinate = fc.double({ min: -3, max: 3, noNaN: true });
const vector = fc.tuple(coordinate, coordinate, coordinate);
const row = (m: readonly number[], i: number): Vector3 => [m[3 * i], m[3 * i + 1], m[3 * i + 2]];

test('a rotation keeps lengths, and is taken back', () => {
  fc.assert(
    fc.property(vector, vector, (axis, place) => {
      const r = turnBy(...axis);
      const turned = rotate(r, ...place);
      expect(length(turned)).toBeCloseTo(length(place), 9);
      expect(length(subtract(rotateBack(r, ...turned), place))).toBeLessThan(1e-9);
    }),
  );
  expect(rotate(IDENTITY, 1, 2, 3)).toEqual([1, 2, 3]);
});

test('a product of rotations turns by one after the other', () => {
  fc.assert(
    fc.property(vector, vector, vector, (first, second, place) => {
      const [a, b] = [turnBy(...first), turnBy(...second)];
      const both = rotate(multiply(b, a), ...place);
      expect(length(subtract(both, rotate(b, ...rotate(a, ...place))))).toBeLessThan(1e-9);
    }),
  );
});

test('the turn between two rotations is the one that leads from the first to the second', () => {
  fc.assert(
    fc.property(vector, vector, (first, turn) => {
      fc.pre(length(turn) < Math.PI - 1e-3);
      const from = turnBy(...first);
      expect(length(subtract(turnBetween(from, multiply(turnBy(...turn), from)), turn))).toBeLessThan(1e-9);
    }),
  );
  // Half a turn apart there is no telling which way.
  expect(length(turnBetween(IDENTITY, turnBy(0, Math.PI, 0)))).toBeLessThan(1e-9);
});

test('two rotations differ by the turn between them, half a turn too', () => {
  fc.assert(
    fc.property(vector, fc.double({ min: 0, max: Math.PI, noNaN: true }), (first, angle) => {
      const from = turnBy(...first);
      expect(degreesBetween(from, multiply(turnBy(0, angle, 0), from))).toBeCloseTo((angle * 180) / Math.PI, 5);
    }),
  );
});

test('a quarter turn about z takes x to y', () => {
  const [x, y, z] = rotate(turnBy(0, 0, Math.PI / 2), 1, 0, 0);
  expect(x).toBeCloseTo(0, 12);
  expect(y).toBeCloseTo(1, 12);
  expect(z).toBe(0);
});

test('the nearest rotation of rows that are askew is square, and of a rotation is that rotation', () => {
  fc.assert(
    fc.property(vector, fc.double({ min: -0.3, max: 0.3, noNaN: true }), (axis, askew) => {
      const r = turnBy(...axis);
      const [first, second] = [row(r, 0), row(r, 1)];
      const bent: Vector3 = [first[0] + askew * second[0], first[1] + askew * second[1], first[2] + askew * second[2]];
      const found = nearestRotation(bent, second);
      expect(dot(row(found, 0), row(found, 1))).toBeCloseTo(0, 9);
      expect(length(subtract(cross(row(found, 0), row(found, 1)), row(found, 2)))).toBeLessThan(1e-9);
      nearestRotation(first, second).forEach((value, i) => {
        expect(value).toBeCloseTo(r[i], 9);
      });
    }),
  );
});
