import fc from 'fast-check';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { restoreReading, storeReading } from '~/io/stored-reading';
import { initialDesign } from '~/model/design/design';
import { PLAIN_BRUSH } from '~/model/design/drawing';
import { SETTINGS } from '~/model/design/settings';
import { parseProject, PROJECT_VERSION, writeProject } from '~/model/project/project';
import type { ProjectDocument } from '~/model/project/project';
import { upgraded, UPGRADES } from '~/model/project/upgrades';
import { FULL_DESIGN, fullReading } from '../../support/sample-work';

const SIZE = { widthPx: 120, heightPx: 90 };
const NOTHING_READ = { photo: SIZE, face: null, outline: null, focalPx: null };

const DOCUMENT: Omit<ProjectDocument, 'format' | 'version'> = {
  name: 'Ada',
  design: FULL_DESIGN,
  reading: storeReading(fullReading(SIZE)),
  photo: { type: 'image/png', base64: 'AAAA' },
};

type Tree = Record<string, unknown>;
/** The file's text with one place of it changed. */
function changed(change: (file: Tree & { design: Tree; reading: Tree & { outline: Tree } }) => void): string {
  const file = JSON.parse(writeProject(DOCUMENT)) as Parameters<typeof change>[0];
  change(file);
  return JSON.stringify(file);
}

const DAMAGED = { ok: false, problem: { kind: 'damaged' } };

describe('round trip', () => {
  test('gives an equal document', () => {
    const parsed = parseProject(writeProject(DOCUMENT));
    expect(parsed).toEqual({ ok: true, value: { format: 'stipple', version: PROJECT_VERSION, ...DOCUMENT } });
  });

  test('of every design within the table of settings', () => {
    const within = (row: { readonly min: number; readonly max: number }): fc.Arbitrary<number> =>
      fc.double({ min: row.min, max: row.max, noNaN: true }).map((value) => value + 0); // JSON has no -0
    const settings = fc.record({
      densityPerCm2: within(SETTINGS.densityPerCm2),
      timeYears: within(SETTINGS.timeYears),
      templeRecessionMm: fc.option(within(SETTINGS.templeRecessionMm)),
      sunExposure: within(SETTINGS.sunExposure),
      seed: fc.nat(0xffffffff),
    });
    fc.assert(
      fc.property(settings, (some) => {
        const design = { ...initialDesign(0), ...some };
        const parsed = parseProject(writeProject({ ...DOCUMENT, design }));
        expect(parsed.ok && parsed.value.design).toEqual(design);
      }),
      { numRuns: 50 },
    );
  });

  test('of a reading is exact, with a face and without', () => {
    for (const reading of [fullReading(SIZE), NOTHING_READ]) {
      expect(restoreReading(storeReading(reading))).toEqual(reading);
    }
  });
});

