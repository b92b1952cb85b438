import type { LinearRgb } from '~/model/colour/linear-rgb';
import { colourBetween } from './measure-colour';
import type { ColourMeasures } from './measure-colour';
import type { LinePart, LookPicture, TracedLine } from './picture';
import { levelOf, profileOf, rowMm } from './profile';
import type { Profile } from './profile';
import { deviation, lineThrough } from './statistics';
import { stripAlong } from './strip';
import type { Strip } from './strip';

/** What is measured along a traced line. */
export interface EdgeMeasures {
  readonly part: LinePart;
  readonly lengthMm: number;
  /** From 10 % to 90 % of the pigment, mm across the line; NaN where the line is too short or the field too narrow. */
  readonly edgeMm: number;
  /** Standard deviation, over windows of 6 mm, of where half of the pigment is reached, the line's own course taken off, mm. */
  readonly wanderMm: number;
  /** The pigment was told by hue (shading does not change it) or, where the field has hardly another hue, by light. */
  readonly by: 'hue' | 'light';
  /** The colour of the field 8–12 mm behind the line against the skin 7–11 mm before it. */
  readonly step: ColourMeasures;
}

/** Bare skin and full field are taken so far from the line, mm. */
const BARE_MM = [-11, -7] as const;
const FIELD_MM = [8, 12] as const;
/** Length of the windows in which the line's place is told, mm. */
const WINDOW_MM = 6;
/** Rows are averaged over so many mm to each side: more than the distance of dots. */
const SMOOTH_MM = 1;
/**
 * Least difference of hue (length of the difference of log light without its grey part) for telling pigment by it. Healed fields
 * have .19–.36, fresh ones, whose redness undoes the grey, .07–.14.
 */
const LEAST_HUE = 0.15;
/**
 * How firmly a window's two levels are held to those of the whole line, against its rows: free levels follow every shade and dot,
 * fixed ones take a paler stretch for a line that moved. A tenth gives the wander told of the real crops.
 */
const HOLD = 0.1;
/** A window's line is looked for no farther from the traced one, mm. */
const FARTHEST_MM = 6;
/** Fewer windows say nothing about wandering. */
const LEAST_WINDOWS = 4;

/** The part of a difference of log light that shading cannot make. */
function withoutGrey([red, green, blue]: LinearRgb): LinearRgb {
  const grey = (red + green + blue) / 3;
  return [red - grey, green - grey, blue - grey];
}
const dot = (a: LinearRgb, b: LinearRgb): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
const minus = (a: LinearRgb, b: LinearRgb): LinearRgb => [a[0] - b[0], a[1] - b[1], a[2] - b[2]];

/** How pigment is told from a row's log light: 0 in bare skin, 1 in the field. */
interface Gauge {
  readonly by: 'hue' | 'light';
  readonly pigment: (light: LinearRgb) => number;
  readonly bare: LinearRgb;
  readonly field: LinearRgb;
}

function gaugeOf(strip: Strip, profile: Profile, isEven: boolean): Gauge {
  const bare = levelOf(strip, profile, BARE_MM);
  const field = levelOf(strip, profile, FIELD_MM);
  const whole = minus(field, bare);
  const hue = withoutGrey(whole);
  const isHue = !isEven && Math.sqrt(dot(hue, hue)) >= LEAST_HUE;
  const along: LinearRgb = isHue ? hue : [0, whole[1], 0];
  const length = dot(along, along);
  return { by: isHue ? 'hue' : 'light', pigment: (light) => dot(minus(light, bare), along) / length, bare, field };
}

/** Pigment by row: 0 in bare skin, 1 in the field. */
const pigmentOf = ([red, green, blue]: Profile, { pigment }: Gauge): readonly number[] =>
  Array.from(green, (value, row) => pigment([red[row], value, blue[row]]));

/** The same, smoothed over `SMOOTH_MM` to each side. */
function pigmentRows(strip: Strip, profile: Profile, gauge: Gauge): readonly number[] {
  const reach = Math.round(SMOOTH_MM * strip.pxPerMm);
  const raw = pigmentOf(profile, gauge);
  return raw.map((_, row) => {
    const near = raw.slice(Math.max(0, row - reach), row + reach + 1).filter((value) => !Number.isNaN(value));
    return near.length === 0 ? NaN : near.reduce((sum, value) => sum + value, 0) / near.length;
  });
}

/** Where the rows reach a share on the way from `start` in steps of `step`, in rows; NaN where they do not. */
function crossing(rows: readonly number[], share: number, start: number, step: 1 | -1): number {
  for (let row = start; row + step >= 0 && row + step < rows.length; row += step) {
    const [here, next] = [rows[row], rows[row + step]];
    if ((here - share) * (next - share) <= 0 && here !== next) return row + (step * (here - share)) / (here - next);
  }
  return NaN;
}

