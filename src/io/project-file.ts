import { fail, ok } from '~/model/base/result';
import type { Result } from '~/model/base/result';
import type { Design } from '~/model/design/design';
import { PROJECT_LIMITS } from '~/model/design/limits';
import { MOST_PROJECT_BYTES, parseProject, writeProject } from '~/model/project/project';
import type { ProjectProblem } from '~/model/project/project';
import type { HeadReading } from '~/model/view/head-reading';
import { fromBase64, toBase64 } from './base64';
import { openPhoto } from './decode-photo';
import type { Photo } from './photo';
import { restoreReading, storeReading } from './stored-reading';
import { strippedPhoto } from './stripped-photo';

/** All that a project file holds, ready to work on. */
export interface Work {
  readonly name: string;
  readonly design: Design;
  readonly reading: HeadReading;
  readonly photo: Photo;
}

/** `photoNotKept`: the photo could not be written without its metadata, so nothing is. */
export type WriteProblem = 'tooLarge' | 'photoNotKept';

const PROJECT_TYPE = 'application/json';

/** The file for *Save project*: design, reading, and the photo at full size without its metadata. */
export async function writeProjectFile(work: Work): Promise<Result<Blob, WriteProblem>> {
  const picture = await strippedPhoto(work.photo);
  if (picture === null) return fail('photoNotKept');
  const base64 = toBase64(new Uint8Array(await picture.arrayBuffer()));
  const type = picture.type === 'image/png' ? 'image/png' : 'image/jpeg';
  const file = new Blob([projectText(work, { type, base64 })], { type: PROJECT_TYPE });
  return file.size > MOST_PROJECT_BYTES ? fail('tooLarge') : ok(file);
}

/** The document alone, its photo kept beside it. */
export const projectText = (
  { name, design, reading }: Omit<Work, 'photo'>,
  photo: Parameters<typeof writeProject>[0]['photo'],
): string =>
  writeProject({ name: name.slice(0, PROJECT_LIMITS.nameLength), design, reading: storeReading(reading), photo });

/** Opens a `.stipple` file. A hostile or broken one is a value. */
export async function readProjectFile(file: Blob): Promise<Result<Work, ProjectProblem>> {
  if (file.size > MOST_PROJECT_BYTES) return fail({ kind: 'tooLarge' });
  return readProjectText(await file.text(), null);
}

/** The same from its text; `beside` is the photo where the document does not hold it. */
export async function readProjectText(text: string, beside: Blob | null): Promise<Result<Work, ProjectProblem>> {
  const parsed = parseProject(text);
  if (!parsed.ok) return parsed;
  const { name, design, reading: stored, photo: held } = parsed.value;
  const reading = restoreReading(stored);
  const bytes = held === null ? null : fromBase64(held.base64);
  const picture = held === null ? beside : bytes && new Blob([bytes], { type: held.type });
  if (reading === null || picture === null) return fail({ kind: 'damaged' });
  const opened = await openPhoto(picture);
  if (!opened.ok) return fail({ kind: 'damaged' });
  const { size, working } = opened.value;
  if (size.widthPx !== reading.photo.widthPx || size.heightPx !== reading.photo.heightPx) {
    working.close();
    return fail({ kind: 'damaged' });
  }
  return ok({ name, design, reading, photo: { ...opened.value, name, focalPx: reading.focalPx } });
}

/** Whether a dropped or chosen file is meant to be a project: by its name, or because it opens like one. */
export async function isProjectFile(file: Blob & { readonly name?: string }): Promise<boolean> {
  if (file.name?.toLowerCase().endsWith('.stipple') === true) return true;
  return /^\s*\{\s*"format"\s*:\s*"stipple"/.test(await file.slice(0, 64).text());
}
