import { crc32Of } from '~/bytes/crc32';
import { readStoredZip, storedZip } from '~/bytes/stored-zip';
import type { ZipEntry } from '~/bytes/stored-zip';
import { fail, ok } from '~/model/base/result';
import type { Result } from '~/model/base/result';
import { MOST_PROJECT_BYTES } from '~/model/project/project';
import { parseWorksIndex, worksIndex } from '~/model/project/works-index';
import type { WorkInFile } from '~/model/project/works-index';
import type { BroughtWork, KeepProblem } from '~/keep/autosave';
import type { KeptProject, KeptWhole } from '~/keep/kept-records';
import { broughtWork } from '~/keep/brought-work';
import type { ThumbnailOf } from '~/keep/brought-work';

/**
 * All works of a device in one file: a plain zip, nothing in it packed. `works.json` says what there is; each work has a folder
 * with its document (`work.json`: the text of a `.stipple` file without photos) and its photos beside it. Its name ends in
 * `.stipple` like that of a single project, so that it is opened the same way.
 */
const INDEX = 'works.json';
const MOST_INDEX_BYTES = 8e6;

export type WorksProblem = 'damaged' | 'newer';

const entryOf = async (name: string, content: Blob): Promise<ZipEntry> => ({
  name,
  content,
  crc: await crc32Of(content),
});

export interface WrittenWorks {
  readonly file: Blob;
  readonly works: number;
  /** Names of such as could not be read, and are not in it. */
  readonly leftOut: readonly string[];
  /** Names of such as somebody deleted meanwhile, as in another tab: they are not in it. */
  readonly gone: readonly string[];
}

/**
 * The file for all works. Photos are parts of it as the device keeps them: one after the other is read for its check sum, and
 * none stays in memory. `progress`: 0..1. `unread`: the storage answers no more, so that what it holds would be missing.
 */
export async function writeWorksFile(
  kept: readonly KeptProject[],
  wholeOf: (id: string) => Promise<Result<KeptWhole, KeepProblem | 'gone'>>,
  { signal, progress }: { readonly signal: AbortSignal; readonly progress: (share: number) => void },
): Promise<Result<WrittenWorks, 'aborted' | 'tooLarge' | 'unread'>> {
  const entries: ZipEntry[] = [];
  const works: WorkInFile[] = [];
  const leftOut: string[] = [];
  const gone: string[] = [];
  for (const [at, { id, name, savedAtMs, madeAtMs }] of kept.entries()) {
    if (signal.aborted) return fail('aborted');
    progress(at / kept.length);
    const whole = await wholeOf(id);
    if (!whole.ok) {
      if (whole.problem !== 'damaged' && whole.problem !== 'gone') return fail('unread');
      (whole.problem === 'gone' ? gone : leftOut).push(name);
      continue;
    }
    const { document, photos } = whole.value;
    const folder = String(works.length + 1).padStart(4, '0');
    try {
      const inFolder = [await entryOf(`${folder}/work.json`, new Blob([document.text]))];
      const files: WorkInFile['photos'] = [];
      for (const [viewId, photo] of photos) {
        const file = `${folder}/photo-${files.length + 1}.${photo.type === 'image/png' ? 'png' : 'jpg'}`;
        inFolder.push(await entryOf(file, photo));
        files.push({ viewId, file });
      }
      entries.push(...inFolder);
      works.push({
        id,
        name,
        savedAtMs,
        ...(madeAtMs !== undefined && { madeAtMs }),
        ...(document.stage !== undefined && { stage: document.stage }),
        document: inFolder[0].name,
        photos: files,
      });
    } catch {
      leftOut.push(name); // the device could not give its photo
    }
  }
  const zip = storedZip([await entryOf(INDEX, new Blob([worksIndex(works)])), ...entries]);
  return zip === null ? fail('tooLarge') : ok({ file: zip, works: works.length, leftOut, gone });
}

/** A work in such a file, read when somebody asks for it. */
export interface FoundWork extends WorkInFile {
  /** The text of its document; null: it is not what it was when it was written. */
  text(): Promise<string | null>;
  /** How large its photos are, in their order, bytes. */
  readonly photoBytes: readonly number[];
  /** All of it, found sound and ready to be kept; `thumbnailOf` makes the small picture of its first photo. null: damaged. */
  work(thumbnailOf: ThumbnailOf): Promise<BroughtWork | null>;
}

/** What a file of several works says that it holds. */
export interface ReadWorks {
  readonly works: readonly FoundWork[];
  /** Its end is missing: the works that lay there cannot be read. */
  readonly cut: boolean;
}

/** What a file of several works holds. Only what it says of itself is read; a hostile one is a value. */
export async function readWorksFile(file: Blob): Promise<Result<ReadWorks, WorksProblem>> {
  const zip = await readStoredZip(file);
  if (!zip.ok) return zip;
  const contents = new Map(zip.value.entries.map((entry) => [entry.name, entry]));
  /** The file, sound and no larger than it may be; null: it is not. */
  const sound = async (name: string, most: number): Promise<Blob | null> => {
    const entry = contents.get(name);
    if (entry === undefined || entry.content.size > most) return null;
    const crc = await crc32Of(entry.content).catch(() => null);
    return crc === entry.crc ? entry.content : null;
  };
  const index = await sound(INDEX, MOST_INDEX_BYTES);
  const works = index === null ? 'damaged' : parseWorksIndex(await index.text());
  if (works === 'damaged' || works === 'newer') return fail(works);
  const found = works.map((said): FoundWork => {
    const text = async (): Promise<string | null> =>
      (await sound(said.document, MOST_PROJECT_BYTES))?.text().catch(() => null) ?? null;
    return {
      ...said,
      text,
      photoBytes: said.photos.map((photo) => contents.get(photo.file)?.content.size ?? 0),
      async work(thumbnailOf) {
        const document = await text();
        if (document === null) return null;
        const beside = new Map<string, Blob>();
        for (const { viewId, file: place } of said.photos) {
          const photo = await sound(place, MOST_PROJECT_BYTES);
          if (photo === null) return null;
          beside.set(viewId, photo.slice(0, photo.size, place.endsWith('png') ? 'image/png' : 'image/jpeg'));
        }
        return broughtWork(said, document, beside, thumbnailOf);
      },
    };
  });
  return ok({ works: found, cut: zip.value.cut });
}
