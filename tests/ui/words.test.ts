import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Language } from '~/ui/words/language';
import * as pigment from '~/ui/words/pigment-words';
import { CONTROL_NAMES } from '~/ui/words/section-words';
import { SETTING_LABELS } from '~/ui/words/setting-words';
import { sentencesIn } from '../support/sentences';

/** What may stand elsewhere, for nobody reads it in the app's own language. */
const NOT_WORDS: readonly RegExp[] = [
  // A name that is stored in a project is data: whoever made the design may have written it.
  /^src\/model\/project\/upgrades\.ts:\d+ Design 1$/,
  // Names of fields and choices, which the bytes of a design stand for.
  /^src\/codes\/code-words\.ts:\d+ head build /,
  // Names that formats and typefaces have in every language.
  /^src\/(bytes\/picture-type|io\/decode-photo)\.ts:\d+ (JPEG XR|JPEG XL|gimp xcf|Radiance HDR)$/,
  /^src\/io\/write-words\.ts:\d+ system-ui, /,
  /^src\/codes\/code-picture\.ts:\d+ .*system-ui, /,
  /^src\/model\/overlay\/draw-pins\.ts:\d+ .*system-ui, /,
  // Why a part of the app gave up, for who looks into the browser's own log, and a mark there.
  /^src\/(detect\/create-detector|load\/load-part|preview\/preview-loop)\.ts:/,
];

const WORDS = 'src/ui/words';
const filesOf = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => `${folder}/${file.replaceAll('\\', '/')}`)
    .filter((path) => /\.tsx?$/.test(path));

const read = (path: string): readonly string[] => sentencesIn(path, readFileSync(path, 'utf8'));

describe('words a person reads', () => {
  test('stand in ui/words, none in a component and none anywhere else', () => {
    const elsewhere = filesOf('src').filter((path) => !path.startsWith(`${WORDS}/`));
    expect(elsewhere.length).toBeGreaterThan(400);
    const found = elsewhere.flatMap(read);
    expect(found.filter((text) => !NOT_WORDS.some((one) => one.test(text)))).toEqual([]);
    for (const one of NOT_WORDS)
      expect(
        found.filter((text) => one.test(text)),
        String(one),
      ).not.toEqual([]);
  });

  test.each([
    ['text in an element', '<p>Good morning</p>'],
    ['a single word in an element', '<p>Undo</p>'],
    ['text in braces', "<p>{now ? 'Pause' : 'Play'}</p>"],
    ['text beside a value', '<p>{`${mm} mm`}</p>'],
    ['a name for a screen reader', '<button aria-label="Undo" />'],
    ['a name that depends', "<button aria-label={now ? 'Pause' : 'Play'} />"],
    ['a hint', '<Switch hint="Puts pigment where you draw." />'],
    ['a unit', '<Slider unit="mm" />'],
    ['a label in a table', "const rows = [{ label: 'Paint' }]"],
    ['a name in a table', "const rows = [{ name: 'Covered' }]"],
    ['a sentence in a constant', "const note = 'Only an opinion, by rules of the trade.'"],
    ['a sentence with a value', 'const at = (mm: number) => `${mm} mm above the glabella`'],
    ['a sentence in a call', "say('Head found')"],
  ])('%s is found anywhere else', (_, planted) => {
    expect(sentencesIn('planted.tsx', planted)).toHaveLength(planted.includes('Pause') ? 2 : 1);
  });

  test.each([
    ['classes', '<p className="button small" />'],
    ['a place on the screen', '<p style={{ transform: `translate(${x}px, ${y}px)` }} />'],
    ['a drawing', '<path d="M5 33 V24 A19 21 0 0 1 43 24 V33" />'],
    ['a selector', "list.querySelector('li:last-child input')"],
    ['a key of a table', "<p>{HINTS[tool ?? 'look']}</p>"],
    ['what is compared', "<p>{kind === 'straight' && <b />}</p>"],
    ['a mistake of ours', "throw new Error('no such row')"],
    ['a value', "setView({ tool: 'look' })"],
  ])('%s is no sentence', (_, code) => {
    expect(sentencesIn('planted.tsx', code)).toEqual([]);
  });
});

describe('a second language', () => {
  /** As its module would be written: the compiler asks for every word. */
  const german: Language['pigment'] = {
    PIGMENT: {
      name: 'Pigment',
      tone: 'Hautton',
      expertTone: 'Für Fachleute: ITA',
      sessions: 'Sitzungen',
      planned: 'Geplante Sitzungen',
      plannedHint: 'Meist drei, im Abstand von ein bis zwei Wochen.',
      why: 'Warum',
      useSofter: 'Sanfter',
    },
    suggestionTitle: (preset, chosen, likeStubble) =>
      `Für diese${likeStubble ? ' Stoppeln' : ' Haut'}: ${preset}${chosen ? ', wie gewählt' : ''}.`,
    nameOfUsing: (preset) => `${preset} nehmen`,
    bolderInWords: (preset) => `${preset} kann wie eine Kappe aussehen.`,
  };

  test('has the shape of the first', () => {
    expect(Object.keys(german).sort()).toEqual(Object.keys(pigment).sort());
    // @ts-expect-error A word that is missing does not compile.
    const lacking: Language['pigment'] = { PIGMENT: german.PIGMENT, nameOfUsing: german.nameOfUsing };
    expect(Object.keys(lacking)).toHaveLength(2);
  });

  test('has every module of words', () => {
    const shape = readFileSync(`${WORDS}/language.ts`, 'utf8');
    const modules = filesOf(WORDS)
      .filter((path) => path.endsWith('-words.ts'))
      .map((path) => path.slice(WORDS.length + 1));
    expect(modules.length).toBeGreaterThan(15);
    expect(modules.filter((file) => !shape.includes(`'./${file.replace('.ts', '')}'`))).toEqual([]);
  });
});

test('where one control is chosen out of a section, its panel and the slider in it have names of their own', () => {
  const sliders = new Set<string>(Object.values(SETTING_LABELS));
  expect(Object.values(CONTROL_NAMES).filter((name) => sliders.has(name))).toEqual([]);
});
