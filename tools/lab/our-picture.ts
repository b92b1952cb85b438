import type { Design } from '~/model/design/design';
import { headOf } from '~/model/fit/head-of';
import { maskAt } from '~/model/raster/photo-map';
import type { SpecularMap } from '~/model/raster/photo-map';
import { scaleOfPlane } from '../look/picture';
import type { LookPicture, Pixels } from '../look/picture';
import type { Lab, Understood } from './lab';
import { seenBy, tracedLines } from './line-strips';
import { scalpPlanes } from './scalp-planes';
import type { ScalpPlanes } from './scalp-planes';

/** A picture that we drew, as the ruler wants it; all that is known of it is exact. */
export interface OurPicture extends LookPicture {
  readonly pixels: Pixels;
  /** The photo's own pixels. */
  readonly untreated: Pixels;
  readonly field: { readonly mask: Float32Array };
  readonly bare: { readonly mask: Float32Array };
  readonly skin: Float32Array;
  readonly planes: ScalpPlanes;
}

/** Field and bare skin lean away no more than this: beyond, dots overlap and the rim's light is another. */
const FACING_COSINE = 0.5;
/** Along the line a little more. */
const LINE_COSINE = 0.2;
/** The field is where (nearly) all dots stand. */
const FULL_WEIGHT = 0.97;
/** Bare skin begins so far before the drawn line, mm: strays end sooner. */
const BARE_BEFORE_MM = 12;
/** Hair, 0..1, beyond which a place is no skin, and share of gloss beyond which it says nothing of what lies below. */
const MOST_HAIR = 0.1;
const MOST_GLOSS = 0.25;
/** Code of 255 from which a camera has no more room to show how bright a place is. */
const BURNT_CODE = 240;
/** The outline's mask where no background shows through. */
const WHOLE_HEAD = 0.9;

/** Share of gloss at a place of the photo, 0..1. */
function glossAt(gloss: SpecularMap | null, xPx: number, yPx: number): number {
  return gloss === null ? 0 : (maskAt({ ...gloss, confidence: gloss.shares }, xPx, yPx) ?? 0);
}

/** Draws a design on a head that was understood: the whole photo, or `scale` px for each of its px. */
export async function ourPicture(
  lab: Lab,
  { subject, design: found }: Understood,
  change: Partial<Design> = {},
  scale = 1,
): Promise<OurPicture> {
  const design = { ...found, ...change };
  const { photo, reading, skin: read, hair } = subject;
  const scene = lab.sceneOf(subject, design);
  const part = { left: 0, top: 0, width: photo.size.widthPx, height: photo.size.heightPx, scale };
  const before = await lab.draw({ ...scene, coverage: null, ownHair: null }, part);
  const after = await lab.draw(scene, part);
  const { width: widthPx, height: heightPx } = after;
  const fit = headOf(reading, design);
  const planes = scalpPlanes(fit, design, [widthPx, heightPx], scale);
  const [field, bare, skin] = [0, 0, 0].map(() => new Float32Array(widthPx * heightPx));
  const gloss = read.gloss;
  for (let y = 0; y < heightPx; y++)
    for (let x = 0; x < widthPx; x++) {
      const i = y * widthPx + x;
      if (planes.cosine[i] < LINE_COSINE || planes.clear[i] < 0.99) continue;
      if (before.data[4 * i] > 253 || before.data[4 * i + 1] > BURNT_CODE) continue;
      const [xPx, yPx] = [(x + 0.5) / scale, (y + 0.5) / scale];
      if (reading.outline !== null && (maskAt(reading.outline, xPx, yPx) ?? 1) < WHOLE_HEAD) continue;
      if (hair !== null && (maskAt(hair, xPx, yPx) ?? 0) > MOST_HAIR) continue;
      if (glossAt(gloss, xPx, yPx) > MOST_GLOSS) continue;
      skin[i] = 1;
      if (planes.cosine[i] < FACING_COSINE) continue;
      if (planes.weight[i] >= FULL_WEIGHT) field[i] = 1;
      else if (planes.insideMm[i] < -BARE_BEFORE_MM) bare[i] = 1;
    }
  const seen = seenBy(fit, scale);
  return {
    pixels: { widthPx, heightPx, data: after.data },
    untreated: { widthPx, heightPx, data: before.data },
    pxPerMm: scaleOfPlane(widthPx, heightPx, planes.pxPerMm),
    field: { mask: field },
    bare: { mask: bare },
    skin,
    lines: tracedLines(fit, design, (point) => {
      const place = seen(point);
      if (place === null) return null;
      const [x, y] = place.map(Math.floor);
      return x >= 0 && y >= 0 && x < widthPx && y < heightPx && skin[y * widthPx + x] > 0 ? place : null;
    }),
    planes,
  };
}
