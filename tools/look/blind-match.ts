import { EDGE_STYLES, PIGMENTS } from '~/model/design/choices';
import type { EdgeStyle } from '~/model/design/choices';
import { initialDesign } from '~/model/design/design';
import { applyPigment } from '~/model/design/pigment-presets';
import { clamp } from '~/model/maths/numbers';
import type { AskedDesign } from '../lab/treat-page';
import { bareSkinOf, lineOn, measureOnBare } from './bare-sheet';
import type { EdgeMeasures } from './measure-edge';
import { measureLook } from './measure-look';
import type { Treater } from './our-pictures';
import type { LookPicture } from './picture';
import { median } from './statistics';
import { FWHM, REAL_BLUR_MM } from './targets';
import type { Preset } from './targets';

/** How ours is drawn so that it might be of one photograph: in the trade's own choices, as that camera saw it. */
export interface AsInPhotograph {
  readonly asked: AskedDesign;
  /** Standard deviation of the camera's blur, mm. */
  readonly blurMm: number;
}

/** Cameras of close pictures blur no less and no more than this, standard deviation, mm. */
const BLUR_MM = [0.08, 0.16] as const;

/** Needles and hands differ: dots of these many times a pigment's own size are tried. */
const NEEDLES = [0.7, 0.85, 1, 1.15] as const;

/** More, or fewer, dots than a pigment's own by up to so many times are planned. */
const MOST_TIMES = 1.5;

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
  const planned = applyPigment(initialDesign(0), asked.pigment ?? 'medium').densityPerCm2;
  const densityPerCm2 = planned * clamp(countedPerCm2 / own.dots.perCm2, 1 / MOST_TIMES, MOST_TIMES);
  return { ...asked, design: { ...asked.design, densityPerCm2 } };
}

/**
 * Practitioners choose pigment and edge by the client, and cameras blur unlike: of the three pigments and the styles of the edge
 * (`edgesByStyle`) the one is taken that is nearest to the photograph's own work, and blur and *Dot size* so that dots are as wide,
 * and then as many dots. What cannot be read there stays as asked.
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
  const own = await measureOnBare(treater, real, withEdge, { line: false });
  if (look?.dots == null || own?.dots == null) return { asked: withEdge, blurMm: REAL_BLUR_MM };

  const variance = REAL_BLUR_MM ** 2 + (look.dots.fwhmMm ** 2 - own.dots.fwhmMm ** 2) / FWHM ** 2;
  const blurMm = Math.min(BLUR_MM[1], Math.max(BLUR_MM[0], Math.sqrt(Math.max(0, variance))));
  const contrasts: (readonly [Preset, number])[] = [];
  for (const pigment of PIGMENTS) {
    const drawn = await measureOnBare(treater, real, { ...withEdge, pigment }, { blurMm, line: false });
    if (drawn?.dots != null) contrasts.push([pigment, drawn.dots.contrast[0]]);
  }
  const pigment = nearest(contrasts, look.dots.contrast[0]);
  if (pigment === null) return { asked: withEdge, blurMm };
  const inPigment: AskedDesign = { ...withEdge, pigment };
  const widths: (readonly [AskedDesign, number])[] = [];
  for (const times of NEEDLES) {
    const dotSizeMm = times * applyPigment(initialDesign(0), pigment).dotSizeMm;
    const sized: AskedDesign = { ...inPigment, design: { ...inPigment.design, dotSizeMm } };
    const drawn = await measureOnBare(treater, real, sized, { blurMm, line: false });
    if (drawn?.dots != null) widths.push([sized, drawn.dots.fwhmMm]);
  }
  const sized = nearest(widths, look.dots.fwhmMm) ?? inPigment;
  return { asked: await asManyAs(treater, real, look.dots.perCm2, sized, blurMm), blurMm };
}
