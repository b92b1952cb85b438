import { expect, it } from 'vitest';
import { latinKey } from '~/ui/base/latin-key';

it.each([
  ['z', 'KeyZ', 'z'],
  ['Z', 'KeyZ', 'z'],
  ['я', 'KeyZ', 'z'],
  ['ζ', 'KeyZ', 'z'],
  ['и', 'KeyB', 'b'],
  // Where letters are Latin but stand elsewhere, what is printed counts.
  ['z', 'KeyW', 'z'],
  ['w', 'KeyZ', 'w'],
  ['−', 'Minus', '−'],
  ['Escape', 'Escape', 'escape'],
])('%s on %s means %s', (key, code, meant) => {
  expect(latinKey({ key, code })).toBe(meant);
});
