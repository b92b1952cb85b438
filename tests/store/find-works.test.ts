import { expect, test } from 'vitest';
import { foldedText, foundWorks } from '~/store/find-works';

const work = (name: string, savedAtMs = 0, bytes = 0) => ({ id: name, name, savedAtMs, bytes, thumbnail: null });
const names = (asked: string, ...all: string[]) =>
  foundWorks(
    all.map((name) => work(name)),
    asked,
    'changed',
  ).map(({ name }) => name);

test.each([
  ['jose', 'José Ñúñez'],
  ['NUNEZ', 'José Ñúñez'],
  ['José', 'Jose\u0301'],
  ['strasse', 'Straße'],
  ['istanbul', 'İstanbul'],
  ['lodz', 'Łódź'],
  ['soren', 'Søren'],
  ['oneill', 'ONeill'],
  ['o neill', 'O’Neill'],
  ['novak m', 'M. Novák'],
  ['  ', 'anybody'],
  ['иван', 'ИВАН'],
])('%s finds %s', (asked, name) => {
  expect(names(asked, name, 'zzz 9')).toContain(name);
});

test('every word is asked for, and none is found where it is not', () => {
  expect(names('anna k', 'Anna Berg', 'Anna Koch', 'Karl')).toEqual(['Anna Koch']);
  expect(foldedText('')).toBe('');
});

test('works stand in the order wanted', () => {
  const all = [work('b', 1, 5), work('Á', 3, 5), work('c', 2, 9)];
  const order = (by: Parameters<typeof foundWorks>[2]) => foundWorks(all, '', by).map(({ name }) => name);
  expect(order('changed')).toEqual(['Á', 'c', 'b']);
  expect(order('name')).toEqual(['Á', 'b', 'c']);
  expect(order('size')).toEqual(['c', 'Á', 'b']);
});
