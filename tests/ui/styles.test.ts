import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readSources } from '../../tools/house/plan';

const FOLDER = 'src/ui/styles';
/** What the parts of the app import: all other sheets stand in one of these, each in a layer. */
const ENTRIES = ['first-screen.css', 'know-page.css', 'later-screens.css'];
/** Sheets of what lies on a photo: a head's left does not change sides with the language. */
const ON_PHOTO = ['first-sight.css', 'handles.css', 'pencil.css', 'picture.css'];

const files = readdirSync(FOLDER);
const bare = (file: string): string => readFileSync(`${FOLDER}/${file}`, 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
const sheets = files.filter((file) => !ENTRIES.includes(file));

/** Declarations that name a side of the screen instead of one of the text, conditions of media and containers left out. */
const physicalIn = (text: string): readonly string[] =>
  text
    .replace(/@(media|container)[^{]*/g, '')
    .match(
      /(?<![\w-])(left|right|(margin|padding|border)-(left|right)|(min-|max-)?(width|height)|(text-align|float): (left|right))(?=[:;])/g,
    ) ?? [];

describe('the sheets of style', () => {
  it('stand each once in a layer, and the layers are in order before any of them', () => {
    const order = /@layer ([\w, ]+);/.exec(bare('first-screen.css'))?.[1].split(', ') ?? [];
    const imported = ENTRIES.flatMap((entry) => [...bare(entry).matchAll(/@import '\.\/(.+)' layer\((\w+)\);/g)]);
    expect(imported.map(([, file]) => file).sort()).toEqual([...sheets].sort());
    for (const [, file, layer] of imported) expect(order, file).toContain(layer);
    expect(bare('first-screen.css').trim()).toMatch(/^@layer /);
  });

  it('are known to the parts of the app by these entries alone', () => {
    const known = [...readSources('src').values()].flatMap((text) => [...text.matchAll(/import '.*\/(.+\.css)'/g)]);
    expect([...new Set(known.map(([, file]) => file))].sort()).toEqual(ENTRIES);
  });

  it('hide from the eye alone by one rule', () => {
    expect(sheets.filter((file) => bare(file).includes('clip-path: inset(50%)'))).toEqual(['hidden.css']);
  });

  it('name sides of the text, but for what lies on a photo', () => {
    expect(sheets.filter((file) => physicalIn(bare(file)).length > 0 && !ON_PHOTO.includes(file))).toEqual([]);
    expect(
      physicalIn('@media (max-width: 9px) { a { margin-left: 1px; inset-inline: 0; max-inline-size: 1px } }'),
    ).toEqual(['margin-left']);
  });

  it('name a side of the photo and of the text never together: they would part where text runs the other way', () => {
    for (const file of ON_PHOTO)
      for (const [rule] of bare(file).matchAll(/\{[^{}]*\}/g))
        if (/(?<![\w-])(left|right):/.test(rule)) expect(rule, file).not.toMatch(/inset(-inline(-start|-end)?)?:/);
  });
});
