import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { allowedLicence, packageLicence } from '../../tools/licences/package-licence';
import { shippedLicences, toldUnder } from '../../tools/licences/shipped-licences';
import { packagesOf } from '../../tools/licences/shipped-packages';
import { ownCodeOnly, untoldFiles } from '../../tools/licences-plugin';

const LOCK = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
  readonly packages: Readonly<Record<string, { readonly dev?: boolean; readonly optional?: boolean }>>;
};
/** All that may be bundled: what the app's own packages bring along, too. */
const MAY_BE_SHIPPED = Object.entries(LOCK.packages)
  .filter(([path, { dev }]) => path.startsWith('node_modules/') && dev !== true)
  .map(([path]) => path.slice('node_modules/'.length));

describe('licences of what is shipped', () => {
  test.each([...MAY_BE_SHIPPED, 'vite', 'rolldown'])('%s: one that may be shipped, with its text', (name) => {
    const { version, text } = packageLicence(name);
    expect(version).toMatch(/^\d+\./);
    expect(text.length).toBeGreaterThan(400);
    expect(text).toMatch(
      /permission is hereby granted|permission to use|apache license|mozilla public license|redistribution/i,
    );
  });

  test.each([
    ['MIT', 'MIT'],
    ['(MIT OR Apache-2.0)', 'MIT'],
    ['GPL-3.0 OR MIT', 'MIT'],
    ['0BSD', '0BSD'],
    ['GPL-3.0', null],
    ['MIT AND GPL-3.0', null],
    ['UNLICENSED', null],
    ['SEE LICENSE IN LICENSE.txt', null],
    ['', null],
  ])('of %j: %j', (expression, licence) => {
    expect(allowedLicence(expression)).toBe(licence);
  });

  test('a package under another one fails the build', () => {
    // Of the tools, which nobody ships.
    expect(() => packageLicence('minimatch')).toThrow(/minimatch is shipped, but its licence \(BlueOak-1.0.0\)/);
  });

  test('packages are told by the modules that the bundler took: of the innermost folder, helpers of the build among them', () => {
    expect(
      packagesOf([
        '/app/src/main.tsx',
        '/app/node_modules/react/index.js?commonjs',
        '/app/node_modules/react/jsx-runtime.js',
        '/app/node_modules/pixi.js/node_modules/@pixi/colord/index.mjs',
        'C:\\app\\node_modules\\uqr\\dist\\index.mjs',
        '\0vite/preload-helper.js',
        '\0rolldown/runtime.js',
        '\0/app/node_modules/culori/fn.js',
      ]),
    ).toEqual(['@pixi/colord', 'culori', 'react', 'rolldown', 'uqr', 'vite']);
  });

  test('each file that is shipped as it is belongs to something, and one of nobody does not', () => {
    expect(untoldFiles()).toEqual([]);
    expect(toldUnder('fonts/somebodys.woff2')).toBeNull();
    expect(toldUnder('samples/front-light-web.jpg')).toBe('samples');
  });

  test('all kinds are told, every text once, and each part has one', () => {
    const { parts, texts } = shippedLicences(['mediabunny', 'pixi.js', 'vite', 'zxing-wasm']);
    expect(new Set(parts.map(({ kind }) => kind))).toEqual(
      new Set(['own', 'library', 'detector', 'models', 'samples']),
    );
    expect(new Set(texts).size).toBe(texts.length);
    for (const { name, texts: its } of parts) {
      expect(its.length, name).toBeGreaterThan(0);
      for (const at of its) expect(texts[at].length, name).toBeGreaterThan(100);
    }
    const of = (name: string): string =>
      parts
        .find((part) => part.name === name)
        ?.texts.map((at) => texts[at])
        .join('\n') ?? '';
    // Where the source of what is under the MPL is, and the licence that is made use of where there are two.
    expect(of('mediabunny')).toMatch(/its source: https:.*Mozilla Public License Version 2\.0/s);
    expect(of('pixi.js')).toMatch(/MIT License/);
    expect(of('zxing-wasm')).toMatch(/ZXing-C\+\+.*gitlost.*Apache License.*MIT License/s);
    expect(of('@mediapipe/face_mesh')).toMatch(/Copyright The MediaPipe Authors.*Changed: metadata.*Apache License/s);
    expect(of('samples')).toMatch(/CC0 1\.0 Universal/);
    expect(of('vite').length).toBeLessThan(3000);
  });

  test('what is bundled apart may be of our own code alone', () => {
    const { generateBundle } = ownCodeOnly();
    const told: string[] = [];
    const bundle = (...moduleIds: string[]): void => {
      Reflect.apply(generateBundle as () => void, { error: (why: string) => told.push(why) }, [
        {},
        { script: { type: 'chunk', moduleIds }, sheet: { type: 'asset' } },
      ]);
    };
    bundle('/app/src/load/offline-worker.ts');
    expect(told).toEqual([]);
    bundle('/app/src/load/offline-worker.ts', '/app/node_modules/comlink/index.mjs');
    expect(told).toEqual(['comlink: bundled where no licence is told']);
  });
});
