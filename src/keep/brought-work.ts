import type { BroughtWork } from './autosave';
import { fromBase64 } from '~/bytes/base64';
import { openAsStored } from '~/io/decode-photo';
import type { Photo } from '~/io/photo';
import { strippedPhoto } from '~/io/stripped-photo';
import { parseProject } from '~/model/project/project';
import type { ProjectDocument } from '~/model/project/project';
import type { WorkInFile } from '~/model/project/works-index';
import { photoOf } from './project-file';
import { restoreReading } from './stored-reading';

/** Makes the small picture that a work is known by. */
export type ThumbnailOf = (photo: Pick<Photo, 'size' | 'working'>) => Promise<Blob | null>;
type Stored = ProjectDocument['photos'][number];

/**
 * A work of a file with several, found to be whole: its document is checked number by number, and each photo is decoded once, to
 * see that it is a picture of the size that was read. What this app wrote is then kept byte for byte. null: it is damaged.
 */
export async function broughtWork(
  { name, savedAtMs, madeAtMs, stage }: WorkInFile,
  document: string,
  beside: ReadonlyMap<string, Blob>,
  thumbnailOf: ThumbnailOf,
): Promise<BroughtWork | null> {
  const parsed = parseProject(document);
  if (!parsed.ok) return null;
  const photos: BroughtWork['photos'][number][] = [];
  let thumbnail: Blob | null = null;
  const once: ThumbnailOf = async (photo) => (photos.length === 0 ? (thumbnail = await thumbnailOf(photo)) : null);
  for (const stored of parsed.value.photos) {
    const picture = (await asItIs(stored, beside, once)) ?? (await madeAnew(stored, name, beside, once));
    if (picture === null) return null;
    photos.push({ viewId: stored.viewId, picture });
  }
  const made = madeAtMs !== undefined && { madeAtMs };
  return { name, savedAtMs, ...made, ...(stage !== undefined && { stage }), thumbnail, document, photos };
}

/** The photo as this app wrote it; null: it is not one of ours, or not the one that was read. */
async function asItIs(
  { viewId, reading: said, photo: held }: Stored,
  beside: ReadonlyMap<string, Blob>,
  look: ThumbnailOf,
): Promise<Blob | null> {
  const reading = restoreReading(said);
  const bytes = held === null ? null : fromBase64(held.base64);
  const picture = held === null ? beside.get(viewId) : bytes && new Blob([bytes], { type: held.type });
  const opened = reading === null || !picture ? null : await openAsStored(picture);
  if (reading === null || !picture || opened === null) return null;
  const { size, bitmap } = opened;
  try {
    if (size.widthPx !== reading.photo.widthPx || size.heightPx !== reading.photo.heightPx) return null;
    await look({ size, working: bitmap });
    return picture;
  } finally {
    bitmap.close();
  }
}

/** The photo opened as a stranger's is, and written without metadata; null: it cannot be. */
async function madeAnew(
  stored: Stored,
  name: string,
  beside: ReadonlyMap<string, Blob>,
  look: ThumbnailOf,
): Promise<Blob | null> {
  const opened = await photoOf(stored, name, (viewId) => beside.get(viewId) ?? null);
  if (opened === null) return null;
  try {
    await look(opened.photo);
    return await strippedPhoto(opened.photo);
  } finally {
    opened.photo.working.close();
  }
}
