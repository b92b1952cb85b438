import { srgbToLinear } from '~/model/colour/linear-rgb';
import { BYTES_PER_DOT, SIZE_BYTE_ONE } from '~/model/dots/dot-coverage';
import { headOf } from '~/model/fit/head-of';
import type { HeadInView } from '~/model/view/view';
import { quantile } from '~/model/maths/quantile';
import { edgeAlong, maskAt } from '~/model/raster/photo-map';
import type { OutlineMask } from '~/model/raster/photo-map';
import { rimIsBare } from '~/model/view/outline-warp';
import { silhouette } from '~/model/view/silhouette';
import type { Lab, Understood } from './lab';

export interface RimFigures {
  /** Distance of the edge that dots end at from the true one above the ears, mm; bias is positive where ours is wider. */
  readonly outlineMm: readonly [median: number, p95: number] | null;
  readonly biasMm: number | null;
  /** Pixels darkened by more than 2 codes outside the true head, and the most that one lost of its light, 0..1. */
  readonly spilled: { readonly pixels: number; readonly most: number } | null;
  /**
   * Pigment (mean of −ln of the light kept, green) in the outermost 1 mm and 1 to 3 mm of the head's edge as a share of that
   * from 3 to 10 mm: 1 everywhere by the model, for skin at a slant shows more dots, each smaller. Over 1: a dark rim,
   * under 1: a bald one.
   */
  readonly rim: readonly [first: number, second: number] | null;
}

const RAYS = 720;
/** Codes of 255 that a pixel must lose to count. */
const SPILT_CODES = 2;
const RINGS_MM = [0, 1, 3, 10] as const;
/** The rings are compared along rays whose outermost 12 mm are solid zone: nearly all dots of full size in cells this large. */
const CELL_MM = 3;
const SOLID_DEPTHS_MM = [1.5, 4, 7, 10, 12] as const;
const SOLID_SHARE = 0.9;

/** Edge of an outline along the rays above the ears, px from the silhouette's centre; null where there is none. */
function edges(fit: HeadInView, outline: OutlineMask): { angle: number; edgePx: number | null }[] {
  const { centre, rimAt } = silhouette(fit.cranium, fit.pose);
  return Array.from({ length: RAYS }, (_, ray) => {
    const angle = (2 * Math.PI * ray) / RAYS;
    const rim = rimAt(angle);
    const edgePx = rimIsBare(rim) ? edgeAlong(outline, centre, angle, 0.7 * rim.radiusPx, 1.3 * rim.radiusPx) : null;
    return { angle, edgePx };
  });
}

/** `truth`: the head's own mask at working-photo size, null where it is not known: then the edge that was found serves. */
export async function measureRim(
  lab: Lab,
  { subject, design }: Understood,
  truth: OutlineMask | null,
): Promise<RimFigures> {
  const { reading, photo } = subject;
  const fit = headOf(reading, design);
  const mmPerPx = -fit.pose.translationMm[2] / fit.pose.focalPx;
  const { widthPx, heightPx } = photo.size;
  const ours = reading.outline === null ? null : edges(fit, reading.outline);
  const real = truth === null ? ours : edges(fit, truth);
  const offMm =
    ours === null || real === null || truth === null
      ? []
      : ours.flatMap(({ edgePx }, ray) => {
          const there = real[ray].edgePx;
          return edgePx === null || there === null ? [] : [(edgePx - there) * mmPerPx];
        });

  const whole = { left: 0, top: 0, width: widthPx, height: heightPx, scale: 1 };
  const scene = { ...lab.sceneOf(subject, design), skin: null };
  const bare = await lab.draw({ ...scene, coverage: null }, whole);
  const treated = await lab.draw(scene, whole);
  const lost = (x: number, y: number): number | null => {
    const at = 4 * (y * widthPx + x) + 1;
    const before = srgbToLinear(bare.data[at]);
    return x < 0 || y < 0 || x >= widthPx || y >= heightPx || before < 0.002
      ? null
      : 1 - srgbToLinear(treated.data[at]) / before;
  };

  let pixels = 0;
  let most = 0;
  for (let k = 0; truth !== null && k < widthPx * heightPx; k++) {
    if (bare.data[4 * k + 1] - treated.data[4 * k + 1] <= SPILT_CODES) continue;
    const x = k % widthPx;
    const y = Math.floor(k / widthPx);
    // A pixel that is partly head may be partly darkened.
    if ((maskAt(truth, x + 0.5, y + 0.5) ?? 1) > 0.02) continue;
    pixels++;
    most = Math.max(most, lost(x, y) ?? 0);
  }

  const { centre } = silhouette(fit.cranium, fit.pose);
  const { dots, coverage } = scene;
  const cellPx = CELL_MM / mmPerPx;
  const cells = new Map<number, { shown: number; solid: number }>();
  const cellAt = (x: number, y: number): number => Math.floor(y / cellPx) * 65536 + Math.floor(x / cellPx);
  for (let dot = 0; dots !== null && coverage !== null && dot < coverage.drawCount; dot++) {
    if (coverage.bytes[BYTES_PER_DOT * dot] === 0) continue;
    const key = cellAt(dots.pointsPx[2 * dot], dots.pointsPx[2 * dot + 1]);
    const cell = cells.get(key) ?? { shown: 0, solid: 0 };
    cell.shown++;
    if (coverage.bytes[BYTES_PER_DOT * dot + 1] >= SIZE_BYTE_ONE - 1) cell.solid++;
    cells.set(key, cell);
  }
  const isSolid = (x: number, y: number): boolean => {
    const cell = cells.get(cellAt(x, y));
    return cell !== undefined && cell.solid >= SOLID_SHARE * cell.shown;
  };
  const rings = [0, 0, 0];
  const counts = [0, 0, 0];
  for (const { angle, edgePx } of real ?? []) {
    if (edgePx === null) continue;
    const along = (depthMm: number): [number, number] => {
      const out = edgePx - depthMm / mmPerPx;
      return [centre.xPx + out * Math.cos(angle), centre.yPx - out * Math.sin(angle)];
    };
    if (!SOLID_DEPTHS_MM.every((depthMm) => isSolid(...along(depthMm)))) continue;
    for (let depthMm = 0.05; depthMm < RINGS_MM[3]; depthMm += 0.25) {
      const [x, y] = along(depthMm);
      const share = lost(Math.floor(x), Math.floor(y));
      if (share === null) continue;
      const ring = depthMm < RINGS_MM[1] ? 0 : depthMm < RINGS_MM[2] ? 1 : 2;
      rings[ring] += -Math.log(Math.max(1 - share, 0.02));
      counts[ring] += 1;
    }
  }
  const mean = rings.map((sum, ring) => sum / counts[ring]);
  return {
    outlineMm: offMm.length === 0 ? null : [quantile(offMm.map(Math.abs), 0.5), quantile(offMm.map(Math.abs), 0.95)],
    biasMm: offMm.length === 0 ? null : offMm.reduce((sum, off) => sum + off, 0) / offMm.length,
    spilled: truth === null ? null : { pixels, most },
    rim: counts[0] < 100 ? null : [mean[0] / mean[2], mean[1] / mean[2]],
  };
}
