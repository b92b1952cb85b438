import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';

/** What the first screen may ask for before it stands: script, gzipped, kB (1000 bytes). */
const MOST_KB = 90;

it('the first screen is small: its script, with all that is loaded beside it at once', () => {
  const page = readFileSync('dist/index.html', 'utf8');
  const scripts = [...page.matchAll(/(?:src|href)="\/(assets\/[^"]+\.js)"/g)].map(([, file]) => file);
  expect(scripts.length).toBeGreaterThan(0);
  const bytes = scripts.reduce((sum, file) => sum + gzipSync(readFileSync(`dist/${file}`)).length, 0);
  expect(bytes / 1000).toBeLessThanOrEqual(MOST_KB);
});
