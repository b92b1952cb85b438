import type { StoreApi } from 'zustand/vanilla';
import type { ClientBook } from '~/book/client-book';
import { createCommands, type Work } from '~/commands/create-commands';
import type { Overlay } from '~/preview/overlay';
import { createComparedPictures } from '~/preview/compared-pictures';
import type { ComparedPictures } from '~/preview/compared-pictures';
import { createPreviewSource } from '~/preview/preview-source';
import { followGround } from '~/preview/ground';
import { attachTo, startPreviewLoop } from '~/preview/preview-loop';
import type { ShownFacts } from '~/preview/shown-facts';
import { createFreeTurns } from '~/preview/free-turns';
import { createStills, type StillOf } from '~/preview/stills';
import { DESIGN_HASH } from '~/codes/design-hash';
import { createDetector } from '~/detect/create-detector';
import type { Ports } from '~/intake/ports';
import { createAutosave, mayComeBack, storageRoom } from '~/keep/autosave';
import { cutPhoto, photoPiece } from '~/io/cut-photo';
import { encodePicture } from '~/io/encode-picture';
import { openPhoto } from '~/io/decode-photo';
import type { Photo } from '~/io/photo';
import { isProjectFile, isWorksFile, readProjectFile, writeProjectFile } from '~/keep/project-file';
import { readPatch, readPixels } from '~/io/read-pixels';
import { saveFile, shareFiles } from '~/io/save-file';
import { makeThumbnail } from '~/io/shrink-bitmap';
import { turnPhoto } from '~/io/turn-photo';
import { attachedLater } from '~/load/attached';
import { fetchPart, loadChunk, once, PartMissing } from '~/load/load-part';
import { createKnownHeads } from '~/model/derive';
import { type DotField, readDotField } from '~/model/dots/dot-field';
import type { Renderer } from '~/render/scene';
import type { AppState } from '~/store/app-state';
import { hasToLose } from '~/store/keeping';
import { notify } from '~/store/notify';

/** What is only needed once somebody puts in a photo: the second half of main.tsx, loaded apart from the first screen. */
export interface StartedEditor extends Work {
  /** All works of this device as one; loaded when somebody asks for it. */
  book(): Promise<ClientBook>;
  /** Loads what a first photo will ask for. Harmless to call often. */
  warmUp(): void;
  /** Loads the script that a first picture is drawn with. */
  loadChunks(): void;
  attachPreview(container: HTMLElement): () => void;
  attachCompared: ComparedPictures['attach'];
  readonly stillOf: StillOf;
  readonly photoPiece: typeof photoPiece;
  /** How high the largest face in a picture is, as a share of its height, 0..1; null where there is none. */
  faceIn(picture: ImageBitmap, signal: AbortSignal): Promise<number | null>;
}

const address = (path: string): string => new URL(path, new URL(import.meta.env.BASE_URL, document.baseURI)).href;

/** A photo is read as numbers once, however often its head is understood anew. */
const pixelsOfPhoto = new WeakMap<Photo, ReturnType<typeof readPixels>>();
const keptPixels: typeof readPixels = (photo, longestPx) => {
  const kept = pixelsOfPhoto.get(photo) ?? readPixels(photo, longestPx);
  pixelsOfPhoto.set(photo, kept);
  return kept;
};

/** A graphics card that has not come back after this long does not come back by itself, ms. */
const CARD_GONE_MS = 8000;

/** Time for the picture under the finger to be drawn first, ms. */
const WHILE_MS = 60;
const onceIdle = (work: () => void): void => {
  // Safari has no idle callback.
  if ('requestIdleCallback' in globalThis) requestIdleCallback(work, { timeout: 1000 });
  else work();
};
const afterAWhile = (work: () => void): void => {
  setTimeout(() => onceIdle(work), WHILE_MS);
};

