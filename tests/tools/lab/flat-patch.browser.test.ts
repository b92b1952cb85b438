import { beforeAll, describe, expect, it } from 'vitest';
import { skinColour } from '~/model/colour/skin-colour';
import { LINEAR_OF_CODE } from '~/model/colour/linear-rgb';
import { initialDesign } from '~/model/design/design';
import { fieldTransmission } from '~/model/pigment/dot-appearance';
import { flatPicture } from '../../../tools/lab/flat-patch';
import type { FlatPicture } from '../../../tools/lab/flat-patch';
import { createLab } from '../../../tools/lab/lab';
import type { Lab } from '../../../tools/lab/lab';

const PX_PER_MM = 5;
const SKIN = [180, 145, 120, 255] as const;
const design = { ...initialDesign(1), skinItaDegrees: 30 };
const character = { blurPx: 0.5, amount: 0, radiusPx: 1, grain: { sigmaCodes: 0, smearPx: 0 } };

let lab: Lab;
const sheet = (widthMm: number, heightMm: number): FlatPicture['pixels'] => {
  const [widthPx, heightPx] = [widthMm * PX_PER_MM, heightMm * PX_PER_MM];
  const data = new Uint8Array(4 * widthPx * heightPx);
  for (let i = 0; i < data.length; i += 4) data.set(SKIN, i);
  return { widthPx, heightPx, data };
};
const draw = (behindMm: number, widthMm: number, heightMm: number): Promise<FlatPicture> =>
  flatPicture(lab, { skin: sheet(widthMm, heightMm), pxPerMm: PX_PER_MM, alongMm: 0, behindMm, character }, design);
/** Green light kept on the mean of some rows. */
function kept({ pixels }: FlatPicture, fromMm: number, toMm: number): number {
  const { widthPx, data } = pixels;
  let sum = 0;
  for (let i = 4 * widthPx * fromMm * PX_PER_MM; i < 4 * widthPx * toMm * PX_PER_MM; i += 4)
    sum += LINEAR_OF_CODE[data[i + 1]];
  return sum / (widthPx * (toMm - fromMm) * PX_PER_MM) / LINEAR_OF_CODE[SKIN[1]];
}

beforeAll(async () => {
  lab = await createLab();
});

describe('a flat sheet of the treatment', () => {
  it('well behind the line loses the light that the model says', async () => {
    const solid = await draw(40, 40, 40);
    const [, green] = fieldTransmission(design, skinColour([1, 1, 1]), design.densityPerCm2);
    // Two thousand dots of unequal size: their sum is known to some per cent.
    expect(Math.abs(Math.log(kept(solid, 2, 38)) / Math.log(green) - 1)).toBeLessThan(0.08);
  });

  it('at the line is bare below and treated above, and knows where its half lies', async () => {
    const edge = await draw(5, 60, 44);
    const [middle] = edge.lines;
    expect(edge.lines.map(({ part }) => part)).toEqual(['middle']);
    const solid = Math.log(kept(edge, 0, 4));
    expect(kept(edge, 42, 44)).toBeGreaterThan(0.995);
    const yMm = middle.points[Math.floor(middle.points.length / 2)][1] / PX_PER_MM;
    const half = Math.log(kept(edge, Math.floor(yMm) - 2, Math.floor(yMm) + 2));
    // Pigment begins at almost nothing at the line.
    expect(half / solid).toBeGreaterThan(0.1);
    expect(half / solid).toBeLessThan(0.8);
    // Pigment lies to the left of the way: the line runs to the right, and the treatment is above.
    expect(middle.points[0][0]).toBeLessThan(middle.points[middle.points.length - 1][0]);
  });
});
