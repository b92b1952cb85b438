import * as v from 'valibot';
import { ORIENTATIONS } from '~/model/base/orientation';
import { AGE_YEARS, BUILDS, HAIR_RATES, HAIR_STAGES, SKIN_TYPES } from '~/model/design/choices';
import { MOST_DESIGNS, MOST_MARKS, MOST_VIEWS, VIEW_KINDS } from '~/model/design/consultation';
import type { Consultation, HeadMark, HeadRecord, ViewRecord } from '~/model/design/consultation';
import { isMark } from '~/model/design/drawing';
import { HEAD_SCALES } from '~/model/design/head-correction';
import { LEAST_KNOWN_MM, LENGTH_KINDS } from '~/model/design/known-length';
import { PROJECT_LIMITS } from '~/model/design/limits';
import { MOST_SESSIONS, SETTINGS } from '~/model/design/settings';
import { around0, between, drawnSchema, listOf, photoPx, setting, stroke, whole } from './design-schema';

/** No skin lies outside, degrees (very light is above 55, dark below −30: docs/model.md, Skin tone). */
export const STORED_ITA_DEGREES = [-80, 90] as const;

const degrees = around0(PROJECT_LIMITS.headDegrees);
const craniumMm = around0(PROJECT_LIMITS.craniumMm);
const placePx = v.strictObject({ xPx: photoPx, yPx: photoPx });

const headFields = {
  build: v.picklist(BUILDS),
  skinType: v.picklist(SKIN_TYPES),
  ageYears: between(AGE_YEARS.min, AGE_YEARS.max),
  ownHair: v.strictObject({
    goesOn: v.boolean(),
    stage: v.nullable(v.picklist(HAIR_STAGES)),
    rate: v.picklist(HAIR_RATES),
    treated: v.boolean(),
    greys: v.boolean(),
  }),
  skinItaDegrees: v.nullable(between(...STORED_ITA_DEGREES)),
  skull: v.strictObject({ breadthMm: craniumMm, lengthMm: craniumMm, heightMm: craniumMm }),
  knownLength: v.nullable(
    v.strictObject({
      kind: v.picklist(LENGTH_KINDS),
      lengthMm: between(LEAST_KNOWN_MM, PROJECT_LIMITS.knownLengthMm),
    }),
  ),
  marks: listOf(
    v.pipe(
      stroke,
      v.check((each) => isMark(each)),
    ),
    PROJECT_LIMITS.strokes,
  ),
} satisfies Record<keyof HeadRecord, v.GenericSchema>;

/** A name inside the file, and part of a key on the device. */
export const viewIdSchema = v.pipe(v.string(), v.regex(/^[A-Za-z0-9-]{1,64}$/));

/** Year-month-day; days that no calendar has are said by nobody. */
const day = v.pipe(v.string(), v.isoDate());

const placement = v.strictObject({
  rightMm: around0(PROJECT_LIMITS.headShiftMm),
  upMm: around0(PROJECT_LIMITS.headShiftMm),
  scale: between(...HEAD_SCALES),
  turnDegrees: degrees,
  tiltDegrees: degrees,
  rollDegrees: degrees,
  followOutline: v.boolean(),
});

const mark = v.exactOptional(placePx);
const headTaps = v.pipe(
  v.strictObject({ crown: mark, leftEar: mark, rightEar: mark } satisfies Record<HeadMark, unknown>),
  v.check((taps) => Object.keys(taps).length > 0),
);

const viewFields = {
  id: viewIdSchema,
  kind: v.picklist(VIEW_KINDS),
  turned: v.picklist(ORIENTATIONS),
  placement,
  laid: v.nullable(placement),
  laidBy: v.nullable(headTaps),
  span: v.nullable(v.strictObject({ from: placePx, to: placePx })),
  healed: v.nullable(v.strictObject({ takenOn: day, lastVisitOn: v.nullable(day) })),
  apart: v.boolean(),
  taps: v.pipe(
    listOf(v.strictObject({ mark: whole(1, MOST_MARKS), at: placePx }), MOST_MARKS),
    v.check((taps) => new Set(taps.map(({ mark }) => mark)).size === taps.length),
  ),
} satisfies Record<keyof ViewRecord, v.GenericSchema>;

const named = v.strictObject({
  name: v.pipe(v.string(), v.maxLength(PROJECT_LIMITS.nameLength)),
  drawn: drawnSchema,
});

export const consultationSchema: v.GenericSchema<unknown, Consultation> = v.pipe(
  v.strictObject({
    head: v.strictObject(headFields),
    designs: v.pipe(listOf(named, MOST_DESIGNS), v.minLength(1)),
    chosenDesign: whole(0, MOST_DESIGNS - 1),
    views: v.pipe(listOf(v.strictObject(viewFields), MOST_VIEWS), v.minLength(1)),
    chosenView: whole(0, MOST_VIEWS - 1),
  }),
  v.check(({ designs, chosenDesign }) => chosenDesign < designs.length),
  v.check(({ views, chosenView }) => chosenView < views.length && views[chosenView].healed === null),
  v.check(({ views }) => new Set(views.map(({ id }) => id)).size === views.length),
);

export const momentSchema = v.strictObject({
  sessionsDone: whole(0, MOST_SESSIONS),
  timeYears: setting(SETTINGS.timeYears),
});
