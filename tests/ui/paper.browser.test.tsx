import axe from 'axe-core';
import { afterEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import type { Design } from '~/model/design/design';
import { PLAIN_BRUSH } from '~/model/design/drawing';
import type { Stroke } from '~/model/design/drawing';
import type { AppProps } from '~/ui/base/app-props';
import { drawn, emptyStill, mountEditor } from './mount-app';
import type { Mounted } from './mount-app';

let app: Mounted | null = null;
afterEach(() => {
  app?.unmount();
  app = null;
});

const plan = async (
  change: (design: Design) => Design = (now) => now,
  given: Partial<AppProps> = {},
): Promise<void> => {
  await page.viewport(1280, 900);
  app = await mountEditor({}, given);
  await expect.element(page.getByRole('img', { name: 'Preview' })).toBeVisible();
  await drawn();
  app.props.commands.change(change);
  await drawn();
  app.props.store.setState({ paper: 'look' });
  await expect.element(page.getByRole('heading', { name: 'Plan on paper' })).toBeVisible();
  await expect.element(page.getByText('All pictures are ready.')).toBeVisible();
};

const sheets = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('.sheet')];
/** What does not fit onto its sheet, by the words in it. */
const cut = (): string[] =>
  sheets().flatMap((sheet) => {
    const foot = sheet.querySelector('.sheet-foot')?.getBoundingClientRect().top ?? 0;
    const paper = sheet.getBoundingClientRect();
    return [...sheet.querySelectorAll('.sheet-body :not(svg *), .sheet-head *')].flatMap((element) => {
      const { left, right, top, bottom } = element.getBoundingClientRect();
      const fits = left >= paper.left - 1 && right <= paper.right + 1 && top >= paper.top - 1 && bottom <= foot + 1;
      return fits ? [] : [`${sheet.className}: ${element.textContent.slice(0, 60)}`];
    });
  });

test('four pages, each of which can be left out; figures with their errors; axe finds nothing', async () => {
  await plan();
  expect(sheets()).toHaveLength(4);
  expect(cut()).toEqual([]);
  const line = page.getByRole('region', { name: 'The line and the zones' });
  await expect.element(line.getByRole('row', { name: /Middle of the line 66 ± \d+ mm/ })).toBeVisible();
  await expect
    .element(line.getByRole('row', { name: /Whole head \(estimated\) \d+ ± \d+ \d+ [\d,]+ ± [\d,]+/ }))
    .toBeVisible();
  // Lengths, areas and dots say what they may be wrong by; densities and shares are what was chosen.
  const cells = [...line.element().querySelectorAll('table:not(.offsets) td')].map((cell) => cell.textContent);
  const bare = cells.filter((text) => /\d/.test(text) && !/± [\d,]+/.test(text));
  expect(bare.every((text) => /^\d{2,3}$/.test(text))).toBe(true);
  expect(bare.length).toBeLessThanOrEqual(8);
  expect(cells.filter((text) => /^\d+ ± \d+ mm$/.test(text)).length).toBeGreaterThanOrEqual(14);
  await expect.element(line.getByText(/so far to each side; mm, each ± \d+/)).toBeVisible();
  await expect.element(line.getByText(/^(level|.* higher) \(± \d+ mm\)$/)).toBeVisible();
  // A session has one name on all pages.
  const words = sheets()
    .map((sheet) => sheet.textContent)
    .join(' ');
  expect(words).toMatch(/Session 1/);
  expect(words).not.toMatch(/\bvisits?\b/i);
  const { violations } = await axe.run(document.body);
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual([]);
  await page.getByRole('checkbox', { name: 'The work' }).click();
  expect(sheets()).toHaveLength(3);
  await expect.element(page.getByText(/Page 3 of 3/)).toBeVisible();
  await page.getByRole('button', { name: 'Back to the design' }).click();
  await expect.element(page.getByRole('img', { name: 'Preview' })).toBeVisible();
});

