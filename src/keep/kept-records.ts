import { promisifyRequest } from 'idb-keyval';
import type { UseStore } from 'idb-keyval';
import { FIRST_VIEW_ID } from '~/model/design/consultation';
import { isRecord } from '~/model/project/upgrades';
import { stepsToKeep } from '~/model/project/steps';
import type { Steps } from '~/model/project/steps';
import { EARLY_STAGES, projectText } from './project-file';
import type { EarlyStage, Work } from './project-file';
import { fileOf } from './stored-file';
import type { StoredFile } from './stored-file';

/** What the first screen and the list of all works show of a project kept on this device. */
export interface KeptProject {
  readonly id: string;
  readonly name: string;
  readonly savedAtMs: number;
  readonly thumbnail: Blob | null;
  /** When it was first kept; left out: before anybody wrote that down. */
  readonly madeAtMs?: number;
  /** What document, photos and small picture take, without the steps of undo; left out: nobody counted yet. */
  readonly bytes?: number;
}

/** How many that are, as `bytes` has them. */
export const bytesKept = (text: string, photos: readonly Blob[], thumbnail: Blob | null): number =>
  [new Blob([text]), ...photos, ...(thumbnail === null ? [] : [thumbnail])].reduce((sum, { size }) => sum + size, 0);

export const LAST = 'last';
export const about = (id: string): string => `about:${id}`;
export const documentKey = (id: string): string => `document:${id}`;
export const stepsKey = (id: string): string => `steps:${id}`;
/** The first view's key is that of the time when a project had one photo. */
export const photoKey = (id: string, viewId: string): string =>
  viewId === FIRST_VIEW_ID ? `photo:${id}` : `photo:${id}:${viewId}`;
export const isPhotoOf = (id: string, key: string): boolean => key === `photo:${id}` || key.startsWith(`photo:${id}:`);

/** A photo as the document knows it: which view it is, and how many bytes it has; null: nobody wrote that down then. */
export interface PhotoStamp {
  readonly viewId: string;
  readonly bytes: number | null;
}

/** The document of a work as it is kept. */
export interface KeptDocument {
  readonly text: string;
  readonly photos: readonly PhotoStamp[];
  readonly stage?: EarlyStage;
  /** Counts the writes; 0: written before anybody counted. */
  readonly revision: number;
}

export const keptAs = (work: Work, photos: readonly PhotoStamp[]): Omit<KeptDocument, 'revision'> => ({
  text: projectText(work, null),
  photos,
  ...(work.stage !== undefined && { stage: work.stage }),
});

/** Documents written before there were several photos are a text alone, with the one photo beside it. */
const keptDocument = (record: unknown): KeptDocument | null => {
  if (typeof record === 'string')
    return { text: record, photos: [{ viewId: FIRST_VIEW_ID, bytes: null }], revision: 0 };
  const { text, photos, stage, revision = 0 } = (record ?? {}) as Partial<KeptDocument>;
  if (typeof text !== 'string' || !Array.isArray(photos)) return null;
  return stage !== undefined && EARLY_STAGES.includes(stage)
    ? { text, photos, stage, revision }
    : { text, photos, revision };
};

/** All parts of one time. */
export interface KeptWhole {
  readonly document: KeptDocument;
  readonly photos: ReadonlyMap<string, Blob>;
  /** As they were written, unchecked; null: none that fit the document. */
  readonly steps: unknown;
}

/** The document and its photos as they were at one time, read in one transaction; null: a part is missing, or of another time. */
export const readWhole = (id: string, store: UseStore): Promise<KeptWhole | null> =>
  store('readonly', async (records) => {
    const document = keptDocument(await promisifyRequest(records.get(documentKey(id))));
    if (document === null) return null;
    const photos = new Map<string, Blob>();
    for (const { viewId, bytes } of document.photos) {
      const photo = fileOf(await promisifyRequest(records.get(photoKey(id, viewId))));
      if (photo === null || (bytes !== null && photo.size !== bytes)) return null;
      photos.set(viewId, photo);
    }
    const steps: unknown = await promisifyRequest(records.get(stepsKey(id)));
    // Written by a page that knew of no steps, or at another time: they lead elsewhere.
    const fits = isRecord(steps) && steps.revision === document.revision;
    return { document, photos, steps: fits ? steps : null };
  });

