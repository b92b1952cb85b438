import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const SOURCES = 'src';
const lineIn = (file: string): string =>
  readFileSync(join(SOURCES, file), 'utf8')
    .replace(/^.*?: /, '')
    .trimEnd();

/**
 * What each folder and room of src is for, by its path from there: the one line that it opens with, in its own README.md.
 * `npm run house` prints them, the README of the house says the same; a test holds it to them.
 */
export const SAYS: Readonly<Record<string, string>> = Object.fromEntries(
  readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('README.md'))
    .map((file) => [dirname(file).replaceAll('\\', '/'), lineIn(file)]),
);
