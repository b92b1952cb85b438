import { editedSubject } from '~/store/screen';
import { notify, settle } from '~/store/stages';
import type { Commands } from './commands';
import type { JobParts } from './open-photo';
import type { PreviewSource } from '~/preview/preview-source';

/** Side of the squares a large picture is drawn in: small enough for any WebGL2 device. */
const PART_PX = 2048;

const EXTENSION = { png: '.png', jpeg: '.jpg' } as const;

/** Not the photo's own name: nobody wants to write over the original. */
const pictureName = (photoName: string): string => `${photoName.replace(/\.[^.]*$/, '')} stipple`.trim();

/** Saves the treated picture at the photo's own size, or says why it is smaller or not there at all. */
export function savePicture({ store, queue, ports }: JobParts, picture: PreviewSource): Commands['savePicture'] {
  return (format) => {
    const subject = editedSubject(store.getState());
    // What is saved is the treated head, whatever is looked at meanwhile.
    const scene = picture.sceneOf({ ...store.getState(), sketch: 'shown' });
    if (subject === null || scene === null) return;
    store.setState({ job: { name: 'savingPicture' } });
    queue.replace(async (signal) => {
      const renderer = await ports.renderer();
      const paint = renderer?.readPixels.bind(renderer, scene);
      const encoded =
        paint === undefined
          ? null
          : await ports.encodePicture(subject.photo, paint, { format, partPx: PART_PX, signal });
      if (signal.aborted) return;
      store.setState(settle);
      if (encoded?.ok !== true) {
        store.setState(notify({ kind: 'pictureNotSaved' }));
        return;
      }
      const { blob, reduced, size } = encoded.value;
      ports.saveFile(blob, pictureName(subject.photo.name), EXTENSION[format]);
      store.setState(notify({ kind: reduced ? 'pictureSavedSmaller' : 'pictureSaved', ...size }));
    });
  };
}
