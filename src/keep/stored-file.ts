import { isRecord } from '~/model/project/upgrades';

/** A file as storage holds it: as it is, or as bytes where a browser's storage takes no files (WebKit in a private window). */
export type StoredFile = Blob | { readonly type: string; readonly bytes: ArrayBuffer };

export const storedAs = async (form: 'file' | 'bytes', file: Blob): Promise<StoredFile> =>
  form === 'file' ? file : { type: file.type, bytes: await file.arrayBuffer() };

/** The file that was stored, in whichever form; null: none was. */
export function fileOf(stored: unknown): Blob | null {
  if (stored instanceof Blob) return stored;
  if (!isRecord(stored) || !(stored.bytes instanceof ArrayBuffer)) return null;
  return new Blob([stored.bytes], { type: typeof stored.type === 'string' ? stored.type : '' });
}
