import { surfacePoint } from '~/model/head/cranium';
import { LINEAR_OF_CODE } from '~/model/colour/linear-rgb';
import type { Direction, SizePx } from '~/model/base/units';
import { quantile } from '~/model/maths/quantile';
import type { OutlineMask } from '~/model/raster/photo-map';
import type { PhotoPixels } from '~/model/raster/photo-pixels';
import { facing, projectPoint } from '~/model/view/camera';
import { silhouetteLine } from '~/model/view/silhouette-line';
import type { HeadInView } from '~/model/view/view';

/** What can be wrong with a photo, the gravest first. None of it refuses the photo. */
const PHOTO_FAULTS = [
  'noPerson',
  'cutOff',
  'tooSmall',
  'tooDark',
  'burntOut',
  'longHair',
  'covered',
  'turnedAway',
] as const;
export type PhotoFault = (typeof PHOTO_FAULTS)[number];

/** What is known of a photo whose head was found. */
export interface CheckedPhoto {
  readonly fit: HeadInView;
  /** Size that places in the photo are told in, and that of the original. */
  readonly photo: SizePx;
  readonly full: SizePx<'full'>;
  readonly pixels: PhotoPixels;
  /** Photo px per mm at the head. */
  readonly pxPerMm: number;
  /** How much of the top in sight hides under grown hair, 0..1. */
  readonly grown: number;
  readonly covered: boolean;
}

/** Our limits, set by looking at photos. */
/** The skull as understood may reach so far beyond the photo, mm, before it counts as cut off. */
const CUT_MM = 8;
/** Fewer px of the original per mm show no dots at all: a head of about 190 px. */
const LEAST_PX_PER_MM = 1.2;
/** Linear light that all but the brightest part of the head in sight stays under in a photo that is too dark. */
const DARK_SHARE = 0.98;
const DARK_LIGHT = 0.05;
/** So much of the scalp in sight may be white, by sRGB codes of all bands. */
const WHITE_CODE = 250;
const MOST_WHITE = 0.2;
/** From here on nothing but density between hair can be shown. */
const MOST_GROWN = 0.6;
/** Cosine of the turn from the camera beyond which most of the line is out of sight: 66°. */
const LEAST_TURNED = 0.4;
/** A picture with less of a person in it has none. */
const LEAST_PERSON = 0.02;

/** Directions over the head from brow to crown, about 9° apart. */
const PLACES: readonly Direction[] = Array.from({ length: 11 }, (_, i) => (i * Math.PI) / 22).flatMap((lift) =>
  Array.from({ length: 40 }, (__, k) => (k * Math.PI) / 20).map((turn) => ({
    x: Math.cos(lift) * Math.sin(turn),
    y: Math.sin(lift),
    z: Math.cos(lift) * Math.cos(turn),
  })),
);
/** Skin seen flatter than this (cosine) says nothing of the light. */
const LEAST_COSINE = 0.3;

/** Codes of the scalp in sight, each with the light of its brightest band. */
function scalpLight(fit: HeadInView, { widthPx, heightPx, data, photoPxPerPixel }: PhotoPixels) {
  const brightest: number[] = [];
  let white = 0;
  for (const direction of PLACES) {
    if (facing(fit, direction) < LEAST_COSINE) continue;
    const { xPx, yPx } = projectPoint(fit, surfacePoint(fit.cranium, direction));
    const [x, y] = [Math.floor(xPx / photoPxPerPixel), Math.floor(yPx / photoPxPerPixel)];
    if (!(x >= 0 && y >= 0 && x < widthPx && y < heightPx)) continue;
    const [red, green, blue] = data.subarray(4 * (y * widthPx + x), 4 * (y * widthPx + x) + 3);
    brightest.push(LINEAR_OF_CODE[Math.max(red, green, blue)]);
    if (Math.min(red, green, blue) >= WHITE_CODE) white++;
  }
  return { brightest, white: brightest.length === 0 ? 0 : white / brightest.length };
}

/** Whether the skull's upper edge leaves the photo by more than the fit may be wrong. */
function isCutOff(fit: HeadInView, photo: SizePx, pxPerMm: number): boolean {
  const room = CUT_MM * pxPerMm;
  return silhouetteLine(fit).some(
    ({ xPx, yPx }) => yPx < -room || xPx < -room || xPx > photo.widthPx + room || yPx > photo.heightPx + room,
  );
}

/** What is wrong with a photo, the gravest first; nothing where it is good. */
export function checkPhoto({ fit, photo, full, pixels, pxPerMm, grown, covered }: CheckedPhoto): readonly PhotoFault[] {
  const { brightest, white } = scalpLight(fit, pixels);
  const wrong: Readonly<Record<PhotoFault, boolean>> = {
    noPerson: false,
    cutOff: isCutOff(fit, photo, pxPerMm),
    tooSmall: (pxPerMm * full.widthPx) / photo.widthPx < LEAST_PX_PER_MM,
    tooDark: brightest.length > 0 && quantile(brightest, DARK_SHARE) < DARK_LIGHT,
    burntOut: white > MOST_WHITE,
    longHair: grown > MOST_GROWN,
    covered,
    turnedAway: fit.source === 'face' && fit.pose.rotation[8] < LEAST_TURNED,
  };
  return PHOTO_FAULTS.filter((fault) => wrong[fault]);
}

/** Whether a picture shows anybody at all, by the outline that was read around all of it. */
export function showsPerson(outline: OutlineMask, { widthPx, heightPx }: SizePx): boolean {
  let [all, person] = [0, 0];
  outline.confidence.forEach((value, k) => {
    const x = outline.leftPx + ((k % outline.columns) + 0.5) * outline.pxPerSample;
    const y = outline.topPx + (Math.floor(k / outline.columns) + 0.5) * outline.pxPerSample;
    if (x < 0 || y < 0 || x > widthPx || y > heightPx) return;
    all++;
    if (value > 127) person++;
  });
  return all === 0 || person / all >= LEAST_PERSON;
}
