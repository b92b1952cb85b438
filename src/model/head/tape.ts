import { memoEach } from '~/model/base/memo';
import type { Direction } from '~/model/base/units';
import { clamp } from '~/model/maths/numbers';
import { bisectIndex } from '~/model/maths/search';
import { GLABELLA_Y_MM, surfaceRadius } from './cranium';
import type { Cranium } from './head';

/**
 * Where a place of the scalp is when a practitioner measures it with a tape: how far to the side, and how high along the
 * skin above the glabella's level, the tape laid straight up and over the head. Tapes lie in upright planes that fan out
 * from an axis well behind the head, so they run nearly straight back over the top. (Meridians about the middle of the
 * head would meet at the top, and a receding corner would slide to the midline.)
 */
export interface TapePlace {
  /** To the subject's left; about the x of the place over the forehead. */
  readonly acrossMm: number;
  readonly heightMm: number;
}

export interface Tape {
  directionAt(place: TapePlace): Direction;
  placeOf(direction: Direction): TapePlace;
  /** mm on the skin, sideways at one height, for one mm of `acrossMm`. */
  sidewaysStretch(place: TapePlace): number;
  /** Farthest to the side that a tape can lie. */
  readonly mostAcrossMm: number;
}

/** The axis stands this many half head lengths behind the cranium's centre; `acrossMm` is true this many before the axis. */
const AXIS_BEHIND = 1.5;
const TRUE_AT = 1.9;
/** Share of the half breadth to which the outermost tape reaches. */
const OUTERMOST = 0.93;
/** From this share of the outermost on, low places may lie behind a tape's widest point. */
const GRAZING = 0.85;
const COLUMNS = 24;
/** Angle in a tape's plane about the point of the plane beside the cranium's centre: 0 to the front, 90 degrees up. */
const LOWEST = -75 * (Math.PI / 180);
const HIGHEST = 185 * (Math.PI / 180);
const NODES = 104;
const STEP = (HIGHEST - LOWEST) / NODES;

/** A tape's plane by its share k of the farthest: its point nearest the cranium's centre and how it slants. */
interface CuttingPlane {
  readonly x: number;
  readonly sine: number;
  readonly cosine: number;
}

