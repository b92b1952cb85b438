import type { BroughtWork } from './autosave';
import { openAsStored } from '~/io/decode-photo';
import type { Photo } from '~/io/photo';
import { strippedPhoto } from '~/io/stripped-photo';
import { parseProject, writeProject } from '~/model/project/project';
import type { ProjectDocument } from '~/model/project/project';
import type { WorkInFile } from '~/model/project/works-index';
import { photoOf } from './project-file';
import { restoreReading } from './stored-reading';

/** Makes the small picture that a work is known by. */
export type ThumbnailOf = (photo: Pick<Photo, 'size' | 'working'>) => Promise<Blob | null>;
type Stored = ProjectDocument['photos'][number];

/**
 * A work of a file with several, found to be whole: its document is checked number by number, and each photo is decoded once, to
 * see that it is a picture of the size that was read. What has nothing to be taken out of it is then kept byte for byte. null: it is damaged.
 */
export async function broughtWork(
  { name, savedAtMs, madeAtMs, stage }: WorkInFile,
  document: string,
  beside: ReadonlyMap<string, Blob>,
  thumbnailOf: ThumbnailOf,
): Promise<BroughtWork | null> {
  const parsed = parseProject(document);
  if (!parsed.ok) return null;
  const said = parsed.value.photos;
  const photos: BroughtWork['photos'][number][] = [];
  let thumbnail: Blob | null = null;
  const once: ThumbnailOf = async (photo) => (photos.length === 0 ? (thumbnail = await thumbnailOf(photo)) : null);
  for (const stored of said) {
    const picture = (await asItIs(stored, beside, once)) ?? (await madeAnew(stored, name, beside, once));
    if (picture === null) return null;
    photos.push({ viewId: stored.viewId, picture });
  }
  const made = madeAtMs !== undefined && { madeAtMs };
  // Photos lie beside the document. One that a stranger put into it would go on living there with all its metadata.
  const isPlain = said.every(({ photo }) => photo === null);
  const text = isPlain
    ? document
    : writeProject({ ...parsed.value, photos: said.map((each) => ({ ...each, photo: null })) });
  return { name, savedAtMs, ...made, ...(stage !== undefined && { stage }), thumbnail, document: text, photos };
}

/** The photo as it lies beside the document; null: there may be something to be taken out of it, or it is not the one that was read. */
async function asItIs(
  { viewId, reading: said, photo: within }: Stored,
  beside: ReadonlyMap<string, Blob>,
  look: ThumbnailOf,
): Promise<Blob | null> {
  const reading = restoreReading(said);
  const picture = beside.get(viewId);
  if (reading === null || picture === undefined || within !== null) return null;
  const opened = await openAsStored(picture);
  if (opened === null) return null;
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
