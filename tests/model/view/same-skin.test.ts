import { describe, expect, it } from 'vitest';
import { REFERENCE_CRANIUM, surfacePoint } from '~/model/head/cranium';
import { hashUnit } from '~/model/maths/hash';
import { multiply, turnBy } from '~/model/maths/rotation';
import type { SkinLight } from '~/model/raster/photo-map';
import { pickScalp, projectPinhole, skinNear } from '~/model/view/camera';
import { sameSkin } from '~/model/view/same-skin';
import type { Pose } from '~/model/view/view';

const UPRIGHT = [1, 0, 0, 0, 1, 0, 0, 0, 1];
const PX_PER_SAMPLE = 1.5;

/** A head seen from a metre, turned to the side by so many radians; 1.4 px per mm. */
const turned = (radians: number): Pose => ({
  rotation: multiply(turnBy(0, radians, 0), UPRIGHT),
  translationMm: [3, -60, -1000],
  focalPx: 1400,
  principal: { xPx: 200, yPx: 200 },
});

const SPOTS = Array.from({ length: 260 }, (_, k) => {
  const y = 1 - (1.4 * (k + 0.5)) / 260;
  const around = 2.399963 * k + hashUnit(k, 3);
  const ring = Math.sqrt(1 - y * y);
  return { x: ring * Math.cos(around), y, z: ring * Math.sin(around), size: 0.012 + 0.02 * hashUnit(k, 5) };
});

/** What a photo shows of skin with these spots, under light that comes from one side and is so much brighter there. */
function photographed(pose: Pose, spots: readonly (typeof SPOTS)[number][], slope: number): SkinLight {
  const columns = 260;
  const fit = { pose, cranium: REFERENCE_CRANIUM, warp: null, face: { points: new Float64Array() }, source: 'hand' };
  const light = Uint8Array.from({ length: columns * columns }, (_, k) => {
    const seen = { xPx: PX_PER_SAMPLE * ((k % columns) + 0.5), yPx: PX_PER_SAMPLE * (Math.floor(k / columns) + 0.5) };
    const there = pickScalp(fit as never, seen);
    if (there === null) return 60;
    const dark = spots.reduce((sum, { x, y, z, size }) => {
      const apart = 1 - (x * there.x + y * there.y + z * there.z);
      return apart > 0.005 ? sum : sum + 40 * Math.exp(-apart / (size * size));
    }, 0);
    return Math.max(160 + slope * (seen.xPx - 200) - dark, 0);
  });
  return { columns, rows: columns, leftPx: 0, topPx: 0, pxPerSample: PX_PER_SAMPLE, light };
}

const POSES = [turned(0), turned(0.7)] as const;

/** How far beside where the same place truly is each was found, mm. */
function offMm(found: ReturnType<typeof sameSkin>, truth: readonly Pose[]): readonly number[] {
  return found.map(({ from, to, at, seen, about }) => {
    const there = projectPinhole(
      truth[to],
      surfacePoint(REFERENCE_CRANIUM, skinNear(REFERENCE_CRANIUM, truth[from], at, about)),
    );
    return Math.hypot(there.xPx - seen.xPx, there.yPx - seen.yPx) / 1.4;
  });
}

describe('skin that two photos show', () => {
  const lights = [photographed(POSES[0], SPOTS, 0.1), photographed(POSES[1], SPOTS, -0.15)];
  const views = POSES.map((pose, v) => ({ pose, light: lights[v] }));

  it('is found again by its spots, in whatever light, within a mm', () => {
    const found = sameSkin(REFERENCE_CRANIUM, views, 0.15, 6);
    expect(found.length).toBeGreaterThan(20);
    const off = [...offMm(found, POSES)].sort((a, b) => a - b);
    expect(off[Math.floor(off.length / 2)]).toBeLessThan(0.5);
    expect(off[Math.floor(0.9 * off.length)]).toBeLessThan(1);
  });

  it('is found though the head was laid on 8° and some mm wrong', () => {
    const wrong = { ...turned(0.7 - 0.14), translationMm: [7, -64, -1000] as const };
    const found = sameSkin(REFERENCE_CRANIUM, [views[0], { ...views[1], pose: wrong }], 0.15, 16);
    expect(found.length).toBeGreaterThan(15);
    const off = [...offMm(found, POSES)].sort((a, b) => a - b);
    expect(off[Math.floor(off.length / 2)]).toBeLessThan(1.5);
  });

  it('of one kind all over is not found, nor spots of another head, nor what was not read', () => {
    const plain = POSES.map((pose) => ({ pose, light: photographed(pose, [], 0.2) }));
    expect(sameSkin(REFERENCE_CRANIUM, plain, 0.15, 16)).toEqual([]);
    const others = SPOTS.map(({ x, y, z, size }) => ({ x: -z, y, z: x, size }));
    const another = { pose: POSES[1], light: photographed(POSES[1], others, 0) };
    expect(sameSkin(REFERENCE_CRANIUM, [views[0], another], 0.15, 16)).toEqual([]);
    expect(sameSkin(REFERENCE_CRANIUM, [views[0], { pose: POSES[1], light: null }], 0.15, 16)).toEqual([]);
    expect(sameSkin(REFERENCE_CRANIUM, views.slice(0, 1), 0.15, 16)).toEqual([]);
  });
});

describe('a place of the skin that is nearly known', () => {
  it('is where the ray through it meets the skull', () => {
    for (const pose of POSES) {
      const at = { xPx: 205, yPx: 130 };
      const met = pickScalp({ pose, cranium: REFERENCE_CRANIUM, warp: null } as never, at);
      if (met === null) throw new Error('no skull there');
      const near = { x: met.x + 0.1, y: met.y, z: met.z - 0.05 };
      const length = Math.hypot(near.x, near.y, near.z);
      const found = skinNear(REFERENCE_CRANIUM, pose, at, {
        x: near.x / length,
        y: near.y / length,
        z: near.z / length,
      });
      expect(Math.hypot(found.x - met.x, found.y - met.y, found.z - met.z)).toBeLessThan(1e-4);
    }
  });
});
