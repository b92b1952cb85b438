import type { Head } from '~/model/head/head';
import { tapeOf } from '~/model/head/tape';
import type { TapePlace } from '~/model/head/tape';
import { clamp } from '~/model/maths/numbers';
import type { PlanePoint } from '~/model/maths/plane-curve';

export type Landmarks<Place> = Readonly<Record<'Corner' | 'Temple' | 'Ear', Place>>;

/**
 * A corner is looked for over this much of the sketch to either side, mm. Ours, as all below: set on the random sketches of
 * tests/support/sketches.ts.
 */
const LOOK_MM = 11;
/** Less of a turn is no corner, radians. */
const LEAST_TURN = 0.3;
/** Nearer to the middle there is no corner, mm across. */
const INNERMOST_MM = 24;
/** Behind a corner the line goes down by this much at least, mm. */
const LEAST_DROP_MM = 6;
/** A front that ends without a corner goes on for so much before the line turns, mm. */
const ON_MM = 12;
/** A front that ends farther than this before the corner of the shape leaves it where it is, mm. */
const BEFORE_CORNER_MM = 16;
/** So much of a side has to be drawn for it to say where the temple point is, and so near to it, mm. */
const LEAST_SIDE_MM = 22;
/** From the corner to the temple point, mm: as the shape has it, within these. */
const TEMPLE_MM = { least: 30, most: 55 } as const;
/** A side that goes on for less than this beyond the temple point ends there, and the point lies so far beyond its end, mm. */
const LITTLE_MM = 16;
const BEYOND_END_MM = 6;
const ROOM_MM = 9.5;
/** So far before the ear's point, above the glabella and below the corner a temple point stays, mm. */
const BEFORE_EAR_MM = 7;
const LOWEST_TEMPLE_MM = 12;
const BELOW_CORNER_MM = 14;
/** A sketch this near to the ear's point goes through it, mm. */
const TO_EAR_MM = 9;

const apart = (a: PlanePoint, b: PlanePoint): number => Math.hypot(b[0] - a[0], b[1] - a[1]);
const angle = (from: PlanePoint, to: PlanePoint): number => Math.atan2(to[1] - from[1], to[0] - from[0]);
/** To the right is positive: down the side. */
const turnOf = (before: number, after: number): number => {
  const turn = before - after;
  return turn > Math.PI ? turn - 2 * Math.PI : turn < -Math.PI ? turn + 2 * Math.PI : turn;
};

/** Way along a line up to each of its places, mm. */
function waysOf(line: readonly PlanePoint[]): readonly number[] {
  let way = 0;
  return line.map((spot, i) => (way += i === 0 ? 0 : apart(line[i - 1], spot)));
}

/** Beyond the end of a line, as it ran over its last piece. */
function beyond(line: readonly PlanePoint[], ways: readonly number[], farMm: number): PlanePoint {
  const end = line[line.length - 1];
  const from =
    line[
      Math.max(
        0,
        ways.findIndex((way) => ways[ways.length - 1] - way <= LOOK_MM),
      )
    ];
  const size = Math.max(apart(from, end), 1e-6);
  return [end[0] + (farMm * (end[0] - from[0])) / size, end[1] + (farMm * (end[1] - from[1])) / size];
}

/** The index where the line turns most towards the side; null where it does not turn. */
function sharpest(line: readonly PlanePoint[], ways: readonly number[]): number | null {
  let [best, most] = [-1, LEAST_TURN];
  line.forEach((spot, i) => {
    if (spot[0] < INNERMOST_MM || spot[1] - line[line.length - 1][1] < LEAST_DROP_MM) return;
    const from = ways.findIndex((way) => way >= ways[i] - LOOK_MM);
    const past = ways.findIndex((way) => way > ways[i] + LOOK_MM);
    const to = past < 0 ? line.length - 1 : past;
    if (i - from < 2 || to - i < 2) return;
    const turn = turnOf(angle(line[from], spot), angle(spot, line[to]));
    if (turn > most) [best, most] = [i, turn];
  });
  return best < 0 ? null : best;
}

/**
 * Where a sketch of one side, from the middle outwards, has the points of the line; null: where the shape puts it. All
 * places as on the subject's left.
 */
export function landmarksOf(
  half: readonly TapePlace[],
  middleMm: number,
  template: Landmarks<TapePlace>,
  head: Head,
): Landmarks<TapePlace | null> {
  const wide = tapeOf(head.cranium).sidewaysStretch(template.Corner);
  const flat = ({ acrossMm, heightMm }: TapePlace): PlanePoint => [acrossMm * wide, heightMm];
  const place = ([x, y]: PlanePoint): TapePlace => ({ acrossMm: x / wide, heightMm: y });
  const line = half.map(flat);
  if (line.length < 3) return { Corner: null, Temple: null, Ear: null };
  const ways = waysOf(line);
  const [corner, temple, ear] = [flat(template.Corner), flat(template.Temple), flat(template.Ear)];
  const end = line[line.length - 1];

  const at = sharpest(line, ways);
  if (at === null) {
    // The front alone: the corner goes on from its end, or up and down with it.
    if (end[0] < corner[0] - BEFORE_CORNER_MM) {
      const share = clamp(end[0] / corner[0], 0, 1) ** 4;
      const upMm = end[1] - (middleMm + share * (corner[1] - middleMm));
      const shifted: PlanePoint = [corner[0], corner[1] + upMm];
      return { Corner: place(shifted), Temple: null, Ear: null };
    }
    const next = beyond(line, ways, ON_MM);
    return { Corner: place(next), Temple: place(moved(temple, corner, next)), Ear: null };
  }
  const turned = line[at];
  const wanted = clamp(apart(corner, temple), TEMPLE_MM.least, TEMPLE_MM.most);
  const isTemple = ([x, y]: PlanePoint): boolean =>
    x <= ear[0] - BEFORE_EAR_MM * wide && y >= LOWEST_TEMPLE_MM && y <= turned[1] - BELOW_CORNER_MM;
  const Temple = templeOn(line, ways, at, wanted, isTemple) ?? moved(temple, corner, turned);
  const near = line.reduce((best, spot) => (apart(spot, ear) < apart(best, ear) ? spot : best), end);
  return { Corner: place(turned), Temple: place(Temple), Ear: apart(near, ear) < TO_EAR_MM ? place(near) : null };
}

/** The temple point of a side that goes down from its corner; null where too little of it is drawn. */
function templeOn(
  line: readonly PlanePoint[],
  ways: readonly number[],
  at: number,
  wantedMm: number,
  isTemple: (spot: PlanePoint) => boolean,
): PlanePoint | null {
  const downMm = ways[ways.length - 1] - ways[at];
  if (downMm < LEAST_SIDE_MM) return null;
  if (downMm < wantedMm + LITTLE_MM) {
    const past = beyond(line, ways, Math.max(BEYOND_END_MM, wantedMm - downMm));
    if (isTemple(past)) return past;
  }
  // Where the sketch goes on beyond it, there is room for a point that leads the line on.
  const lastMm = Math.min(ways[at] + wantedMm, ways[ways.length - 1] - ROOM_MM);
  const on = line.filter((spot, i) => i > at && ways[i] <= lastMm && isTemple(spot));
  return on.at(-1) ?? null;
}

/** How much of the corner's move the temple point goes along with. */
const ALONG = 0.6;
const moved = (temple: PlanePoint, from: PlanePoint, to: PlanePoint): PlanePoint => [
  temple[0] + ALONG * (to[0] - from[0]),
  temple[1] + ALONG * (to[1] - from[1]),
];
