import { describe, expect, it } from 'vitest';
import type { FlatOrder } from '../../../tools/lab/flat-patch';
import type { AskedDesign } from '../../../tools/lab/treat-page';
import { asInPhotograph, edgesByStyle, nearest } from '../../../tools/look/blind-match';
import { initialDesign } from '~/model/design/design';
import { applyPigment } from '~/model/design/pigment-presets';
import { REAL_BLUR_MM } from '../../../tools/look/targets';
import { drawSkin, sheetPicture, SKIN, thrownPlaces } from '../../support/drawn-dots';

const PX_PER_MM = 10;
/** What the middle of a dot of the stand-in loses in pigment of its own strength, red, green, blue. */
const CONTRAST = [0.32, 0.39, 0.42] as const;
type Contrast = readonly [number, number, number];
/** And in pigment of so many times that strength. */
const diluted = (times: number): Contrast => {
  const [red, green, blue] = CONTRAST.map((lost) => 1 - (1 - lost) ** times);
  return [red, green, blue];
};
const OWN_FWHM_MM = 0.4;
const dotsOf = (
  size: readonly [number, number],
  fwhmMm: number,
  contrast: readonly [number, number, number],
  times = 1,
) => thrownPlaces(size, Math.round(600 * times), 0.6, 7).map(([xMm, yMm]) => ({ xMm, yMm, fwhmMm, contrast }));

/** A photograph of work with dots as wide and as dark as said; its lower half is bare. */
const work = (fwhmMm: number, contrast: readonly [number, number, number], times = 1) =>
  sheetPicture(
    {
      widthMm: 30,
      heightMm: 40,
      pxPerMm: PX_PER_MM,
      light: () => SKIN,
      dots: dotsOf([30, 20], fwhmMm, contrast, times),
      grain: 0.01,
    },
    20,
  );

/** Stands in for the page: dots of the asked strength and size, as many as asked, as wide as the asked blur makes them. */
const treater = {
  drawFlat: ({ skin, pxPerMm, pigment = 'medium', design = {}, character }: FlatOrder & AskedDesign) => {
    const { dotSizeMm, densityPerCm2, strengthPercent } = applyPigment(initialDesign(0), pigment);
    const [larger, more, stronger] = [
      (design.dotSizeMm ?? dotSizeMm) / dotSizeMm,
      (design.densityPerCm2 ?? densityPerCm2) / densityPerCm2,
      (design.strengthPercent ?? strengthPercent) / strengthPercent,
    ];
    const size = { widthMm: skin.widthPx / pxPerMm, heightMm: skin.heightPx / pxPerMm, pxPerMm };
    const blurMm = character.blurPx / pxPerMm;
    const fwhmMm = Math.sqrt((larger * OWN_FWHM_MM) ** 2 + 2.355 ** 2 * (blurMm ** 2 - REAL_BLUR_MM ** 2));
    const dots = dotsOf([size.widthMm, size.heightMm], fwhmMm, diluted(stronger), more);
    const kept = drawSkin({ ...size, light: () => [1, 1, 1], dots });
    const data = skin.data.map((code, i) => (i % 4 === 3 ? 255 : Math.round((code * kept.data[i]) / 255)));
    return Promise.resolve({ pixels: { ...skin, data }, lines: [] });
  },
};

describe('ours as in a photograph', () => {
  it('takes the nearest of several', () => {
    const widths = [
      ['faded', 12],
      ['medium', 9],
      ['defined', 5],
    ] as const;
    expect(nearest(widths, 10)).toBe('medium');
    expect(nearest(widths, 2)).toBe('defined');
    expect(nearest([], 2)).toBeNull();
  });

  it.each([65, 100, 130])('has the dilution and the needle of its work: %d %%', async (percent) => {
    const { asked, blurMm } = await asInPhotograph(treater, work(OWN_FWHM_MM, diluted(percent / 100)), {}, []);
    expect(asked.design?.strengthPercent).toBeCloseTo(percent, 6);
    expect(asked.design?.dotSizeMm).toBeCloseTo(0.35, 6);
    expect(Math.abs(blurMm / REAL_BLUR_MM - 1)).toBeLessThan(0.15);
  });

  it('is blurred as it is, and never more than a camera blurs', async () => {
    const { blurMm } = await asInPhotograph(treater, work(0.46, CONTRAST), {}, []);
    expect(blurMm).toBeGreaterThan(1.2 * REAL_BLUR_MM);
    const wide = await asInPhotograph(treater, work(0.7, CONTRAST), {}, []);
    expect(wide.blurMm).toBeLessThanOrEqual(0.16);
  });

  it('has as many dots as its work', async () => {
    const [all, fewer] = await Promise.all(
      [1, 0.7].map((times) => asInPhotograph(treater, work(OWN_FWHM_MM, CONTRAST, times), {}, [])),
    );
    const [most, least] = [all, fewer].map(({ asked }) => asked.design?.densityPerCm2 ?? NaN);
    // Of more dots more run into each other, so the count says a little less.
    expect(least / most).toBeGreaterThan(0.6);
    expect(least / most).toBeLessThan(0.85);
  });

  it('stays as asked where nothing can be read', async () => {
    const nothing = { ...work(OWN_FWHM_MM, CONTRAST), field: { outlines: [] } };
    const asked = { pigment: 'light', design: { timeYears: 0 } } as const;
    expect(await asInPhotograph(treater, nothing, asked, [])).toEqual({ asked, blurMm: REAL_BLUR_MM });
    expect(await edgesByStyle(treater, { ...nothing, bare: { outlines: [] } }, asked)).toEqual([]);
  });
});
