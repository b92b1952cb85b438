import type { StoreApi } from 'zustand/vanilla';
import type { ClientBook } from '~/book/client-book';
import type { Commands } from '~/commands/commands';
import type { photoPiece } from '~/io/cut-photo';
import type { CameraProblem } from '~/io/webcam';
import type { Result } from '~/model/base/result';
import type { ComparedPictures } from '~/preview/compared-pictures';
import type { Overlay } from '~/preview/overlay';
import type { ShownFacts } from '~/preview/shown-facts';
import type { StillOf } from '~/preview/stills';
import type { OfflineState } from '~/load/offline';
import type { AppState } from '~/store/app-state';

/** All that the UI's root, `App` in ui/app.tsx, is given. */
export interface AppProps {
  readonly store: StoreApi<AppState>;
  readonly commands: Commands;
  /** null until the first frame of a photo. */
  readonly overlay: StoreApi<Overlay | null>;
  /** What there is to read of the head in the editor; null until its first frame is there. */
  readonly facts: StoreApi<ShownFacts | null>;
  /**
   * Puts the preview canvas into the container and keeps the picture up to date until the returned function is
   * called. The canvas fills the container; the container decides the size.
   */
  readonly attachPreview: (container: HTMLElement) => () => void;
  /** Keeps a canvas one of the pictures that are compared (preview/compared-pictures.ts). */
  readonly attachCompared: ComparedPictures['attach'];
  /** Small pictures of this head under other designs, made while nothing else goes on. */
  readonly stillOf: StillOf;
  /** A part of a photo at another size, as pixels. */
  readonly photoPiece: typeof photoPiece;
  /** A live picture for the camera dialog (io/camera.ts). The dialog stops it. */
  readonly openCamera: (facing: 'user' | 'environment') => Promise<Result<MediaStream, CameraProblem>>;
  /** How high the largest face in a picture is, as a share of its height, 0..1; null where there is none. */
  readonly faceIn: (picture: ImageBitmap, signal: AbortSignal) => Promise<number | null>;
  /** All works of this device as one; loaded when somebody asks for it. */
  readonly book: () => Promise<ClientBook>;
  /** Loads the page anew, once what waits to be kept is kept. */
  readonly reload: () => void;
  /** The app kept on this device, to work without a network. */
  readonly offline: {
    readonly state: StoreApi<OfflineState>;
    readonly make: () => void;
    readonly cancel: () => void;
    /** Writes down what waits, and goes on with the build that has come. */
    readonly takeOver: () => void;
    readonly forget: () => void;
  };
}
