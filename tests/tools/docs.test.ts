import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { EDGE_STYLES, PIGMENTS } from '~/model/design/choices';
import { EDGE_ROWS } from '~/model/design/line-style';
import { PIGMENT_PRESETS } from '~/model/design/pigment-presets';

const model = readFileSync('docs/model.md', 'utf8');
const HEADINGS = [...model.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading);
const EQUATIONS = HEADINGS.flatMap((heading) => /\((M\d)\)$/.exec(heading)?.[1] ?? []);

const filesOf = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file));
/** Every text that may cite the document, but for this one. */
const FILES = ['src', 'shaders', 'tools', 'tests']
  .flatMap(filesOf)
  .filter((file) => /\.(ts|tsx|mjs|frag|vert|css)$/.test(file) && file !== join('tests', 'tools', 'docs.test.ts'))
  .map((file): readonly [string, string] => [file, readFileSync(file, 'utf8')]);

/** The text with its comments on one line each, so that a citation may be broken like any sentence. */
const unbroken = (text: string): string => text.replace(/\s*\n\s*(\*|\/\/)\s?/g, ' ');
const commentsOf = (text: string): string => (unbroken(text).match(/\/\*.*?\*\/|\/\/.*/g) ?? []).join('\n');

/** What a text cites that the document does not have. */
function astray(text: string): readonly string[] {
  const cited = unbroken(text).split('docs/model.md').slice(1);
  const sections = cited.filter((rest) => !HEADINGS.some((heading) => rest.startsWith(`, ${heading}`)));
  const numbers = new Set([...commentsOf(text).matchAll(/\bM\d\b/g), ...text.matchAll(/\bM\d(?=[),])/g)].flat());
  const old = [/\b(domain|trade)\s+notes\b/gi, /\bdomain M\d/g].flatMap((words) => unbroken(text).match(words) ?? []);
  return [
    ...sections.map((rest) => `docs/model.md${rest.slice(0, 40)}`),
    ...[...numbers].filter((number) => !EQUATIONS.includes(number)),
    ...old,
  ];
}

/** Rows of numbers in tables of a part of the document, by the name in their first cell. */
const rowsOf = (part: string, names: readonly string[]): Record<string, number[]> =>
  Object.fromEntries(
    [...part.matchAll(/^ *\| (\w+) +\|(.+)\|$/gm)]
      .filter(([, name]) => names.includes(name))
      .map(([, name, cells]) => [name, cells.split('|').map(Number)] as const)
      .filter(([, cells]) => cells.every(Number.isFinite)),
  );

describe('docs/model.md', () => {
  it('has the equations M1 to M9, each once', () => {
    expect([...EQUATIONS].sort()).toEqual(['M1', 'M2', 'M3', 'M4', 'M5', 'M6', 'M7', 'M8', 'M9']);
  });

  it('is cited by sections that it has, and nothing older is cited', () => {
    expect(FILES.flatMap(([file, text]) => astray(text).map((what) => `${file}: ${what}`))).toEqual([]);
  });

  it('is named in every file of src that cites one of its equations', () => {
    const unnamed = FILES.filter(
      ([file, text]) =>
        file.startsWith('src') && /\bM[1-9]\b/.test(commentsOf(text)) && !text.includes('docs/model.md'),
    );
    expect(unnamed.map(([file]) => file)).toEqual([]);
  });

  it.each(['docs/model.md', 'README.md'])('and its like name files that are there: %s', (document) => {
    const named = [...readFileSync(document, 'utf8').matchAll(/`([\w./-]+\.(?:ts|tsx|frag))`/g)].map(
      ([, file]) => file,
    );
    const known = FILES.map(([file]) => file);
    expect(named.filter((file) => !known.some((path) => path === file || path.endsWith(`/${file}`)))).toEqual([]);
  });

  it('has the numbers of the presets and of the edge styles', () => {
    const presets = PIGMENTS.map((name) => {
      const { densityPerCm2, meanMuPerMm, healedRadiusMm } = PIGMENT_PRESETS[name];
      return [name, [densityPerCm2, meanMuPerMm, healedRadiusMm]];
    });
    const edges = EDGE_STYLES.map((name) => {
      const row = EDGE_ROWS[name];
      const { edgeSoftnessMm, weight, microIrregularityMm, macroIrregularityMm, strayDotsPerCm } = row;
      return [name, [edgeSoftnessMm, weight, microIrregularityMm, macroIrregularityMm, strayDotsPerCm]];
    });
    const [first, second] = model.split('## Sessions (M1)');
    expect(rowsOf(second, PIGMENTS)).toEqual(Object.fromEntries(presets));
    expect(rowsOf(first, EDGE_STYLES)).toEqual(Object.fromEntries(edges));
  });

  it.each([
    ['a section that is not there', '// docs/model.md, Weather', 1],
    ['no section', '/** As docs/model.md says. */', 1],
    ['an equation that is not there', '/** The pull of the moon (M0). */', 1],
    ['what was cited before', `/** ${['domain', 'notes'].join(' ')}, 5 */`, 1],
    ['a section, broken over two lines', '/**\n * As in docs/model.md, Head and\n * hairline.\n */', 0],
    ['a path of a drawing', "const d = 'M5 33 V24';", 0],
  ])('faults found in %s', (_what, text, faults) => {
    expect(astray(text)).toHaveLength(faults);
  });
});
