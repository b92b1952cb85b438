import { describe, expect, it } from 'vitest';
import { detailGain, measureSharpness } from '~/model/photo/measure-sharpness';
import type { Sharpness } from '~/model/photo/measure-sharpness';
import { blurredDisc } from '../../support/blurred-disc';

/** A dot's own standard deviation, px: 0.32 mm wide on a head of 5 px/mm. */
const DOT_PX = 0.7;
const dotGain = (sharpness: Sharpness): number => detailGain(sharpness, Math.hypot(sharpness.blurPx, DOT_PX));
/** Contrast that is left of a dot's own. */
const dotContrast = (sharpness: Sharpness): number => dotGain(sharpness) / (sharpness.blurPx ** 2 + DOT_PX ** 2);

describe('measureSharpness', () => {
  const masks = [0.8, 1.2, 2].flatMap((radiusPx) => [0.3, 0.8, 1.5].map((amount) => ({ radiusPx, amount })));
  const sharpenings = [0.5, 0.8, 1.2, 2].flatMap((sigmaPx) =>
    masks.flatMap((mask) => [undefined, 90, 70].map((quality) => ({ sigmaPx, ...mask, quality }))),
  );
  it.each(sharpenings)(
    'knows a dot’s contrast to 22 % after a blur of $sigmaPx, unsharp mask $radiusPx × $amount, JPEG $quality',
    ({ sigmaPx, radiusPx, amount, quality }) => {
      const sharpened = { radiusPx, amount };
      const found = measureSharpness(blurredDisc({ sigmaPx, contrast: [0.4, 0.2], noiseCodes: 1, sharpened, quality }));
      const truth = { blurPx: sigmaPx, ...sharpened };
      const off = dotContrast(found) / dotContrast(truth);
      expect(Math.abs(off - 1)).toBeLessThan(0.22);
      // Halos that are wider than the blur are seen as such.
      if (amount >= 0.8 && radiusPx > sigmaPx) expect(dotGain(found)).toBeGreaterThan(1.05);
      if (radiusPx >= 2 * sigmaPx) expect(Math.abs(dotGain(found) / dotGain(truth) - 1)).toBeLessThan(0.2);
    },
  );
});