/** From 10 % to 90 % outwards and inwards of the middle, mm. The smoothing's own share is taken off in squares. */
function edgeOf(strip: Strip, profile: Profile, gauge: Gauge): number {
  const rows = pigmentRows(strip, profile, gauge);
  const start = rows.findIndex((value, row) => rowMm(strip, row) >= BARE_MM[1] && value >= 0.5);
  if (start < 0) return NaN;
  const widthMm = (crossing(rows, 0.9, start, 1) - crossing(rows, 0.1, start, -1)) / strip.pxPerMm;
  // 10–90 % of an edge of standard deviation s is 2.563 s; a mean over 2a has variance a²/3.
  const smoothing = (2.563 * SMOOTH_MM) ** 2 / 3;
  return Math.sqrt(Math.max(0, widthMm * widthMm - smoothing));
}

/** Where pigment is half as strong as in the field, mm from the line: the step between two levels that fits the rows best. */
function placeOf(strip: Strip, profile: Profile, gauge: Gauge, edgeMm: number): number {
  const rows = pigmentOf(profile, gauge)
    .map((pigment, row) => ({ mm: rowMm(strip, row), pigment }))
    .filter(({ mm, pigment }) => !Number.isNaN(pigment) && mm >= BARE_MM[0] && mm <= FIELD_MM[1]);
  const pigments = rows.map(({ pigment }) => pigment);
  const held = { level: 0, slope: 1, weight: HOLD * rows.length };
  let best = { rest: Infinity, mm: NaN };
  for (let mm = -FARTHEST_MM; mm <= FARTHEST_MM; mm += 0.1) {
    // A logistic step: 10–90 % of it is 4.394 of its scale.
    const steps = rows.map((row) => 1 / (1 + Math.exp((-4.394 * (row.mm - mm)) / edgeMm)));
    const { level, slope } = lineThrough(steps, pigments, held);
    const misfit = pigments.reduce((sum, pigment, i) => sum + (pigment - level - slope * steps[i]) ** 2, 0);
    const rest = misfit + held.weight * (level ** 2 + (slope - 1) ** 2);
    if (slope > 0 && rest < best.rest) best = { rest, mm };
  }
  return best.mm;
}

/** Numbers at equal steps less the straight line through them. */
function withoutTrend(numbers: readonly number[]): readonly number[] {
  const { level, slope } = lineThrough([...numbers.keys()], numbers);
  return numbers.map((value, i) => value - level - slope * i);
}

/**
 * The border straightened. Where the picture is known as it was before, its light is divided by what it was, times the bare skin's
 * mean: what is left is pigment on even skin.
 */
function shadeless(picture: LookPicture, line: TracedLine): Strip {
  const strip = stripAlong(picture, line);
  if (picture.untreated === undefined) return strip;
  const before = stripAlong({ ...picture, pixels: picture.untreated }, line);
  const skin = levelOf(before, profileOf(before, [0, before.widthPx]), BARE_MM);
  const bands = strip.bands.map((band, b) =>
    band.map((value, i) => (Math.exp(skin[b]) * Math.max(value, 1e-4)) / Math.max(before.bands[b][i], 1e-4)),
  );
  return { ...strip, bands: [bands[0], bands[1], bands[2]] };
}

/** What the picture shows along a line; null where the line has no field behind it. */
export function measureEdge(picture: LookPicture, line: TracedLine): EdgeMeasures | null {
  const strip = shadeless(picture, line);
  const whole = profileOf(strip, [0, strip.widthPx]);
  const gauge = gaugeOf(strip, whole, picture.untreated !== undefined);
  if ([...gauge.bare, ...gauge.field].some(Number.isNaN)) return null;
  const windowPx = WINDOW_MM * strip.pxPerMm;
  const windows = Math.floor(strip.widthPx / windowPx);
  const firstEdge = edgeOf(strip, whole, gauge);
  const guessMm = Number.isNaN(firstEdge) ? 8 : Math.max(2, firstEdge);
  const places = Array.from({ length: windows }, (_, i) =>
    placeOf(strip, profileOf(strip, [i * windowPx, (i + 1) * windowPx]), gauge, guessMm),
  );
  const steady = places.length >= LEAST_WINDOWS && !places.some(Number.isNaN);
  // The edge is that of a place on the line: windows are moved onto each other first, or wandering would count as softness.
  const middle = places.reduce((sum, place) => sum + place, 0) / places.length;
  const moved = (column: number): number =>
    steady ? places[Math.min(windows - 1, Math.floor(column / windowPx))] - middle : 0;
  const straight = profileOf(strip, [0, strip.widthPx], moved);
  const toLight = ([red, green, blue]: LinearRgb): LinearRgb => [Math.exp(red), Math.exp(green), Math.exp(blue)];
  return {
    part: line.part,
    lengthMm: strip.widthPx / strip.pxPerMm,
    edgeMm: edgeOf(strip, straight, gauge),
    wanderMm: steady ? deviation(withoutTrend(places), 2) : NaN,
    by: gauge.by,
    step: colourBetween(toLight(gauge.field), toLight(gauge.bare)),
  };
}
