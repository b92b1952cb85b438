import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { layersOf, readSheets, readSources, unlayeredOf } from '../../tools/house/plan';

const FOLDER = 'src/ui/styles';
/** Sheets of what lies on a photo: a head's left does not change sides with the language. */
const ON_PHOTO = ['first-sight.css', 'handles.css', 'pencil.css', 'picture.css', 'placing.css'];

const files = readdirSync(FOLDER);
const bare = (file: string): string => readFileSync(`${FOLDER}/${file}`, 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
const entries = files.filter((file) => /^@import /m.test(bare(file)));
const sheets = files.filter((file) => !entries.includes(file));

/** Declarations that name a side of the screen instead of one of the text, conditions of media and containers left out. */
const physicalIn = (text: string): readonly string[] =>
  text
    .replace(/@(media|container)[^{]*/g, '')
    .match(
      /(?<![\w-])(left|right|(margin|padding|border)-(left|right)|(min-|max-)?(width|height)|(text-align|float): (left|right))(?=[:;])/g,
    ) ?? [];

describe('the sheets of style', () => {
  it('stand each once in a layer, and the layers are in order before any of them', () => {
    const [sources, there] = [readSources('src'), readSheets('src')];
    expect(unlayeredOf(sources, there)).toEqual([]);
    const order = /@layer ([\w, ]+);/.exec(bare('first-screen.css'))?.[1].split(', ') ?? [];
    for (const [file, layer] of layersOf(there)) expect(order, file).toContain(layer);
    expect(bare('first-screen.css').trim()).toMatch(/^@layer /);
    const imports = entries.flatMap((entry) => bare(entry).match(/'\.\/.+\.css'/g) ?? []);
    expect(new Set(imports).size).toBe(imports.length);
  });

  it('are missed where code asks for one by itself, or nobody does', () => {
    const loose = new Map([['src/ui/styles/a.css', 'a {}']]);
    expect(unlayeredOf(new Map([['ui/b', "import '~/ui/styles/a.css';"]]), loose)).toHaveLength(1);
    expect(unlayeredOf(new Map(), loose)).toHaveLength(1);
    expect(unlayeredOf(new Map(), new Map([...loose, ['src/ui/styles/e.css', "@import './a.css' layer(b);"]]))).toEqual(
      [],
    );
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
