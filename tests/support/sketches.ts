import type { PencilLine } from '~/model/design/drawing';
import type { Head } from '~/model/head/head';
import { tapeOf } from '~/model/head/tape';
import { hashUnit } from '~/model/maths/hash';

/** Ways in which a hairline is sketched by hand. */
export const SKETCH_KINDS = ['low', 'high', 'crooked', 'oneSided', 'twoStrokes'] as const;
export type SketchKind = (typeof SKETCH_KINDS)[number];

/** Places of a hand-drawn line lie about so far apart, and the hand trembles by so much, mm. */
const STEP_MM = 2.5;
const TREMOR_MM = 0.35;
/** A side ends above the brow, mm above the glabella. */
const LOWEST_MM = 20;
/** Height of the line in its middle above the glabella, mm. */
const HEIGHT_MM: Readonly<Record<SketchKind, readonly [number, number]>> = {
  low: [46, 58],
  high: [88, 112],
  crooked: [58, 95],
  oneSided: [55, 95],
  twoStrokes: [55, 95],
};

/** One sketch of a kind, the same for the same number: its strokes, as a pencil leaves them on the head. */
export function sketchOf(kind: SketchKind, seed: number, head: Head): readonly PencilLine[] {
  let drawn = 0;
  const unit = (): number => hashUnit(seed, 7919 + drawn++);
  const within = (low: number, high: number): number => low + (high - low) * unit();
  const tape = tapeOf(head.cranium);
  const heightMm = within(...HEIGHT_MM[kind]);
  const halfMm = within(38, 62);
  const riseMm = within(-2, 26);
  const power = within(1.6, 4);
  const tiltMm = kind === 'crooked' ? within(-7, 7) : within(-2, 2);
  const waves = Array.from({ length: 3 }, () => ({
    mm: (kind === 'crooked' ? 2.4 : 0.8) * within(-1, 1),
    lengthMm: within(32, 90),
    phase: within(0, 2 * Math.PI),
  }));
  /** How far down the side it goes on behind the corner. */
  const downMm = unit() < 0.5 ? 0 : within(10, 38);
  const outMm = within(0.15, 0.5);
  const corner = within(6, 16);

  const front = (x: number): number => {
    const u = x / halfMm;
    const wave = waves.reduce(
      (sum, { mm, lengthMm, phase }) => sum + mm * Math.sin((2 * Math.PI * x) / lengthMm + phase),
      0,
    );
    return heightMm + riseMm * Math.abs(u) ** power + tiltMm * u + wave;
  };
  // One side from the middle: along the front, round the corner, down the side.
  const half = (side: 1 | -1): (readonly [number, number])[] => {
    const places: (readonly [number, number])[] = [];
    for (let x = 0; x <= halfMm; x += STEP_MM) places.push([side * x, front(side * x)]);
    if (downMm === 0) return places;
    const [x0, y0] = [halfMm, front(side * halfMm)];
    const slope = (front(side * halfMm) - front(side * (halfMm - 2))) / 2;
    const start = Math.atan(slope);
    const end = -Math.PI / 2 + outMm;
    let [x, y] = [x0, y0];
    const turns = Math.max(2, Math.ceil((corner * (start - end)) / STEP_MM));
    for (let i = 1; i <= turns; i++) {
      const angle = start + ((end - start) * i) / turns;
      x += STEP_MM * Math.cos(angle);
      y += STEP_MM * Math.sin(angle);
      places.push([side * x, y]);
    }
    for (let way = 0; way < downMm && y > LOWEST_MM; way += STEP_MM) {
      x += STEP_MM * Math.cos(end);
      y += STEP_MM * Math.sin(end);
      places.push([side * x, y]);
    }
    return places;
  };
  const stroke = (places: readonly (readonly [number, number])[]): PencilLine =>
    places.map(([x, y]) => {
      const at = { acrossMm: x, heightMm: y + TREMOR_MM * within(-1, 1) };
      const stretch = tape.sidewaysStretch(at);
      return tape.directionAt({ ...at, acrossMm: x / (0.5 + 0.5 * stretch) + TREMOR_MM * within(-1, 1) });
    });
  const whole = [...half(-1).toReversed(), ...half(1).slice(1)];
  if (kind === 'oneSided') {
    const side = unit() < 0.5 ? 1 : -1;
    const over = half(side === 1 ? -1 : 1).slice(1, 1 + Math.round(within(0, 4)));
    return [stroke([...over.toReversed(), ...half(side)])];
  }
  if (kind === 'twoStrokes') {
    const cut = Math.round(within(0.35, 0.65) * whole.length);
    const [first, second] = [whole.slice(0, cut), whole.slice(cut + Math.round(within(-2, 3)))];
    const backwards = unit() < 0.5;
    return [stroke(first), stroke(backwards ? second.toReversed() : second)];
  }
  return [stroke(whole)];
}
