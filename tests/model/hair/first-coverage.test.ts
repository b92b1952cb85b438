import { describe, expect, it } from 'vitest';
import type { Coverage } from '~/model/design/choices';
import { initialDesign } from '~/model/design/design';
import { firstCoverage, grownHair } from '~/model/hair/first-coverage';
import type { GrownHair } from '~/model/hair/first-coverage';
import { REFERENCE_CRANIUM } from '~/model/head/cranium';
import { topWeight } from '~/model/density/coverage-zones';
import type { HairMap } from '~/model/raster/photo-map';
import { projectPoint } from '~/model/view/camera';
import { headWith } from '../../support/random-heads';

const front = headWith(REFERENCE_CRANIUM);
/** Turned by 60°: a side is in sight, and height is still height in the picture. */
const [cos, sin] = [0.5, Math.sqrt(0.75)];
const fit = { ...front, pose: { ...front.pose, rotation: [cos, 0, sin, 0, 1, 0, -sin, 0, cos] as const } };
const design = initialDesign(1);

/** A map over all of the picture with so much hair above a height of the head and so much below it. */
function heads(top: number, sides: number): HairMap {
  const { centre, heightMm } = fit.cranium;
  const at = (yMm: number) => projectPoint(fit, { xMm: 0, yMm, zMm: centre.zMm });
  const [high, low] = [at(centre.yMm + 1.2 * heightMm), at(centre.yMm - 1.2 * heightMm)];
  const pxPerSample = (low.yPx - high.yPx) / 100;
  // where on the skull the top begins, as the camera sees its outline
  const limitMm = Array.from({ length: 100 }, (_, i) => centre.yMm + (i / 100) * heightMm).find(
    (yMm) => topWeight(fit.cranium, yMm) > 0.5,
  );
  const limitPx = at(limitMm ?? NaN).yPx;
  return {
    columns: 100,
    rows: 100,
    leftPx: high.xPx - 50 * pxPerSample,
    topPx: high.yPx,
    pxPerSample,
    confidence: Uint8Array.from({ length: 10_000 }, (_, k) =>
      Math.round(255 * (high.yPx + (Math.floor(k / 100) + 0.5) * pxPerSample < limitPx ? top : sides)),
    ),
  };
}

const seen = (of: Partial<GrownHair>): GrownHair => ({
  top: 0,
  topCm2: 100,
  sides: 0,
  sidesBare: 0,
  sidesCm2: 100,
  ...of,
});

describe('first coverage', () => {
  it.each<readonly [string, GrownHair, Coverage]>([
    ['fully shaved', seen({}), 'fullHead'],
    ['a few grown places', seen({ top: 0.2, sides: 0.2 }), 'fullHead'],
    ['grown sides round a bald top', seen({ sides: 0.9 }), 'hairlineAndTop'],
    ['grown sides with much bare skin above them', seen({ sides: 0.5, sidesBare: 0.5 }), 'fullHead'],
    ['grown all over', seen({ top: 0.9, sides: 0.9 }), 'betweenHair'],
    ['grown on top, shaved sides', seen({ top: 0.9 }), 'betweenHair'],
    ['sides out of sight', seen({ sides: 1, sidesCm2: 2 }), 'fullHead'],
    ['the top out of sight', seen({ top: 1, topCm2: 2 }), 'fullHead'],
  ])('of %s', (_, grown, coverage) => {
    expect(firstCoverage(grown)).toBe(coverage);
  });

  it.each<readonly [string, number, number, Coverage]>([
    ['shaved', 0, 0, 'fullHead'],
    ['shaved, with stubble at the sides', 0, 0.45, 'fullHead'],
    ['clipped to 1–3 mm all over', 0.6, 0.7, 'fullHead'],
    ['grown at the sides', 0, 1, 'hairlineAndTop'],
    ['grown at the sides, stubble on top', 0.4, 1, 'hairlineAndTop'],
    ['grown all over', 1, 1, 'betweenHair'],
  ])('of a head that is %s', (_, top, sides, coverage) => {
    expect(firstCoverage(grownHair(design, fit, heads(top, sides)))).toBe(coverage);
  });

  it('looks at both parts of a head that is turned', () => {
    const { topCm2, sidesCm2 } = grownHair(design, fit, heads(0, 0));
    expect(topCm2).toBeGreaterThan(4);
    expect(sidesCm2).toBeGreaterThan(4);
  });
});
