import type { Direction, PointPx } from '~/model/base/units';
import { LINEAR_OF_CODE, linearToSrgb } from '~/model/colour/linear-rgb';
import type { LinearRgb } from '~/model/colour/linear-rgb';
import { surfacePoint } from '~/model/head/cranium';
import type { HeadInView } from '~/model/view/view';
import { hashUnit } from '~/model/maths/hash';
import { clamp, smoothstep } from '~/model/maths/numbers';
import type { OutlineMask } from '~/model/raster/photo-map';
import type { PhotoPixels } from '~/model/raster/photo-pixels';
import { facing, projectPoint } from '~/model/view/camera';
import { silhouette } from '~/model/view/silhouette';

/** A head with something drawn over it, and where: 0..1 for each pixel. */
export interface Occluded {
  readonly pixels: PhotoPixels;
  readonly outline: OutlineMask;
  readonly share: Float32Array;
}

export interface Head {
  readonly pixels: PhotoPixels;
  readonly outline: OutlineMask;
  readonly fit: HeadInView;
}

/** What covers a place of the photo: how much (soft edge), in which colour, and how much it shadows what lies beside. */
interface Layer {
  readonly share: number;
  readonly colour: LinearRgb;
  readonly shadow: number;
}

const pxPerMmOf = ({ pose, cranium }: HeadInView): number =>
  pose.focalPx / projectPoint({ pose, cranium, warp: null } as HeadInView, cranium.centre).depthMm;

/** Lays a layer over the photo with the sensor's noise, and takes what it hides into the outline. */
function lay({ pixels, outline }: Head, at: (place: PointPx) => Layer | null): Occluded {
  const data = new Uint8ClampedArray(pixels.data);
  const share = new Float32Array(pixels.widthPx * pixels.heightPx);
  const scale = pixels.photoPxPerPixel;
  for (let k = 0; k < share.length; k++) {
    const layer = at({
      xPx: ((k % pixels.widthPx) + 0.5) * scale,
      yPx: (Math.floor(k / pixels.widthPx) + 0.5) * scale,
    });
    if (layer === null) continue;
    share[k] = layer.share;
    const noise = 3 * (hashUnit(k, 11) + hashUnit(k, 12) - 1);
    for (let band = 0; band < 3; band++) {
      const under = LINEAR_OF_CODE[data[4 * k + band] ?? 0] ?? 0;
      const mixed = (1 - layer.share) * under * (1 - layer.shadow) + layer.share * (layer.colour[band] ?? 0);
      data[4 * k + band] = linearToSrgb(clamp(mixed, 0, 1)) + noise;
    }
  }
  const confidence = outline.confidence.map((value, k) => {
    const layer = at({
      xPx: outline.leftPx + ((k % outline.columns) + 0.5) * outline.pxPerSample,
      yPx: outline.topPx + (Math.floor(k / outline.columns) + 0.5) * outline.pxPerSample,
    });
    return layer === null ? value : Math.max(value, Math.round(255 * layer.share));
  });
  return { pixels: { ...pixels, data }, outline: { ...outline, confidence }, share };
}

/** A knitted cap, 4 mm thick, from `frontMm` over the glabella in front to lower behind; shaded and ribbed. */
export function withCap(head: Head, colour: LinearRgb, frontMm = 45): Occluded {
  const { fit } = head;
  const perMm = pxPerMmOf(fit);
  const { centre, rimAt } = silhouette(fit.cranium, fit.pose);
  // Its lower edge: places of the skull on a sloping plane.
  const edge: PointPx[] = [];
  for (let turn = 0; turn < 360; turn += 1) {
    const [sin, cos] = [Math.sin((turn * Math.PI) / 180), Math.cos((turn * Math.PI) / 180)];
    let low = -0.9;
    let high = 1;
    const dir = (y: number): Direction => ({ x: sin * Math.sqrt(1 - y * y), y, z: cos * Math.sqrt(1 - y * y) });
    for (let k = 0; k < 30; k++) {
      const y = (low + high) / 2;
      const p = surfacePoint(fit.cranium, dir(y));
      if (p.yMm < 48.9 + frontMm - 35 * clamp((54 - p.zMm) / 200, 0, 1)) low = y;
      else high = y;
    }
    if (facing(fit, dir(low)) > 0.02) edge.push(projectPoint(fit, surfacePoint(fit.cranium, dir(low))));
  }
  edge.sort((a, b) => a.xPx - b.xPx);
  const lowerOf = (x: number): number => {
    const k = edge.findIndex((p) => p.xPx >= x);
    const b = edge[k === -1 ? edge.length - 1 : k] ?? centre;
    const a = edge[Math.max(0, (k === -1 ? edge.length : k) - 1)] ?? b;
    const t = b.xPx > a.xPx ? clamp((x - a.xPx) / (b.xPx - a.xPx), 0, 1) : 0;
    return a.yPx + t * (b.yPx - a.yPx);
  };
  const lower = new Map<number, number>();
  const lowerAt = (x: number): number => {
    const found = lower.get(x) ?? lowerOf(x);
    lower.set(x, found);
    return found;
  };
  const radii = Array.from({ length: 360 }, (_, k) => rimAt((k * Math.PI) / 180).radiusPx + 4 * perMm);
  return lay(head, ({ xPx, yPx }) => {
    const dx = xPx - centre.xPx;
    const dy = yPx - centre.yPx;
    const turn = (((Math.atan2(-dy, dx) * 180) / Math.PI + 360) % 360) | 0;
    const radius = radii[turn] ?? 1;
    const out = Math.hypot(dx, dy);
    const below = (yPx - lowerAt(xPx)) / perMm;
    const share = smoothstep(1, -1, out - radius) * smoothstep(0.4, -0.4, below);
    if (share === 0 && (below > 4 || out > radius)) return null;
    const round = Math.sqrt(Math.max(0.05, 1 - (out / radius) ** 2));
    const rib = 1 + 0.12 * Math.sin((2 * Math.PI * dx) / (4 * perMm)) + 0.08 * (hashUnit(xPx | 0, yPx | 0) - 0.5);
    const light = (0.35 + 0.65 * round) * rib * (1 - 0.2 * (dx / radius));
    return {
      share,
      colour: [colour[0] * light, colour[1] * light, colour[2] * light],
      shadow: 0.5 * smoothstep(4, 0, below),
    };
  });
}

