import { say, settle } from '~/store/stages';
import type { Commands } from './commands';
import type { JobParts } from './open-photo';
import type { Picture } from './picture';

/** Side of the squares a large picture is drawn in: small enough for any WebGL2 device. */
const PART_PX = 2048;

const EXTENSION = { png: '.png', jpeg: '.jpg' } as const;

/** Not the photo's own name: nobody wants to write over the original. */
const pictureName = (photoName: string): string => `${photoName.replace(/\.[^.]*$/, '')} stipple`.trim();

/** Saves the treated picture at the photo's own size, or says why it is smaller or not there at all. */
export function savePicture({ store, queue, outside }: JobParts, picture: Picture): Commands['savePicture'] {
  return (format) => {
    const { subject, stage } = store.getState();
    const scene = picture.sceneOf(store.getState());
    if (subject === null || scene === null || stage !== 'editing') return;
    store.setState({ job: { name: 'savingPicture' } });
    queue.replace(async (cancelled) => {
      const dialog = new AbortController();
      const signal = AbortSignal.any([cancelled, dialog.signal]);
      const encoded = outside.renderer().then((renderer) => {
        if (renderer === null) return null;
        const paint = renderer.readPixels.bind(renderer, scene);
        return outside.encodePicture(subject.photo, paint, { format, partPx: PART_PX, signal });
      });
      // The browser's dialog has to open while the click is fresh: it is given the promise of a file.
      const file = encoded.then((result) => {
        if (result?.ok !== true) throw new Error('no picture');
        return result.value.blob;
      });
      // Where the dialog is closed nobody asks for the file any more.
      file.catch(() => undefined);
      const saved = await outside.saveFile(file, pictureName(subject.photo.name), EXTENSION[format]);
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
