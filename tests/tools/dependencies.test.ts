import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { allowedLicence } from '../../tools/licences/package-licence';

interface Locked {
  readonly version: string;
  readonly integrity?: string;
  readonly resolved?: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly link?: boolean;
  readonly hasInstallScript?: boolean;
}

const read = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));
const { packages } = read('package-lock.json') as { readonly packages: Readonly<Record<string, Locked>> };
const locked = Object.entries(packages).filter(([place]) => place !== '');
const shipped = locked.filter(([, { dev }]) => dev !== true);
const named = read('package.json') as Readonly<Record<'dependencies' | 'devDependencies', Record<string, string>>>;

const thatAre = (of: readonly (readonly [string, Locked])[], wrong: (each: Locked) => boolean): readonly string[] =>
  of.filter(([, each]) => wrong(each)).map(([place]) => place);

/** Known holes are looked up by a registry, which is asked nothing here. This is what can be known of the packages without one. */
describe('what the project is made of', () => {
  it('is named by exact versions', () => {
    const versions = Object.values({ ...named.dependencies, ...named.devDependencies });
    expect(versions.length).toBeGreaterThan(20);
    expect(versions.filter((version) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  });

  it('is locked byte by byte, and comes from the registry that npm is set to', () => {
    expect(locked.length).toBeGreaterThan(100);
    expect(thatAre(locked, ({ integrity = '' }) => !integrity.startsWith('sha512-'))).toEqual([]);
    expect(thatAre(locked, ({ resolved, link }) => link === true || resolved !== undefined)).toEqual([]);
  });

  it('runs nothing as it is installed, but for the one tool that fetches its own program so', () => {
    expect(thatAre(locked, ({ hasInstallScript }) => hasInstallScript === true)).toEqual(['node_modules/esbuild']);
    expect(thatAre(shipped, ({ hasInstallScript }) => hasInstallScript === true)).toEqual([]);
  });

  it('may be shipped, by its licence', () => {
    expect(shipped.length).toBeGreaterThan(Object.keys(named.dependencies).length);
    expect(thatAre(shipped, ({ license }) => license === undefined || allowedLicence(license) === null)).toEqual([]);
  });

  it('is there once: no shipped package in two versions', () => {
    expect(shipped.filter(([place]) => place.lastIndexOf('node_modules/') > 0).map(([place]) => place)).toEqual([]);
  });
});
