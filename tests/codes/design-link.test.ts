import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { toBase64 } from '~/bytes/base64';
import { CODE_WORDS } from '~/codes/code-words';
import { checked, designBytes, readDesignBytes } from '~/codes/design-bytes';
import {
  codesIn,
  gather,
  gatheredDesign,
  MOST_CODE_CHARACTERS,
  MOST_PART_CHARACTERS,
  MOST_CODES,
  NOTHING_GATHERED,
  onlyCode,
  readCode,
  sentDesign,
} from '~/codes/design-link';
import type { Gathered } from '~/codes/design-link';
import { writeTree } from '~/codes/tree-bytes';
import type { Tree } from '~/codes/tree-bytes';
import { consultationOf } from '~/model/design/consultation';
import { initialDesign } from '~/model/design/design';
import type { Design } from '~/model/design/design';
import { PLAIN_BRUSH } from '~/model/design/drawing';
import { MAIN_POINTS, MOST_ADDED, SIDES } from '~/model/design/line-points';
import { designCode, settledDesign } from '~/model/project/design-code';
import type { DesignOnHead } from '~/model/project/design-code';
import { PROJECT_VERSION } from '~/model/project/project';
import { anyDesign } from '../support/any-design';
import { FULL_DESIGN } from '../support/sample-work';

const ADDRESS = 'https://stipple.example.org/app/';

const onHead = (design: Design): DesignOnHead => {
  const { head, designs } = consultationOf(design);
  return { head, drawn: designs[0].drawn };
};
const codeOf = ({ head, drawn }: DesignOnHead): string => {
  const first = consultationOf(initialDesign(0));
  return designCode({ ...first, head, designs: [{ name: '', drawn }] });
};
const full = onHead(FULL_DESIGN);

/** A path of so many places over the scalp. */
const path = (places: number) =>
  Array.from({ length: places }, (_, i) => {
    const angle = 0.01 * i;
    return { x: Math.sin(angle) * 0.6, y: 0.8, z: Math.cos(angle) * 0.6 };
  });
const painted = (strokes: number, places: number): DesignOnHead =>
  onHead({
    ...FULL_DESIGN,
    strokes: Array.from({ length: strokes }, () => ({ ...PLAIN_BRUSH, kind: 'add', widthMm: 15, path: path(places) })),
    pencil: Array.from({ length: strokes }, () => path(places)),
  });

/** The design that a set of codes gives, in whatever order they come. */
function read(codes: readonly string[]) {
  let gathered: Gathered = NOTHING_GATHERED;
  for (const text of codes) {
    const found = codesIn(`Look: ${text} \nbye`);
    const code = readCode(found.ok ? found.value[0] : '');
    if (!code.ok) return code;
    if (code.value.kind === 'design') return { ok: true as const, value: code.value.design };
    gathered = gather(gathered, code.value);
  }
  return gatheredDesign(gathered);
}

describe('the same design on another device', () => {
  test('whatever is in it: exactly, once it is as all devices have it', () => {
    fc.assert(
      fc.property(anyDesign, (design) => {
        const given = onHead(design);
        const { touchUpsYears } = settledDesign(given).drawn;
        // No slider sets two nearer to each other than an hour.
        fc.pre(new Set(touchUpsYears).size === touchUpsYears.length);
        const back = readDesignBytes(designBytes(given, 'all'));
        expect(back).toEqual({ ok: true, value: { ...settledDesign(given), told: 'all' } });
        if (!back.ok) return;
        expect(codeOf(back.value)).toBe(codeOf(given));
        expect(designBytes(back.value, 'all')).toEqual(designBytes(given, 'all'));
      }),
    );
  });

  test('by its link, with words around it, broken lines, or bare', () => {
    const { link, linkTells } = sentDesign(full, ADDRESS);
    expect(linkTells).toBe('all');
    expect(link.startsWith(`${ADDRESS}#d=`)).toBe(true);
    const bare = link.slice(link.indexOf('=') + 1);
    for (const text of [link, `See ${link}.`, bare, ` ${bare.slice(0, 40)}\n${bare.slice(40)}\n`]) {
      const found = codesIn(text);
      expect(found).toEqual({ ok: true, value: [bare] });
    }
    expect(readCode(bare)).toEqual({
      ok: true,
      value: { kind: 'design', design: { ...settledDesign(full), told: 'all' } },
    });
  });

  test('a code that was given away opens for ever', () => {
    const saved = readFileSync('tests/codes/saved/v5.txt', 'utf8');
    const found = codesIn(saved);
    const code = readCode(found.ok ? found.value[0] : '');
    expect(code.ok && code.value.kind === 'design' && codeOf(code.value.design)).toBe('7HYQ5VXE');
  });
});