describe('a bad file is a value', () => {
  test.each([
    ['nothing', ''],
    ['no JSON', '{"format":"stipple"'],
    ['null', 'null'],
    ['a list', '[]'],
    ['another format', '{"format":"other","version":1}'],
    ['no version', '{"format":"stipple"}'],
    ['version 0', '{"format":"stipple","version":0}'],
    ['a version that is no number', '{"format":"stipple","version":"1"}'],
    ['a broken version', '{"format":"stipple","version":1.5}'],
    ['nothing but the version', '{"format":"stipple","version":1}'],
    ['very deep', `{"format":"stipple","version":1,"design":${'['.repeat(200_000)}${']'.repeat(200_000)}}`],
    ['very deep and open', '['.repeat(1_000_000)],
    ['a huge list', changed((file) => (file.design.strokes = new Array<number>(300_000).fill(0)))],
    ['more than there is', changed((file) => (file.design.extra = 1))],
    ['less than there is', changed((file) => delete file.design.seed)],
    ['a number as text', changed((file) => (file.design.densityPerCm2 = '280'))],
    ['a setting below its range', changed((file) => (file.design.densityPerCm2 = 59.99))],
    ['a setting above its range', changed((file) => (file.design.timeYears = 15.01))],
    ['infinity', changed(() => undefined).replace('"timeYears":15', '"timeYears":1e999')],
    ['NaN', changed(() => undefined).replace('"timeYears":15', '"timeYears":NaN')],
    ['a null where none may be', changed((file) => (file.design.densityPerCm2 = null))],
    ['an unknown shape', changed((file) => (file.design.shape = 'toString'))],
    ['an unknown point', changed((file) => (file.design.handles = { nose: { sideMm: 0, upMm: 0 } }))],
    ['a point light years away', changed((file) => (file.design.handles = { middle: { sideMm: 1e9, upMm: 0 } }))],
    ['half a session', changed((file) => (file.design.sessionsDone = 1.5))],
    [
      'a direction of no length',
      changed((f) => (f.design.strokes = [{ ...PLAIN_BRUSH, kind: 'add', widthMm: 1, path: [{ x: 0, y: 0, z: 0 }] }])),
    ],
    ['a photo of no size', changed((file) => (file.reading.photo = { widthPx: 0, heightPx: 0 }))],
    ['a type that is no picture', changed((file) => (file.photo = { type: 'text/html', base64: '' }))],
  ])('%s', (_, text) => {
    expect(parseProject(text)).toEqual(DAMAGED);
  });

  test('a newer version says so', () => {
    const text = changed((file) => (file.version = PROJECT_VERSION + 41));
    expect(parseProject(text)).toEqual({ ok: false, problem: { kind: 'newer', version: PROJECT_VERSION + 41 } });
  });

  test('more sessions done than planned, both in range', () => {
    expect(parseProject(changed((file) => (file.design.sessionsPlanned = 1)))).toEqual(DAMAGED);
  });

  test('keys that mean something to JavaScript change nothing', () => {
    const text = writeProject(DOCUMENT).replace(
      '{',
      '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},',
    );
    const parsed = parseProject(text);
    expect(parsed.ok && Object.keys(parsed.value)).not.toContain('constructor');
    expect(({} as Tree).polluted).toBeUndefined();
    const inside = parseProject(writeProject(DOCUMENT).replace('"seed":', '"__proto__":{"seed":1},"seed":'));
    expect(inside.ok && 'polluted' in inside.value.design).toBe(false);
  });

  test('any text, and any small change to a good one', () => {
    const good = writeProject(DOCUMENT);
    fc.assert(
      fc.property(fc.nat(good.length - 1), fc.string({ maxLength: 3 }), (at, put) => {
        parseProject(put);
        const parsed = parseProject(good.slice(0, at) + put + good.slice(at + 1));
        if (parsed.ok) expect(parsed.value.design.densityPerCm2).toBeGreaterThanOrEqual(SETTINGS.densityPerCm2.min);
      }),
      { numRuns: 300 },
    );
  });

  test.each<[string, (stored: ReturnType<typeof storeReading>) => ReturnType<typeof storeReading>]>([
    ['landmarks that are not base64', (stored) => ({ ...stored, landmarks: '?' })],
    ['too few landmarks', (stored) => ({ ...stored, landmarks: 'AAAA' })],
    ['a landmark that is not a number', (stored) => ({ ...stored, landmarks: btoa('\xff'.repeat(468 * 12)) })],
    ['landmarks without their box', (stored) => ({ ...stored, box: null })],
    [
      'an outline of another size',
      (stored) => ({ ...stored, outline: stored.outline && { ...stored.outline, rows: 31 } }),
    ],
  ])('%s', (_, change) => {
    expect(restoreReading(change(storeReading(fullReading(SIZE))))).toBeNull();
  });
});

describe('versions', () => {
  const fixture = (version: number): string => `tests/model/project/saved/v${version}.stipple`;

  // An upgrade that was never run is one that does not work: there must be a file of each version, and it must open.
  test.each(Array.from({ length: PROJECT_VERSION }, (_, at) => at + 1))('a file of version %i opens', (version) => {
    expect(existsSync(fixture(version)), `${fixture(version)} is missing`).toBe(true);
    const text = readFileSync(fixture(version), 'utf8');
    expect((JSON.parse(text) as Tree).version).toBe(version);
    const parsed = parseProject(text);
    expect(parsed.ok && parsed.value.version).toBe(PROJECT_VERSION);
  });

  test('there is one upgrade from each older version, and none more', () => {
    const older = Array.from({ length: PROJECT_VERSION - 1 }, (_, at) => String(at + 1));
    expect(Object.keys(UPGRADES)).toEqual(older);
  });

  test('upgrades follow one another; a missing one is our mistake', () => {
    const upgrades = { 1: (one: Tree) => ({ ...one, b: 2 }), 2: ({ b }: Tree) => ({ c: b }) };
    expect(upgraded({ version: 1, a: 1 }, 1, 3, upgrades)).toEqual({ version: 3, c: 2 });
    expect(upgraded({ version: 3 }, 3, 3, upgrades)).toEqual({ version: 3 });
    expect(() => upgraded({ version: 1 }, 1, 4, upgrades)).toThrow('no upgrade from project version 3');
  });
});
