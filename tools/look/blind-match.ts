import { EDGE_STYLES } from '~/model/design/choices';
import type { EdgeStyle } from '~/model/design/choices';
import { initialDesign } from '~/model/design/design';
import { applyPigment } from '~/model/design/pigment-presets';
import { clamp } from '~/model/maths/numbers';
import type { AskedDesign } from '../lab/treat-page';
import { bareSkinOf, lineOn, measureOnBare } from './bare-sheet';
import type { EdgeMeasures } from './measure-edge';
import { measureLook } from './measure-look';
import type { LookMeasures } from './measure-look';
import type { Treater } from './our-pictures';
import type { LookPicture } from './picture';
import { median } from './statistics';
import { FWHM, REAL_BLUR_MM } from './targets';

/** How ours is drawn so that it might be of one photograph: in the trade's own choices, as that camera saw it. */
export interface AsInPhotograph {
  readonly asked: AskedDesign;
  /** Standard deviation of the camera's blur, mm. */
  readonly blurMm: number;
}

/** Cameras of close pictures blur no less and no more than this, standard deviation, mm. */
const BLUR_MM = [0.08, 0.16] as const;

/** Needles, hands and dilutions differ: dots of these many times the usual pigment's size and strength are tried. */
const NEEDLES = [0.75, 0.88, 1, 1.1, 1.2] as const;
const DILUTIONS = [0.45, 0.65, 1, 1.3] as const;

/** More, or fewer, dots than a pigment's own by up to so many times are planned. */
const MOST_TIMES = 1.5;
/** Number, and needle with dilution, are looked for in turn so many times. */
const ROUNDS = 2;

/** The one whose value is nearest to what is wanted; null of none. */
export const nearest = <Kind>(all: readonly (readonly [Kind, number])[], wanted: number): Kind | null =>
  [...all].sort(([, a], [, b]) => Math.abs(a - wanted) - Math.abs(b - wanted))[0]?.[0] ?? null;

/** Median width of the middle's edge, mm; null where none is told. */
function middleEdgeMm(edges: readonly EdgeMeasures[]): number | null {
  const known = edges.filter(({ part, edgeMm }) => part === 'middle' && !Number.isNaN(edgeMm));
  return known.length === 0 ? null : median(known.map(({ edgeMm }) => edgeMm));
}

/** How wide each style of the edge comes out, mm, on the skin of this photograph. */
export async function edgesByStyle(
  treater: Pick<Treater, 'drawFlat'>,
  real: LookPicture,
  asked: AskedDesign,
): Promise<readonly (readonly [EdgeStyle, number])[]> {
  const skin = bareSkinOf(real);
  const widths: (readonly [EdgeStyle, number])[] = [];
  if (skin === null) return widths;
  for (const edge of EDGE_STYLES) {
    const width = middleEdgeMm(await lineOn(treater, skin, { ...asked, design: { ...asked.design, edge } }));
    if (width !== null) widths.push([edge, width]);
  }
  return widths;
}

/** So many dots are planned that about as many are counted on the bare skin of this photograph as in its own field. */
async function asManyAs(
  treater: Pick<Treater, 'drawFlat'>,
  real: LookPicture,
  countedPerCm2: number,
  asked: AskedDesign,
  blurMm: number,
): Promise<AskedDesign> {
  const own = await measureOnBare(treater, real, asked, { blurMm, line: false });
  if (own?.dots == null || own.dots.perCm2 === 0) return asked;
  const usual = applyPigment(initialDesign(0), asked.pigment ?? 'medium').densityPerCm2;
  const drawn = asked.design?.densityPerCm2 ?? usual;
  const densityPerCm2 = clamp((drawn * countedPerCm2) / own.dots.perCm2, usual / MOST_TIMES, usual * MOST_TIMES);
  return { ...asked, design: { ...asked.design, densityPerCm2 } };
}

