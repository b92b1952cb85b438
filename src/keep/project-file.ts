import { fail, ok } from '~/model/base/result';
import { memoEach } from '~/model/base/memo';
import type { Result } from '~/model/base/result';
import type { Consultation } from '~/model/design/consultation';
import { PROJECT_LIMITS } from '~/model/design/limits';
import type { Moment } from '~/model/design/time-scale';
import { isOverdrawn, MOST_PROJECT_BYTES, parseProject, writeProject } from '~/model/project/project';
import type { ProjectDocument, ProjectProblem, StoredPhoto } from '~/model/project/project';
import type { Steps } from '~/model/project/steps';
import type { HeadReading } from '~/model/view/head-reading';
import { fromBase64, toBase64 } from '~/bytes/base64';
import { openPhoto } from '~/io/decode-photo';
import type { Photo } from '~/io/photo';
import { restoreReading, storeReading } from './stored-reading';
import { strippedPhoto } from '~/io/stripped-photo';

/** A photo of the head, by the `id` of its view in the consultation, with what a detector read in it. */
export interface PhotoOfView {
  readonly viewId: string;
  readonly photo: Photo;
  readonly reading: HeadReading;
}

/** All that a project file holds, ready to work on. */
export interface Work {
  readonly name: string;
  readonly consultation: Consultation;
  /** When the head was looked at last. */
  readonly moment: Moment;
  /** One for each view of the consultation. */
  readonly photos: readonly PhotoOfView[];
  /** Where it was left before the editor was reached; known only to work that this device keeps. */
  readonly stage?: EarlyStage;
  /** Steps of undo and redo; known only to work that this device keeps. */
  readonly steps?: Steps;
}

/** The photo waits for a face to be chosen, or for its head to be placed by hand. */
export const EARLY_STAGES = ['choose-face', 'place-head'] as const;
export type EarlyStage = (typeof EARLY_STAGES)[number];

/** `photoNotKept`: the photo could not be written without its metadata, so nothing is. */
export type WriteProblem = 'tooLarge' | 'photoNotKept';

const PROJECT_TYPE = 'application/json';

/** The file for *Save project*: the consultation, what was read, and each photo once, at full size and without its metadata. */
export async function writeProjectFile(work: Work): Promise<Result<Blob, WriteProblem>> {
  const held: StoredPhoto[] = [];
  for (const { photo } of work.photos) {
    const picture = await strippedPhoto(photo);
    if (picture === null) return fail('photoNotKept');
    const base64 = toBase64(new Uint8Array(await picture.arrayBuffer()));
    held.push({ type: picture.type === 'image/png' ? 'image/png' : 'image/jpeg', base64 });
  }
  const text = projectText(work, held);
  const file = new Blob([text], { type: PROJECT_TYPE });
  // What is written can be opened again.
  return file.size > MOST_PROJECT_BYTES || isOverdrawn(text) ? fail('tooLarge') : ok(file);
}

/** Written often while a head is worked on, and the same each time. */
const storedReading = memoEach(storeReading);

/** The document; `held`: its photos in the order of `work.photos`, null: they are kept beside it. */
export const projectText = (
  { name, consultation, moment, photos }: Work,
  held: readonly StoredPhoto[] | null,
): string =>
  writeProject({
    name: name.slice(0, PROJECT_LIMITS.nameLength),
    consultation,
    moment,
    photos: photos.map(({ viewId, reading }, i) => ({
      viewId,
      reading: storedReading(reading),
      photo: held === null ? null : held[i],
    })),
  });

/** Opens a `.stipple` file. A hostile or broken one is a value. */
export async function readProjectFile(
  file: Blob,
): Promise<Result<Work, ProjectProblem | { readonly kind: 'unreadable' }>> {
  if (file.size > MOST_PROJECT_BYTES) return fail({ kind: 'tooLarge' });
  const text = await file.text().catch(() => null);
  return text === null ? fail({ kind: 'unreadable' }) : readProjectText(text, null);
}

/** The same from its text; `beside` gives the photo of a view where the document does not hold it. */
export async function readProjectText(
  text: string,
  beside: ((viewId: string) => Blob | null) | null,
): Promise<Result<Work, ProjectProblem>> {
  const parsed = parseProject(text);
  if (!parsed.ok) return parsed;
  const { name, consultation, moment, photos: stored } = parsed.value;
  const photos: PhotoOfView[] = [];
  for (const each of stored) {
    const turned = consultation.views.find(({ id }) => id === each.viewId)?.turned;
    const opened = await photoOf(each, name, beside);
    if (opened === null) {
      for (const { photo } of photos) photo.working.close();
      return fail({ kind: 'damaged' });
    }
    photos.push({ ...opened, photo: { ...opened.photo, turned } });
  }
  return ok({ name, consultation, moment, photos });
}

/** A stored photo opened, with its reading; null: it is not there, or not the one that was read. */
export async function photoOf(
  { viewId, reading: stored, photo: held }: ProjectDocument['photos'][number],
  name: string,
  beside: ((viewId: string) => Blob | null) | null,
): Promise<PhotoOfView | null> {
  const reading = restoreReading(stored);
  const bytes = held === null ? null : fromBase64(held.base64);
  const picture = held === null ? (beside?.(viewId) ?? null) : bytes && new Blob([bytes], { type: held.type });
  if (reading === null || picture === null) return null;
  const opened = await openPhoto(picture);
  if (!opened.ok) return null;
  const { size, working } = opened.value;
  if (size.widthPx !== reading.photo.widthPx || size.heightPx !== reading.photo.heightPx) {
    working.close();
    return null;
  }
  return { viewId, reading, photo: { ...opened.value, name, focalPx: reading.focalPx } };
}

/** Whether a dropped or chosen file is meant to be a project: by its name, or because it opens like one; not if it cannot be read. */
export async function isProjectFile(file: Blob & { readonly name?: string }): Promise<boolean> {
  if (file.name?.toLowerCase().endsWith('.stipple') === true) return true;
  const start = await file
    .slice(0, 64)
    .text()
    .catch(() => '');
  return /^\s*\{\s*"format"\s*:\s*"stipple"/.test(start);
}

/** Whether a file is meant to be one of several works: by its first bytes, which no picture and no single project begins with. */
export async function isWorksFile(file: Blob): Promise<boolean> {
  const start = new Uint8Array(
    await file
      .slice(0, 4)
      .arrayBuffer()
      .catch(() => new ArrayBuffer(0)),
  );
  return start.length === 4 && [0x50, 0x4b, 3, 4].every((byte, at) => start[at] === byte);
}
