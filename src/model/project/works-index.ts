import * as v from 'valibot';
import { PROJECT_LIMITS } from '~/model/design/limits';
import { viewIdSchema } from './consultation-schema';
import { isRecord } from './upgrades';

/** The version of a file of several works; the version of each work in it is its own. */
const WORKS_VERSION = 1;
/** More works than this in one file are no client book. */
const MOST_WORKS = 5000;
/** More photos than one head has views of any kind. */
const MOST_PHOTOS = 64;
/** Some 8000 years: what a date can be. ms. */
const MOST_MS = 2.5e14;

const atMs = v.pipe(v.number(), v.minValue(0), v.maxValue(MOST_MS));
/** A place in the file: one folder and a plain name, so that it leads nowhere else where somebody unpacks it. */
const placeSchema = v.pipe(v.string(), v.regex(/^\d{4,5}\/[a-z]+(-\d{1,2})?\.(json|jpg|png)$/));

const workSchema = v.strictObject({
  /** What the device calls it; no colon, for those part the keys of its records. */
  id: v.pipe(v.string(), v.regex(/^[\w~-]{1,120}$/)),
  name: v.pipe(v.string(), v.maxLength(PROJECT_LIMITS.nameLength)),
  savedAtMs: atMs,
  madeAtMs: v.optional(atMs),
  /** Where it was left before the editor was reached. */
  stage: v.optional(v.picklist(['choose-face', 'place-head'])),
  /** Its document: the text of a `.stipple` file without its photos, which lie beside it. */
  document: placeSchema,
  photos: v.pipe(v.array(v.strictObject({ viewId: viewIdSchema, file: placeSchema })), v.maxLength(MOST_PHOTOS)),
});

const indexSchema = v.strictObject({
  format: v.literal('stipple-works'),
  version: v.literal(WORKS_VERSION),
  works: v.pipe(v.array(workSchema), v.maxLength(MOST_WORKS)),
});

export type WorkInFile = v.InferOutput<typeof workSchema>;

/** What a file of several works says that it holds; `newer`: written by a later app. Never throws. */
export function parseWorksIndex(text: string): readonly WorkInFile[] | 'damaged' | 'newer' {
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    return 'damaged';
  }
  if (isRecord(read) && read.format === 'stipple-works' && Number(read.version) > WORKS_VERSION) return 'newer';
  const checked = v.safeParse(indexSchema, read, { abortEarly: true });
  return checked.success ? checked.output.works : 'damaged';
}

export const worksIndex = (works: readonly WorkInFile[]): string =>
  JSON.stringify({ format: 'stipple-works', version: WORKS_VERSION, works });
