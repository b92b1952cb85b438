import { ESLint } from 'eslint';
import { describe, expect, it } from 'vitest';
import { circlesOf, edgesOf, faultsOf, longSheetsOf, readSheets, readSources } from '../../tools/house/plan';

const RULE = '@typescript-eslint/no-restricted-imports';
/** The rules as they stand, of which only the fence is asked: it needs no types, and those of the whole house take seconds to read. */
const lint = new ESLint({
  ruleFilter: ({ ruleId }) => ruleId === RULE,
  overrideConfig: { languageOptions: { parserOptions: { projectService: false, project: null } } },
});

/** What the fence says of one line, were it in that file. */
async function saidOf(file: string, line: string): Promise<readonly string[]> {
  const [{ messages }] = await lint.lintText(line, { filePath: file });
  return messages.filter(({ ruleId }) => ruleId === RULE).map(({ message }) => message);
}

describe('the house', () => {
  it('is in order: no import goes up or across, no circle, no hall', () => {
    expect(faultsOf(readSources('src'))).toEqual([]);
  });

  it('has no sheet of style and no shader of more than 400 lines', () => {
    const sheets = new Map([...readSheets('src'), ...readSheets('shaders')]);
    expect([...sheets.keys()]).toEqual(expect.arrayContaining(['src/ui/styles/base.css', 'shaders/dots.vert']));
    expect(longSheetsOf(sheets)).toEqual([]);
    const sheet = (lines: number) => new Map([['ui/styles/a.css', '\n'.repeat(lines)]]);
    expect(longSheetsOf(sheet(400))).toEqual([]);
    expect(longSheetsOf(sheet(401))).toEqual(['ui/styles/a.css has 401 lines, more than 400']);
  });

  it('sees what is out of order', () => {
    const sources = new Map([
      ['model/maths/low', "import { high } from '~/model/advice/high';"],
      ['model/advice/high', "import { low } from '~/model/maths/low';"],
      ['model/overlay/beside', "import type { High } from '~/model/advice/high';"],
      ['model/lost', ''],
      ['render/draw', "import type { State } from '~/store/state';"],
      ['store/state', "const late = () => import('~/ui/app');"],
      ['ui/app', "import type { Draw } from '~/render/draw'; import { draw } from '~/render/draw';"],
    ]);
    expect([...faultsOf(sources)].sort()).toEqual([
      'a circle: model/maths/low → model/advice/high → model/maths/low',
      'a circle: render/draw → store/state → ui/app → render/draw',
      'model/lost stands in no room',
      'model/maths/low goes up to model/advice/high',
      'model/overlay/beside goes across to model/advice/high',
      'render/draw goes up to store/state',
      'store/state goes up to ui/app',
      'ui/app goes up to render/draw',
    ]);
  });

  it('finds each circle once, whatever leads into it', () => {
    const edge = (from: string, to: string) => ({ from, to, typeOnly: true });
    expect(circlesOf([edge('a', 'b'), edge('b', 'c'), edge('c', 'b'), edge('d', 'b')])).toEqual([['b', 'c', 'b']]);
  });

  it('counts type imports as such, and workers as code', () => {
    const edges = edgesOf(
      new Map([
        ['io/a', "import type { B } from './b'; import { type C } from './c'; new URL('./d.ts', import.meta.url);"],
        ['io/b', ''],
        ['io/c', ''],
        ['io/d', ''],
      ]),
    );
    expect(edges.map(({ to, typeOnly }) => [to, typeOnly])).toEqual([
      ['io/b', true],
      ['io/c', true],
      ['io/d', false],
    ]);
  });
});

describe('the fence', () => {
  it.each([
    ['a room above', 'src/model/maths/hash.ts', "import '~/model/advice/ages-ahead';"],
    ['a room beside', 'src/model/hairline/hairline.ts', "import type { Pose } from '~/model/view/camera';"],
    ['the roof', 'src/model/overlay/hair-in-sight.ts', "import '~/model/derive';"],
    ['a later file of the roof', 'src/model/derive.ts', "import '~/model/facts';"],
    ['a folder above', 'src/model/maths/hash.ts', "import '~/store/app-state';"],
    ['a folder that is known as types alone', 'src/ui/app.tsx', "import { openCamera } from '~/io/webcam';"],
    ['a way round by ..', 'src/model/maths/hash.ts', "import '../advice/ages-ahead';"],
    ['a package of another folder', 'src/model/maths/hash.ts', "import 'pixi.js';"],
    ['a part of such a package', 'src/commands/paint.ts', "import 'pixi.js/unsafe-eval';"],
    ['a room of the interface above', 'src/ui/controls/switch.tsx', "import '~/ui/editor/editor';"],
  ])('bites: %s', async (_what, file, line) => {
    expect(await saidOf(file, line)).toHaveLength(1);
  });

  it.each([
    ['a room below', 'src/model/overlay/hair-in-sight.ts', "import '~/model/maths/hash';"],
    ['an earlier file of the roof', 'src/model/facts.ts', "import '~/model/derive';"],
    ['types where only types may be', 'src/ui/app.tsx', "import type { Photo } from '~/io/photo';"],
    ['a package of its own', 'src/render/gpu.ts', "import 'pixi.js';"],
  ])('lets through: %s', async (_what, file, line) => {
    expect(await saidOf(file, line)).toEqual([]);
  });
});
