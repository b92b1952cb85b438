import fc from 'fast-check';
import { BUILDS, EDGE_STYLES, HAIRLINE_SHAPES } from '~/model/design/choices';
import { initialDesign } from '~/model/design/design';
import type { Design } from '~/model/design/design';
import { MAIN_POINTS } from '~/model/design/line-points';
import { meanCranium } from '~/model/head/cranium';
import { averageFacePoints } from '~/model/head/face-points';
import type { Cranium } from '~/model/head/head';
import type { HeadInView } from '~/model/view/view';

/** A head on its own, looked at from 600 mm in front. */
export const headWith = (cranium: Cranium): HeadInView => ({
  pose: {
    rotation: [1, 0, 0, 0, 1, 0, 0, 0, 1],
    translationMm: [0, -60, -600],
    focalPx: 1500,
    principal: { xPx: 600, yPx: 800 },
  },
  cranium,
  warp: null,
  face: averageFacePoints(cranium),
  source: 'hand',
});

/** Standard deviations of breadth, length and height over the tragion, mm (docs/model.md, Head and hairline). */
const SD = { breadth: 5.5, length: 7.2, height: 6.3 };
const within = (sd: number): fc.Arbitrary<number> => fc.double({ min: -2.5 * sd, max: 2.5 * sd, noNaN: true });

/** Heads of both builds within 2.5 standard deviations. */
export const heads: fc.Arbitrary<HeadInView> = fc
  .record({
    build: fc.constantFrom(...BUILDS),
    breadth: within(SD.breadth),
    length: within(SD.length),
    height: within(SD.height),
  })
  .map(({ build, breadth, length, height }) => {
    const mean = meanCranium(build);
    return headWith({
      ...mean,
      centre: { ...mean.centre, zMm: mean.centre.zMm - length / 2 },
      halfBreadthMm: mean.halfBreadthMm + breadth / 2,
      halfLengthMm: mean.halfLengthMm + length / 2,
      heightMm: mean.heightMm + height,
    });
  });

/** Designs with any shape, edge and build, the height and recession anywhere in their ranges, no point moved. */
export const plainDesigns: fc.Arbitrary<Design> = fc
  .record({
    seed: fc.nat(),
    shape: fc.constantFrom(...HAIRLINE_SHAPES),
    edge: fc.constantFrom(...EDGE_STYLES),
    build: fc.constantFrom(...BUILDS),
    hairlineHeightMm: fc.integer({ min: 55, max: 105 }),
    templeRecessionMm: fc.option(fc.integer({ min: 0, max: 40 })),
    balancePercent: fc.integer({ min: 0, max: 100 }),
    mirror: fc.boolean(),
  })
  .map(({ seed, ...rest }) => ({ ...initialDesign(seed), ...rest }));

/** The same with some points moved anywhere. */
export const movedDesigns: fc.Arbitrary<Design> = fc
  .tuple(
    plainDesigns,
    fc.array(
      fc.tuple(
        fc.constantFrom(...MAIN_POINTS),
        fc.double({ min: -60, max: 60, noNaN: true }),
        fc.double({ min: -60, max: 60, noNaN: true }),
      ),
      { maxLength: 6 },
    ),
  )
  .map(([design, moves]) => ({
    ...design,
    handles: Object.fromEntries(moves.map(([id, sideMm, upMm]) => [id, { sideMm, upMm }])),
  }));
