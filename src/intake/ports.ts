import type { Detector } from '~/detect/detector';
import type { codePicture } from '~/codes/code-picture';
import type { TextRead } from '~/codes/code-reader';
import type { encodeFilm } from '~/film/encode-film';
import type { Autosave } from '~/keep/autosave';
import type { encodePicture } from '~/io/encode-picture';
import type { encodeComparison } from '~/io/encode-comparison';
import type { encodeSketch } from '~/io/encode-sketch';
import type { openPhoto } from '~/io/decode-photo';
import type { Photo } from '~/io/photo';
import type { isProjectFile, isWorksFile, readProjectFile, writeProjectFile } from '~/keep/project-file';
import type { readPatch, readPixels } from '~/io/read-pixels';
import type { saveFile, shareFiles } from '~/io/save-file';
import type { turnPhoto } from '~/io/turn-photo';
import type { DotField } from '~/model/dots/dot-field';
import type { Renderer } from '~/render/scene';
import type { CodeNews, HealedNews, Said } from '~/store/app-state';

/** The browser as intake and commands see it. start-editor.ts hands in the real thing, tests what they need. */
export interface Ports {
  readonly detector: Detector;
  readonly autosave: Autosave;
  readonly openPhoto: typeof openPhoto;
  readonly turnPhoto: typeof turnPhoto;
  readonly readPixels: typeof readPixels;
  readonly readPatch: typeof readPatch;
  readonly isProjectFile: typeof isProjectFile;
  readonly isWorksFile: typeof isWorksFile;
  /** What this browser's storage holds of this app, and what it has left, bytes; null: it does not say. */
  storageRoom(): Promise<{ readonly usedBytes: number; readonly leftBytes: number } | null>;
  readonly readProjectFile: typeof readProjectFile;
  readonly writeProjectFile: typeof writeProjectFile;
  readonly encodePicture: typeof encodePicture;
  readonly encodeComparison: typeof encodeComparison;
  readonly encodeSketch: typeof encodeSketch;
  readonly encodeFilm: typeof encodeFilm;
  readonly codePicture: typeof codePicture;
  /** What a text holds of a design; parts are kept until the others have come. */
  readCodes(text: string): Promise<TextRead>;
  /** What is said of it. */
  codeWords(news: CodeNews): Promise<Said>;
  /** The day on which a photo says that it was taken, as year-month-day; null: it does not say. */
  dayTaken(file: Blob): Promise<string | null>;
  /** What is said of a healed photo that came. */
  healedWords(news: HealedNews): Promise<Said>;
  readonly shareFiles: typeof shareFiles;
  readonly saveFile: typeof saveFile;
  /** A file of the app's own (a sample), by its address. */
  fetchFile(address: string): Promise<File>;
  /** The dots, loaded once however often one asks. */
  dotField(): Promise<DotField>;
  /** The picture maker, started once; null where nothing can be drawn. */
  renderer(): Promise<Renderer | null>;
  /** A small picture to know a project by; null where it cannot be made. */
  thumbnail(photo: Pick<Photo, 'size' | 'working'>): Promise<Blob | null>;
  /** Whether the last work may come back without being asked for; asked once, when the page begins. */
  mayComeBack(): boolean;
  reloadPage(): void;
  /** A name for a new project. */
  newId(): string;
}
