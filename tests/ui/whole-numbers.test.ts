import { expect, test } from 'vitest';
import { sketchWords } from '~/ui/words/home/finish-words';
import { wholeNumbers } from '~/ui/words/home/whole-numbers';

test('no line ends within a number: before its unit, before or behind its ±, or between two sides', () => {
  expect(wholeNumbers('off by 91 ± 7 mm, or ± 6 % of 20 × 30 mm')).toBe(
    'off by 91\u00a0±\u00a07\u00a0mm, or ±\u00a06\u00a0% of 20\u00a0×\u00a030\u00a0mm',
  );
});

test('nor does one in the legend of a picture with measures', () => {
  const { legend } = sketchWords('Healed, 1 month', new Date(0), 'LTFBRTYN', ['Corner to corner  118 ± 7 mm'], null);
  expect(legend).toEqual(['Corner to corner  118\u00a0±\u00a07\u00a0mm']);
});