/** Distance of a place from the line through points, px. */
function fromLine({ xPx, yPx }: PointPx, line: readonly PointPx[]): number {
  let least = Infinity;
  for (let k = 0; k + 1 < line.length; k++) {
    const [a, b] = [line[k], line[k + 1]];
    const [ex, ey] = [b.xPx - a.xPx, b.yPx - a.yPx];
    const t = clamp(((xPx - a.xPx) * ex + (yPx - a.yPx) * ey) / (ex * ex + ey * ey || 1), 0, 1);
    least = Math.min(least, Math.hypot(xPx - a.xPx - t * ex, yPx - a.yPx - t * ey));
  }
  return least;
}

const unit = (x: number, y: number, z: number): Direction => {
  const length = Math.hypot(x, y, z);
  return { x: x / length, y: y / length, z: z / length };
};

/** Glasses pushed up: two rims over the forehead and the sidepieces back to the ears, 4 mm thick. */
export function withGlasses(head: Head, colour: LinearRgb = [0.015, 0.013, 0.012]): Occluded {
  const { fit } = head;
  const perMm = pxPerMmOf(fit);
  const seen = (direction: Direction): PointPx[] =>
    facing(fit, direction) > 0.02 ? [projectPoint(fit, surfacePoint(fit.cranium, direction))] : [];
  const arc = (from: Direction, to: Direction): PointPx[] =>
    Array.from({ length: 25 }, (_, k) => k / 24).flatMap((t) =>
      seen(unit(from.x + t * (to.x - from.x), from.y + t * (to.y - from.y), from.z + t * (to.z - from.z))),
    );
  const rims = [-0.36, 0.36].map((x) =>
    Array.from({ length: 25 }, (_, k) => (2 * Math.PI * k) / 24).flatMap((a) =>
      seen(unit(x + 0.26 * Math.cos(a), 0.62 + 0.2 * Math.sin(a), 0.8 - 0.15 * Math.sin(a))),
    ),
  );
  const sides = [-1, 1].map((side) => arc(unit(0.62 * side, 0.62, 0.6), unit(side, 0.05, -0.12)));
  const all = [...rims, ...sides].flat();
  const reach = 4 * perMm;
  const left = Math.min(...all.map(({ xPx }) => xPx)) - reach;
  const right = Math.max(...all.map(({ xPx }) => xPx)) + reach;
  const top = Math.min(...all.map(({ yPx }) => yPx)) - reach;
  const bottom = Math.max(...all.map(({ yPx }) => yPx)) + reach;
  return lay(head, (place) => {
    if (place.xPx < left || place.xPx > right || place.yPx < top || place.yPx > bottom) return null;
    const off = Math.min(...rims.map((rim) => fromLine(place, rim)), ...sides.map((side) => fromLine(place, side)));
    const within = off / (2 * perMm);
    if (within > 2) return null;
    const sheen = 0.25 * smoothstep(0.35, 0.1, Math.abs(within - 0.3));
    return {
      share: smoothstep(1.15, 0.85, within),
      colour: [colour[0] + sheen * 0.2, colour[1] + sheen * 0.2, colour[2] + sheen * 0.2],
      shadow: 0.35 * smoothstep(2, 1, within),
    };
  });
}

/**
 * A hand laid on the head from above on the subject's left: an arm from outside and four fingers, round and shaded, in the
 * skin's own colour, with the shadow they throw. `skin`: linear.
 */
export function withHand(head: Head, skin: LinearRgb): Occluded {
  const { fit } = head;
  const perMm = pxPerMmOf(fit);
  const { centre, rimAt } = silhouette(fit.cranium, fit.pose);
  /** A place at an angle of the picture, so many mm beyond the rim. */
  const place = (degrees: number, outMm: number): PointPx => {
    const angle = (degrees * Math.PI) / 180;
    const out = rimAt(angle).radiusPx + outMm * perMm;
    return { xPx: centre.xPx + out * Math.cos(angle), yPx: centre.yPx - out * Math.sin(angle) };
  };
  const limbs: { line: readonly [PointPx, PointPx]; halfMm: number }[] = [
    { line: [place(50, 45), place(52, -8)], halfMm: 26 },
    ...[-24, -9, 6, 20].map((turn) => ({
      line: [place(52 + turn / 2, -12), place(56 + 1.6 * turn, -58)] as const,
      halfMm: 8,
    })),
  ];
  return lay(head, (at) => {
    let [share, light, shadow] = [0, 0, 0];
    for (const { line, halfMm } of limbs) {
      const offMm = fromLine(at, line) / perMm;
      if (offMm > halfMm + 5) continue;
      const covers = smoothstep(halfMm + 0.4, halfMm - 0.4, offMm);
      if (covers > 0) light = Math.max(light, Math.sqrt(Math.max(0.1, 1 - (offMm / (halfMm + 1)) ** 2)));
      share = Math.max(share, covers);
      shadow = Math.max(shadow, 0.4 * smoothstep(halfMm + 4, halfMm, offMm));
    }
    if (share === 0 && shadow === 0) return null;
    return { share, colour: [skin[0] * light, skin[1] * light, skin[2] * light], shadow };
  });
}