test.each(['A4', 'Letter'])('nothing is cut on %s: five visits, a hundred notes, many warnings', async (paper) => {
  await plan((now) => ({
    ...now,
    sessionsPlanned: 5,
    sessionsDone: 5,
    hairlineHeightMm: 46,
    edge: 'defined',
    shape: 'straight',
    balancePercent: 0,
    microIrregularityMm: 0,
    densityPerCm2: 320,
    strengthPercent: 150,
    notes: Array.from({ length: 100 }, (_, i) => ({
      at: { x: 0, y: 0.8, z: 0.6 },
      text: `Note ${i}: ${'wide words '.repeat(4)}`,
    })),
  }));
  await page.getByRole('radio', { name: paper }).click();
  await drawn();
  expect(sheets().length).toBeGreaterThan(6);
  expect(cut()).toEqual([]);
  await expect.element(page.getByText('Low for the face')).toBeInTheDocument();
  // A hundred notes have no room in the code: it says so, and its squares are wide enough for any camera.
  await expect.element(page.getByText(/Sketch and notes are not in it/)).toBeInTheDocument();
  const code = document.querySelector<SVGSVGElement>('.sheet-code');
  const { width: widthPx } = code?.getBoundingClientRect() ?? { width: 0 };
  expect((widthPx * 25.4) / 96 / (code?.viewBox.baseVal.width ?? 1)).toBeCloseTo(0.508, 5);
  expect(document.querySelectorAll('.notes li')).toHaveLength(100);
});

test.each(['A4', 'Letter'])(
  'the stencil comes where it is asked for, at its true size on %s, in parts that overlap',
  async (paper) => {
    await plan();
    await page.getByRole('radio', { name: paper }).click();
    for (const name of ['Your plan', 'The line and the zones', 'The work', 'To tear off'])
      await page.getByRole('checkbox', { name }).click();
    await page.getByRole('checkbox', { name: 'Stencil 1 : 1' }).click();
    await expect.element(page.getByText(/Part 1 of 2/)).toBeVisible();
    expect(cut()).toEqual([]);
    const drawings = [...document.querySelectorAll<SVGSVGElement>('.stencil')];
    expect(drawings).toHaveLength(2);
    for (const drawing of drawings) {
      // A unit of the drawing is one mm of paper.
      const { width, height } = drawing.getBoundingClientRect();
      expect((width * 25.4) / 96 / drawing.viewBox.baseVal.width).toBeCloseTo(1, 3);
      expect((height * 25.4) / 96 / drawing.viewBox.baseVal.height).toBeCloseTo(1, 3);
    }
    // As the browser sets them, all words are whole on their sheet, and no wider than room was left for.
    for (const drawing of drawings) {
      const paper = drawing.getBoundingClientRect();
      for (const word of drawing.querySelectorAll('text')) {
        const { left, right, top, bottom } = word.getBoundingClientRect();
        expect(word.getBBox().width).toBeLessThanOrEqual(2 * (word.textContent.length + 0.5));
        expect([left >= paper.left, right <= paper.right, top >= paper.top, bottom <= paper.bottom]).not.toContain(
          false,
        );
      }
    }
    const words = drawings.map((drawing) => [...drawing.querySelectorAll('text')].map((word) => word.textContent));
    expect(words.flat().filter((word) => /^glabella, \d+ mm$/.test(word))).toHaveLength(1);
    const [one, two] = drawings.map((drawing) => drawing.viewBox.baseVal);
    expect(one.x + one.width - two.x).toBeCloseTo(14, 3);
    const line = drawings[0].querySelector<SVGPathElement>('.stencil-line');
    expect(line?.getTotalLength()).toBeGreaterThan(280);
    await expect.element(page.getByText(/Exact within 1\u00a0%/).first()).toBeVisible();
    const { violations } = await axe.run(document.body);
    expect(violations.map(({ id }) => id)).toEqual([]);
  },
);

