import { srgbToLinear } from '~/model/colour/linear-rgb';
import { skinColour } from '~/model/colour/skin-colour';
import { headOf } from '~/model/fit/head-of';
import { fieldTransmission } from '~/model/pigment/dot-appearance';
import type { Lab, Understood } from './lab';
import { solidZone } from './solid-zone';

/** Light kept in green in the solid zone, as a multiple of what the model says (1 = exp(−n·A)). */
export interface LightFigures {
  /** All of it, gloss left alone. */
  readonly darkness: number;
  /** The picture as it is, in its brightest and darkest third: gloss lies on top, so the bright one keeps more. */
  readonly lit: number;
  readonly shadow: number;
}

/** About a dozen dots, and as far as most of a halo reaches. */
const CELL_MM = 2;
const LEAST_CELLS = 12;

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

export async function lightOf(lab: Lab, { subject, design }: Understood): Promise<LightFigures | null> {
  const { widthPx, heightPx } = subject.photo.size;
  const scene = lab.sceneOf(subject, design);
  const { dots, coverage } = scene;
  if (dots === null || coverage === null) return null;
  const { pose } = headOf(subject.reading, design);
  const pxPerMm = pose.focalPx / Math.hypot(...pose.translationMm);
  const { cells, cellPx } = solidZone(dots, coverage, design.densityPerCm2, pxPerMm, CELL_MM);

  const whole = { left: 0, top: 0, width: widthPx, height: heightPx, scale: 1 };
  const bare = await lab.draw({ ...scene, coverage: null }, whole);
  const matt = await lab.draw({ ...scene, skin: null }, whole);
  const real = await lab.draw(scene, whole);
  const sumOf = ({ data }: ImageData, left: number, top: number): number => {
    let sum = 0;
    for (let y = top; y < top + cellPx; y++) {
      for (let x = left; x < left + cellPx; x++) sum += srgbToLinear(data[4 * (y * widthPx + x) + 1]);
    }
    return sum;
  };
  const places = cells
    .filter(([left, top]) => left >= 0 && top >= 0 && left + cellPx <= widthPx && top + cellPx <= heightPx)
    .map(([left, top]) => {
      const light = sumOf(bare, left, top);
      return { light, matt: sumOf(matt, left, top) / light, real: sumOf(real, left, top) / light };
    })
    .sort((a, b) => a.light - b.light);
  if (places.length < LEAST_CELLS) return null;
  const third = Math.floor(places.length / 3);
  const { skin, light } = subject.skin;
  const model = fieldTransmission(design, skinColour(skin, light), design.densityPerCm2)[1];
  return {
    darkness: mean(places.map((place) => place.matt)) / model,
    lit: mean(places.slice(-third).map((place) => place.real)) / model,
    shadow: mean(places.slice(0, third).map((place) => place.real)) / model,
  };
}
