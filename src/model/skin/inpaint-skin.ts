import { linearToSrgb } from '~/model/colour/linear-rgb';
import { smoothstep } from '~/model/maths/numbers';
import { personPlane } from '~/model/photo/head-grid';
import type { HeadGrid } from '~/model/photo/head-grid';
import { blurWeighted, gaussianBlur } from '~/model/raster/gaussian-blur';
import { inpaint } from '~/model/raster/inpaint';
import { coreOf } from '~/model/raster/morphology';
import { maskAt } from '~/model/raster/photo-map';
import type { HairMap, OutlineMask, PhotoPlace } from '~/model/raster/photo-map';
import type { Plane } from '~/model/raster/plane';

/** The head of a photo as it would be without hair: smooth skin, 4 sRGB bytes a sample. */
export interface SkinPicture extends PhotoPlace {
  /** Red, green, blue, and how much a sample belongs to the head (0..255). */
  readonly rgba: Uint8Array<ArrayBuffer>;
  /** Unevenness of this skin at about a sample's size, rms of ln(linear light). */
  readonly mottle: number;
}

/**
 * Hair shares between which a place stops being bare skin to learn from, and where nothing of it is skin's own colour. Ours, as all below
 * (docs/model.md, Reading a photo).
 */
const BARE = [0.03, 0.12] as const;
const HAIRY = [0.12, 0.3] as const;
/** The outline is a pixel or two off. */
const RIM_MM = 2;
/** What is finer is hair or pores; what is coarser is light and shade. */
const SHADE_MM = 3;
/** Hair this near to bare skin tells how much hair darkens; and what it tells is evened out so far. */
const SPREAD_MM = 10;
/** Skin this close to hair may be in its shade, or be some. */
const BESIDE_MM = 3;
const DETAIL_MM = 1.2;
/** Keeps sensor noise in the dark from counting, linear light. */
const NOISE = 0.004;

/**
 * Rebuilds skin where hair is, from the bare skin around it: the smooth light and shade of the hair itself, lightened band
 * by band by as much as hair darkens skin where the two meet, and nowhere lighter than the bare skin nearby.
 */
export function inpaintSkin(grid: HeadGrid, outline: OutlineMask | null, hair: HairMap): SkinPicture {
  const { columns, rows, samplesPerMm, leftPx, topPx, pxPerSample } = grid;
  const plane = (values: Float32Array): Plane => ({ columns, rows, values });
  const person = personPlane(grid, outline);
  const soft = gaussianBlur(person, (RIM_MM * samplesPerMm) / 2);
  const inside = coreOf(soft);
  const hairAt = plane(new Float32Array(columns * rows)).values.map((_, i) => {
    const x = leftPx + ((i % columns) + 0.5) * pxPerSample;
    const y = topPx + (Math.floor(i / columns) + 0.5) * pxPerSample;
    return maskAt(hair, x, y) ?? 0;
  });
  const beside = gaussianBlur(plane(hairAt), BESIDE_MM * samplesPerMm).values;
  const bare = plane(
    inside.values.map((w, i) => w * (1 - smoothstep(BARE[0], BARE[1], Math.max(hairAt[i], beside[i])))),
  );
  const hairy = hairAt.map((share) => smoothstep(BARE[0], HAIRY[1], share));
  const around = gaussianBlur(bare, SPREAD_MM * samplesPerMm).values;
  const border = plane(
    inside.values.map((w, i) => w * smoothstep(HAIRY[0], HAIRY[1], hairAt[i]) * Math.min(1, 3 * around[i])),
  );

  const bands = [grid.red, grid.green, grid.blue].map((band) => {
    const light = plane(band.map((value) => Math.log(value + NOISE)));
    const shade = blurWeighted(light, inside, SHADE_MM * samplesPerMm);
    const bareShade = blurWeighted(light, bare, SHADE_MM * samplesPerMm);
    const carried = blurWeighted(inpaint(bareShade, bare), inside, SHADE_MM * samplesPerMm).values;
    const lightening = gaussianBlur(
      inpaint(
        plane(shade.values.map((value, i) => Math.max(0, (carried[i] - value) / Math.max(hairy[i], HAIRY[0])))),
        border,
      ),
      SPREAD_MM * samplesPerMm,
    ).values;
    const skin = plane(
      shade.values.map((value, i) => {
        const rebuilt = Math.min(carried[i], value + hairy[i] * lightening[i]);
        return (1 - hairy[i]) * carried[i] + hairy[i] * rebuilt;
      }),
    );
    return inpaint(skin, inside).values;
  });

  const rgba = new Uint8Array(4 * columns * rows);
  for (let i = 0; i < columns * rows; i++) {
    bands.forEach((band, k) => {
      rgba[4 * i + k] = Math.round(linearToSrgb(Math.exp(band[i]) - NOISE));
    });
    rgba[4 * i + 3] = Math.round(255 * smoothstep(0.35, 0.65, soft.values[i]));
  }
  return { columns, rows, leftPx, topPx, pxPerSample, rgba, mottle: mottleOf(grid, bare) };
}

/** Rms of what differs from its surroundings where skin is bare. */
function mottleOf({ columns, rows, green, samplesPerMm }: HeadGrid, bare: Plane): number {
  const light: Plane = { columns, rows, values: green.map((value) => Math.log(value + NOISE)) };
  const smooth = blurWeighted(light, bare, DETAIL_MM * samplesPerMm).values;
  let sum = 0;
  let count = 0;
  for (let i = 0; i < smooth.length; i++) {
    if (bare.values[i] < 1) continue;
    sum += Math.abs(light.values[i] - smooth[i]);
    count++;
  }
  // The mean difference of a bell is 0.8 of its rms, and lines of the face hardly move it.
  return count === 0 ? 0 : sum / count / 0.8;
}
