/** Cells of the search grid are at least this many distances wide, so a dot's neighbours lie in 2 × 2 × 2 of them. */
const CELL_DISTANCES = 2;

/** The grid is made anew when its cells have become this much wider than that. */
const REGRID = 1.35;

/** Cell numbers stay positive: every head lies within 1 m of its centre. */
const OFFSET_MM = 1000;

/**
 * Dots found by place: space in cubes, each cube mapped to a slot of a table (neighbours along x to neighbouring slots),
 * dots of one slot chained. Two cubes in one slot cost time only, since distances decide.
 */
export class NearDots {
  readonly #points: Float64Array;
  readonly #next: Int32Array;
  readonly #first: Int32Array;
  readonly #mask: number;
  #count = 0;
  #cellMm = Infinity;

  constructor(most: number) {
    this.#points = new Float64Array(3 * most);
    this.#next = new Int32Array(most);
    let slots = 1024;
    while (slots < most) slots *= 2;
    this.#first = new Int32Array(slots).fill(-1);
    this.#mask = slots - 1;
  }

  get count(): number {
    return this.#count;
  }

  /** Slot of the cube with these numbers; the factors are primes far apart. */
  #slot(cx: number, cy: number, cz: number): number {
    return (cx + Math.imul(cy, 7919) + Math.imul(cz, 1299709)) & this.#mask;
  }

  #chain(dot: number): void {
    const points = this.#points;
    const slot = this.#slot(
      Math.floor((points[3 * dot] + OFFSET_MM) / this.#cellMm),
      Math.floor((points[3 * dot + 1] + OFFSET_MM) / this.#cellMm),
      Math.floor((points[3 * dot + 2] + OFFSET_MM) / this.#cellMm),
    );
    this.#next[dot] = this.#first[slot];
    this.#first[slot] = dot;
  }

  add(x: number, y: number, z: number): void {
    const dot = this.#count++;
    this.#points[3 * dot] = x;
    this.#points[3 * dot + 1] = y;
    this.#points[3 * dot + 2] = z;
    this.#chain(dot);
  }

  /** Makes the grid fit for distances from here down; call it whenever the distance has shrunk. */
  shrinkTo(distanceMm: number): void {
    const width = CELL_DISTANCES * distanceMm;
    if (this.#cellMm <= REGRID * width) return;
    this.#cellMm = width;
    this.#first.fill(-1);
    for (let dot = 0; dot < this.#count; dot++) this.#chain(dot);
  }

  /** Whether no dot lies nearer than `distanceMm` (at most the last `shrinkTo`). */
  isFree(x: number, y: number, z: number, distanceMm: number): boolean {
    return !this.some(x, y, z, distanceMm, () => true);
  }

  /** Whether `test` holds of a dot nearer than `distanceMm` (at most the last `shrinkTo`); it gets the square of the distance. */
  some(
    x: number,
    y: number,
    z: number,
    distanceMm: number,
    test: (dot: number, squareMm2: number) => boolean,
  ): boolean {
    const points = this.#points;
    const nearest2 = distanceMm * distanceMm;
    const gx = (x + OFFSET_MM) / this.#cellMm;
    const gy = (y + OFFSET_MM) / this.#cellMm;
    const gz = (z + OFFSET_MM) / this.#cellMm;
    const cx = Math.floor(gx);
    const cy = Math.floor(gy);
    const cz = Math.floor(gz);
    // Half a cell is at least the distance: along each axis only the neighbour on the nearer side can matter.
    const sx = gx - cx < 0.5 ? -1 : 1;
    const sy = gy - cy < 0.5 ? -1 : 1;
    const sz = gz - cz < 0.5 ? -1 : 1;
    for (let k = 0; k < 8; k++) {
      const slot = this.#slot(cx + (k & 1 ? sx : 0), cy + (k & 2 ? sy : 0), cz + (k & 4 ? sz : 0));
      for (let dot = this.#first[slot]; dot >= 0; dot = this.#next[dot]) {
        const dx = points[3 * dot] - x;
        const dy = points[3 * dot + 1] - y;
        const dz = points[3 * dot + 2] - z;
        const square = dx * dx + dy * dy + dz * dz;
        if (square < nearest2 && test(dot, square)) return true;
      }
    }
    return false;
  }
}
