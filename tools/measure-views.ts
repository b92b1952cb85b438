// npm run measure -- --views [<folder of rendered heads> …]: photos of one head fitted together, against the truth.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { PointPx } from '~/model/base/units';
import type { Build } from '~/model/design/choices';
import { fitHead } from '~/model/fit/fit-head';
import { fitViews } from '~/model/fit/fit-views';
import { correctHead, placeByHand } from '~/model/fit/place-by-hand';
import type { FittedViews, HeadError, TappedMark, ViewToFit } from '~/model/fit/view-to-fit';
import { surfacePoint } from '~/model/head/cranium';
import { faceDoubt } from '~/model/healed/same-face';
import { quantile } from '~/model/maths/quantile';
import { pickScalp, projectPoint } from '~/model/view/camera';
import type { HeadInView } from '~/model/view/view';
import { besideLine, lineIn } from './lab/drawn-line';
import { heldPlaces } from './lab/held-places';
import { keptReadings } from './lab/kept-readings';
import { laidViews } from './lab/laid-views';
import { geometryOf } from './lab/measure-geometry';
import { placementOfTruth, truthOf } from './lab/truth';

/** What is looked at in a rendered head's JSON beside what `truthOf` takes. */
interface SeriesJson {
  readonly camera?: { readonly distance_cm?: number };
  readonly subject?: { readonly series?: string | null; readonly build?: string; readonly person?: string };
  readonly scalp_points: { readonly head_cm: number[][]; readonly px: number[][]; readonly visible: number[] };
}

interface Shot {
  readonly name: string;
  readonly text: string;
  readonly folder: string;
  /** Whose head it is. */
  readonly person: string;
  readonly json: SeriesJson;
  readonly view: ViewToFit;
  /** The same, a head without a face laid on by two taps as the app does it. */
  readonly asTapped: ViewToFit;
}

/** Issue 13: scalp point under a pixel, frontal half, median and p95, mm: of a photo alone, and of three together. */
const ALONE_MM = [3, 7] as const;
const TURNED_MM = [4, 9] as const;
const TOGETHER_MM = [1.5, 4] as const;
/** The same place in two photos, and a line drawn in one as it is seen in another, p95, mm. */
const APART_MM = 2;
/** Of fewer places of a line than these nothing is told. */
const LINE_PLACES = 5;
/** Time of a joint fit, ms. */
const MOST_MS = 150;
/**
 * Issue 13 asks less of heads that are turned and of one taken at arm's length: they are told by what is true of them. Those that
 * the notes call frontal are turned by up to 8°, those that they call turned by 17° and more; the selfie was taken from 40 cm.
 */
const TURNED_DEGREES = 15;
const ARMS_LENGTH_CM = 45;
/** A head without a face is taken to be laid on by hand, so far off in turn and tilt, degrees, and to the side, mm. */
const LAID_OFF = 8;
/** Issue 13: a head laid on a photo without a face, median of the whole scalp in sight, mm: by itself, with two taps. */
const LAID_MM = [10, 4] as const;
/** Marks tapped by hand: so many, spread over the head, and so far off, px. */
const MARKS = 6;
const TAP_OFF_PX = 1;
const FIT_TOGETHER: readonly (readonly [string, readonly string[]])[] = [
  ['three', ['front', 'obl_l', 'obl_r']],
  ['front and profiles', ['front', 'prof_l', 'prof_r']],
  ['six', ['front', 'obl_l', 'obl_r', 'prof_l', 'prof_r', 'back']],
];

type Spread = readonly [median: number, p95: number] | null;
let misses = 0;
const mark = (isMissed: boolean): string => {
  if (isMissed) misses += 1;
  return isMissed ? '!' : ' ';
};
const cell = (mm: Spread, most: readonly [number, number] | null): string => {
  if (mm === null) return '–'.padStart(13);
  const missed = most !== null && (mm[0] > most[0] || mm[1] > most[1]);
  return `${mm[0].toFixed(1)} / ${mm[1].toFixed(1)}`.padStart(12) + mark(missed);
};
const spreadOf = (values: readonly number[]): Spread =>
  values.length === 0 ? null : [quantile(values, 0.5), quantile(values, 0.95)];

function figures(
  name: string,
  fit: HeadInView,
  text: string,
  most: readonly [number, number] | null,
  rest: string,
  mostWhole: readonly [number, number] | null = null,
): void {
  const { frontMm, wholeMm, pitchDegrees, yawDegrees, scalePercent } = geometryOf(fit, truthOf(text));
  const turn = ((yawDegrees + 540) % 360) - 180;
  const numbers = [pitchDegrees, turn, scalePercent].map((v) => v.toFixed(1).padStart(8)).join('');
  console.log(`${name.padEnd(26)}${numbers}${cell(frontMm, most)}${cell(wholeMm, mostWhole)}  ${rest}`);
}
/** Issue 13: so many of the places lie within the 95 % band that the fit says of itself, %. */
const HELD = [90, 99] as const;

