import { describe, expect, test } from 'vitest';
import { sentDesign } from '~/codes/design-link';
import { consultationOf, MOST_DESIGNS, withDesign } from '~/model/design/consultation';
import { initialDesign } from '~/model/design/design';
import { PLAIN_BRUSH } from '~/model/design/drawing';
import { designCode } from '~/model/project/design-code';
import { setUp } from '../support/set-up-commands';
import { FULL_DESIGN } from '../support/sample-work';

const other = consultationOf(FULL_DESIGN, 'Jane');
const sent = sentDesign({ head: other.head, drawn: other.designs[0].drawn }, 'https://stipple.example/');

/** What was said of codes, without the sentence. */
const newsOf = (app: ReturnType<typeof setUp>) => {
  const { notice } = app.store.getState();
  return notice?.what.kind === 'code' ? notice.what.news : null;
};
const taken = async (app: ReturnType<typeof setUp>, text: string): Promise<void> => {
  app.commands.takeDesign(text);
  await new Promise((done) => setTimeout(done));
};
const documentOf = (app: ReturnType<typeof setUp>) => app.store.getState().history.committed;

describe('with a photo open', () => {
  test('the design stands beside what was there, chosen, the very same one; one step of undo', async () => {
    const app = setUp();
    await app.open();
    const before = documentOf(app);
    await taken(app, `See ${sent.link}`);
    const after = documentOf(app);
    expect(after.designs.map(({ name }) => name)).toEqual(['A', 'B']);
    expect(after.chosenDesign).toBe(1);
    expect(designCode(after)).toBe(designCode(other));
    expect(newsOf(app)).toEqual({ kind: 'taken', name: 'B', keptOwn: false, told: 'all' });
    expect(app.store.getState().offer).toBe('years');
    app.commands.undo();
    expect(documentOf(app)).toBe(before);
  });

  test('taken in again it is only chosen', async () => {
    const app = setUp();
    await app.open();
    await taken(app, sent.link);
    app.commands.chooseDesign(0);
    await taken(app, sent.link);
    expect(documentOf(app).designs).toHaveLength(2);
    expect(documentOf(app).chosenDesign).toBe(1);
    expect(newsOf(app)).toEqual({ kind: 'there', name: 'B' });
  });

  test('what was measured and marked on this head stays, and that is said', async () => {
    const app = setUp();
    await app.open();
    const scar = { ...PLAIN_BRUSH, kind: 'scar', widthMm: 4, path: [{ x: 0, y: 1, z: 0 }] } as const;
    const knownLength = {
      kind: 'straight',
      lengthMm: 60,
      from: { xPx: 10, yPx: 10 },
      to: { xPx: 90, yPx: 10 },
    } as const;
    app.commands.change((design) => ({ ...design, knownLength, strokes: [...design.strokes, scar] }));
    await taken(app, sent.link);
    const { head, views } = documentOf(app);
    expect(head.knownLength).toEqual({ kind: 'straight', lengthMm: 60 });
    expect(head.marks).toEqual([scar]);
    expect(head.ageYears).toBe(FULL_DESIGN.ageYears);
    expect(views[0].span).toEqual({ from: knownLength.from, to: knownLength.to });
    expect(newsOf(app)).toMatchObject({ kind: 'taken', keptOwn: true });
  });

  test('where there is no room for another design nothing is lost', async () => {
    const app = setUp();
    await app.open();
    for (let i = 1; i < MOST_DESIGNS; i++) app.commands.addDesign(0);
    const before = documentOf(app);
    await taken(app, sent.link);
    expect(documentOf(app)).toBe(before);
    expect(newsOf(app)).toEqual({ kind: 'full' });
  });

  test.each([
    ['', 'foreign'],
    ['x'.repeat(70_000), 'tooLong'],
    ['#d=AQAFAAAAAAAA', 'damaged'],
    ['#d=CQ', 'newer'],
    [sent.link.replace(/.{4}$/, 'AAAA'), 'damaged'],
  ])('a code that is none is answered, and the work is as it was', async (text, kind) => {
    const app = setUp();
    await app.open();
    const before = app.store.getState().history;
    await taken(app, text);
    expect(newsOf(app)).toEqual({ kind });
    expect(app.store.getState().history).toBe(before);
  });
});

describe('without a photo', () => {
  test('it waits for the next one, and is put on that', async () => {
    const app = setUp();
    await taken(app, sent.link);
    expect(app.stage()).toBe('start');
    expect(newsOf(app)).toEqual({ kind: 'waits' });
    await app.open();
    await new Promise((done) => setTimeout(done));
    expect(designCode(documentOf(app))).toBe(designCode(other));
    expect(app.store.getState().arrived).toBeNull();
    app.commands.undo();
    expect(documentOf(app).designs).toHaveLength(1);
  });
});

test('of several codes the design comes with the last, in whatever order; all in one text are enough', async () => {
  const path = Array.from({ length: 300 }, (_, i) => ({
    x: Math.sin(i / 90) * 0.6,
    y: 0.8,
    z: Math.cos(i / 90) * 0.6,
  }));
  const painted = withDesign(consultationOf(initialDesign(1)), {
    ...initialDesign(1),
    strokes: [{ ...PLAIN_BRUSH, kind: 'add', widthMm: 9, path }],
  });
  const { codes } = sentDesign({ head: painted.head, drawn: painted.designs[0].drawn }, 'https://stipple.example/');
  expect(codes.length).toBeGreaterThan(1);
  const app = setUp();
  await app.open();
  await taken(app, codes[1]);
  expect(newsOf(app)).toEqual({ kind: 'parts', have: 1, of: codes.length });
  await taken(app, codes.join('\n'));
  expect(designCode(documentOf(app))).toBe(designCode(painted));
});
