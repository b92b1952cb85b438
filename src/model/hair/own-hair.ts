import type { HairStage } from '~/model/design/choices';
import type { Design, OwnHair } from '~/model/design/design';
import { dotPlaces } from '~/model/dots/dot-places';
import type { VisibleDots } from '~/model/dots/visible-dots';
import type { HeadInView } from '~/model/view/view';
import { clamp, smoothstep } from '~/model/maths/numbers';
import type { PhotoPlace } from '~/model/raster/photo-map';
import type { SkinPicture } from '~/model/skin/inpaint-skin';
import { pxPerMmAtMiddle } from '~/model/view/camera';
import { coverLeft, onsetMapOf, paceOf } from './hair-loss';

/** What became of the hair that a photo shows, place by place. */
export interface HairChange extends PhotoPlace {
  /** 2 bytes a place: share of the hair that is lost, and whether there is hair at all. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Share of the hairs left that turned grey since today, 0..1. */
  readonly grey: number;
  readonly pxPerMm: number;
}

/** What a picture of it needs. */
export interface OwnHairShown {
  readonly skin: SkinPicture;
  readonly change: HairChange;
}

/** Whether the app can show hair going: not where it hides what lies under it. */
export type HairChangeVerdict = 'shown' | 'tooLong' | 'nothingToLose';

/** The hair of one photo in sight, and when each place of it goes. */
export interface HairInTime {
  readonly verdict: HairChangeVerdict;
  /** `years`: of usual loss; `grey`: 0..1. */
  at(years: number, grey: number): HairChange;
}

/** Size of a place: several dots wide, so that none is left without one. In mm. */
const PLACE_MM = 2;
/**
 * Hair so thin is not there, and from there on all of what is seen is hair (read-hair.ts gives stubble about 0.45). Shares of full hair;
 * ours (docs/model.md, Reading a photo).
 */
const THERE = [0.03, 0.18] as const;
/** Hair that counts as some. */
const SEEN = 0.2;
/** Hair that hides the skin, and how much of what can go may be such. Our choice. */
const HIDES = 0.85;
const MOST_HIDDEN = 0.5;
const LEAST_SHARE = 0.01;

/** `hair`: 0..1 for every dot of the view, as corrected. */
export function hairInTime(view: VisibleDots, hair: Float32Array, fit: HeadInView, stage: HairStage): HairInTime {
  const { onset, oval } = onsetMapOf(fit.cranium);
  const pxPerMm = pxPerMmAtMiddle(fit);
  const pxPerSample = PLACE_MM * pxPerMm;
  // A place more on each side: the head's edge lies within.
  const places = dotPlaces(view, pxPerSample, 1);
  const { leftPx, topPx } = places;
  // Rows of two bytes a place are uploaded in fours.
  const columns = 2 * Math.ceil(Math.max(1, places.columns) / 2);
  const rows = Math.max(1, places.rows);
  const sums = { onset: new Float32Array(columns * rows), oval: new Float32Array(columns * rows) };
  const there = new Float32Array(columns * rows);
  const counts = new Float32Array(columns * rows);
  let [canGo, hidden, scalp] = [0, 0, 0];
  for (let dot = 0; dot < view.count; dot++) {
    const [xMm, yMm, zMm] = view.pointsMm.subarray(3 * dot, 3 * dot + 3);
    const point = { xMm, yMm, zMm };
    const seenIn = places.placeOf(dot);
    const place = Math.floor(seenIn / places.columns) * columns + (seenIn % places.columns);
    const here = onset(point, stage);
    const inOval = oval(point);
    sums.onset[place] += here;
    sums.oval[place] += inOval;
    there[place] += view.visible[dot] * smoothstep(THERE[0], THERE[1], hair[dot]);
    counts[place]++;
    if (coverLeft(here, inOval, stage, 15) < 0.9) {
      scalp++;
      if (hair[dot] > SEEN) canGo++;
      if (hair[dot] > HIDES) hidden++;
    }
  }
  const known = counts.map((count) => Math.min(1, count));
  for (const list of [sums.onset, sums.oval, there]) spreadOut(list, counts, columns, rows);
  return {
    verdict: canGo <= LEAST_SHARE * scalp ? 'nothingToLose' : hidden > MOST_HIDDEN * canGo ? 'tooLong' : 'shown',
    at: (years, grey) => {
      const bytes = new Uint8Array(2 * columns * rows);
      for (let place = 0; place < columns * rows; place++) {
        if (there[place] === 0) continue;
        const left = coverLeft(sums.onset[place], sums.oval[place], stage, years);
        bytes[2 * place] = Math.round(255 * there[place] * (1 - left));
        bytes[2 * place + 1] = Math.round(255 * there[place]);
      }
      return { columns, rows, leftPx, topPx, pxPerSample, bytes, grey, pxPerMm };
    },
  };

  /** Means instead of sums; places just beyond the head's edge get those of their neighbours, for what is drawn between. */
  function spreadOut(list: Float32Array, count: Float32Array, wide: number, high: number): void {
    for (let i = 0; i < list.length; i++) if (count[i] > 0) list[i] /= count[i];
    for (let y = 0; y < high; y++) {
      for (let x = 0; x < wide; x++) {
        if (known[y * wide + x] > 0) continue;
        let [sum, near] = [0, 0];
        for (let v = Math.max(0, y - 1); v <= Math.min(high - 1, y + 1); v++) {
          for (let u = Math.max(0, x - 1); u <= Math.min(wide - 1, x + 1); u++) {
            if (known[v * wide + u] === 0) continue;
            sum += list[v * wide + u];
            near++;
          }
        }
        if (near > 0) list[y * wide + x] = sum / near;
      }
    }
  }
}

/** Years since today that the strip shows. */
export const yearsShown = ({ sessionsDone, timeYears }: Design): number => (sessionsDone === 0 ? 0 : timeYears);

/** The same in years of usual loss. */
export const yearsOfLoss = (design: Design): number =>
  yearsShown(design) * paceOf(design.ownHair.rate, design.ownHair.treated);

/** Share of grey hairs at an age: a few at 35, half at about 57. Our guess; people differ by 20 years. */
const GREY_AGES = [30, 84] as const;
const greyAt = (ageYears: number): number => smoothstep(GREY_AGES[0], GREY_AGES[1], ageYears);

/** Share of the hairs not yet grey today that are so after the years, 0..1. */
export function greySince(ageYears: number, years: number): number {
  const today = greyAt(ageYears);
  return today >= 1 ? 0 : clamp((greyAt(ageYears + years) - today) / (1 - today), 0, 1);
}

/** Which stage loss is taken to start from where none was said: an early one. */
export const stageInForce = ({ stage }: OwnHair, build: Design['build']): HairStage =>
  stage ?? (build === 'women' ? 'ludwigI' : 'II');
