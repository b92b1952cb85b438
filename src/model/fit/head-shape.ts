import type { Build } from '~/model/design/choices';
import { meanCranium, resizeCranium } from '~/model/head/cranium';
import type { Cranium } from '~/model/head/head';
import { READ_MM } from './landmark-template';

/**
 * One way in which heads differ, per standard deviation of it: what it adds to head breadth, length and height, mm, and
 * to where each landmark is read (3 × 468, head frame, mm; null: nothing).
 */
interface HeadMode {
  readonly sizesMm: readonly [breadth: number, length: number, height: number];
  readonly faceMm: Float64Array | null;
}

/**
 * Behind a face as large as the canonical mesh the head is broader than the survey's mean (fit-head.ts has why), and
 * breadth, length and height spread so (docs/model.md, Head and hairline), mm.
 */
const MEAN_SIZES_MM: readonly number[] = [3, 0, 0];
const MODES: readonly HeadMode[] = [
  { sizesMm: [6.5, 0, 0], faceMm: null },
  { sizesMm: [0, 7, 0], faceMm: null },
  { sizesMm: [0, 0, 6.2], faceMm: null },
];

/** How many numbers say what a head is like; each is in standard deviations about the mean head, so 0 is the mean one. */
export const SHAPE_NUMBERS = MODES.length;

/** A head that is sought: its skull, where the landmarks of its face are read, and how both go with each shape number. */
export interface HeadShape {
  /** SHAPE_NUMBERS, in standard deviations. */
  readonly numbers: Float64Array;
  readonly cranium: Cranium;
  /** 3 × 468, head frame, mm. */
  readonly readMm: Float64Array;
  /** For each number the skull with it larger by SHAPE_STEP, for slopes by differences. */
  readonly beside: readonly Cranium[];
}

/** Step for slopes by differences, standard deviations. */
export const SHAPE_STEP = 0.1;

/** For each shape number how the places of READ_MM move with it, mm; null: not. */
export const FACE_MODES: readonly (Float64Array | null)[] = MODES.map(({ faceMm }) => faceMm);

function craniumOf(build: Build, numbers: ArrayLike<number>): Cranium {
  const [breadth, length, height] = [0, 1, 2].map((size) =>
    MODES.reduce((mm, { sizesMm }, k) => mm + numbers[k] * sizesMm[size], MEAN_SIZES_MM[size]),
  );
  return resizeCranium(meanCranium(build), breadth, length, height);
}

/** The head with these shape numbers (SHAPE_NUMBERS of them; the mean head where none are given). */
export function headShape(build: Build, numbers: Float64Array = new Float64Array(SHAPE_NUMBERS)): HeadShape {
  const readMm = READ_MM.slice();
  MODES.forEach(({ faceMm }, k) => {
    faceMm?.forEach((mm, i) => {
      readMm[i] += numbers[k] * mm;
    });
  });
  const beside = MODES.map((_, k) => craniumOf(build, numbers.with(k, numbers[k] + SHAPE_STEP)));
  return { numbers, cranium: craniumOf(build, numbers), readMm, beside };
}
