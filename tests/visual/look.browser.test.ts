import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SAMPLES } from '~/intake/samples';
import { initialDesign } from '~/model/design/design';
import { flatPicture } from '../../tools/lab/flat-patch';
import { createLab, placementOf } from '../../tools/lab/lab';
import type { Lab } from '../../tools/lab/lab';
import { ourPicture } from '../../tools/lab/our-picture';
import { measureLook } from '../../tools/look/measure-look';
import { withLineInSeveralDraws } from '../../tools/look/several-lines';
import type { MeasuredPicture } from '../../tools/look/table';
import { keptTargets } from '../../tools/look/table';
import { LOOK_ROWS, REAL_BLUR_MM } from '../../tools/look/targets';
import { poredSkin } from '../support/drawn-dots';

/**
 * The look of the app's first design (medium, healed) against the targets of `npm run look`: on the samples, and on a sheet of skin
 * at 10 px/mm, where dots can be told apart. All but one of the pictures lie within a row's band, and none farther out than half
 * of it.
 */
const MOST_OUT = 0.5;
const rows = LOOK_ROWS.filter((row) => row.target('medium', 'soft') !== null);

let lab: Lab;
const onSamples: MeasuredPicture[] = [];
const onSheet: MeasuredPicture[] = [];

const PX_PER_MM = 10;
const SHEET_MM = 40;
/** Behind the line; the numbers of dots must not hang on the place. */
const PLACES_MM = [-20, 20] as const;

beforeAll(async () => {
  lab = await createLab();
  for (const { id, full } of SAMPLES) {
    const name = `${id}-full.jpg`;
    const understood = await lab.understand(await (await fetch(`/${full}`)).blob(), placementOf(name));
    if (typeof understood === 'string') throw new Error(`${name}: ${understood}`);
    const measures = measureLook(await ourPicture(lab, understood));
    if (measures === null) continue;
    const drawn = await withLineInSeveralDraws(measures, (seed) => ourPicture(lab, understood, { seed }));
    onSamples.push({ name, measures: drawn });
  }
  const size = { widthMm: SHEET_MM, heightMm: SHEET_MM, pxPerMm: PX_PER_MM };
  const skin = poredSkin(size);
  const all = { mask: new Float32Array(skin.widthPx * skin.heightPx).fill(1) };
  const character = { blurPx: REAL_BLUR_MM * PX_PER_MM, amount: 0, radiusPx: 1, grain: { sigmaCodes: 0, smearPx: 0 } };
  for (const alongMm of PLACES_MM) {
    const order = { skin, pxPerMm: PX_PER_MM, alongMm, behindMm: 40, character };
    const { pixels } = await flatPicture(lab, order, initialDesign(1));
    const measures = measureLook({ pixels, untreated: skin, pxPerMm: PX_PER_MM, field: all, bare: all });
    if (measures !== null) onSheet.push({ name: `sheet ${alongMm}`, measures });
  }
}, 300_000);
afterAll(() => {
  lab.renderer.dispose();
});

describe('the look', () => {
  it('is measured on every sample that shows its field, and on the sheets', () => {
    expect(onSamples.length).toBeGreaterThanOrEqual(SAMPLES.length - 1);
    expect(onSheet).toHaveLength(PLACES_MM.length);
    for (const { measures } of onSheet) expect(measures.dots).not.toBeNull();
  });

  it.each(rows)('$label is within its target on the samples and the sheets', (row) => {
    for (const pictures of [onSamples, onSheet]) {
      const kept = keptTargets(pictures, 'medium', 'soft').find((one) => one.row.label === row.label);
      if (kept === undefined) continue;
      const values = pictures.map(({ name, measures }) => `${name} ${row.of(measures)?.toFixed(3) ?? '–'}`).join(', ');
      expect(kept.farthest, values).toBeLessThanOrEqual(MOST_OUT);
      expect(kept.pictures - kept.inside, values).toBeLessThanOrEqual(1);
    }
  });

  it('has every row with a target on a sample or a sheet', () => {
    const seen = [...onSamples, ...onSheet].flatMap((picture) => keptTargets([picture], 'medium', 'soft'));
    const missing = LOOK_ROWS.filter(
      (row) => row.target('medium', 'soft') !== null && !seen.some((one) => one.row === row),
    );
    expect(missing.map(({ label }) => label)).toEqual([]);
  });
});
