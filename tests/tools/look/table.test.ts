import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { encode } from 'jpeg-js';
import { PNG } from 'pngjs';
import { afterAll, describe, expect, it } from 'vitest';
import { measureLook } from '../../../tools/look/measure-look';
import type { LookMeasures } from '../../../tools/look/measure-look';
import { realPicturesIn } from '../../../tools/look/regions-file';
import {
  insideShare,
  keptTargets,
  lookTable,
  shortName,
  shown,
  together,
  togetherTable,
} from '../../../tools/look/table';
import { agrees, LOOK_ROWS, targetFor, TOLD_SKIN } from '../../../tools/look/targets';
import type { LookRow } from '../../../tools/look/targets';
import { drawSkin, SKIN, thrownPlaces } from '../../support/drawn-dots';

const rowOf = (label: string): LookRow => {
  const row = LOOK_ROWS.find((one) => one.label === label);
  if (row === undefined) throw new Error(`no row ${label}`);
  return row;
};

const folder = mkdtempSync(join(tmpdir(), 'look-'));
afterAll(() => rmSync(folder, { recursive: true }));
const dots = thrownPlaces([20, 20], 400, 0.65, 4).map(([xMm, yMm]) => ({
  xMm,
  yMm,
  fwhmMm: 0.4,
  contrast: [0.32, 0.39, 0.42] as const,
}));
const pixels = drawSkin({ widthMm: 20, heightMm: 30, pxPerMm: 10, light: () => SKIN, dots, grain: 0.02 });
const png = new PNG({ width: pixels.widthPx, height: pixels.heightPx });
png.data.set(pixels.data);
writeFileSync(join(folder, 'one.png'), PNG.sync.write(png));
writeFileSync(
  join(folder, 'two.jpg'),
  encode({ width: pixels.widthPx, height: pixels.heightPx, data: pixels.data }, 95).data,
);
const box = (top: number, bottom: number): unknown => [
  [
    [10, top],
    [190, top],
    [190, bottom],
    [10, bottom],
  ],
];
const about = { pxPerMm: 10, field: box(10, 190), bare: box(210, 290) };
writeFileSync(
  join(folder, 'regions.json'),
  JSON.stringify({
    one: { ...about, kind: 'healed, drawn' },
    two: {
      ...about,
      kind: 'fresh? drawn',
      lines: [
        {
          part: 'side',
          points: [
            [10, 200],
            [190, 200],
          ],
        },
      ],
    },
    gone: { ...about, kind: 'healed, not here' },
  }),
);

const measured = (name: string): LookMeasures => {
  const measures = measureLook((realPicturesIn(folder) ?? []).filter((one) => one.name === name)[0].read());
  if (measures === null) throw new Error(`nothing measured on ${name}`);
  return measures;
};

describe('a folder with regions', () => {
  it('gives the pictures that are there, PNG and JPEG, with state and lines', () => {
    const pictures = realPicturesIn(folder) ?? [];
    expect(pictures.map(({ name, state }) => [name, state])).toEqual([
      ['one', 'healed'],
      ['two', 'finished'],
    ]);
    expect(pictures[1].read().lines?.[0].part).toBe('side');
    expect(realPicturesIn(tmpdir())).toBeNull();
  });

  it('measures the same in JPEG as in PNG', () => {
    const [one, two] = [measured('one'), measured('two')];
    expect(two.colour.minusLnT[1]).toBeCloseTo(one.colour.minusLnT[1], 2);
    expect(two.texture).toBeCloseTo(one.texture ?? 0, 2);
    expect(Math.abs((two.dots?.count ?? 0) / (one.dots?.count ?? 1) - 1)).toBeLessThan(0.03);
    // Its blocks and coarse hue widen a dot by less than 2 %.
    expect(Math.abs((two.dots?.fwhmMm ?? 0) / (one.dots?.fwhmMm ?? 1) - 1)).toBeLessThan(0.03);
  });
});

