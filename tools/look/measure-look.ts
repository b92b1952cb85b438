import { colourBetween, meanLight } from './measure-colour';
import type { ColourMeasures } from './measure-colour';
import { DOTS_PX_PER_MM, measureDots } from './measure-dots';
import type { DotMeasures } from './measure-dots';
import { measureEdge } from './measure-edge';
import type { EdgeMeasures } from './measure-edge';
import { areaMm2, patchesOf } from './patch';
import type { Patch } from './patch';
import type { LookPicture } from './picture';
import { clouds, texture, TEXTURE_PX_PER_MM } from './texture';

/** Everything the ruler reads off one picture. */
export interface LookMeasures {
  readonly fieldCm2: number;
  /** Mean scale of the field, px of the picture to a mm (no more than the ruler's own 10). */
  readonly pxPerMm: number;
  readonly colour: ColourMeasures;
  /** tex5; null where the picture is too coarse for it. */
  readonly texture: number | null;
  /** Clouds of several dots, in the same measure. */
  readonly clouds: number | null;
  /** Null where the picture is too coarse, or nothing can be counted. */
  readonly dots: DotMeasures | null;
  readonly edges: readonly EdgeMeasures[];
}

/** Below this scale texture, counts, spacing and width of dots mean nothing, px/mm. */
export const LEAST_PX_PER_MM = 4.5;

/** The field and what it is compared with at a scale: itself untreated, where that is known, else the bare skin beside it. */
function fieldAndBare(picture: LookPicture, pxPerMm: number): readonly [readonly Patch[], readonly Patch[]] {
  const { untreated, field, bare } = picture;
  const beside =
    untreated === undefined
      ? patchesOf(picture, bare, pxPerMm)
      : patchesOf({ ...picture, pixels: untreated }, field, pxPerMm);
  return [patchesOf(picture, field, pxPerMm), beside];
}

/** What a picture shows along its lines; those without a field behind them are left out. */
export const edgesOf = (picture: LookPicture): readonly EdgeMeasures[] =>
  (picture.lines ?? []).map((line) => measureEdge(picture, line)).filter((edge) => edge !== null);

/** Measures a picture; null where it has no field, or nothing to compare it with. */
export function measureLook(picture: LookPicture): LookMeasures | null {
  const [coarseField, coarseBare] = fieldAndBare(picture, TEXTURE_PX_PER_MM);
  const [fieldMm2, bareMm2] = [areaMm2(coarseField), areaMm2(coarseBare)];
  if (fieldMm2 === 0 || bareMm2 === 0) return null;
  const [field, bare] = fieldAndBare(picture, DOTS_PX_PER_MM);
  const pxPerMm = field.reduce((sum, patch) => sum + patch.pxPerMm * areaMm2([patch]), 0) / areaMm2(field);
  const isFine = pxPerMm >= LEAST_PX_PER_MM;
  return {
    fieldCm2: fieldMm2 / 100,
    pxPerMm,
    colour: colourBetween(meanLight(coarseField), meanLight(coarseBare)),
    texture: isFine ? texture(coarseField, coarseBare) : null,
    clouds: isFine ? clouds(coarseField, coarseBare) : null,
    dots: isFine ? measureDots(field, bare) : null,
    edges: edgesOf(picture),
  };
}