/** What was held of each picture: of which head it is, and the shares in space and up along the skin. */
const heldShares: { readonly person: string; readonly folder: string; readonly shares: readonly [number, number] }[] =
  [];

/**
 * Shares of the places in sight, %, whose truth lies within the ball, and up along the skin within the band, that is to hold 95 % about
 * where they are taken to be. Pictures of one head err together: how many are held of all heads is what tells of the band.
 */
function heldOf(fit: HeadInView, error: HeadError | null, { text, folder, person }: Shot): string {
  const shares = error === null ? [NaN, NaN] : heldPlaces(fit, error, truthOf(text).scalp);
  const [ball, band] = shares.map((share) => 100 * share);
  heldShares.push({ person, folder, shares: [ball, band] });
  return `held ${ball.toFixed(0)} %${mark(ball < HELD[0] || ball > HELD[1])} up ${band.toFixed(0)} %`;
}

/** What was held of all heads of a folder: of each head the mean of its pictures, of a folder the mean of its heads. */
function heldInAll(folders: readonly string[]): void {
  const mean = (values: readonly number[]): number => values.reduce((sum, v) => sum + v, 0) / values.length;
  for (const folder of [...folders, null]) {
    const some = heldShares.filter((one) => folder === null || one.folder === folder);
    if (some.length === 0) continue;
    const people = [...new Set(some.map(({ person }) => person))];
    const [ball, band] = [0, 1].map((k) =>
      mean(people.map((who) => mean(some.filter(({ person }) => person === who).map(({ shares }) => shares[k])))),
    );
    const text = [ball, band].map((share) => `${share.toFixed(1)} %${mark(share < HELD[0] || share > HELD[1])}`);
    console.log(
      `held, ${folder ?? 'all'} (${String(people.length)} heads): in space ${text[0]}, up along the skin ${text[1]}`,
    );
  }
}

const HEADER = `${'picture'.padEnd(26)}${['pitch °', 'yaw °', 'scale %'].map((t) => t.padStart(8)).join('')}${'front mm '.padStart(13)}${'whole mm '.padStart(13)}`;

/** Photos of rendered heads in these folders, as the app reads them. */
async function shotsOf(folders: readonly string[]): Promise<readonly Shot[]> {
  const pictures = folders
    .filter((folder) => existsSync(folder))
    .flatMap((folder) =>
      readdirSync(folder)
        .filter((name) => name.endsWith('.jpg'))
        .sort()
        .map((name) => join(folder, name)),
    );
  const readings = await keptReadings(pictures);
  return pictures.flatMap((picture, i) => {
    const reading = readings[i];
    const text = readFileSync(picture.replace(/\.jpg$/, '.json'), 'utf8');
    const placement = placementOfTruth(text);
    if (reading === null || placement === null) return [];
    const off = {
      ...placement,
      turnDegrees: placement.turnDegrees + LAID_OFF,
      tiltDegrees: placement.tiltDegrees + LAID_OFF,
      rightMm: placement.rightMm + LAID_OFF,
      followOutline: false,
    };
    const build = buildOf(JSON.parse(text) as SeriesJson);
    const start = reading.face === null ? correctHead(placeByHand(reading.photo, build), off) : fitHead(reading, build);
    const view = { reading, start, marks: [] };
    const name = basename(picture, '.jpg');
    const laid = reading.face === null ? laidViews(name, reading, text, build).at(-1) : undefined;
    const asTapped = laid === undefined ? view : { ...view, start: laid.start, marks: laid.marks };
    const json = JSON.parse(text) as SeriesJson;
    // The first set is one sculpt throughout.
    const person = json.subject?.person ?? 'sculpt';
    return [{ name, text, folder: dirname(picture), person, json, view, asTapped }];
  });
}

