import Color from 'colorjs.io';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { itaDegrees, labToLinear, linearToLab } from '~/model/colour/lab';
import type { LinearRgb } from '~/model/colour/linear-rgb';

const share = fc.double({ min: 0, max: 1, noNaN: true });
const colours = fc.tuple(share, share, share);

test('agrees with an independent library', () => {
  fc.assert(
    fc.property(colours, ([r, g, b]) => {
      const judged = new Color('srgb-linear', [r, g, b]).to('lab-d65').coords;
      const { l, a, b: yellow } = linearToLab([r, g, b]);
      [l, a, yellow].forEach((value, i) => expect(value).toBeCloseTo(Number(judged[i]), 2));
    }),
  );
});

test('there and back', () => {
  fc.assert(
    fc.property(colours, (colour: LinearRgb) => {
      labToLinear(linearToLab(colour)).forEach((value, band) => expect(value).toBeCloseTo(colour[band], 6));
    }),
  );
});

/** Measured skins (docs/model.md, Skin tone). */
test.each([
  ['Caucasian forehead', [59.2, 11.6, 15.1], 31],
  ['European arm, protected', [65, 7.1, 13.3], 48],
  ['African arm, exposed', [38.1, 12.7, 15], -38],
] as const)('ITA of %s', (_name, [l, a, b], wanted) => {
  expect(Math.abs(itaDegrees(labToLinear({ l, a, b })) - wanted)).toBeLessThan(0.6);
});

test('ITA stays within a right angle either way, of any colour', () => {
  fc.assert(
    fc.property(colours, (colour: LinearRgb) => {
      expect(Math.abs(itaDegrees(colour))).toBeLessThanOrEqual(90);
    }),
  );
});