/** Writes in one transaction. What is thrown in the middle takes back what was put before it: it would be half a work. */
const allOrNothing = <Value>(store: UseStore, write: (records: IDBObjectStore) => Promise<Value>): Promise<Value> =>
  store('readwrite', async (records) => {
    try {
      return await write(records);
    } catch (error) {
      try {
        records.transaction.abort();
      } catch {
        // The browser has ended it already.
      }
      throw error;
    }
  });

/** A photo to be written, and whether this page wrote this very one under its key before. */
export interface PhotoToKeep {
  readonly key: string;
  readonly picture: Blob;
  readonly stored: StoredFile;
  readonly written: boolean;
}

/**
 * Writes all parts and takes away the photos of views that are gone, in one transaction, in which is also seen what is there:
 * a photo that another tab or the browser took away is written again, and a document that is not of the revision `known`
 * here is left as it is. Answers with the new revision; null: nothing was written.
 */
export const writeWhole = (
  id: string,
  known: number | undefined,
  document: Omit<KeptDocument, 'revision'>,
  others: readonly (readonly [string, unknown])[],
  photos: readonly PhotoToKeep[],
  steps: Steps | null,
  store: UseStore,
): Promise<number | null> =>
  allOrNothing(store, async (records) => {
    const there = keptDocument(await promisifyRequest(records.get(documentKey(id))));
    if (there !== null && there.revision !== known) return null;
    for (const key of await promisifyRequest(records.getAllKeys()))
      if (typeof key === 'string' && isPhotoOf(id, key) && !photos.some((photo) => photo.key === key))
        records.delete(key);
    for (const { key, picture, stored, written } of photos) {
      const kept = written ? fileOf(await promisifyRequest(records.get(key))) : null;
      if (kept?.size !== picture.size) records.put(stored, key);
    }
    const revision = (known ?? 0) + 1;
    for (const [key, value] of others) records.put(value, key);
    if (steps === null) records.delete(stepsKey(id));
    else records.put({ ...stepsToKeep(steps), revision }, stepsKey(id));
    records.put({ ...document, revision } satisfies KeptDocument, documentKey(id));
    await promisifyRequest(records.transaction);
    return revision;
  });

/**
 * Gives a kept work another name, in the list and in its document, and leaves all else as it is. Answers with the new revision;
 * null: it is not there, or cannot be read.
 */
export const renameWhole = (id: string, name: string, store: UseStore): Promise<number | null> =>
  store('readwrite', async (records) => {
    const project = (await promisifyRequest(records.get(about(id)))) as KeptProject | undefined;
    const document = keptDocument(await promisifyRequest(records.get(documentKey(id))));
    const steps: unknown = await promisifyRequest(records.get(stepsKey(id)));
    const text = document === null ? null : renamedText(document.text, name);
    if (project === undefined || document === null || text === null) return null;
    const revision = document.revision + 1;
    records.put({ ...project, name } satisfies KeptProject, about(id));
    records.put({ ...document, text, revision } satisfies KeptDocument, documentKey(id));
    // They belong to the same work still.
    if (isRecord(steps) && steps.revision === document.revision) records.put({ ...steps, revision }, stepsKey(id));
    await promisifyRequest(records.transaction);
    return revision;
  });

/** The text of a document under another name; null: it is none. */
function renamedText(text: string, name: string): string | null {
  try {
    const read: unknown = JSON.parse(text);
    return isRecord(read) ? JSON.stringify({ ...read, name }) : null;
  } catch {
    return null;
  }
}