describe('the table', () => {
  it('marks what is outside the target, and only that', () => {
    const lines = lookTable([{ name: 'one', measures: measured('one') }], 'medium', 'soft');
    const line = (label: string): string => lines.find((one) => one.startsWith(label)) ?? '';
    // Dots alone, with no shade between them, lose too little light, and on warm skin hardly change the hue.
    expect(line('−ln T green')).toContain('!');
    expect(line('dots/cm²')).not.toContain('!');
    expect(line('T_R/T_G')).toContain('!');
    expect(line('FWHM mm')).not.toContain('!');
    expect(line('edge mm, middle')).toContain('–');
    expect(lookTable([{ name: 'one', measures: measured('one') }], 'light', 'soft').join()).toContain('target, light');
  });

  it('puts medians beside what was told, with the reason where they differ', () => {
    const pictures = [{ name: 'one', measures: measured('one') }];
    const rows = together(pictures, 'healed');
    expect(rows.find(({ row }) => row.label === 'dots/cm²')?.agrees).toBe(true);
    expect(rows.find(({ row }) => row.label === 'Δb*')?.agrees).toBe(false);
    expect(rows.find(({ row }) => row.label === '−ln T red')?.agrees).toBeNull();
    expect(togetherTable(pictures, 'healed').find((line) => line.startsWith('Δb*'))).toContain('≠ h2315');
  });

  it('puts ours beside the real ones', () => {
    const pictures = [{ name: 'one', measures: measured('one') }];
    const lines = togetherTable(pictures, 'healed', pictures);
    expect(lines[0]).toMatch(/^ +ours +median/);
    const [, value] = /^dots\/cm² +(\d+)/.exec(lines.find((line) => line.startsWith('dots/cm²')) ?? '') ?? [];
    expect(Number(value)).toBe(Math.round(measured('one').dots?.perCm2 ?? 0));
  });

  it('counts the pictures that keep to a target, and how far out the farthest is', () => {
    const measures = measured('one');
    const at = (l: number): LookMeasures => ({
      ...measures,
      colour: { ...measures.colour, skin: { l: 62, a: 15, b: 20 }, delta: { ...measures.colour.delta, l } },
    });
    const pictures = [-11, -9.5, -17].map((l) => ({ name: 'one', measures: at(l) }));
    const kept = keptTargets(pictures, 'medium', 'soft').find(({ row }) => row.label === 'ΔL*');
    expect(kept).toMatchObject({ pictures: 3, inside: 2, farthest: 1 });
    expect(insideShare(pictures, 'medium', 'soft').find((line) => line.startsWith('ΔL*'))).toBe(
      'ΔL*                      2 of 3 within the target, farthest out 1.0 of the band',
    );
    expect(keptTargets(pictures, 'medium', 'soft').some(({ row }) => row.label.startsWith('edge'))).toBe(false);
  });

  it('long names keep their beginning and their end', () => {
    expect([shortName('h2307'), shortName('turned-dark'), shortName('series_obl_l')]).toEqual([
      'h2307',
      'tur…ark',
      'ser…l_l',
    ]);
  });

  it('a target of hue moves with the skin’s own, as wide as before', () => {
    const measures = measured('one');
    const told: LookMeasures = { ...measures, colour: { ...measures.colour, skin: TOLD_SKIN } };
    const pale: LookMeasures = { ...measures, colour: { ...measures.colour, skin: { l: 70, a: 7.5, b: 20 } } };
    expect(targetFor(rowOf('Δa*'), pale, 'medium', 'soft')).toEqual([-5.5, -1.5]);
    expect(targetFor(rowOf('Δb*'), pale, 'medium', 'soft')).toEqual([-9.5, -5.5]);
    const [from, to] = targetFor(rowOf('T_R/T_G'), pale, 'medium', 'soft') ?? [0, 0];
    expect(to - from).toBeCloseTo(0.08, 6);
    expect((from + to) / 2).toBeGreaterThan(0.825);
    const grey: LookMeasures = { ...measures, colour: { ...measures.colour, skin: { l: 70, a: 1, b: 3 } } };
    const [least, most] = targetFor(rowOf('T_R/T_G'), grey, 'medium', 'soft') ?? [0, 0];
    expect((least + most) / 2).toBeGreaterThan(0.9);
    expect(targetFor(rowOf('T_R/T_G'), told, 'medium', 'soft')?.[0]).toBeCloseTo(0.78, 6);
    expect(targetFor(rowOf('T_B/T_G'), told, 'medium', 'soft')?.[1]).toBeCloseTo(1.13, 6);
    const black: LookMeasures = { ...measures, colour: { ...measures.colour, skin: { l: 23, a: 10, b: 12 } } };
    expect(targetFor(rowOf('ΔL*'), black, 'medium', 'soft')).toEqual([-7.5, -3.5]);
    expect(targetFor(rowOf('edge mm, middle'), pale, 'dark', 'defined')).toEqual([4, 6]);
  });

  it('agreement: a share of the value or a step that is not seen; of a range, within it and a little', () => {
    expect(agrees(rowOf('tex5'), { value: 0.1 }, 0.114)).toBe(true);
    expect(agrees(rowOf('tex5'), { value: 0.1 }, 0.116)).toBe(false);
    expect(agrees(rowOf('Δa*'), { value: 1 }, 0.1)).toBe(true);
    expect(agrees(rowOf('FWHM mm'), { range: [0.34, 0.5] }, 0.56)).toBe(true);
    expect(agrees(rowOf('FWHM mm'), { range: [0.34, 0.5] }, 0.6)).toBe(false);
  });

  it('numbers are written as in a table of measures', () => {
    expect([shown(0.361, 2), shown(-0.2, 2), shown(1.2, 2), shown(-11.96, 1), shown(0.6, 1)]).toEqual([
      '.36',
      '−.20',
      '1.20',
      '−12.0',
      '0.6',
    ]);
  });

  it('every target is a band from low to high, and dark is no lighter than light', () => {
    for (const row of LOOK_ROWS)
      for (const preset of ['light', 'medium', 'dark'] as const) {
        const band = row.target(preset, 'soft');
        if (band !== null) expect(band[0]).toBeLessThan(band[1]);
      }
    const lost = rowOf('−ln T green');
    expect(lost.target('dark', 'soft')?.[0]).toBeGreaterThan(lost.target('light', 'soft')?.[1] ?? Infinity);
  });
});
