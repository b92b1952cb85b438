import { describe, expect, it } from 'vitest';
import { designInForce } from '~/model/design/consultation';
import { hairlineOf } from '~/model/hairline/hairline';
import { REFERENCE_CRANIUM } from '~/model/head/cranium';
import { lightIn } from '../../../tools/look/disc';
import { documentOf, pairDesign } from '../../../tools/look/pair-designs';
import { pairsAmong, pairTable, PAIR_ROWS } from '../../../tools/look/pairs';
import type { PairMeasures } from '../../../tools/lab/pair-page';
import { headWith } from '../../support/random-heads';

const NAMES = ['a', 'b', 'c', 'd', 'e', 'f', 'g'] as const;

describe('designs kept of pairs', () => {
  it.each(NAMES)('%s is a document of the project, and draws a line', (name) => {
    const kept = pairDesign(name);
    if (kept === null) throw new Error(`no design is kept of pair ${name}`);
    expect(kept.design.pencil?.[0]?.length).toBeGreaterThan(10);
    const document = documentOf(kept);
    const design = designInForce(document, { sessionsDone: 3, timeYears: 1 / 12 });
    expect(design.hairlineHeightMm).toBe(kept.design.hairlineHeightMm);
    expect(hairlineOf(design, headWith(REFERENCE_CRANIUM)).count).toBeGreaterThan(100);
  });

  it('none is kept of other pictures', () => {
    expect(pairDesign('nobody')).toBeNull();
  });
});

describe('pairs', () => {
  it('are photos before with one after beside them', () => {
    const photos = ['x/a-before.jpg', 'x/b-before.jpg', 'x/c.jpg'];
    expect(pairsAmong(photos, (file) => file === 'x/a-after.jpg')).toEqual([
      { name: 'a', before: 'x/a-before.jpg', after: 'x/a-after.jpg' },
    ]);
  });

  it('are told in a table, with a dash for what is not seen', () => {
    const colour = {
      minusLnT: [0.3, 0.4, 0.5] as const,
      redToGreen: 1,
      blueToGreen: 1,
      delta: { l: -9, a: -4, b: -5 },
      skin: { l: 60, a: 14, b: 20 },
    };
    const measures: PairMeasures = { edges: [], field: colour };
    const darker: PairMeasures = { edges: [], field: { ...colour, minusLnT: [0.35, 0.5, 0.6] } };
    const lines = pairTable({ before: measures, ours: measures, real: darker });
    expect(lines).toHaveLength(PAIR_ROWS.length + 1);
    expect(lines.find((line) => line.includes('green'))).toMatch(/\.40 +\.40 +\.50 +−\.10$/);
    expect(lines.at(-1)).toMatch(/– +– +– +–$/);
  });

  it('are looked at in discs', () => {
    const data = new Uint8Array(4 * 100).fill(255);
    for (let x = 0; x < 10; x++) for (const band of [0, 1, 2]) data[4 * x + band] = 0;
    const pixels = { widthPx: 10, heightPx: 10, data };
    expect(lightIn(pixels, { xPx: 5, yPx: 6 }, 3)).toEqual([1, 1, 1]);
    expect(lightIn(pixels, { xPx: 5, yPx: 1 }, 3)[0]).toBeLessThan(1);
    expect(lightIn(pixels, { xPx: 50, yPx: 50 }, 3)[0]).toBeNaN();
  });
});
