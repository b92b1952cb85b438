import type { StoreApi } from 'zustand/vanilla';
import type { encodePicture } from '~/io/encode-picture';
import type { saveFile } from '~/io/save-file';
import type { Renderer, Scene } from '~/render/scene';
import type { AppState } from '~/store/app-state';
import { say, settle } from '~/store/stages';
import type { Commands } from './commands';
import type { JobQueue } from './job-queue';

/** Side of the squares a large picture is drawn in: small enough for any WebGL2 device. */
const PART_PX = 2048;

export interface SavePictureParts {
  readonly store: StoreApi<AppState>;
  readonly queue: JobQueue;
  /** null where nothing can be drawn. */
  renderer(): Promise<Renderer | null>;
  sceneOf(state: AppState): Scene | null;
  readonly encodePicture: typeof encodePicture;
  readonly saveFile: typeof saveFile;
}

const EXTENSION = { png: '.png', jpeg: '.jpg' } as const;

/** Not the photo's own name: nobody wants to write over the original. */
const pictureName = (photoName: string): string => `${photoName.replace(/\.[^.]*$/, '')} stipple`.trim();

/** Saves the treated picture at the photo's own size, or says why it is smaller or not there at all. */
export function savePicture(parts: SavePictureParts): Commands['savePicture'] {
  const { store, queue } = parts;
  return (format) => {
    const { subject, stage } = store.getState();
    const scene = parts.sceneOf(store.getState());
    if (subject === null || scene === null || stage !== 'editing') return;
    store.setState({ job: { name: 'savingPicture' } });
    queue.replace(async (cancelled) => {
      const dialog = new AbortController();
      const signal = AbortSignal.any([cancelled, dialog.signal]);
      const encoded = parts.renderer().then((renderer) => {
        if (renderer === null) return null;
        const paint = renderer.readPixels.bind(renderer, scene);
        return parts.encodePicture(subject.photo, paint, { format, partPx: PART_PX, signal });
      });
      // The browser's dialog has to open while the click is fresh: it is given the promise of a file.
      const file = encoded.then((result) => {
        if (result?.ok !== true) throw new Error('no picture');
        return result.value.blob;
      });
      const saved = await parts.saveFile(file, pictureName(subject.photo.name), EXTENSION[format]);
      if (!saved.ok && saved.problem === 'cancelled') dialog.abort();
      const result = await encoded;
      if (cancelled.aborted) return;
      store.setState(settle);
      if (saved.ok && result?.ok === true) {
        const { reduced, size } = result.value;
        store.setState(say({ kind: reduced ? 'pictureSavedSmaller' : 'pictureSaved', ...size }));
      } else if (saved.ok || saved.problem === 'failed') {
        store.setState(say({ kind: 'pictureNotSaved' }));
      }
    });
  };
}
