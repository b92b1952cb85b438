import { expect, it } from 'vitest';
import { readSources } from '../../tools/house/plan';

const ROOMS = /^(model|preview|intake)\//;
/** A constant that is a number, or a list of some. */
const NUMBER =
  /^(?:export )?const ([A-Z][A-Z0-9_]*)(?:: [^=]+)? = (?:-?\d[^;]*|\[-?\d[^;]*|\{[^;{]*: -?\d[^;]*\}(?: as const)?);(.*)$/;
/** The line before belongs to the same group where it is a constant too: one comment speaks for all of them. */
const CONSTANT = /^(?:export )?const [A-Z]/;
const COMMENT = /^\s*(\/\*\*|\/\/|\*)|\*\/$/;

/** Numbers at the top of a file of which nothing says what they are, in what unit, and where they come from. */
function unspoken(text: string): readonly string[] {
  const lines = text.split('\n');
  return lines.flatMap((line, at) => {
    const [, name, rest] = NUMBER.exec(line) ?? [];
    if (!name || rest.includes('//')) return [];
    let above = at - 1;
    while (above >= 0 && CONSTANT.test(lines[above])) above--;
    return above >= 0 && COMMENT.test(lines[above]) ? [] : [name];
  });
}

/** Names that say all there is to say. */
const PLAIN = [
  'AS_IT_IS',
  'MIRRORED',
  'QUARTER_CLOCKWISE',
  'MM2_PER_CM2',
  'DAYS_PER_YEAR',
  'FULL_TURN',
  'IDENTITY',
  'WHITE',
  'NO_CHANGE',
  'SIGN',
  'ROUNDS',
  'NO_RESHAPING',
  'FROM_TABLE',
  'QUARTER_TURNS',
];

it('every number of model, preview and intake says what it is and where it comes from', () => {
  const found = [...readSources('src')]
    .filter(([file]) => ROOMS.test(file))
    .flatMap(([file, text]) => unspoken(text).map((name) => ({ file, name })));
  expect(found.filter(({ name }) => !PLAIN.includes(name))).toEqual([]);
});

it.each([
  ['a number', 'const LEAST_MM = 3;', ['LEAST_MM']],
  ['one of a group', 'const A = 1;\nconst B = 2;', ['A', 'B']],
  ['two numbers', 'export const RANGE = [0.1, 0.5] as const;', ['RANGE']],
  ['numbers by name', 'const SIZES = { small: 1, large: 2 } as const;', ['SIZES']],
  ['a number with a comment', '/** Farther nobody sees it, mm. Our choice. */\nconst FAR_MM = 3;', []],
  ['a group with one', '/** Ours, codes. */\nconst DARK = 8;\nconst LIGHT = 247;', []],
  ['a number with a word behind it', 'const CODE = 0.88; // of full code', []],
  ['no number', "const KINDS = ['a', 'b'] as const;", []],
])('finds %s', (_what, text, names) => {
  expect(unspoken(text)).toEqual(names);
});
