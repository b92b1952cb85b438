import type { Build } from '~/model/design/choices';
import { meanCranium, RELIEF_TERMS, resizeCranium } from '~/model/head/cranium';
import type { Cranium } from '~/model/head/head';
import { LANDMARKS } from '~/model/view/head-reading';
import prior from './head-prior.json';
import { READ_MM, termsAt } from './landmark-template';

/**
 * The mean head, or one way in which heads differ, per standard deviation of it: what it adds to head breadth, length and height
 * (mm, over the survey's mean of the build), to the skull's relief (`reliefTerms`; of the mean all of it), and to where the
 * landmarks are read (`faceTerms`). tools/head-prior.ts makes them; the file says of what, and which version it is.
 */
export interface HeadPart {
  readonly sizesMm: readonly number[];
  readonly relief: readonly number[];
  readonly face: readonly number[];
}

/** How many numbers say how a face departs from the average one. */
export const FACE_TERMS = 30;

/**
 * How a vertex of the face moves sideways, up and out (mm) with each of the FACE_TERMS numbers: smooth over the face, both sides
 * alike.
 */
export function faceTerms(vertex: number): readonly [Float64Array, Float64Array, Float64Array] {
  const { x, terms } = termsAt(vertex);
  const along = (axis: number): Float64Array =>
    Float64Array.from({ length: FACE_TERMS }, (_, k) => {
      const term = k - axis * terms.length;
      return term >= 0 && term < terms.length ? terms[term] * (axis === 0 ? x : 1) : 0;
    });
  return [along(0), along(1), along(2)];
}

const PARTS: readonly HeadPart[] = prior.modes;

/** How many numbers say what a head is like; each is in standard deviations about the mean head, so 0 is the mean one. */
export const SHAPE_NUMBERS = PARTS.length;

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

/** 3 × 468: how far the places of READ_MM move with a part of the prior, mm. */
function faceMm({ face }: HeadPart): Float64Array {
  const moves = new Float64Array(3 * LANDMARKS);
  for (let i = 0; i < LANDMARKS; i++) {
    faceTerms(i).forEach((terms, axis) => {
      moves[3 * i + axis] = terms.reduce((sum, term, k) => sum + term * face[k], 0);
    });
  }
  return moves;
}

/** For each shape number how the places of READ_MM move with it, mm. */
export const FACE_MODES: readonly Float64Array[] = PARTS.map(faceMm);
const MEAN_READ_MM: Float64Array = faceMm(prior.mean).map((mm, i) => mm + READ_MM[i]);

function craniumOf(build: Build, numbers: ArrayLike<number>): Cranium {
  const sum = (of: (part: HeadPart) => number): number =>
    PARTS.reduce((total, part, k) => total + numbers[k] * of(part), of(prior.mean));
  const [breadth, length, height] = [0, 1, 2].map((size) => sum(({ sizesMm }) => sizesMm[size]));
  return {
    ...resizeCranium(meanCranium(build), breadth, length, height),
    relief: Array.from({ length: RELIEF_TERMS }, (_, k) => sum(({ relief }) => relief[k])),
  };
}

/** The head with these shape numbers (SHAPE_NUMBERS of them; the mean head where none are given). */
export function headShape(build: Build, numbers: Float64Array = new Float64Array(SHAPE_NUMBERS)): HeadShape {
  const readMm = MEAN_READ_MM.slice();
  FACE_MODES.forEach((mode, k) => {
    for (let i = 0; i < readMm.length; i++) readMm[i] += numbers[k] * mode[i];
  });
  const beside = PARTS.map((_, k) => craniumOf(build, numbers.with(k, numbers[k] + SHAPE_STEP)));
  return { numbers, cranium: craniumOf(build, numbers), readMm, beside };
}
