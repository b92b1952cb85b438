import { describe, expect, it } from 'vitest';
import type { DotField } from '~/model/dots/dot-field';
import { STROKE_SLOTS, stretchFootprint, strokeAt } from '~/model/dots/dot-stroke';
import { handOf } from '~/model/dots/hand';
import { findVisibleDots } from '~/model/dots/find-visible-dots';
import { fitHead } from '~/model/fit/fit-head';
import { placeByHand } from '~/model/fit/place-by-hand';
import { REFERENCE_CRANIUM, resizeCranium, SURFACE_SLOTS, surfaceAt, surfacePoint } from '~/model/head/cranium';
import { hash32 } from '~/model/maths/hash';
import type { HeadInView } from '~/model/view/view';
import { maskAt } from '~/model/raster/photo-map';
import type { OutlineMask } from '~/model/raster/photo-map';
import { facing, projectPoint } from '~/model/view/camera';
import { renderedHead } from '../../support/rendered-head';
import { areaStretch } from '../../support/surface';

/** Directions as good as evenly spread by skin over the upper part of the reference head, in shuffled order. */
function evenField(wanted: number): DotField {
  const kept: number[] = [];
  const surface = new Float64Array(SURFACE_SLOTS);
  let area = 0;
  const most = 24_000;
  for (let i = 0; i < wanted; i++) {
    const k = (i * 7919) % wanted;
    const y = 1 - (1.6 * (k + 0.5)) / wanted;
    const flat = Math.sqrt(1 - y * y);
    const d = [flat * Math.cos(2.39996 * k), y, flat * Math.sin(2.39996 * k)] as const;
    surfaceAt(REFERENCE_CRANIUM, ...d, surface);
    const skin = surface[7];
    area += (skin * 1.6 * 2 * Math.PI) / wanted;
    // Thinned to the same number for each mm² of skin.
    if (((i * 0.754877) % 1) * most < skin) kept.push(...d);
  }
  const count = kept.length / 3;
  const sizeClasses = Uint8Array.from({ length: count }, (_, dot) => (dot * 7) % 16);
  return { count, directions: Float32Array.from(kept), areaMm2: area, sizeClasses };
}

const field = evenField(60_007);
const fit: HeadInView = fitHead(renderedHead('head_t3_stubble').reading, 'men');
const { outline } = renderedHead('head_t3_stubble').reading;
const view = findVisibleDots(field, fit, outline, null, 7);
const at = (list: ArrayLike<number>, index: number): number => list[index] ?? NaN;
const directionOf = (dot: number): { x: number; y: number; z: number } => ({
  x: at(view.directions, 3 * dot),
  y: at(view.directions, 3 * dot + 1),
  z: at(view.directions, 3 * dot + 2),
});
const some = Array.from({ length: 300 }, (_, i) => Math.floor((i * view.count) / 300));