test('the picture of the line shows what was sketched, dark with a light rim, and scars dotted: told from the white line in print', async () => {
  const at = (xPx: number) => ({ xPx, yPx: 300 });
  const sketch = [{ x: 0, y: 0.6, z: 0.8 }];
  const scar: Stroke = { ...PLAIN_BRUSH, kind: 'scar', widthMm: 4, path: sketch };
  await plan((now) => ({ ...now, pencil: [sketch], strokes: [scar] }), {
    stillOf: (_design, _frame, size) =>
      Promise.resolve({
        ...emptyStill(size),
        pencil: { lines: [[at(400), at(700)]], widthPx: 20 },
        strokes: [{ kind: 'scar', lines: [[at(800), at(1000)]], covers: () => [] }],
      }),
  });
  const canvas = document.querySelector<HTMLCanvasElement>('.line-top canvas');
  const pen = canvas?.getContext('2d');
  const lightAt = (x: number, y: number): number | undefined => pen?.getImageData(x, y, 1, 1).data[0];
  expect(lightAt(550, 300)).toBeLessThan(40);
  expect(lightAt(550, 311)).toBeGreaterThan(180);
  // Of dots nothing is dark between one and the next.
  const along = Array.from({ length: 100 }, (_, k) => pen?.getImageData(850 + k, 300, 1, 1).data ?? []);
  const isDark = (px: ArrayLike<number>): boolean => px[3] > 200 && px[0] < 60;
  const dark = along.filter(isDark).length;
  expect(dark).toBeGreaterThan(20);
  expect(dark).toBeLessThan(70);
  await expect.element(page.getByText(/White: the line of the plan. Dark: what was sketched/)).toBeInTheDocument();
  await expect.element(page.getByText('Dotted: scars that were marked.')).toBeInTheDocument();
  expect(cut()).toEqual([]);
});

test('the picture of the line shows where no dots go and where fewer, hatched; what was painted there since is free again, and beside the head there is nothing', async () => {
  const place = [{ x: 0, y: 0.6, z: 0.8 }];
  const stroke = (kind: Stroke['kind']): Stroke => ({ ...PLAIN_BRUSH, kind, widthMm: 12, path: place });
  const band = (kind: Stroke['kind'], yPx: number, from: number) => ({
    kind,
    lines: [],
    covers: () => [
      [
        { xPx: from, yPx: yPx - 60 },
        { xPx: 1000, yPx: yPx - 60 },
        { xPx: 1000, yPx: yPx + 60 },
        { xPx: from, yPx: yPx + 60 },
      ],
    ],
  });
  await plan((now) => ({ ...now, strokes: [stroke('none'), stroke('less'), stroke('add')] }), {
    stillOf: (_design, _frame, size) =>
      Promise.resolve({
        ...emptyStill(size),
        strokes: [band('none', 200, 200), band('less', 500, 200), band('add', 200, 640), band('less', 800, 200)],
        skull: () => [
          { xPx: 350, yPx: 500 },
          { xPx: 350, yPx: 0 },
          { xPx: 1100, yPx: 0 },
          { xPx: 1100, yPx: 500 },
        ],
      }),
  });
  const pen = document.querySelector<HTMLCanvasElement>('.line-top canvas')?.getContext('2d');
  /** Share of a square that is dark. */
  const inked = (left: number, top: number): number => {
    const px = pen?.getImageData(left, top, 80, 80).data ?? new Uint8ClampedArray();
    return Array.from({ length: 6400 }, (_, k) => px[4 * k + 3] > 200 && px[4 * k] < 60).filter(Boolean).length / 6400;
  };
  const [none, less, painted, beside] = [inked(360, 160), inked(360, 460), inked(800, 160), inked(360, 320)];
  expect(less).toBeGreaterThan(0.1);
  expect(none).toBeGreaterThan(1.6 * less);
  expect([painted, beside]).toEqual([0, 0]);
  // The head ends at 350; below the skull is face, and no end.
  expect([inked(230, 160), inked(230, 460)]).toEqual([0, 0]);
  expect(inked(360, 760)).toBeCloseTo(less, 1);
  await expect
    .element(page.getByText(/Hatched both ways: no dots\. Hatched one way: fewer dots\./))
    .toBeInTheDocument();
  expect(cut()).toEqual([]);
});

test('the ink passport is as large as a bank card, 85 × 54 mm', async () => {
  await plan();
  const card = page.getByRole('region', { name: 'Ink passport' }).element().getBoundingClientRect();
  expect(((card.width * 25.4) / 96).toFixed(1)).toBe('85.0');
  expect(((card.height * 25.4) / 96).toFixed(1)).toBe('54.0');
});

test('the bar at the foot of each page is 100 mm', async () => {
  await plan();
  for (const bar of document.querySelectorAll('.bar-100'))
    expect((bar.getBoundingClientRect().width * 25.4) / 96).toBeCloseTo(100, 1);
});
