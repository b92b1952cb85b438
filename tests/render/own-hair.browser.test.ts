import { expect, it } from 'vitest';
import { srgbToLinear } from '~/model/colour/linear-rgb';
import { headOf } from '~/model/fit/head-of';
import { hairInTime } from '~/model/hair/own-hair';
import type { HairChange } from '~/model/hair/own-hair';
import { inpaintSkin } from '~/model/skin/inpaint-skin';
import { projectPoint } from '~/model/view/camera';
import type { Scene } from '~/render/scene';
import { createLab } from '../../tools/lab/lab';
import { STUBBLE_HEAD } from '../support/pictures';

/** The side of the rendered head that faces the camera, mm: stubble above the ear, and skin around it. */
const SIDE = { leastBreadthMm: 40, front: 10, back: -60, low: 30, high: 90 };
const NEAR_MM = 8;
const LEAST_PLACES = 6;
const HALF_PX = 3;
const STUBBLE = 0.2;
const BARE = 0.06;

const firstDifference = (a: Uint8ClampedArray, b: Uint8ClampedArray): number => a.findIndex((byte, i) => byte !== b[i]);
const meanOf = (list: readonly number[]): number => list.reduce((sum, each) => sum + each, 0) / list.length;

it('takes lost stubble away to skin like the skin around it, and leaves the rest of the photo as it is', async () => {
  const lab = await createLab();
  const understood = await lab.understand(await (await fetch(STUBBLE_HEAD)).blob(), null);
  if (typeof understood === 'string') throw new Error(understood);
  const { subject, design } = understood;
  const { grid, hair, reading } = subject;
  const base = lab.sceneOf(subject, design);
  const { dots } = base;
  if (dots === null || grid === null || hair === null) throw new Error('nothing was read');
  const fit = headOf(reading, design);
  const today = hairInTime(dots, dots.hair, fit, 'VI').at(0, 0);
  const skin = inpaintSkin(grid, reading.outline, hair);

  const places = Array.from({ length: Math.ceil(dots.count / 3) }, (_, i) => 3 * i).filter((dot) => {
    const [xMm, yMm, zMm] = dots.pointsMm.subarray(3 * dot, 3 * dot + 3);
    const onSide = -xMm > SIDE.leastBreadthMm && zMm < SIDE.front && zMm > SIDE.back;
    return onSide && yMm > SIDE.low && yMm < SIDE.high && dots.visible[dot] > 0.99;
  });
  const brow = projectPoint(fit, { ...fit.face.glabella, yMm: fit.face.glabella.yMm + 30 });
  const xs = places.map((dot) => dots.pointsPx[2 * dot]);
  const ys = places.map((dot) => dots.pointsPx[2 * dot + 1]);
  const part = {
    left: Math.floor(Math.min(...xs)) - 10,
    top: Math.floor(Math.min(...ys)) - 10,
    width: Math.ceil(brow.xPx - Math.min(...xs)) + 20,
    height: Math.ceil(Math.max(...ys) - Math.min(...ys)) + 20,
    scale: 1,
  };
  const draw = async (ownHair: Scene['ownHair']): Promise<Uint8ClampedArray> =>
    (await lab.draw({ ...base, coverage: null, ownHair }, part)).data;
  /** Each place's hair lost to a share: where and when it goes by itself is the model's matter. */
  const lostTo = (share: number): HairChange => ({
    ...today,
    bytes: today.bytes.map((byte, i, all) => (i % 2 === 0 ? Math.round(share * all[i + 1]) : byte)),
  });

  const photo = await draw(null);
  expect(firstDifference(await draw({ skin, change: today }), photo)).toBe(-1);
  const half = await draw({ skin, change: lostTo(0.5) });
  const gone = await draw({ skin, change: lostTo(1) });

  // the forehead has no hair, so it has its own bytes at any time
  const forehead = (pixels: Uint8ClampedArray): Uint8ClampedArray => {
    const row = Math.round(brow.yPx) - part.top;
    const from = 4 * (row * part.width + part.width - 60);
    return pixels.slice(from, from + 160);
  };
  expect(firstDifference(forehead(gone), forehead(photo))).toBe(-1);

  /** Mean light, green, about a dot. */
  const lightAt = (pixels: Uint8ClampedArray, dot: number): number => {
    const x = Math.round(dots.pointsPx[2 * dot]) - part.left;
    const y = Math.round(dots.pointsPx[2 * dot + 1]) - part.top;
    let sum = 0;
    for (let v = y - HALF_PX; v <= y + HALF_PX; v++) {
      for (let u = x - HALF_PX; u <= x + HALF_PX; u++) sum += srgbToLinear(pixels[4 * (v * part.width + u) + 1]);
    }
    return sum / (2 * HALF_PX + 1) ** 2;
  };
  /** Each place of stubble with the bare ones next to it: light changes over longer ways. */
  const bare = places.filter((dot) => dots.hair[dot] < BARE);
  const pairs = places
    .filter((dot) => dots.hair[dot] > STUBBLE)
    .flatMap((stubble) => {
      const away = (dot: number): number =>
        Math.hypot(
          dots.pointsMm[3 * dot] - dots.pointsMm[3 * stubble],
          dots.pointsMm[3 * dot + 1] - dots.pointsMm[3 * stubble + 1],
          dots.pointsMm[3 * dot + 2] - dots.pointsMm[3 * stubble + 2],
        );
      const beside = bare.filter((dot) => away(dot) < NEAR_MM);
      return beside.length >= LEAST_PLACES ? [{ stubble, beside }] : [];
    });
  expect(pairs.length).toBeGreaterThan(50);
  const skinLight = pairs.map(({ beside }) => meanOf(beside.map((dot) => lightAt(photo, dot))));
  /** Light where stubble was as a share of that of the skin beside it. */
  const shareOf = (pixels: Uint8ClampedArray): number =>
    meanOf(pairs.map(({ stubble }, i) => lightAt(pixels, stubble) / skinLight[i]));
  const [before, between, after] = [photo, half, gone].map(shareOf);
  expect(before).toBeLessThan(0.93);
  // 5.6 % darker now; the side turns away from the light there, so that some of it is true
  expect(Math.abs(after - 1)).toBeLessThan(0.065);
  // half of the hair, half of the darkness
  expect(Math.abs((between - before) / (after - before) - 0.5)).toBeLessThan(0.08);
  lab.renderer.dispose();
});
