import { densityField, lineWeight } from '~/model/density/density-field';
import { partingWeight, topWeight } from '~/model/density/coverage-zones';
import type { Design } from '~/model/design/design';
import { clearOfEars, clearOfFace } from '~/model/head/bare-skin';
import { GRID } from '~/model/head/chart-grid';
import { directionTo } from '~/model/head/cranium';
import { cameraPlace, facing, projectPoint } from '~/model/view/camera';
import type { HeadInView } from '~/model/view/view';

/** What is known of the skin at every px of a picture of a head; all planes are row by row from the top. */
export interface ScalpPlanes {
  readonly widthPx: number;
  readonly heightPx: number;
  /** Cosine between the skin's normal and the way to the camera; 0 off the skull. */
  readonly cosine: Float32Array;
  /** Px to a millimetre of skin, the root of area over area (both directions together); 0 off the skull. */
  readonly pxPerMm: Float32Array;
  /** How far behind the drawn line, mm along the skin; before it negative. */
  readonly insideMm: Float32Array;
  /** Share of the full density that line and coverage want there, 0..1, were there no hair. */
  readonly weight: Float32Array;
  /** 1 where neither face, brows nor ear is in the way. */
  readonly clear: Float32Array;
}

/** Skin seen flatter than this is not laid into the planes: there the mesh's triangles are slivers. */
const LEAST_COSINE = 0.05;

interface Node {
  readonly xPx: number;
  readonly yPx: number;
  /** cosine, insideMm, weight, clear. */
  readonly values: readonly [number, number, number, number];
}

/** The chart's mesh as this photo sees it, with what the design wants at its nodes. */
function nodesOf(fit: HeadInView, design: Design, scale: number): readonly (Node | null)[] {
  const field = densityField(design, fit);
  const { grid, line } = field;
  const camera = cameraPlace(fit.pose);
  const nodes: (Node | null)[] = new Array<Node | null>(GRID * GRID).fill(null);
  for (let j = 0; j < GRID; j++)
    for (let node = j * GRID + grid.from[j]; node < j * GRID + grid.to[j]; node++) {
      const [xMm, yMm, zMm] = grid.pointsMm.subarray(3 * node, 3 * node + 3);
      const point = { xMm, yMm, zMm };
      const cosine = facing(fit, directionTo(fit.cranium, point));
      if (cosine < LEAST_COSINE) continue;
      const { xPx, yPx } = projectPoint(fit, point);
      const parting =
        design.coverage === 'partLine' ? partingWeight(fit.cranium, design.partingWidthMm, xMm, yMm, zMm) : 0;
      const inside = line.insideMm[node];
      const weight = lineWeight(field, inside, line.arcLengthMm[node], topWeight(fit.cranium, yMm), parting, 0);
      const clear = clearOfFace(yMm, zMm) * clearOfEars(fit.cranium, camera, xMm, yMm, zMm);
      nodes[node] = { xPx: xPx * scale, yPx: yPx * scale, values: [cosine, inside, weight, clear] };
    }
  return nodes;
}

/** Twice the area of a triangle of places, mm². */
function twiceMm2(p: Float32Array, a: number, b: number, c: number): number {
  const [ux, uy, uz] = [p[3 * b] - p[3 * a], p[3 * b + 1] - p[3 * a + 1], p[3 * b + 2] - p[3 * a + 2]];
  const [vx, vy, vz] = [p[3 * c] - p[3 * a], p[3 * c + 1] - p[3 * a + 1], p[3 * c + 2] - p[3 * a + 2]];
  return Math.hypot(uy * vz - uz * vy, uz * vx - ux * vz, ux * vy - uy * vx);
}

/** Lays one triangle into the planes, straight between its corners. */
function lay(planes: ScalpPlanes, [a, b, c]: readonly [Node, Node, Node], mm2: number): void {
  const { widthPx, heightPx } = planes;
  const twicePx = (b.xPx - a.xPx) * (c.yPx - a.yPx) - (c.xPx - a.xPx) * (b.yPx - a.yPx);
  if (twicePx === 0) return;
  const scale = Math.sqrt(Math.abs(twicePx) / mm2);
  const filled = [planes.cosine, planes.insideMm, planes.weight, planes.clear];
  const from = Math.max(0, Math.ceil(Math.min(a.yPx, b.yPx, c.yPx) - 0.5));
  const to = Math.min(heightPx - 1, Math.floor(Math.max(a.yPx, b.yPx, c.yPx) - 0.5));
  const left = Math.max(0, Math.ceil(Math.min(a.xPx, b.xPx, c.xPx) - 0.5));
  const right = Math.min(widthPx - 1, Math.floor(Math.max(a.xPx, b.xPx, c.xPx) - 0.5));
  for (let y = from; y <= to; y++)
    for (let x = left; x <= right; x++) {
      const [px, py] = [x + 0.5, y + 0.5];
      const v = ((px - a.xPx) * (c.yPx - a.yPx) - (c.xPx - a.xPx) * (py - a.yPx)) / twicePx;
      const w = ((b.xPx - a.xPx) * (py - a.yPx) - (px - a.xPx) * (b.yPx - a.yPx)) / twicePx;
      if (v < 0 || w < 0 || v + w > 1) continue;
      const at = y * widthPx + x;
      planes.pxPerMm[at] = scale;
      filled.forEach((plane, i) => (plane[at] = a.values[i] * (1 - v - w) + b.values[i] * v + c.values[i] * w));
    }
}

/** The planes of a design on a head, `scale` px for each px of the working photo. */
export function scalpPlanes(
  fit: HeadInView,
  design: Design,
  [widthPx, heightPx]: readonly [number, number],
  scale: number,
): ScalpPlanes {
  const plane = (): Float32Array => new Float32Array(widthPx * heightPx);
  const planes: ScalpPlanes = {
    widthPx,
    heightPx,
    cosine: plane(),
    pxPerMm: plane(),
    insideMm: plane(),
    weight: plane(),
    clear: plane(),
  };
  const nodes = nodesOf(fit, design, scale);
  const { pointsMm } = densityField(design, fit).grid;
  const triangle = (a: number, b: number, c: number): void => {
    const [na, nb, nc] = [nodes[a], nodes[b], nodes[c]];
    if (na !== null && nb !== null && nc !== null) lay(planes, [na, nb, nc], twiceMm2(pointsMm, a, b, c));
  };
  for (let j = 0; j + 1 < GRID; j++)
    for (let i = 0; i + 1 < GRID; i++) {
      const node = j * GRID + i;
      triangle(node, node + 1, node + GRID);
      triangle(node + 1, node + GRID + 1, node + GRID);
    }
  return planes;
}
