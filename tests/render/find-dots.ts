/** A dark spot of a picture, px; moments about its middle, weighted by how dark it is. */
export interface Blob {
  readonly x: number;
  readonly y: number;
  readonly xx: number;
  readonly xy: number;
  readonly yy: number;
  /** Pixels between a quarter and three quarters of its depth, and above. */
  readonly soft: number;
  readonly core: number;
  readonly atEdge: boolean;
}

interface Place {
  readonly x: number;
  readonly y: number;
}

/** Connected pixels darker than half of what dots usually reach. `losses`: a square picture, 0 bare. */
export function blobsOf(losses: Float32Array, side: number): Blob[] {
  const deepest = [...losses].sort((a, b) => b - a)[Math.floor(0.01 * losses.length)];
  const seen = new Uint8Array(losses.length);
  const blobs: Blob[] = [];
  for (let start = 0; start < losses.length; start++) {
    if (seen[start] === 1 || losses[start] < deepest / 2) continue;
    const members = [start];
    seen[start] = 1;
    for (const at of members) {
      const [x, y] = [at % side, Math.floor(at / side)];
      for (const [dx, dy] of [
        [1, 0],
        [-1, 0],
        [0, 1],
        [0, -1],
      ] as const) {
        const next = at + dx + side * dy;
        const inside = x + dx >= 0 && x + dx < side && y + dy >= 0 && y + dy < side;
        if (!inside || seen[next] === 1 || losses[next] < deepest / 2) continue;
        seen[next] = 1;
        members.push(next);
      }
    }
    // Noise can lift a pixel over the threshold.
    if (members.length >= 6) blobs.push(measure(members, losses, side));
  }
  return blobs;
}

function measure(members: readonly number[], losses: Float32Array, side: number): Blob {
  let [weight, x, y, deepest, atEdge] = [0, 0, 0, 0, false];
  for (const at of members) {
    weight += losses[at];
    x += losses[at] * (at % side);
    y += losses[at] * Math.floor(at / side);
    deepest = Math.max(deepest, losses[at]);
    atEdge ||= at % side === 0 || at % side === side - 1 || at < side || at >= side * (side - 1);
  }
  x /= weight;
  y /= weight;
  let [xx, xy, yy] = [0, 0, 0];
  for (const at of members) {
    const [dx, dy] = [(at % side) - x, Math.floor(at / side) - y];
    xx += (losses[at] * dx * dx) / weight;
    xy += (losses[at] * dx * dy) / weight;
    yy += (losses[at] * dy * dy) / weight;
  }
  let [soft, core] = [0, 0];
  const reach = Math.ceil(3 * Math.sqrt(members.length / Math.PI));
  for (let v = Math.max(0, Math.round(y) - reach); v <= Math.min(side - 1, Math.round(y) + reach); v++) {
    for (let u = Math.max(0, Math.round(x) - reach); u <= Math.min(side - 1, Math.round(x) + reach); u++) {
      const share = losses[v * side + u] / deepest;
      if (Math.hypot(u - x, v - y) > 2 * Math.sqrt(members.length / Math.PI)) continue;
      if (share >= 0.75) core++;
      else if (share > 0.25) soft++;
    }
  }
  return { x, y, xx, xy, yy, soft, core, atEdge };
}

/** Short over long axis, 0..1. */
export function axisRatio({ xx, xy, yy }: Pick<Blob, 'xx' | 'xy' | 'yy'>): number {
  const middle = (xx + yy) / 2;
  const apart = Math.hypot((xx - yy) / 2, xy);
  return Math.sqrt((middle - apart) / (middle + apart));
}

/** Standard deviation over mean of the distances to the nearest neighbour: 0 for a grid, 0.52 for places by chance. */
export function spacingVariation(places: readonly Place[]): number {
  const nearest = places.map((a, i) =>
    places.reduce((least, b, j) => (i === j ? least : Math.min(least, Math.hypot(a.x - b.x, a.y - b.y))), Infinity),
  );
  const mean = nearest.reduce((sum, d) => sum + d, 0) / nearest.length;
  return Math.sqrt(nearest.reduce((sum, d) => sum + (d - mean) ** 2, 0) / nearest.length) / mean;
}

/** The strongest peak of the places' spectrum at wavelengths of 0.4 to 2 spacings, as a share of a perfect grid's (1). */
export function greatestOrder(places: readonly Place[], side: number): number {
  const spacing = side / Math.sqrt(places.length);
  const last = Math.ceil(side / (0.8 * spacing));
  let greatest = 0;
  for (let i = 0; i <= last; i++) {
    for (let j = -last; j <= last; j++) {
      const waves = Math.hypot(i, j);
      if (waves < side / (2 * spacing) || waves > last) continue;
      let [real, imaginary] = [0, 0];
      for (const { x, y } of places) {
        const turn = (2 * Math.PI * (i * x + j * y)) / side;
        real += Math.cos(turn);
        imaginary += Math.sin(turn);
      }
      greatest = Math.max(greatest, (real * real + imaginary * imaginary) / places.length ** 2);
    }
  }
  return greatest;
}
