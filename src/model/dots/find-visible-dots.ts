import { memoEach } from '~/model/base/memo';
import { MM2_PER_CM2 } from '~/model/base/units';
import { SETTINGS } from '~/model/design/settings';
import { clearOfEars, clearOfFace } from '~/model/head/bare-skin';
import { REFERENCE_CRANIUM, SURFACE_SLOTS, surfaceAt } from '~/model/head/cranium';
import type { HeadInView } from '~/model/view/view';
import { hash32 } from '~/model/maths/hash';
import { smoothstep } from '~/model/maths/numbers';
import { maskAt } from '~/model/raster/photo-map';
import type { HairMap, OutlineMask } from '~/model/raster/photo-map';
import { cameraPlace, NEAREST_MM, warpFactor } from '~/model/view/camera';
import type { DotField } from './dot-field';
import { bendOf, companionBits, companionOffset, STROKE_SLOTS, stretchFootprint, strokeAt } from './dot-stroke';
import { companionShareOf } from './dot-takes';
import { handOf } from './hand';
import type { VisibleDots } from './visible-dots';

/** Dots seen flatter than this are left out: their footprint is thinner than a fiftieth of their size. */
const LEAST_COSINE = 0.02;
/** From about 87° on a dot fades; that is a tenth of a millimetre before the rim. */
const FULL_COSINE = 0.05;
/** No normal leans farther from the ray through the centre than this allows (cosine to the camera's direction). */
const BACK_COSINE = -0.4;
/**
 * Shares of the outline mask between which a dot at the edge of the head comes in: within half a millimetre outside it
 * (refine-outline.ts), so that the rim is not bald. The picture itself ends at the edge (composite.frag).
 */
const OUTLINE_FADE = [0.42, 0.48] as const;
/** Visible less than this is not there. */
const LEAST_VISIBLE = 1 / 512;

/** Skin of the reference cranium per steradian for every dot, mm²/sr: the same for all heads, so it is kept. */
const referenceAreaOf = memoEach((field: DotField): Float32Array => {
  const areas = new Float32Array(field.count);
  const surface = new Float64Array(SURFACE_SLOTS);
  for (let dot = 0; dot < field.count; dot++) {
    const k = 3 * dot;
    surfaceAt(REFERENCE_CRANIUM, field.directions[k], field.directions[k + 1], field.directions[k + 2], surface);
    areas[dot] = surface[7];
  }
  return areas;
});

/**
 * The dots of a head that face the camera and are in sight, in rank order, with all that the photo and the head decide
 * about them. `appearsAtPerCm2` counts by this head's own skin, so that a wanted density is met on it. The footprint is
 * M = P·(I − n·nᵀ)·Pᵀ, P the slopes of the pinhole by place and n the normal: skin around the dot, flat, as seen.
 */
