import { expect, test } from 'vitest';
import { consultationOf } from '~/model/design/consultation';
import { initialDesign } from '~/model/design/design';
import { designCode } from '~/model/project/design-code';

test('codes of 20 000 designs hardly ever meet', () => {
  const codes = new Set(Array.from({ length: 20_000 }, (_, seed) => designCode(consultationOf(initialDesign(seed)))));
  expect(codes.size).toBeGreaterThan(19_995);
});