export function startEditor(
  store: StoreApi<AppState>,
  overlay: StoreApi<Overlay | null>,
  facts: StoreApi<ShownFacts | null>,
): StartedEditor {
  let dots: DotField | null = null;
  let redrawPreview = (): void => undefined;
  let compared: ComparedPictures | null = null;
  const redraw = (): void => {
    redrawPreview();
    compared?.redraw();
  };
  const frames = {
    request: (draw: () => void) => requestAnimationFrame(draw),
    cancel: (handle: number) => cancelAnimationFrame(handle),
  };

  const fetchFile = async (path: string): Promise<File> =>
    new File([await fetchPart(address(path))], path.slice(path.lastIndexOf('/') + 1));

  const dotField = once(async () => {
    const read = readDotField(await (await fetchFile('dots.bin')).arrayBuffer());
    if (!read.ok) throw new PartMissing('dots.bin is not a dot field');
    dots = read.value;
    redraw();
    return read.value;
  });

  const renderer = once(async (): Promise<Renderer | null> => {
    const { createRenderer } = await loadChunk(() => import('~/render/create-renderer'));
    const made = await createRenderer();
    if (!made.ok) return null;
    let gone: ReturnType<typeof setTimeout> | undefined;
    made.value.onContextLost(() => {
      store.setState(notify({ kind: 'contextLost' }));
      clearTimeout(gone);
      gone = setTimeout(() => store.setState(notify({ kind: 'contextGone' })), CARD_GONE_MS);
    });
    made.value.onContextRestored(() => {
      clearTimeout(gone);
      store.setState(notify({ kind: 'contextRestored' }));
      redraw();
    });
    return made.value;
  });

  const codeReader = once(async () => (await loadChunk(() => import('~/codes/code-reader'))).createCodeReader());

  const detector = createDetector();
  const heads = createKnownHeads();
  const turns = createFreeTurns(globalThis, frames, onceIdle);
  const picture = createPreviewSource(store, () => dots, heads);
  const ports: Ports = {
    detector,
    autosave: createAutosave(),
    openPhoto,
    turnPhoto,
    readPixels: keptPixels,
    readPatch,
    isProjectFile,
    isWorksFile,
    storageRoom,
    readProjectFile,
    writeProjectFile,
    encodePicture,
    // Loaded when somebody asks for such a picture.
    encodeComparison: async (...given) =>
      (await loadChunk(() => import('~/io/encode-comparison'))).encodeComparison(...given),
    encodeSketch: async (...given) => (await loadChunk(() => import('~/io/encode-sketch'))).encodeSketch(...given),
    encodeFilm: async (...given) => (await loadChunk(() => import('~/film/encode-film'))).encodeFilm(...given),
    codePicture: async (...given) => (await loadChunk(() => import('~/codes/code-picture'))).codePicture(...given),
    codeWords: async (news) => (await loadChunk(() => import('~/ui/words/home/code-words'))).codeMessage(news),
    dayTaken: async (file) => {
      const bytes = await file.arrayBuffer().catch(() => null);
      return bytes && (await loadChunk(() => import('~/bytes/day-taken'))).dayTakenIn(new Uint8Array(bytes));
    },
    healedWords: async (news) => (await loadChunk(() => import('~/ui/words/home/healed-words'))).healedMessage(news),
    readCodes: async (text) => (await codeReader())(text),
    shareFiles,
    saveFile,
    fetchFile,
    dotField,
    renderer,
    thumbnail: makeThumbnail,
    mayComeBack,
    reloadPage: () => location.reload(),
    // Not randomUUID: a page served without https does not have it.
    newId: () => Array.from(crypto.getRandomValues(new Uint32Array(4)), (word) => word.toString(36)).join('-'),
  };
  const work = createCommands(store, picture, ports);

  /** A design in the address is taken in, and out of the address: a page that is kept or passed on is not to hold it. */
  const takeFromAddress = (): void => {
    const { hash, pathname, search } = location;
    if (!hash.startsWith(DESIGN_HASH)) return;
    history.replaceState(history.state, '', pathname + search);
    work.commands.takeDesign(hash);
  };
  takeFromAddress();
  addEventListener('hashchange', takeFromAddress);

  // Reloading or closing the page would lose it.
  addEventListener('beforeunload', (event) => {
    if (hasToLose(store.getState())) event.preventDefault();
  });

  /** Attaches what is drawn; without a renderer there is nothing to attach. */
  const whenDrawn = (attach: (made: Renderer) => () => void): (() => void) =>
    attachedLater(
      renderer(),
      (made) => (made === null ? null : attach(made)),
      () => store.setState(notify({ kind: 'partMissing' })),
    );

  return {
    ...work,

    book: once(async () => {
      const { createClientBook } = await loadChunk(() => import('~/book/client-book'));
      return createClientBook(store, ports, work.keeper);
    }),

    photoPiece,
    stillOf: createStills({ store, dotField, renderer, cutPhoto, whenIdle: afterAWhile, turns, heads }),

    async faceIn(picture, signal) {
      const found = await detector.findFaces(picture, signal);
      const face = found.ok ? found.value.at(0) : undefined;
      return face === undefined ? null : (face.box.bottom - face.box.top) / picture.height;
    },

    warmUp() {
      detector.warmUp();
      // Whoever needs them hears of a failure then.
      dotField().catch(() => undefined);
      renderer().catch(() => undefined);
    },

    loadChunks() {
      loadChunk(() => import('~/render/create-renderer')).catch(() => undefined);
    },

    attachPreview: (container) =>
      whenDrawn((made) => {
        const loop = startPreviewLoop({
          store,
          overlay,
          facts,
          renderer: made,
          ...picture,
          onFault: work.takeBack,
          frames,
          isHeld: () => turns.isHeld(),
          waitedMs: () => turns.waitedMs(),
        });
        redrawPreview = () => loop.redraw();
        const stop = followGround(container, made, redraw);
        const detach = attachTo(container, made.canvas, loop);
        return () => {
          stop();
          detach();
        };
      }),

    attachCompared: (...given) =>
      whenDrawn((made) => {
        compared ??= createComparedPictures({
          store,
          source: picture,
          sourceBeside: () => picture.beside(),
          renderer: made,
          onFault: work.takeBack,
          frames,
        });
        return compared.attach(...given);
      }),
  };
}