describe('room', () => {
  test('what is set and the whole line always fit one code', () => {
    const { zones, ...rest } = FULL_DESIGN;
    const most: Design = {
      ...rest,
      zones,
      strokes: [],
      pencil: [],
      notes: [],
      handles: Object.fromEntries(MAIN_POINTS.map((id, i) => [id, { sideMm: -99.1234 - i, upMm: 98.7654 + i }])),
      points: SIDES.flatMap((side) =>
        Array.from({ length: MOST_ADDED }, (_, i) => ({
          number: i + 1,
          side,
          stretch: 'temple' as const,
          share: 0.1234 + i / 17,
          outMm: 12.3456 - i * 1.7,
          sharp: i % 2 === 0,
        })),
      ),
    };
    const { codes, codesTell } = sentDesign(onHead(most), ADDRESS);
    expect(codes).toHaveLength(1);
    expect(codesTell).toBe('all');
    expect(sentDesign(onHead(initialDesign(1)), ADDRESS).link.length).toBeLessThan(400);
  });

  test('painting takes several codes, in any order; each is one that a phone reads', () => {
    const given = painted(8, 40);
    const { codes, codesTell } = sentDesign(given, ADDRESS);
    expect(codesTell).toBe('all');
    expect(codes.length).toBeGreaterThan(1);
    for (const code of codes) expect(code.length).toBeLessThanOrEqual(MOST_PART_CHARACTERS);
    expect(read(codes.slice(1))).toBeNull();
    expect(read([...codes].reverse())).toEqual({ ok: true, value: { ...settledDesign(given), told: 'all' } });
  });

  test('what has no room is left out, the sketch first, and said so in the code', () => {
    const some = sentDesign(painted(12, 60), ADDRESS);
    expect(some.codesTell).toBe('dots');
    expect(some.codes.length).toBeLessThanOrEqual(MOST_CODES);
    const many = painted(200, 60);
    const sent = sentDesign(many, ADDRESS);
    expect([sent.codesTell, sent.linkTells, sent.codes.length]).toEqual(['line', 'line', 1]);
    const back = read(sent.codes);
    expect(back?.ok === true && back.value).toMatchObject({ told: 'line', drawn: { strokes: [], shape: 'peaked' } });
  });

  test('on paper there is one code: all, or what has room in one, and it says which', () => {
    for (const [given, told] of [
      [onHead(initialDesign(1)), 'all'],
      [painted(1, 120), 'dots'],
      [painted(200, 60), 'line'],
    ] as const) {
      const only = onlyCode(given, ADDRESS);
      expect(only.told).toBe(told);
      expect(only.code.length).toBeLessThanOrEqual(MOST_CODE_CHARACTERS);
      const back = read([only.code]);
      expect(back?.ok === true && back.value.told).toBe(told);
    }
  });

  test('parts of two designs are never put together', () => {
    const [one, other] = [painted(8, 40), painted(8, 41)].map((given) => sentDesign(given, ADDRESS).codes);
    expect(read([one[0], ...other.slice(1)])).toBeNull();
  });
});

describe('nobody is in it', () => {
  test('neither the name of the design nor that of the work', () => {
    const bytes = designBytes(full, 'all');
    expect(Buffer.from(bytes).toString('latin1')).not.toContain('Design 1');
    expect(sentDesign(full, ADDRESS).codes).toEqual(sentDesign({ ...full }, ADDRESS).codes);
  });
});

