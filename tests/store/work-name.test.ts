import { expect, test } from 'vitest';
import { isGivenName } from '~/store/work-name';

test.each([
  ['M. Novak', true],
  ['me.jpg', false],
  ['IMG_1234.HEIC', false],
  ['camera.png', false],
  ['', false],
])('%s: whether somebody gave that name is %s', (name, given) => {
  expect(isGivenName(name)).toBe(given);
});