export function findVisibleDots(
  field: DotField,
  fit: HeadInView,
  outline: OutlineMask | null,
  hair: HairMap | null,
  seed: number,
): VisibleDots {
  const { cranium, pose, warp } = fit;
  const { rotation: r, focalPx, principal } = pose;
  const [tx, ty, tz] = pose.translationMm;
  const r0 = r[0];
  const r1 = r[1];
  const r2 = r[2];
  const r3 = r[3];
  const r4 = r[4];
  const r5 = r[5];
  const r6 = r[6];
  const r7 = r[7];
  const r8 = r[8];
  const camera = cameraPlace(pose);
  const vx = camera.xMm - cranium.centre.xMm;
  const vy = camera.yMm - cranium.centre.yMm;
  const vz = camera.zMm - cranium.centre.zMm;
  const back = BACK_COSINE * Math.sqrt(vx * vx + vy * vy + vz * vz);

  const { directions } = field;
  let room = 0;
  for (let k = 0; k < 3 * field.count; k += 3)
    if (directions[k] * vx + directions[k + 1] * vy + directions[k + 2] * vz > back) room++;

  const rank = new Uint32Array(room);
  const seen = new Float32Array(3 * room);
  const pointsMm = new Float32Array(3 * room);
  const pointsPx = new Float32Array(2 * room);
  const footprint = new Float32Array(3 * room);
  const bend = new Float32Array(room);
  const companionsPx = new Float32Array(2 * room);
  const companionFootprint = new Float32Array(3 * room);
  const companionBend = new Float32Array(room);
  const share = new Float32Array(room);
  const appearsAtPerCm2 = new Float32Array(room);
  const visible = new Float32Array(room);
  const covered = new Float32Array(room);
  const sizeClass = new Uint8Array(room);

  const referenceArea = referenceAreaOf(field);
  const perRank = MM2_PER_CM2 / field.areaMm2;
  const surface = new Float64Array(SURFACE_SLOTS);
  const stroke = new Float64Array(STROKE_SLOTS);
  const beside = new Float64Array(2);
  const hand = handOf(seed);
  const stretch = (marks: Float32Array, at: number, scale: number, a: number, b: number): void => {
    const [sx, sy, sz, aspect] = stroke;
    const towards = r6 * sx + r7 * sy + r8 * sz;
    const su = scale * (r0 * sx + r1 * sy + r2 * sz + a * towards);
    const sv = -scale * (r3 * sx + r4 * sy + r5 * sz + b * towards);
    stretchFootprint(marks, at, su, sv, aspect);
  };
  let count = 0;
  for (let dot = 0; dot < field.count; dot++) {
    const dx = directions[3 * dot];
    const dy = directions[3 * dot + 1];
    const dz = directions[3 * dot + 2];
    if (!(dx * vx + dy * vy + dz * vz > back)) continue;
    surfaceAt(cranium, dx, dy, dz, surface);
    const px = surface[1];
    const py = surface[2];
    const pz = surface[3];
    const nx = surface[4];
    const ny = surface[5];
    const nz = surface[6];
    const cx = camera.xMm - px;
    const cy = camera.yMm - py;
    const cz = camera.zMm - pz;
    const cosine = (nx * cx + ny * cy + nz * cz) / Math.sqrt(cx * cx + cy * cy + cz * cz);
    if (!(cosine > LEAST_COSINE)) continue;
    let sight = smoothstep(LEAST_COSINE, FULL_COSINE, cosine) * clearOfFace(py, pz);
    if (sight < LEAST_VISIBLE) continue;
    sight *= clearOfEars(cranium, camera, px, py, pz);
    if (sight < LEAST_VISIBLE) continue;

    const depth = -(r6 * px + r7 * py + r8 * pz + tz);
    if (!(depth > NEAREST_MM)) continue;
    const a = (r0 * px + r1 * py + r2 * pz + tx) / depth;
    const b = (r3 * px + r4 * py + r5 * pz + ty) / depth;
    let u = principal.xPx + focalPx * a;
    let v = principal.yPx - focalPx * b;
    let scale = focalPx / depth;
    if (warp !== null) {
      const du = u - warp.centre.xPx;
      const dv = v - warp.centre.yPx;
      const factor = warpFactor(warp, du, dv, cosine);
      u = warp.centre.xPx + du * factor;
      v = warp.centre.yPx + dv * factor;
      scale *= factor;
    }
    if (outline !== null) {
      const share = maskAt(outline, u, v);
      if (share !== null) sight *= smoothstep(OUTLINE_FADE[0], OUTLINE_FADE[1], share);
      if (sight < LEAST_VISIBLE) continue;
    }
    // Dots that no density setting reaches would only cost time in every frame.
    const appearsAt = ((dot + 0.5) * perRank * referenceArea[dot]) / surface[7];
    if (appearsAt >= SETTINGS.densityPerCm2.max * sight) continue;

    const n2 = r6 * nx + r7 * ny + r8 * nz;
    const gu = r0 * nx + r1 * ny + r2 * nz + a * n2;
    const gv = -(r3 * nx + r4 * ny + r5 * nz + b * n2);
    const square = scale * scale;
    rank[count] = dot;
    seen[3 * count] = dx;
    seen[3 * count + 1] = dy;
    seen[3 * count + 2] = dz;
    pointsMm[3 * count] = px;
    pointsMm[3 * count + 1] = py;
    pointsMm[3 * count + 2] = pz;
    pointsPx[2 * count] = u;
    pointsPx[2 * count + 1] = v;
    footprint[3 * count] = square * (1 + a * a - gu * gu);
    footprint[3 * count + 1] = square * (-a * b - gu * gv);
    footprint[3 * count + 2] = square * (1 + b * b - gv * gv);
    const at = 3 * count;
    const own = hash32(dot, seed);
    const companion = companionBits(own);
    companionFootprint[at] = footprint[at];
    companionFootprint[at + 1] = footprint[at + 1];
    companionFootprint[at + 2] = footprint[at + 2];
    bend[count] = bendOf(own, hand);
    companionBend[count] = bendOf(companion, hand);
    share[count] = companionShareOf(dot);
    companionOffset(footprint, at, companion, beside);
    companionsPx[2 * count] = u + beside[0];
    companionsPx[2 * count + 1] = v + beside[1];
    strokeAt(cranium, px, py, pz, nx, ny, nz, own, hand, stroke);
    stretch(footprint, at, scale, a, b);
    strokeAt(cranium, px, py, pz, nx, ny, nz, own, hand, stroke, companion);
    stretch(companionFootprint, at, scale, a, b);
    appearsAtPerCm2[count] = appearsAt;
    visible[count] = sight;
    covered[count] = hair === null ? 0 : (maskAt(hair, u, v) ?? 0);
    sizeClass[count] = field.sizeClasses[dot];
    count++;
  }
  return {
    count,
    rank: rank.subarray(0, count),
    directions: seen.subarray(0, 3 * count),
    pointsMm: pointsMm.subarray(0, 3 * count),
    pointsPx: pointsPx.subarray(0, 2 * count),
    footprint: footprint.subarray(0, 3 * count),
    bend: bend.subarray(0, count),
    companions: {
      pointsPx: companionsPx.subarray(0, 2 * count),
      footprint: companionFootprint.subarray(0, 3 * count),
      bend: companionBend.subarray(0, count),
      share: share.subarray(0, count),
    },
    appearsAtPerCm2: appearsAtPerCm2.subarray(0, count),
    visible: visible.subarray(0, count),
    hair: covered.subarray(0, count),
    sizeClass: sizeClass.subarray(0, count),
  };
}
