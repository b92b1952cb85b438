import { expect, test } from 'vitest';
import { BUILT_HEADERS, HEADERS_FILE, META_POLICY } from '../../tools/headers';

test('the policy lets nothing leave the device', () => {
  const policy = new Map(
    META_POLICY.split('; ').map((line) => [line.split(' ')[0], line.split(' ').slice(1)] as const),
  );
  expect(policy.get('default-src')).toEqual(["'none'"]);
  expect(policy.get('connect-src')).toEqual(["'self'"]);
  expect(policy.get('script-src')).toEqual(["'self'", "'wasm-unsafe-eval'"]);
  expect(
    [...policy.values()]
      .flat()
      .filter((source) => /[*:]/.test(source))
      .sort(),
  ).toEqual(['blob:', 'blob:']);
  expect(policy.has('frame-ancestors')).toBe(false);
  // No text becomes script; the one policy there is lets a worker be started from the app's own files.
  expect(policy.get('require-trusted-types-for')).toEqual(["'script'"]);
  expect(policy.get('trusted-types')).toEqual(['stipple']);
});

test('static hosts are told the same headers as our own server sends', () => {
  const lines = HEADERS_FILE.split('\n').filter((line) => line.startsWith('  '));
  expect(HEADERS_FILE.startsWith('/*\n')).toBe(true);
  expect(
    Object.fromEntries(
      lines.map((line) =>
        line
          .trim()
          .split(/: (.*)/)
          .slice(0, 2),
      ),
    ),
  ).toEqual(BUILT_HEADERS);
});
