import { fileSave } from 'browser-fs-access';
import { fail, ok, type Result } from '~/model/result';

export type SaveProblem = 'cancelled' | 'failed';

const KINDS = {
  '.png': { mimeTypes: ['image/png'], description: 'Picture' },
  '.jpg': { mimeTypes: ['image/jpeg'], description: 'Picture' },
  '.stipple': { mimeTypes: ['application/json'], description: 'Stipple project' },
} as const;
export type SavedExtension = keyof typeof KINDS;

/**
 * Saves a file through the browser's own dialog, or as a download where there is none. The dialog must open while the
 * user's click is fresh, so give the promise of a slow file rather than wait for it.
 */
export async function saveFile(
  file: Blob | Promise<Blob>,
  name: string,
  extension: SavedExtension,
): Promise<Result<null, SaveProblem>> {
  const { mimeTypes, description } = KINDS[extension];
  // Where the dialog is dismissed nobody waits for the file any more, and its failing must not look like a bug.
  if (file instanceof Promise) file.catch(() => null);
  try {
    const fileName = `${fileStem(name)}${extension}`;
    await fileSave(file, { fileName, extensions: [extension], mimeTypes: [...mimeTypes], description });
    return ok(null);
  } catch (error) {
    return fail(error instanceof DOMException && error.name === 'AbortError' ? 'cancelled' : 'failed');
  }
}

/** A name that every file system takes, without the extension: "IMG_1.HEIC" gives "IMG_1". */
export function fileStem(name: string): string {
  const stem = name
    .replace(/\.[a-z0-9]{1,8}$/i, '')
    .replace(/[\u0000-\u001f\\/:*?"<>|]+/g, ' ')
    .trim()
    .slice(0, 80);
  return stem === '' ? 'Stipple' : stem;
}