/** The blur that makes dots which are as wide as these under `REAL_BLUR_MM` as wide as those, mm. */
function blurFor(fwhmMm: number, wantedMm: number): number {
  const variance = REAL_BLUR_MM ** 2 + (wantedMm ** 2 - fwhmMm ** 2) / FWHM ** 2;
  return clamp(Math.sqrt(Math.max(0, variance)), ...BLUR_MM);
}

/**
 * Healed, hue tells how dark a field is where light cannot, for its steps carry shading: so many times as much as what is read off dots. Right
 * after a visit it tells redness, and light has to.
 */
const HUE_TELLS = 3;
/** And so many times as much as that: a fresh field much too light, with dots as deep as wanted, is not like it. */
const LIGHT_TELLS = 2;

/** How far a field is from that of the photograph, in depth, width and number of dots, texture and hue, or fresh light, together: sum of |ln| of what they differ by. */
function farFrom(drawn: LookMeasures, real: LookMeasures, isRed: boolean): number {
  const apart = (one: number | null | undefined, other: number | null | undefined): number =>
    one == null || other == null || one <= 0 || other <= 0 ? 0 : Math.abs(Math.log(one / other));
  return (
    apart(drawn.dots?.contrast[0], real.dots?.contrast[0]) +
    apart(drawn.dots?.fwhmMm, real.dots?.fwhmMm) +
    apart(drawn.dots?.perCm2, real.dots?.perCm2) +
    apart(drawn.texture, real.texture) +
    (isRed
      ? LIGHT_TELLS * apart(drawn.colour.minusLnT[1], real.colour.minusLnT[1])
      : HUE_TELLS * apart(drawn.colour.redToGreen, real.colour.redToGreen))
  );
}

/**
 * Practitioners choose dilution, needle and edge by the client, and cameras blur unlike: the style of the edge is taken that is nearest to the
 * photograph's own work (`edgesByStyle`), as many dots, and of several dilutions and needles, blurred as it is, what is nearest to its dots; then
 * as many of those. What cannot be read there stays as asked.
 */
export async function asInPhotograph(
  treater: Pick<Treater, 'drawFlat'>,
  real: LookPicture,
  asked: AskedDesign,
  edges: readonly (readonly [EdgeStyle, number])[],
): Promise<AsInPhotograph> {
  const look = measureLook(real);
  const width = middleEdgeMm(look?.edges ?? []);
  const edge = width === null ? null : nearest(edges, width);
  const withEdge: AskedDesign = edge === null ? asked : { ...asked, design: { ...asked.design, edge } };
  if (look?.dots == null) return { asked: withEdge, blurMm: REAL_BLUR_MM };
  const own = await measureOnBare(treater, real, withEdge, { line: false });
  if (own?.dots == null) return { asked: withEdge, blurMm: REAL_BLUR_MM };
  const blurMm = blurFor(own.dots.fwhmMm, look.dots.fwhmMm);
  const usual = applyPigment(initialDesign(0), asked.pigment ?? 'medium');
  let nearestYet = withEdge;
  // Large dots run into each other and fewer are counted: the number is planned again for the needle that was found.
  for (let round = 0; round < ROUNDS; round++) {
    const asMany = await asManyAs(treater, real, look.dots.perCm2, nearestYet, blurMm);
    const tries: (readonly [AskedDesign, number])[] = [];
    for (const dilution of DILUTIONS)
      for (const times of NEEDLES) {
        const dots = { dotSizeMm: times * usual.dotSizeMm, strengthPercent: dilution * usual.strengthPercent };
        const sized: AskedDesign = { ...asMany, design: { ...asMany.design, ...dots } };
        const drawn = await measureOnBare(treater, real, sized, { blurMm, line: false });
        if (drawn?.dots != null) tries.push([sized, farFrom(drawn, look, asked.design?.timeYears === 0)]);
      }
    nearestYet = nearest(tries, 0) ?? asMany;
  }
  return { asked: await asManyAs(treater, real, look.dots.perCm2, nearestYet, blurMm), blurMm };
}
