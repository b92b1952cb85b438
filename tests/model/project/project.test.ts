import fc from 'fast-check';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { restoreReading, storeReading } from '~/keep/stored-reading';
import type { Pigment } from '~/model/design/choices';
import { consultationOf, designInForce, FIRST_VIEW_ID, withLaid } from '~/model/design/consultation';
import { initialDesign } from '~/model/design/design';
import { NO_PLACEMENT } from '~/model/design/head-correction';
import { PLAIN_BRUSH } from '~/model/design/drawing';
import { applyPigment } from '~/model/design/pigment-presets';
import { momentOf } from '~/model/design/time-scale';
import { SETTINGS } from '~/model/design/settings';
import { parseProject, PROJECT_VERSION, writeProject } from '~/model/project/project';
import type { ProjectDocument } from '~/model/project/project';
import { upgraded, UPGRADES } from '~/model/project/upgrades';
import { FULL_DESIGN, fullReading } from '../../support/sample-work';

const SIZE = { widthPx: 120, heightPx: 90 };
const NOTHING_READ = { photo: SIZE, face: null, outline: null, focalPx: null };

const DOCUMENT: Omit<ProjectDocument, 'format' | 'version'> = {
  name: 'Ada',
  consultation: consultationOf(FULL_DESIGN),
  moment: momentOf(FULL_DESIGN),
  photos: [
    { viewId: FIRST_VIEW_ID, reading: storeReading(fullReading(SIZE)), photo: { type: 'image/png', base64: 'AAAA' } },
  ],
};

type Tree = Record<string, unknown>;
interface Places {
  readonly file: Tree & { photos: Tree[]; consultation: Tree & { designs: Tree[]; views: Tree[] }; moment: Tree };
  readonly head: Tree;
  readonly design: Tree;
  readonly view: Tree;
  readonly photo: Tree;
  readonly reading: Tree & { outline: Tree };
}
/** The file's text with one place of it changed. */
function changed(change: (places: Places) => void): string {
  const file = JSON.parse(writeProject(DOCUMENT)) as Places['file'];
  const [photo] = file.photos;
  const [named] = file.consultation.designs;
  change({
    file,
    head: file.consultation.head as Tree,
    design: named.drawn as Tree,
    view: file.consultation.views[0],
    photo,
    reading: photo.reading as Places['reading'],
  });
  return JSON.stringify(file);
}

const DAMAGED = { ok: false, problem: { kind: 'damaged' } };

