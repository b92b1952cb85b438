import type { encodePicture } from '~/io/encode-picture';
import type { Ports } from '~/intake/ports';
import type { PreviewSource } from '~/preview/preview-source';
import type { Notice } from '~/store/app-state';
import { editedSubject } from '~/store/screen';
import type { Commands } from './commands';
import type { SaveParts } from './project';

/** Side of the squares a large picture is drawn in: small enough for any WebGL2 device. */
const PART_PX = 2048;

const EXTENSION = { png: '.png', jpeg: '.jpg' } as const;

/** How long a save waits for a graphics card that went away, ms: browsers bring it back within a second or two, or never. */
const CARD_WAIT_MS = 10_000;
/** So often a picture is begun again because the card went away in the middle of it. */
const MOST_TRIES = 5;

/** Not the photo's own name: nobody wants to write over the original. */
const pictureName = (photoName: string): string => `${photoName.replace(/\.[^.]*$/, '')} stipple`.trim();

type Renderer = NonNullable<Awaited<ReturnType<Ports['renderer']>>>;
type Scene = NonNullable<ReturnType<PreviewSource['sceneOf']>>;
type Encoded = Awaited<ReturnType<typeof encodePicture>>;

/** Whether the graphics card is there again before the wait is over, or the person has had enough. */
function cardIsBack(renderer: Renderer, signal: AbortSignal): Promise<boolean> {
  if (!renderer.isLost()) return Promise.resolve(true);
  return new Promise((resolve) => {
    const end = (back: boolean): void => {
      stop();
      clearTimeout(timer);
      resolve(back);
    };
    const stop = renderer.onContextRestored(() => end(true));
    const timer = setTimeout(() => end(false), CARD_WAIT_MS);
    signal.addEventListener('abort', () => end(false), { once: true });
  });
}

/** The picture file; begun again where the card was lost in the middle, for half a picture is none. */
async function drawn(
  renderer: Renderer,
  scene: Scene,
  encode: (paint: Parameters<typeof encodePicture>[1]) => Promise<Encoded>,
  signal: AbortSignal,
): Promise<Encoded> {
  for (let tries = 1; ; tries++) {
    const encoded = await encode((part) => renderer.readPixels(scene, part));
    if (encoded.ok || encoded.problem !== 'cardLost' || tries === MOST_TRIES) return encoded;
    if (!(await cardIsBack(renderer, signal))) return encoded;
  }
}

/** Saves the treated picture at the photo's own size, or says why it is smaller or not there at all. */
export function savePicture({ store, saves, ports }: SaveParts, picture: PreviewSource): Commands['savePicture'] {
  return (format) => {
    const subject = editedSubject(store.getState());
    // What is saved is the treated head, whatever is looked at meanwhile.
    const scene = picture.sceneOf({ ...store.getState(), sketch: 'shown' });
    if (subject === null || scene === null) return;
    const { photo } = subject;
    const run = async (signal: AbortSignal): Promise<Notice | null> => {
      const renderer = await ports.renderer();
      if (renderer === null) return { kind: 'pictureNotSaved' };
      const encode = (paint: Parameters<Ports['encodePicture']>[1]): Promise<Encoded> =>
        ports.encodePicture(photo, paint, { format, partPx: PART_PX, signal });
      const encoded = await drawn(renderer, scene, encode, signal);
      if (signal.aborted) return null;
      if (!encoded.ok) return { kind: encoded.problem === 'cardLost' ? 'pictureWithoutCard' : 'pictureNotSaved' };
      const { blob, reduced, size } = encoded.value;
      ports.saveFile(blob, pictureName(photo.name), EXTENSION[format]);
      return { kind: reduced ? 'pictureSavedSmaller' : 'pictureSaved', ...size };
    };
    saves.add({ name: 'savingPicture', of: [format, scene], run });
  };
}