/** Places of the scalp that most of the photos show, far from each other, tapped in each that shows them. */
function tapped(shots: readonly Shot[]): readonly ViewToFit[] {
  const points = shots.map(({ json }) => json.scalp_points);
  const { head_cm: places } = points[0];
  const shown = places.map((_, i) => points.filter(({ visible }) => visible[i] === 1).length);
  const chosen: number[] = [];
  for (let k = 0; k < MARKS; k++) {
    const worth = (i: number): number => {
      const [x, y, z] = places[i];
      const far = chosen.map((c) => Math.hypot(x - places[c][0], y - places[c][1], z - places[c][2]));
      return shown[i] < 2 ? -1 : shown[i] * (far.length === 0 ? y : Math.min(...far));
    };
    chosen.push(places.reduce((best, _, i) => (worth(i) > worth(best) ? i : best), 0));
  }
  return shots.map(({ view }, v) => {
    const { px, visible } = points[v];
    const marks = chosen
      .filter((i) => visible[i] === 1)
      .map((i): TappedMark => {
        const around = 2.4 * i + v;
        const seen = { xPx: px[i][0] + TAP_OFF_PX * Math.cos(around), yPx: px[i][1] + TAP_OFF_PX * Math.sin(around) };
        return { mark: String(i), kind: 'skin', seen };
      });
    return { ...view, marks };
  });
}

/**
 * How far beside it a place that is drawn where the first photo shows it is seen in the second, both ways, mm at the head: as somebody
 * sees it who looks at the pictures, while what lies at a slant is farther off along the skin.
 */
function astray(shots: readonly [Shot, Shot], fits: readonly [HeadInView, HeadInView]): Spread {
  const off = [0, 1].flatMap((from) => {
    const to = 1 - from;
    const [first, second] = [shots[from].json.scalp_points, shots[to].json.scalp_points];
    return first.px.flatMap(([xPx, yPx], i) => {
      if (first.visible[i] !== 1 || second.visible[i] !== 1) return [];
      const direction = pickScalp(fits[from], { xPx, yPx } satisfies PointPx);
      if (direction === null) return [];
      const seen = projectPoint(fits[to], surfacePoint(fits[to].cranium, direction));
      const mmPerPx = -fits[to].pose.translationMm[2] / fits[to].pose.focalPx;
      return [Math.hypot(seen.xPx - second.px[i][0], seen.yPx - second.px[i][1]) * mmPerPx];
    });
  });
  return spreadOf(off);
}

/** How far apart two photos take the same place of the scalp to be, mm. */
function apart([a, b]: readonly [Shot, Shot], fits: readonly [HeadInView, HeadInView]): Spread {
  const [first, second] = [a.json.scalp_points, b.json.scalp_points];
  const placeAt = (fit: HeadInView, [xPx, yPx]: number[]): ReturnType<typeof surfacePoint> | null => {
    const direction = pickScalp(fit, { xPx, yPx } satisfies PointPx);
    return direction === null ? null : surfacePoint(fit.cranium, direction);
  };
  return spreadOf(
    first.px.flatMap((px, i) => {
      if (first.visible[i] !== 1 || second.visible[i] !== 1) return [];
      const [p, q] = [placeAt(fits[0], px), placeAt(fits[1], second.px[i])];
      return p === null || q === null ? [] : [Math.hypot(p.xMm - q.xMm, p.yMm - q.yMm, p.zMm - q.zMm)];
    }),
  );
}

function together(label: string, shots: readonly Shot[], views: readonly ViewToFit[]): void {
  // Once before, so that what is timed has been compiled.
  fitViews(views, 'men');
  const began = process.cpuUsage().user;
  const fit: FittedViews = fitViews(views, 'men');
  const ms = (process.cpuUsage().user - began) / 1000;
  console.log(`\n${label}: ${ms.toFixed(0)} ms${mark(ms > MOST_MS)}`);
  fit.views.forEach((one, v) => {
    const { name, text } = shots[v];
    const most = views[v].reading.face === null ? null : TOGETHER_MM;
    figures(
      name,
      one.fit,
      text,
      most,
      `counts ${one.weight.toFixed(2)}, off ${one.offMm?.toFixed(1) ?? '–'}, ${heldOf(one.fit, one.error, shots[v])}`,
    );
  });
  for (let a = 0; a < shots.length; a++) {
    for (let b = a + 1; b < shots.length; b++) {
      const pair = [shots[a], shots[b]] as const;
      const fits = [fit.views[a].fit, fit.views[b].fit] as const;
      const mm = apart(pair, fits);
      if (mm === null) continue;
      const off = cell(astray(pair, fits), null);
      console.log(
        `  ${`${shots[a].name} and ${shots[b].name}`.padEnd(46)}${cell(mm, [Infinity, APART_MM])} apart, seen${off} beside it`,
      );
    }
  }
  for (let b = 1; b < shots.length; b++) {
    const [drawn, other] = [0, b].map((v) => ({ fit: fit.views[v].fit, line: lineIn(shots[v].text) }));
    const { pose } = other.fit;
    const off = besideLine(drawn, other, -pose.translationMm[2] / pose.focalPx);
    if (off.length < LINE_PLACES) continue;
    const mm = cell(spreadOf(off), [Infinity, APART_MM]);
    console.log(`  ${`line drawn in ${shots[0].name}, in ${shots[b].name}`.padEnd(46)}${mm} beside it`);
  }
}