describe('round trip', () => {
  test('gives an equal document', () => {
    const parsed = parseProject(writeProject(DOCUMENT));
    expect(parsed).toEqual({ ok: true, value: { format: 'stipple', version: PROJECT_VERSION, ...DOCUMENT } });
  });

  test('keeps what a head was laid by on a photo without a face', () => {
    const laidBy = { crown: { xPx: 60.5, yPx: 12 }, rightEar: { xPx: 90, yPx: 40 } };
    const consultation = withLaid(DOCUMENT.consultation, laidBy);
    const parsed = parseProject(writeProject({ ...DOCUMENT, consultation }));
    expect(parsed.ok && parsed.value.consultation).toEqual(consultation);
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
        const consultation = consultationOf(design);
        const parsed = parseProject(writeProject({ ...DOCUMENT, consultation, moment: momentOf(design) }));
        expect(parsed.ok && designInForce(parsed.value.consultation, parsed.value.moment)).toEqual(design);
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
    ['a huge list', changed(({ design }) => (design.strokes = new Array<number>(300_000).fill(0)))],
    ['more than there is', changed(({ design }) => (design.extra = 1))],
    ['less than there is', changed(({ design }) => delete design.seed)],
    ['a number as text', changed(({ design }) => (design.densityPerCm2 = '280'))],
    ['a setting below its range', changed(({ design }) => (design.densityPerCm2 = 49.99))],
    ['a setting above its range', changed(({ file }) => (file.moment.timeYears = 15.01))],
    ['infinity', changed(() => undefined).replace('"timeYears":15', '"timeYears":1e999')],
    ['NaN', changed(() => undefined).replace('"timeYears":15', '"timeYears":NaN')],
    ['a null where none may be', changed(({ design }) => (design.densityPerCm2 = null))],
    ['an unknown shape', changed(({ design }) => (design.shape = 'toString'))],
    ['an unknown point', changed(({ design }) => (design.handles = { nose: { sideMm: 0, upMm: 0 } }))],
    ['a point light years away', changed(({ design }) => (design.handles = { middle: { sideMm: 1e9, upMm: 0 } }))],
    ['half a session', changed(({ file }) => (file.moment.sessionsDone = 1.5))],
    [
      'a direction of no length',
      changed(
        ({ design }) => (design.strokes = [{ ...PLAIN_BRUSH, kind: 'add', widthMm: 1, path: [{ x: 0, y: 0, z: 0 }] }]),
      ),
    ],
    ['a photo of no size', changed(({ reading }) => (reading.photo = { widthPx: 0, heightPx: 0 }))],
    ['a type that is no picture', changed(({ photo }) => (photo.photo = { type: 'text/html', base64: '' }))],
  ])('%s', (_, text) => {
    expect(parseProject(text)).toEqual(DAMAGED);
  });

  test('a newer version says so', () => {
    const text = changed(({ file }) => (file.version = PROJECT_VERSION + 41));
    expect(parseProject(text)).toEqual({ ok: false, problem: { kind: 'newer', version: PROJECT_VERSION + 41 } });
  });

  test.each<[string, (places: Places) => unknown]>([
    ['no design', ({ file }) => (file.consultation.designs = [])],
    [
      'more designs than there may be',
      ({ file }) => (file.consultation.designs = Array<Tree>(9).fill(file.consultation.designs[0])),
    ],
    ['a chosen design that is not there', ({ file }) => (file.consultation.chosenDesign = 1)],
    ['no view', ({ file }) => (file.consultation.views = file.photos = [])],
    ['a view without its photo', ({ file }) => (file.photos = [])],
    ['a photo of another view', ({ photo }) => (photo.viewId = 'view2')],
    [
      'one view twice',
      ({ file, view, photo }) => {
        file.consultation.views = [view, view];
        file.photos = [photo, photo];
      },
    ],
    ['a view with an id that is a path', ({ view, photo }) => (view.id = photo.viewId = '../x')],
    ['a head laid by nothing', ({ view }) => (view.laidBy = {})],
    ['laid by a nose', ({ view }) => (view.laidBy = { nose: { xPx: 1, yPx: 1 } })],
    ['a scar among the pigment', ({ head, design }) => (design.strokes = head.marks)],
    ['pigment among the scars', ({ head, design }) => (head.marks = design.strokes)],
  ])('%s', (_, change) => {
    expect(parseProject(changed(change))).toEqual(DAMAGED);
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
    expect(inside.ok && 'polluted' in inside.value.consultation.designs[0].drawn).toBe(false);
  });

  test('any text, and any small change to a good one', () => {
    const good = writeProject(DOCUMENT);
    fc.assert(
      fc.property(fc.nat(good.length - 1), fc.string({ maxLength: 3 }), (at, put) => {
        parseProject(put);
        const parsed = parseProject(good.slice(0, at) + put + good.slice(at + 1));
        if (parsed.ok)
          expect(parsed.value.consultation.designs[0].drawn.densityPerCm2).toBeGreaterThanOrEqual(
            SETTINGS.densityPerCm2.min,
          );
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
    ['light of another size', (stored) => ({ ...stored, light: stored.light && { ...stored.light, rows: 3 } })],
    ['light that is not base64', (stored) => ({ ...stored, light: stored.light && { ...stored.light, light: '?' } })],
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

  test('heads of version 6 that were laid on photos without a face move on from where they lay', () => {
    const laidOf = (placement: Tree, landmarks: string | null) => {
      const photos = [{ viewId: 'view1', reading: { landmarks } }];
      const older = { version: 6, consultation: { views: [{ id: 'view1', placement }] }, photos };
      const { consultation } = upgraded(older, 6, 7) as unknown as { consultation: { views: { laid: unknown }[] } };
      return consultation.views[0].laid;
    };
    const placed = { ...NO_PLACEMENT, turnDegrees: 90, scale: 0.6 };
    expect(laidOf(placed, null)).toEqual(placed);
    expect(laidOf({ ...NO_PLACEMENT }, null), 'nobody laid it on yet').toBeNull();
    expect(laidOf(placed, 'AAAA'), 'its face was found').toBeNull();
  });

  test('dots of version 3 become those that photographs show: a preset its own, others in proportion', () => {
    const drawnAs = (drawn: Tree) => {
      const older = { version: 3, consultation: { designs: [{ name: 'A', drawn }], chosenDesign: 0 } };
      const { consultation } = upgraded(older, 3, 4) as unknown as { consultation: { designs: { drawn: Tree }[] } };
      return consultation.designs[0].drawn;
    };
    const [light, medium, dark] = [
      { pigment: 'light', densityPerCm2: 200, strengthPercent: 67, dotSizeMm: 0.17, seed: 1 },
      { pigment: 'medium', densityPerCm2: 280, strengthPercent: 100, dotSizeMm: 0.19, seed: 1 },
      { pigment: 'dark', densityPerCm2: 320, strengthPercent: 117, dotSizeMm: 0.2, seed: 1 },
    ].map(drawnAs);
    for (const drawn of [light, medium, dark]) {
      const design = applyPigment(initialDesign(1), drawn.pigment as Pigment);
      expect(drawn).toEqual({
        pigment: drawn.pigment,
        densityPerCm2: design.densityPerCm2,
        strengthPercent: design.strengthPercent,
        dotSizeMm: design.dotSizeMm,
        seed: 1,
      });
    }
    const moved = { pigment: 'medium', densityPerCm2: 140, strengthPercent: 80, dotSizeMm: 0.27 };
    expect(drawnAs(moved)).toEqual({ pigment: 'medium', densityPerCm2: 65, strengthPercent: 80, dotSizeMm: 0.45 });
    const sparse = { pigment: 'medium', densityPerCm2: 60, strengthPercent: 80, dotSizeMm: 0.11 };
    expect(drawnAs(sparse)).toMatchObject({ densityPerCm2: 50, dotSizeMm: 0.2 });
    for (const densityPerCm2 of [null, '280', 59, 1e9, Infinity])
      expect(drawnAs({ ...moved, densityPerCm2 }), 'not of version 3: left to be refused').toMatchObject({
        densityPerCm2,
      });
  });

  test('of version 3 with a number that it did not allow is damaged', () => {
    const text = readFileSync(fixture(3), 'utf8');
    expect(parseProject(text.replace(/"densityPerCm2":\d+/, '"densityPerCm2":100')).ok).toBe(true);
    for (const bad of ['null', '"280"', '1e9', '1e999'])
      expect(parseProject(text.replace(/"densityPerCm2":\d+/, `"densityPerCm2":${bad}`)), bad).toEqual(DAMAGED);
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
