import * as v from 'valibot';
import { fail, ok } from '~/model/base/result';
import type { Result } from '~/model/base/result';
import { PROJECT_LIMITS } from '~/model/design/limits';
import { WORKING_SIDE_PX } from '~/model/raster/photo-pixels';
import { LANDMARKS } from '~/model/view/head-reading';
import { consultationSchema, momentSchema, viewIdSchema } from './consultation-schema';
import { between, photoPx, whole } from './design-schema';
import { isRecord, upgraded } from './upgrades';

/**
 * The `.stipple` file: one JSON document, so there is nothing to unpack. Whatever is in a file is checked here, number
 * by number, before anything else sees it.
 */
export const PROJECT_VERSION = 9;
export const MOST_PROJECT_BYTES = 128 * 1024 * 1024;
/** Characters of a document beside its photos: far more than all that a person draws, and read within a second or two. */
const MOST_DRAWN_CHARACTERS = 24 * 1024 * 1024;
const PHOTO_STARTS = '"base64":"';

/** Whether there is more beside the photos than a person draws, seen without reading it: a text made to keep a reader busy. */
export function isOverdrawn(text: string): boolean {
  let beside = text.length;
  let at = text.indexOf(PHOTO_STARTS);
  while (at >= 0 && beside > MOST_DRAWN_CHARACTERS) {
    const from = at + PHOTO_STARTS.length;
    const to = text.indexOf('"', from);
    if (to < 0) break;
    beside -= to - from;
    at = text.indexOf(PHOTO_STARTS, to);
  }
  return beside > MOST_DRAWN_CHARACTERS;
}

export type ProjectProblem =
  { readonly kind: 'damaged' } | { readonly kind: 'newer'; readonly version: number } | { readonly kind: 'tooLarge' };
const base64 = (most: number) => v.pipe(v.string(), v.maxLength(Math.ceil(most / 3) * 4));

const sidePx = whole(1, WORKING_SIDE_PX);

/** Where the samples of a map lie over the photo. */
const placeEntries = {
  columns: whole(1, WORKING_SIDE_PX),
  rows: whole(1, WORKING_SIDE_PX),
  leftPx: photoPx,
  topPx: photoPx,
  pxPerSample: between(1e-3, WORKING_SIDE_PX),
};

const readingSchema = v.strictObject({
  photo: v.strictObject({ widthPx: sidePx, heightPx: sidePx }),
  /** Base64 of little-endian 32-bit floats: exact, so that a design gives the same picture when it comes back. */
  landmarks: v.nullable(base64(LANDMARKS * 3 * 4)),
  box: v.nullable(v.strictObject({ left: photoPx, top: photoPx, right: photoPx, bottom: photoPx })),
  outline: v.nullable(v.strictObject({ ...placeEntries, confidence: base64(PROJECT_LIMITS.outlineSamples) })),
  focalPx: v.nullable(between(1, 1e6)),
  /** How bright the head is; null: it was read before that was kept. */
  light: v.nullable(v.strictObject({ ...placeEntries, light: base64(PROJECT_LIMITS.lightSamples) })),
});

const photoSchema = v.strictObject({
  type: v.picklist(['image/jpeg', 'image/png']),
  base64: base64(MOST_PROJECT_BYTES),
});

const documentSchema = v.pipe(
  v.strictObject({
    format: v.literal('stipple'),
    version: v.literal(PROJECT_VERSION),
    name: v.pipe(v.string(), v.maxLength(PROJECT_LIMITS.nameLength)),
    consultation: consultationSchema,
    moment: momentSchema,
    /** One for each view of the consultation, in their order. */
    photos: v.pipe(
      v.array(
        v.strictObject({
          viewId: viewIdSchema,
          reading: readingSchema,
          /** null: kept beside the document (on this device). */
          photo: v.nullable(photoSchema),
        }),
      ),
      v.readonly(),
    ),
  }),
  v.check(
    ({ consultation: { views }, photos }) =>
      views.length === photos.length && views.every(({ id }, i) => photos[i].viewId === id),
  ),
);

export type ProjectDocument = v.InferOutput<typeof documentSchema>;
export type StoredPhoto = v.InferOutput<typeof photoSchema>;
export type StoredReading = ProjectDocument['photos'][number]['reading'];

/** Reads the text of a `.stipple` file of this or an older version. Never throws, whatever the text. */
export function parseProject(text: string): Result<ProjectDocument, ProjectProblem> {
  if (text.length > MOST_PROJECT_BYTES || isOverdrawn(text)) return fail({ kind: 'tooLarge' });
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    return fail({ kind: 'damaged' });
  }
  if (!isRecord(read) || read.format !== 'stipple') return fail({ kind: 'damaged' });
  const { version } = read;
  if (typeof version !== 'number' || !Number.isSafeInteger(version) || version < 1) return fail({ kind: 'damaged' });
  if (version > PROJECT_VERSION) return fail({ kind: 'newer', version });
  try {
    const checked = v.safeParse(documentSchema, upgraded(read, version, PROJECT_VERSION), { abortEarly: true });
    return checked.success ? ok(checked.output) : fail({ kind: 'damaged' });
  } catch {
    return fail({ kind: 'damaged' }); // an upgrade met something that was not of its version
  }
}

/** The text of a file of the current version. */
export const writeProject = (document: Omit<ProjectDocument, 'format' | 'version'>): string =>
  JSON.stringify({ format: 'stipple', version: PROJECT_VERSION, ...document } satisfies ProjectDocument);
