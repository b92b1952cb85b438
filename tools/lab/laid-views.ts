import type { Build } from '~/model/design/choices';
import { NO_RESHAPING } from '~/model/design/head-correction';
import type { HeadCorrection } from '~/model/design/head-correction';
import { headTaps } from '~/model/fit/heads-of';
import { correctHead, placeByHand } from '~/model/fit/place-by-hand';
import { meanCranium } from '~/model/head/cranium';
import { HEAD_MARKS } from '~/model/design/consultation';
import type { HeadMark } from '~/model/design/consultation';
import { markPlace } from '~/model/head/head-marks';
import type { TappedMark } from '~/model/fit/view-to-fit';
import type { Marks } from '~/model/laying/lay-by-marks';
import { layByMarks, layUnasked } from '~/model/laying/lay-head';
import { VIEW_PRIORS } from '~/model/laying/view-priors';
import type { HeadView } from '~/model/laying/view-priors';
import { projectPinhole } from '~/model/view/camera';
import type { HeadReading } from '~/model/view/head-reading';
import type { HeadInView } from '~/model/view/view';
import { truthOf } from './truth';

/** What the rendered pictures without a face show, by how their names end. */
const SHOWN: readonly (readonly [ending: string, view: HeadView])[] = [
  ['_prof_l', 'left'],
  ['_prof_r', 'right'],
  ['_back', 'back'],
  ['_topback', 'back'],
  ['_top', 'top'],
];
/** A finger taps so far beside a place, mm at the head, to the right and up. */
const FINGER_MM = [1.5, 1.5] as const;

/** A head as the app lays it on a photo without a face. */
export interface LaidView {
  readonly how: string;
  /** As it lies there by itself. */
  readonly alone: HeadInView;
  /** What the fit of all photos starts from. */
  readonly start: HeadInView;
  /** What was tapped for it. */
  readonly marks: readonly TappedMark[];
}

/**
 * A rendered head laid on its photo as somebody would: by the outline alone, their view said; then by the first two marks that this
 * view asks for, tapped where the mean head truly posed has them. Nothing where no outline was read, or it is not known what is shown.
 */
export function laidViews(name: string, reading: HeadReading, json: string, build: Build): readonly LaidView[] {
  const view = SHOWN.find(([ending]) => name.endsWith(ending))?.[1];
  const { photo, outline } = reading;
  if (view === undefined || outline === null) return [];
  const on = { photo, build, outline, view };
  const first = layUnasked(on, view);
  if (first === null) return [];
  const marks = VIEW_PRIORS[view].marks.slice(0, 2);
  const laid = (how: string, head: HeadCorrection, taps: Marks): LaidView => {
    const mean = placeByHand(photo, build);
    const start = correctHead(mean, { ...head, ...NO_RESHAPING });
    return { how, alone: correctHead(mean, head), start, marks: headTaps(taps) };
  };
  const taps = tapsOf(json, marks, build);
  return [
    laid('by outline', first.head, {}),
    laid(`by ${marks.join(' and ')}`, layByMarks(on, taps, first.head), taps),
  ];
}

function tapsOf(json: string, marks: readonly HeadMark[], build: Build): Marks {
  const { rotation, translationMm, focalPx } = truthOf(json);
  const { cx, cy } = (JSON.parse(json) as { readonly camera: { readonly intrinsics: { cx: number; cy: number } } })
    .camera.intrinsics;
  const pose = { rotation, translationMm, focalPx, principal: { xPx: cx, yPx: cy } };
  return Object.fromEntries(
    HEAD_MARKS.filter((mark) => marks.includes(mark)).map((mark) => {
      const { xPx, yPx, depthMm } = projectPinhole(pose, markPlace(meanCranium(build), mark));
      const pxPerMm = focalPx / depthMm;
      return [mark, { xPx: xPx + FINGER_MM[0] * pxPerMm, yPx: yPx - FINGER_MM[1] * pxPerMm }];
    }),
  );
}
