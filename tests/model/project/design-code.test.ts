import fc from 'fast-check';
import { expect, test } from 'vitest';
import { consultationOf, withDesign } from '~/model/design/consultation';
import { initialDesign } from '~/model/design/design';
import { designCode, designText } from '~/model/project/design-code';

const start = initialDesign(1);
const first = consultationOf(start);
const codeOf = (change: Partial<typeof start>): string => designCode(withDesign(first, { ...start, ...change }));

test('eight letters and digits that are not taken for one another', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 0xffffffff }), (seed) => {
      expect(designCode(consultationOf(initialDesign(seed)))).toMatch(/^[2-9A-HJ-NP-Z]{8}$/);
    }),
  );
});

test('another code for whatever is seen, by as little as it can be set', () => {
  const codes = [
    codeOf({}),
    codeOf({ hairlineHeightMm: 67 }),
    codeOf({ shape: 'boxed' }),
    codeOf({ handles: { middle: { sideMm: 0, upMm: 0.01 } } }),
    codeOf({ ageYears: 31 }),
    codeOf({ densityPerCm2: 135 }),
    codeOf({ seed: 2 }),
  ];
  expect(new Set(codes).size).toBe(codes.length);
});

test('the same code where nothing is seen: another name, a note, a moment, keys in another order', () => {
  const code = codeOf({});
  const { designs } = first;
  expect(designCode({ ...first, designs: [{ ...designs[0], name: 'Jane Miller' }] })).toBe(code);
  expect(codeOf({ notes: [{ at: { x: 0, y: 1, z: 0 }, text: 'Jane' }] })).toBe(code);
  expect(codeOf({ timeYears: 5 })).toBe(code);
  const backwards = Object.fromEntries(Object.entries(designs[0].drawn).reverse()) as (typeof designs)[0]['drawn'];
  expect(designCode({ ...first, designs: [{ ...designs[0], drawn: backwards }] })).toBe(code);
  expect(designText(first.head, designs[0].drawn)).not.toContain('Design 1');
});
