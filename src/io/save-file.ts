export type SavedExtension = '.png' | '.jpg' | '.mp4' | '.webm' | '.stipple';

/** Long enough for the slowest browser to have begun reading what it was given. */
const KEEP_MS = 60_000;

/**
 * Saves a file as a download. Not through the save dialog that some browsers offer to pages: that one wants a click not
 * older than a few seconds, and a large picture may take longer than that to make.
 */
export function saveFile(file: Blob, name: string, extension: SavedExtension): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = `${fileStem(name)}${extension}`;
  link.click();
  setTimeout(() => {
    URL.revokeObjectURL(link.href);
  }, KEEP_MS);
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

/** How handing a file to another app went. `cancelled`: the person thought better of it. */
export type Shared = 'shared' | 'cancelled' | 'failed';

/** Hands files to another app of this device. To be called while a press is fresh: browsers want to see a hand. */
export async function shareFiles(files: readonly File[]): Promise<Shared> {
  try {
    await navigator.share({ files: [...files] });
    return 'shared';
  } catch (error) {
    return error instanceof DOMException && error.name === 'AbortError' ? 'cancelled' : 'failed';
  }
}