/** Heads without a face as the app lays them on: by themselves, and fitted together with the front of the same head where there is one. */
function laidOn(shots: readonly Shot[]): void {
  console.log(`\nWithout a face, laid on as the app does it, then fitted with the front of the same head\n${HEADER}`);
  for (const shot of shots) {
    const { name, text, json, view } = shot;
    if (view.reading.face !== null) continue;
    const build = buildOf(json);
    const { series } = json.subject ?? {};
    const front = shots.find(
      (one) => series != null && one.json.subject?.series === series && /_front$/.test(one.name),
    );
    laidViews(name, view.reading, text, build).forEach(({ how, alone, start, marks }, taps) => {
      const most = [LAID_MM[Math.min(taps, 1)], Infinity] as const;
      figures(name, alone, text, null, how, most);
      if (front === undefined) return;
      const { fit, error } = fitViews([front.view, { ...view, start, marks }], build).views[1];
      figures('', fit, text, null, `with the front, ${heldOf(fit, error, shot)}`, most);
    });
  }
}

/** Photos of one head none of which is mirrored: of how many pairs that can be compared one is said to be. */
function accusedAmong(shots: readonly Shot[]): void {
  const faces = shots.flatMap(({ view: { reading }, person, json }) =>
    reading.face === null ? [] : [{ person, face: reading.face, fit: fitHead(reading, buildOf(json)) }],
  );
  const doubts = faces
    .flatMap((one, i) =>
      faces.slice(i + 1).map((other) => (one.person === other.person ? faceDoubt(one, other) : null)),
    )
    .filter((doubt) => doubt !== null);
  const accused = doubts.filter((doubt) => doubt === 'mirrored').length;
  console.log(
    `of ${String(doubts.length)} pairs of one head said to be mirrored: ${String(accused)}${mark(accused > 0)}`,
  );
}

const buildOf = ({ subject }: SeriesJson): Build => (subject?.build === 'woman' ? 'women' : 'men');

/** Prints the tables. Folders that are not there are left out. */
export async function measureViews(folders: readonly string[]): Promise<void> {
  const shots = await shotsOf(folders);
  if (shots.length === 0) {
    console.log(`${folders.join(', ')}: nothing there to measure`);
    return;
  }
  console.log('A photo by itself\n' + HEADER);
  for (const shot of shots) {
    const { name, text, json, view } = shot;
    if (view.reading.face === null) continue;
    const { fit, error } = fitViews([view], buildOf(json)).views[0];
    const { rotation } = truthOf(text);
    const isTurned = Math.abs(Math.atan2(rotation[2], rotation[8])) * (180 / Math.PI) > TURNED_DEGREES;
    const isNear = (json.camera?.distance_cm ?? Infinity) <= ARMS_LENGTH_CM;
    figures(name, fit, text, isTurned || isNear ? TURNED_MM : ALONE_MM, heldOf(fit, error, shot));
  }
  laidOn(shots);
  const series = new Set(shots.flatMap(({ json }) => json.subject?.series ?? []));
  for (const head of series) {
    for (const [label, kinds] of FIT_TOGETHER) {
      const some = kinds.flatMap((kind) =>
        shots.filter(({ name, json }) => json.subject?.series === head && name.endsWith(`_${kind}`)),
      );
      if (some.length !== kinds.length) continue;
      const laidOff = some.some(({ view }) => view.reading.face === null) ? `, laid ${String(LAID_OFF)}° wrong` : '';
      together(
        `${head}, ${label} together${laidOff}`,
        some,
        some.map(({ view }) => view),
      );
      if (laidOff !== '')
        together(
          `${head}, ${label} together, laid by two taps`,
          some,
          some.map(({ asTapped }) => asTapped),
        );
      together(`${head}, ${label} together, ${String(MARKS)} marks tapped`, some, tapped(some));
    }
  }
  console.log('');
  heldInAll(folders);
  accusedAmong(shots);
  console.log(
    `\nTargets: front ${ALONE_MM.join(' / ')} alone, turned or near ${TURNED_MM.join(' / ')}, together ${TOGETHER_MM.join(' / ')}; laid on, whole, median ${LAID_MM.join(', with two taps ')}; the same place in two photos ${String(APART_MM)} (p95); ${String(MOST_MS)} ms; held ${HELD.join(' to ')} %.`,
  );
  console.log(misses === 0 ? 'All are met.' : `${String(misses)} figures miss theirs, marked !.`);
}
