const isWanted = ({ name, type }: File): boolean =>
  type.startsWith('image/') || /\.(stipple|jpe?g|png|webp|avif|heic|heif|bmp|gif|tiff?|jxl)$/i.test(name);

/** The one to open of several files: the first picture or project, else the first. */
export const fileToOpen = (files: readonly File[]): File | undefined => files.find(isWanted) ?? files.at(0);

/** Folders among what is dropped. Asked for while the drop goes on: afterwards nothing is told of it any more. */
export const foldersIn = (data: DataTransfer | null): readonly FileSystemDirectoryEntry[] =>
  [...(data?.items ?? [])]
    .filter(({ kind }) => kind === 'file')
    .map((item) => item.webkitGetAsEntry())
    .filter((entry) => entry?.isDirectory === true) as FileSystemDirectoryEntry[];

/** The first picture that lies in a folder itself, by name; undefined where there is none, or it cannot be read. */
export async function pictureIn(folder: FileSystemDirectoryEntry): Promise<File | undefined> {
  const reader = folder.createReader();
  const more = (): Promise<readonly FileSystemEntry[]> =>
    new Promise((resolve, reject) => reader.readEntries(resolve, reject));
  const found: FileSystemFileEntry[] = [];
  try {
    for (let some = await more(); some.length > 0; some = await more())
      found.push(...(some.filter(({ isFile }) => isFile) as FileSystemFileEntry[]));
    const files = await Promise.all(
      found.map((entry) => new Promise<File>((resolve, reject) => entry.file(resolve, reject))),
    );
    return files.toSorted((a, b) => a.name.localeCompare(b.name)).find(isWanted);
  } catch {
    return undefined;
  }
}
