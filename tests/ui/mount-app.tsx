import { photoPiece } from '~/io/cut-photo';
import { USUAL_CHOICE } from '~/model/advice/started-from';
import { createRoot } from 'react-dom/client';
import type { Root } from 'react-dom/client';
import { createStore } from 'zustand/vanilla';
import { createClientBook } from '~/book/client-book';
import type { Commands } from '~/commands/commands';
import { createCommands } from '~/commands/create-commands';
import type { Photo } from '~/io/photo';
import { placeByHand } from '~/model/fit/place-by-hand';
import type { SizePx } from '~/model/base/units';
import type { Still } from '~/preview/stills';
import type { Overlay } from '~/preview/overlay';
import { attachTo, startPreviewLoop } from '~/preview/preview-loop';
import { createComparedPictures } from '~/preview/compared-pictures';
import { createPreviewSource } from '~/preview/preview-source';
import type { ShownFacts } from '~/preview/shown-facts';
import type { Renderer } from '~/render/scene';
import type { AppState, Subject } from '~/store/app-state';
import { createAppStore } from '~/store/create-store';
import { stageOf } from '~/store/screen';
import { App } from '~/ui/app';
import type { OfflineState } from '~/load/offline';
import type { AppProps } from '~/ui/base/app-props';
import { fakePorts, smallDotField } from '../support/fake-ports';
import { SHARP } from '../support/photo-character';

/** A call of a verb, as a test reads it. */
export type Call = readonly [verb: keyof Commands, ...given: readonly unknown[]];

export interface Mounted {
  readonly props: AppProps;
  readonly calls: readonly Call[];
  readonly callsOf: (verb: keyof Commands) => readonly Call[];
  readonly unmount: () => void;
}

const PHOTO_SIZE = { widthPx: 300, heightPx: 400 };

/** A grey photo, so that there is something to show. */
export async function greyPhoto(): Promise<Photo> {
  const canvas = new OffscreenCanvas(PHOTO_SIZE.widthPx, PHOTO_SIZE.heightPx);
  const pen = canvas.getContext('2d');
  if (pen === null) throw new Error('This browser has no canvas.');
  pen.fillStyle = '#b49a8a';
  pen.fillRect(0, 0, canvas.width, canvas.height);
  return {
    working: await createImageBitmap(canvas),
    size: PHOTO_SIZE,
    full: PHOTO_SIZE,
    file: new Blob(),
    name: 'grey.png',
    focalPx: null,
  };
}

/** Verbs that lead to another screen, or to a file: what they do has tests of its own, and here they are only counted. */
const ONLY_COUNTED: ReadonlySet<keyof Commands> = new Set([
  'openPhoto',
  'openSample',
  'openAny',
  'chooseFace',
  'placeByHand',
  'acceptPlacement',
  'cancelJob',
  'newPhoto',
  'answerLeaving',
  'reload',
  'savePicture',
  'saveProject',
  'takeHome',
  'shareReady',
  'openSaved',
  'deleteSaved',
]);

/** The verbs, each counted before it is done. */
function counted(commands: Commands, calls: Call[]): Commands {
  const count = <Verb extends keyof Commands>(verb: Verb): [Verb, (...given: unknown[]) => void] => {
    const act = commands[verb] as (...given: unknown[]) => void;
    return [
      verb,
      (...given) => {
        calls.push([verb, ...given]);
        if (!ONLY_COUNTED.has(verb)) act(...given);
      },
    ];
  };
  return Object.fromEntries((Object.keys(commands) as (keyof Commands)[]).map(count)) as unknown as Commands;
}

/** The app in a world in memory: all of it is real but the drawing, files, storage and the detector. */
/** A small picture with nothing on it. */
export const emptyStill = ({ widthPx, heightPx }: SizePx<'still'>): Still => ({
  pixels: new ImageData(widthPx, heightPx),
  line: [],
  lineOf: () => [],
  pencil: { lines: [], widthPx: 1 },
  strokes: [],
  skull: () => [],
  notes: [],
  pxPerMm: 1,
  fit: placeByHand({ widthPx, heightPx }, 'men'),
  part: { left: 0, top: 0, width: widthPx, height: heightPx },
});

