import { expect, test } from 'vitest';
import { isOverdrawn, parseProject } from '~/model/project/project';

const HEAD = '{"format":"stipple","version":4,';

/** Texts of about a hundred megabytes that are made to keep a reader busy. */
test.each<[string, () => string]>([
  ['numbers', () => `${HEAD}"x":[${'0,'.repeat(50e6)}0]}`],
  ['lists in lists', () => `${HEAD}"x":${'['.repeat(50e6)}${']'.repeat(50e6)}}`],
  ['keys', () => `${HEAD}${'"a":1,'.repeat(16e6)}"b":1}`],
  ['photos without end', () => `${HEAD}${'"base64":"'.repeat(10e6)}`],
  ['many empty photos', () => `${HEAD}"x":[${'{"base64":""},'.repeat(7e6)}0]}`],
])('%s: refused as too large within two seconds', (_, make) => {
  const text = make();
  const from = performance.now();
  expect(parseProject(text)).toEqual({ ok: false, problem: { kind: 'tooLarge' } });
  expect(performance.now() - from).toBeLessThan(2000);
});

test('a large photo is no reason to refuse', () => {
  expect(isOverdrawn(`${HEAD}"photos":[{"photo":{"base64":"${'A'.repeat(90e6)}"}}]}`)).toBe(false);
});