describe('viewDots', () => {
  it('keeps the order of ranks and shows only dots that face the camera', () => {
    expect(view.count).toBeGreaterThan(0.2 * field.count);
    expect(view.count).toBeLessThan(0.5 * field.count);
    for (let i = 1; i < view.count; i++) expect(at(view.rank, i)).toBeGreaterThan(at(view.rank, i - 1));
    for (const dot of some) expect(facing(fit, directionOf(dot))).toBeGreaterThan(0.02);
  });

  it('puts each dot where the camera sees it', () => {
    for (const dot of some) {
      const place = surfacePoint(fit.cranium, directionOf(dot));
      const seen = projectPoint(fit, place);
      expect(Math.hypot(at(view.pointsPx, 2 * dot) - seen.xPx, at(view.pointsPx, 2 * dot + 1) - seen.yPx)).toBeLessThan(
        0.01,
      );
      expect(at(view.pointsMm, 3 * dot)).toBeCloseTo(place.xMm, 3);
    }
  });

  it('has the footprint of a small circle of skin, stretched along its stroke', () => {
    const bare: HeadInView = { ...fit, warp: null };
    const seen = findVisibleDots(field, bare, null, null, 7);
    for (let i = 0; i < seen.count; i += 97) {
      const d = { x: at(seen.directions, 3 * i), y: at(seen.directions, 3 * i + 1), z: at(seen.directions, 3 * i + 2) };
      if (Math.abs(d.y) < 0.01) continue;
      const p = surfacePoint(bare.cranium, d);
      const surface = new Float64Array(SURFACE_SLOTS);
      surfaceAt(bare.cranium, d.x, d.y, d.z, surface);
      const [nx, ny, nz] = [at(surface, 4), at(surface, 5), at(surface, 6)];
      // Two mm-long steps along the skin, square to each other, and where they are seen.
      const flat = Math.hypot(nx, nz);
      const e = [nz / flat, 0, -nx / flat] as const;
      const f = [ny * e[2], nz * e[0] - nx * e[2], -ny * e[0]] as const;
      const [xx, xy, yy] = [e, f]
        .map(([x, y, z]) => {
          const h = 1e-3;
          const a = projectPoint(bare, { xMm: p.xMm + h * x, yMm: p.yMm + h * y, zMm: p.zMm + h * z });
          const b = projectPoint(bare, { xMm: p.xMm - h * x, yMm: p.yMm - h * y, zMm: p.zMm - h * z });
          const u = (a.xPx - b.xPx) / (2 * h);
          const v = (a.yPx - b.yPx) / (2 * h);
          return [u * u, u * v, v * v];
        })
        .reduce((sum, part) => sum.map((s, k) => s + (part[k] ?? 0)));
      const stroke = new Float64Array(STROKE_SLOTS);
      strokeAt(bare.cranium, p.xMm, p.yMm, p.zMm, nx, ny, nz, hash32(seen.rank[i], 7), handOf(7), stroke);
      const h = 1e-3;
      const [sx, sy, sz, aspect] = stroke;
      const tip = projectPoint(bare, { xMm: p.xMm + h * sx, yMm: p.yMm + h * sy, zMm: p.zMm + h * sz });
      const end = projectPoint(bare, { xMm: p.xMm - h * sx, yMm: p.yMm - h * sy, zMm: p.zMm - h * sz });
      const wanted = Float32Array.of(xx, xy, yy);
      stretchFootprint(wanted, 0, (tip.xPx - end.xPx) / (2 * h), (tip.yPx - end.yPx) / (2 * h), aspect);
      const scale = wanted[0] + wanted[2];
      for (let k = 0; k < 3; k++) expect(Math.abs(seen.footprint[3 * i + k] - wanted[k]) / scale).toBeLessThan(1e-3);
      // The companion is another such stroke, no farther away than .62 mm are seen.
      const { companions } = seen;
      const areaOf = (m: Float32Array): number => m[0] * m[2] - m[1] * m[1];
      const beside = companions.footprint.subarray(3 * i, 3 * i + 3);
      expect(areaOf(beside) / areaOf(Float32Array.of(xx, xy, yy))).toBeCloseTo(1, 2);
      const away = [0, 1].map((k) => companions.pointsPx[2 * i + k] - seen.pointsPx[2 * i + k]);
      expect(Math.hypot(...away)).toBeLessThanOrEqual(0.63 * Math.sqrt(xx + yy));
      expect(companions.share[i]).toBeGreaterThanOrEqual(0);
      expect(companions.share[i]).toBeLessThanOrEqual(1);
    }
  });

  it('meets a wanted density on this head’s own skin', () => {
    const large = { ...placeByHand({ widthPx: 1000, heightPx: 1000 }, 'men') };
    const head: HeadInView = { ...large, cranium: resizeCranium(large.cranium, 14, 18, 12) };
    const seen = findVisibleDots(field, head, null, null, 1);
    const wanted = (0.8 * 100 * field.count) / field.areaMm2 / 1.25;
    // Skin of a patch around the top of the forehead, by its own area, against the dots that are there.
    let dots = 0;
    for (let i = 0; i < seen.count; i++)
      if (
        at(seen.directions, 3 * i + 2) > 0.5 &&
        at(seen.directions, 3 * i + 1) > 0.5 &&
        at(seen.appearsAtPerCm2, i) < wanted
      )
        dots++;
    let skinMm2 = 0;
    const samples = 200_000;
    const surface = new Float64Array(SURFACE_SLOTS);
    for (let k = 0; k < samples; k++) {
      const y = 1 - (0.5 * (k + 0.5)) / samples;
      const z = Math.sqrt(1 - y * y) * Math.sin(2.39996 * k);
      if (z <= 0.5 || y <= 0.5) continue;
      surfaceAt(head.cranium, Math.sqrt(1 - y * y) * Math.cos(2.39996 * k), y, z, surface);
      skinMm2 += (at(surface, 7) * Math.PI) / samples;
    }
    expect(dots / (skinMm2 / 100) / wanted).toBeCloseTo(1, 1);
    expect(areaStretch(head.cranium, { x: 0, y: 0.6, z: 0.8 })).toBeGreaterThan(1.1);
  });

  it('shows bare scalp fully, and nothing on the face, on the ears or past the outline', () => {
    let full = 0;
    for (let dot = 0; dot < view.count; dot++) {
      const [x, y, z] = [at(view.pointsMm, 3 * dot), at(view.pointsMm, 3 * dot + 1), at(view.pointsMm, 3 * dot + 2)];
      const share = at(view.visible, dot);
      expect(share).toBeGreaterThan(0);
      expect(share).toBeLessThanOrEqual(1);
      if (share > 0.99) full++;
      expect(z > 15 && y < 50).toBe(false);
      expect(Math.abs(x) > 70 && Math.abs(y - 9) < 20 && Math.abs(z + 53) < 10).toBe(false);
      if (outline !== null)
        expect(maskAt(outline, at(view.pointsPx, 2 * dot), at(view.pointsPx, 2 * dot + 1)) ?? 1).toBeGreaterThan(0.35);
    }
    expect(full / view.count).toBeGreaterThan(0.8);
  });

  it('reaches the outline: no bald rim', () => {
    // Beyond the last visible dots along the upper edge there is at most 2.5 mm of head.
    const scale = fit.pose.focalPx / -fit.pose.translationMm[2];
    const edge = fit.warp?.edgePx ?? new Float32Array();
    let checked = 0;
    for (let k = 0; k < edge.length; k += 2) {
      const [x, y] = [at(edge, k), at(edge, k + 1)];
      if (y > (fit.warp?.centre.yPx ?? 0)) continue;
      let nearest = Infinity;
      for (let dot = 0; dot < view.count; dot++)
        nearest = Math.min(nearest, Math.hypot(at(view.pointsPx, 2 * dot) - x, at(view.pointsPx, 2 * dot + 1) - y));
      expect(nearest / scale).toBeLessThan(2.5);
      checked++;
    }
    expect(checked).toBeGreaterThan(40);
  });

  it('reads hair under a dot, and background from the mask', () => {
    const half: OutlineMask = {
      columns: 2,
      rows: 2,
      leftPx: -1e4,
      topPx: -1e4,
      pxPerSample: 2e4,
      confidence: new Uint8Array(4).fill(128),
    };
    const seen = findVisibleDots(field, fit, null, half, 7);
    expect(seen.hair.every((share) => Math.abs(share - 128 / 255) < 1e-6)).toBe(true);
    const nobody = { ...half, confidence: new Uint8Array(4) };
    expect(findVisibleDots(field, fit, nobody, null, 7).count).toBe(0);
  });

  it('has the size classes of the field, and the same strokes for the same seed', () => {
    view.sizeClass.forEach((sizeClass, dot) => {
      expect(sizeClass).toBe(field.sizeClasses[view.rank[dot]]);
    });
    expect(findVisibleDots(field, fit, outline, null, 7).footprint).toEqual(view.footprint);
    expect(findVisibleDots(field, fit, outline, null, 8).footprint).not.toEqual(view.footprint);
  });
});
