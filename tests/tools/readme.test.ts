import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { FOLDERS, ROOMS } from '../../tools/house/floors.mjs';
import { readSources, roomsOf } from '../../tools/house/plan';
import { SAYS } from '../../tools/house/says';

const readme = readFileSync('README.md', 'utf8');
const sources = readSources('src');
const WORDS = new Set([...sources.values()].flatMap((text) => text.match(/\w+/g) ?? []));
const SCRIPTS = Object.keys(
  (JSON.parse(readFileSync('package.json', 'utf8')) as { readonly scripts: Readonly<Record<string, string>> }).scripts,
);

/** Where a path of the README may begin: what a sentence is about, such as `src` in the walks, is not said again. */
const STARTS = ['', 'src/', 'src/model/', 'src/render/', 'tests/', 'tests/visual/', 'tools/'];
/** Written by somebody else's hand or by a build: not in the checkout. */
const ELSEWHERE = /^(regions\.json|dist\/|test-results\/|\.{1,2}\/)/;
const isThere = (path: string): boolean => STARTS.some((start) => existsSync(start + path));

/** What a text names in backticks that does not exist: a path, a name in the code, a script. */
function astray(text: string): readonly string[] {
  const quoted = [...text.replace(/```[\s\S]*?```/g, '').matchAll(/`([^`]+)`/g)].map(([, said]) => said);
  const paths = quoted.filter((said) => /^[\w./-]+(\/|\.(ts|tsx|mjs|md|json|frag|vert))$/.test(said));
  const names = quoted.filter((said) => /^[A-Za-z][A-Za-z0-9_]*$/.test(said) && /[a-z][A-Z]|^[A-Z]/.test(said));
  const scripts = quoted.flatMap((said) => /^npm run ([\w:]+)/.exec(said)?.[1] ?? []);
  return [
    ...paths.filter((path) => !ELSEWHERE.test(path) && !isThere(path)),
    ...names.filter((name) => !WORDS.has(name) && !/^[A-Z]+(_[A-Z]+)*$/.test(name)),
    ...scripts.filter((name) => !SCRIPTS.includes(name)),
  ];
}

describe('what each room is for', () => {
  it('is said in every folder and room, in one line, and nowhere else', () => {
    const planned = Object.entries(ROOMS).flatMap(([folder, plan]) =>
      (plan?.floors ?? []).flat().map((room) => `${folder}/${room}`),
    );
    const built = [...roomsOf(sources.keys()).keys()].filter((room) => !/^(main|start-editor)?$/.test(room));
    expect(Object.keys(SAYS).sort()).toEqual([...new Set([...Object.keys(FOLDERS), ...planned, ...built])].sort());
    for (const [room, says] of Object.entries(SAYS))
      expect(readFileSync(`src/${room}/README.md`, 'utf8')).toBe(`\`${room}\`: ${says}\n`);
  });

  it('is said by README in the same words, floor by floor', () => {
    for (const folder of Object.keys(FOLDERS)) expect(readme).toContain(SAYS[folder]);
    const floors = ROOMS.model?.floors ?? [];
    const rows = [...floors.entries()].map(
      ([height, floor]) =>
        `| ${height + 1} | ${floor.map((room) => `\`${room}\` ${SAYS[`model/${room}`]}`).join(' · ')} |`,
    );
    expect(readme.split('\n').filter((line) => /^\| \d \|/.test(line))).toEqual(rows.reverse());
  });
});

describe('README', () => {
  it('names only paths, names and scripts that there are', () => {
    expect(astray(readme)).toEqual([]);
  });

  it('would be caught naming others', () => {
    const wrong =
      '`io/no-such.ts` `noSuchVerb` `NoSuchType` and `npm run nothing`, but `io/decode-photo.ts` `openPhoto`';
    expect(astray(wrong)).toEqual(['io/no-such.ts', 'noSuchVerb', 'NoSuchType', 'nothing']);
  });
});