export function mountApp(state: Partial<AppState> = {}, given: Partial<AppProps> = {}): Mounted {
  const store = createAppStore();
  const overlay = createStore<Overlay | null>()(() => null);
  const facts = createStore<ShownFacts | null>()(() => null);
  const field = smallDotField();
  const picture = createPreviewSource(store, () => field);
  const { ports } = fakePorts();
  const work = createCommands(store, picture, ports);
  const calls: Call[] = [];

  const attachPreview = (host: HTMLElement): (() => void) => {
    const canvas = document.createElement('canvas');
    const loop = startPreviewLoop({
      store,
      overlay,
      facts,
      renderer: { canvas, show: () => undefined, onDrawn: (done) => void setTimeout(done) } as Pick<
        Renderer,
        'canvas' | 'show' | 'onDrawn'
      > as Renderer,
      ...picture,
      onFault: (error) => {
        throw error;
      },
      frames: { request: (draw) => requestAnimationFrame(draw), cancel: (handle) => cancelAnimationFrame(handle) },
      isHeld: () => false,
      waitedMs: () => 0,
    });
    return attachTo(host, canvas, loop);
  };

  const compared = createComparedPictures({
    store,
    source: picture,
    sourceBeside: () => picture.beside(),
    renderer: {
      canvas: document.createElement('canvas'),
      show: () => undefined,
      onDrawn: (done) => void setTimeout(done),
      holdPhotos: () => undefined,
    },
    onFault: (error) => {
      throw error;
    },
    frames: { request: (draw) => requestAnimationFrame(draw), cancel: (handle) => cancelAnimationFrame(handle) },
  });

  store.setState(state);
  document.documentElement.dataset.stage = stageOf(store.getState());
  document.documentElement.lang = 'en';
  document.title = 'Stipple';
  const place = document.createElement('div');
  place.id = 'app';
  document.body.append(place);
  const root: Root = createRoot(place);
  const props: AppProps = {
    store,
    commands: counted(work.commands, calls),
    overlay,
    facts,
    attachPreview,
    attachCompared: (...given) => compared.attach(...given),
    stillOf: (_design, _frame, size) => Promise.resolve(emptyStill(size)),
    photoPiece,
    book: () => Promise.resolve(createClientBook(store, ports, work.keeper)),
    reload: () => void calls.push(['reload']),
    offline: {
      state: createStore<OfflineState>()(() => ({ kind: 'unknown' })),
      make: () => undefined,
      cancel: () => undefined,
      takeOver: () => undefined,
      forget: () => undefined,
    },
    faceIn: () => Promise.resolve(null),
    openCamera: () => Promise.resolve({ ok: false, problem: 'none' }),
    ...given,
  };
  root.render(<App {...props} />);
  return {
    props,
    calls,
    callsOf: (verb) => calls.filter(([each]) => each === verb),
    unmount() {
      root.unmount();
      place.remove();
    },
  };
}

/** Two frames: what was asked for is drawn, and read beside the picture. */
export async function drawn(): Promise<void> {
  for (let frame = 0; frame < 2; frame++) await new Promise((resolve) => requestAnimationFrame(resolve));
}

/** A head in a grey photo of which nothing else is known. */
export async function plainSubject(): Promise<Subject> {
  const photo = await greyPhoto();
  return {
    photo,
    reading: { photo: photo.size, face: null, outline: null, focalPx: null },
    skin: { skin: [0.4, 0.3, 0.25], light: [1, 1, 1], character: SHARP, gloss: null },
    hair: null,
    stubble: null,
    first: USUAL_CHOICE,
    covered: false,
    faults: [],
    grid: null,
  };
}

/** The same, in the editor. */
export const mountEditor = async (state: Partial<AppState> = {}, given: Partial<AppProps> = {}): Promise<Mounted> =>
  mountApp({ screen: { kind: 'editing', subject: await plainSubject() }, ...state }, given);

/** The same, where a head is placed by hand. */
export const mountPlacing = async (): Promise<Mounted> =>
  mountApp({ screen: { kind: 'place-head', subject: await plainSubject() } });