describe('hostile codes', () => {
  const problem = (code: string): string | null => {
    const got = readCode(code);
    return got.ok ? null : got.problem.kind;
  };
  const text = (bytes: Uint8Array): string =>
    toBase64(bytes).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
  const valid = designBytes(full, 'all');
  const of = (tree: unknown): string =>
    text(checked(Uint8Array.of(1, 0, PROJECT_VERSION, ...writeTree(tree as Tree, CODE_WORDS))));
  const { head, drawn } = settledDesign(full);

  test('one letter changed, one missing, or nothing at all', () => {
    for (let at = 0; at < valid.length; at++) {
      const bent = Uint8Array.from(valid);
      bent[at] ^= 1 << (at % 8);
      expect(problem(text(bent))).toMatch(/damaged|newer/);
      expect(problem(text(valid.subarray(0, at)))).toMatch(/damaged/);
    }
  });

  test('of a later Stipple', () => {
    expect(problem(text(checked(Uint8Array.of(9, 0, 1, 0))))).toBe('newer');
    expect(problem(text(checked(Uint8Array.of(1, 0, PROJECT_VERSION + 1, 0))))).toBe('newer');
    expect(problem(text(checked(Uint8Array.of(1, 0, 1, 0))))).toBe('damaged');
  });

  test('numbers out of range, none at all, keys that mean something else', () => {
    expect(problem(of({ head, drawn }))).toBeNull();
    expect(problem(of({ head, drawn: { ...drawn, densityPerCm2: 1e6 } }))).toBe('damaged');
    expect(problem(of({ head, drawn: { ...drawn, densityPerCm2: null } }))).toBe('damaged');
    expect(problem(of({ head, drawn: { ...drawn, densityPerCm2: '130' } }))).toBe('damaged');
    // There is no way to write down what is no number, nor an endless one.
    expect(problem(of({ head, drawn: { ...drawn, seed: null } }))).toBe('damaged');
    expect(problem(of({ head, drawn: { ...drawn, seed: 2 ** 50 } }))).toBe('damaged');
    expect(problem(of({ head, drawn: { ...drawn, extra: 1 } }))).toBe('damaged');
    expect(problem(of(JSON.parse('{"__proto__":{"head":1}}')))).toBe('damaged');
    expect(problem(of({ head: { ...head, constructor: 1 }, drawn }))).toBe('damaged');
    expect(problem(of([head, drawn]))).toBe('damaged');
    expect(problem(of(null))).toBe('damaged');
  });

  test('lengths that promise more than there is, and nests without end', () => {
    for (const start of [
      [0x24, 0xff, 0xff, 0xff, 0x7f],
      [0xfe, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f],
      [0x0b, 0xff, 0xff, 0x7f],
      Array.from({ length: 5000 }, () => 0x0c),
      Array.from({ length: 5000 }, () => 0x1e),
    ])
      expect(problem(text(checked(Uint8Array.of(1, 0, PROJECT_VERSION, ...start))))).toBe('damaged');
  });

  test('a text that is far too long, or not ours', () => {
    expect(codesIn('a'.repeat(100_000))).toEqual({ ok: false, problem: { kind: 'tooLong' } });
    expect(codesIn('https://example.org/menu.pdf')).toEqual({ ok: false, problem: { kind: 'foreign' } });
    expect(codesIn('')).toEqual({ ok: false, problem: { kind: 'foreign' } });
  });

  test('any bytes and any text are answered, none thrown at, and nothing is taken that is not sound', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        const got = readCode(text(checked(Uint8Array.of(1, 0, PROJECT_VERSION, ...bytes))));
        expect(got.ok).toBe(false);
        readCode(text(bytes));
        readCode(text(checked(Uint8Array.of(2, ...bytes))));
      }),
      { numRuns: 2000 },
    );
    fc.assert(fc.property(fc.string({ maxLength: 200 }), (any) => void readCode(any)));
    // Nearly sound ones, with a check sum that agrees.
    fc.assert(
      fc.property(fc.nat(valid.length - 5), fc.integer({ min: 0, max: 255 }), (at, byte) => {
        const bent = Uint8Array.from(valid.subarray(0, valid.length - 4));
        bent[at] = byte;
        const got = readDesignBytes(checked(bent));
        if (got.ok) expect(readDesignBytes(designBytes(got.value, got.value.told)).ok).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });
});