function createTape(cranium: Cranium): Tape {
  const behindMm = AXIS_BEHIND * cranium.halfLengthMm;
  const reachMm = TRUE_AT * cranium.halfLengthMm;
  const mostAcrossMm = (OUTERMOST * cranium.halfBreadthMm * reachMm) / behindMm;
  const levelMm = GLABELLA_Y_MM - cranium.centre.yMm;

  const planeAt = (acrossMm: number): CuttingPlane => {
    const slope = acrossMm / reachMm;
    const cosine = 1 / Math.sqrt(1 + slope * slope);
    return { x: behindMm * slope, sine: slope * cosine, cosine };
  };

  /** Distance to the skin in a plane at an angle: secant steps from a guess on |p| − r(p), which is nearly linear. */
  const reach = ({ x, sine, cosine }: CuttingPlane, angle: number, guess: number): number => {
    const forward = Math.cos(angle);
    const up = Math.sin(angle);
    const over = (t: number): number => {
      const px = x + t * forward * sine;
      const py = t * up;
      const pz = t * forward * cosine;
      const length = Math.sqrt(px * px + py * py + pz * pz);
      return length - surfaceRadius(cranium, px / length, py / length, pz / length);
    };
    let [near, far] = [guess, guess + 2];
    let [overNear, overFar] = [over(near), over(far)];
    for (let i = 0; i < 8 && Math.abs(overFar) > 1e-4 && overFar !== overNear; i++) {
      const next = clamp(far - (overFar * (far - near)) / (overFar - overNear), 1, 400);
      [near, overNear] = [far, overFar];
      far = next;
      overFar = over(far);
    }
    return far;
  };

  const reaches = new Float64Array((COLUMNS + 1) * (NODES + 1));
  const heights = new Float64Array((COLUMNS + 1) * (NODES + 1));
  for (let column = 0; column <= COLUMNS; column++) {
    const plane = planeAt((column / COLUMNS) * mostAcrossMm);
    const at = column * (NODES + 1);
    let [zero, lastForward, lastUp] = [0, 0, 0];
    let t = cranium.halfLengthMm;
    for (let node = 0; node <= NODES; node++) {
      const angle = LOWEST + node * STEP;
      t = reach(plane, angle, t);
      const [forward, up] = [t * Math.cos(angle), t * Math.sin(angle)];
      const piece = node === 0 ? 0 : Math.sqrt((forward - lastForward) ** 2 + (up - lastUp) ** 2);
      // The first node has none before it.
      const along = node === 0 ? 0 : heights[at + node - 1] + piece;
      reaches[at + node] = t;
      heights[at + node] = along;
      if (lastUp < levelMm && up >= levelMm && forward > 0) zero = along - (piece * (up - levelMm)) / (up - lastUp);
      [lastForward, lastUp] = [forward, up];
    }
    for (let node = 0; node <= NODES; node++) heights[at + node] -= zero;
  }

  const columnOf = (acrossMm: number): readonly [column: number, share: number] => {
    const place = Math.min(Math.abs(acrossMm) / mostAcrossMm, 1) * COLUMNS;
    const column = Math.min(Math.floor(place), COLUMNS - 1);
    return [column, place - column];
  };
  /** A table at a node, between two columns. */
  const read = (table: Float64Array, column: number, share: number, node: number): number => {
    const here = table[column * (NODES + 1) + node];
    return here + share * (table[(column + 1) * (NODES + 1) + node] - here);
  };

  const directionAt = ({ acrossMm, heightMm }: TapePlace): Direction => {
    const limited = clamp(acrossMm, -mostAcrossMm, mostAcrossMm);
    const [column, share] = columnOf(limited);
    const low = bisectIndex(0, NODES, (node) => read(heights, column, share, node) <= heightMm);
    const high = low + 1;
    const from = read(heights, column, share, low);
    const within = clamp((heightMm - from) / (read(heights, column, share, high) - from), 0, 1);
    const t = read(reaches, column, share, low) * (1 - within) + read(reaches, column, share, high) * within;
    const angle = LOWEST + (low + within) * STEP;
    const { x, sine, cosine } = planeAt(limited);
    const forward = t * Math.cos(angle);
    const [px, py, pz] = [x + forward * sine, t * Math.sin(angle), forward * cosine];
    const length = Math.sqrt(px * px + py * py + pz * pz);
    return { x: px / length, y: py / length, z: pz / length };
  };

  const placeOf = ({ x, y, z }: Direction): TapePlace => {
    const radius = surfaceRadius(cranium, x, y, z);
    const [px, py, pz] = [radius * x, radius * y, radius * z];
    const acrossMm = (reachMm * px) / Math.max(pz + behindMm, 1);
    const plane = planeAt(clamp(acrossMm, -mostAcrossMm, mostAcrossMm));
    const before = (Math.abs(px) - Math.abs(plane.x)) * Math.abs(plane.sine) + pz * plane.cosine;
    // Beside the outermost tapes the skin turns away behind them: taken as if it were as far before them.
    const forward = Math.abs(acrossMm) > GRAZING * mostAcrossMm ? Math.abs(before) : before;
    const turn = Math.atan2(py, forward);
    const node = clamp(((turn < LOWEST ? turn + 2 * Math.PI : turn) - LOWEST) / STEP, 0, NODES);
    const [column, share] = columnOf(acrossMm);
    const low = Math.min(Math.floor(node), NODES - 1);
    const from = read(heights, column, share, low);
    return { acrossMm, heightMm: from + (node - low) * (read(heights, column, share, low + 1) - from) };
  };

  const spot = (place: TapePlace): readonly [number, number, number] => {
    const { x, y, z } = directionAt(place);
    const radius = surfaceRadius(cranium, x, y, z);
    return [radius * x, radius * y, radius * z];
  };
  const sidewaysStretch = ({ acrossMm, heightMm }: TapePlace): number => {
    // Beyond the outermost tape there is none: taken as at its edge, never 0, for it is divided by.
    const at = clamp(acrossMm, 0.5 - mostAcrossMm, mostAcrossMm - 0.5);
    const [ax, ay, az] = spot({ acrossMm: at - 0.5, heightMm });
    const [bx, by, bz] = spot({ acrossMm: at + 0.5, heightMm });
    return Math.sqrt((ax - bx) ** 2 + (ay - by) ** 2 + (az - bz) ** 2);
  };

  return { directionAt, placeOf, sidewaysStretch, mostAcrossMm };
}

/** The tape of a cranium, made once for each. */
export const tapeOf = memoEach(createTape);
