import { ESLint } from 'eslint';
import { beforeAll, describe, expect, test } from 'vitest';
import tseslint from 'typescript-eslint';
import { looseText } from '../../../tools/house/loose-text.mjs';

let lint: ESLint;
beforeAll(async () => {
  lint = new ESLint({
    overrideConfigFile: true,
    overrideConfig: [
      {
        files: ['**/*.tsx'],
        languageOptions: {
          parser: tseslint.parser,
          parserOptions: { projectService: { allowDefaultProject: ['planted.tsx'] }, tsconfigRootDir: process.cwd() },
        },
        plugins: { house: { rules: { 'loose-text': looseText } } },
        rules: { 'house/loose-text': 'error' },
      },
    ],
  });
  // The first file brings the types of all.
  await found('<p />');
}, 120_000);

/** What the rule has against JSX in a component that is given these. */
async function found(jsx: string): Promise<string[]> {
  const code = `
    import type { ReactNode } from 'react';
    interface Given { on: boolean; name: string; mm: number; note: string | null; rows: string[]; children: ReactNode }
    export const Planted = ({ on, name, mm, note, rows, children }: Given) => (${jsx});
    export const used = [(p: Given) => p.on || p.name || p.mm || p.note || p.rows || p.children];
  `;
  const [{ messages }] = await lint.lintText(code, { filePath: 'planted.tsx' });
  return messages.map(({ ruleId, message }) => ruleId ?? message);
}

describe('text that a translated page would break on', () => {
  test.each([
    ['a text that comes and goes beside another', '<p>{name}{on && "now"}</p>'],
    ['a text before which an element may come', '<p>{on && <b>!</b>} Good morning</p>'],
    ['a text after which one may', '<p>Good morning {on && <b>!</b>}</p>'],
    ['a value that may be nothing, beside an element', '<p><b>!</b>{note}</p>'],
    ['a number beside something that may be there', '<p>{mm}{on ? <b>!</b> : null}</p>'],
    ['a text or an element, beside an element', '<p><b>!</b>{on ? "now" : <i>then</i>}</p>'],
    ['a text beside a list', '<p>{name}{rows.map((row) => <b key={row}>{row}</b>)}</p>'],
    ['in a fragment', '<>{name}{on && <b>!</b>}</>'],
  ])('%s is found', async (_, jsx) => {
    expect(await found(jsx)).toContain('house/loose-text');
  });

  test.each([
    ['a text alone, however it changes', '<p>{on ? name : note}</p>'],
    ['a text in an element of its own', '<p><span>{name}</span> {on && <b>!</b>}</p>'],
    ['texts of which none comes or goes', '<p>{name}: {mm} mm</p>'],
    ['one of two texts', '<p><b>!</b> {on ? "now" : "then"}</p>'],
    ['elements that come and go', '<p>{on && <b>!</b>} {rows.map((row) => <b key={row}>{row}</b>)}</p>'],
    ['what was given to stand there', '<p>{children}{on && <b>!</b>}</p>'],
    ['a text of nothing but space', "<p>{on && <b>!</b>}{' '}<b>{name}</b></p>"],
  ])('%s is not', async (_, jsx) => {
    expect(await found(jsx)).toEqual([]);
  });
});
