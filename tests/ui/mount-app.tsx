import { USUAL_CHOICE } from '~/model/advice/first-choice';
import { createRoot } from 'react-dom/client';
import type { Root } from 'react-dom/client';
import { createStore } from 'zustand/vanilla';
import type { Commands } from '~/commands/commands';
import { editDesign } from '~/commands/edit-design';
import type { Photo } from '~/io/photo';
import { createDerivation } from '~/model/derive';
import { withoutPoint, withPoint } from '~/model/design/edit-points';
import { addedId, MAIN_POINTS, isAdded } from '~/model/design/line-points';
import type { PointId } from '~/model/design/line-points';
import { headOf } from '~/model/fit/head-of';
import { pointPlaces } from '~/model/hairline/point-moves';
import { pencilInSight } from '~/model/overlay/pencil-in-sight';
import { createMeasuring } from '~/preview/measuring';
import { NO_LINES, NO_MAPS } from '~/preview/overlay';
import type { HandleSpot, Overlay } from '~/preview/overlay';
import { createShownFacts } from '~/preview/shown-facts';
import type { ShownFacts } from '~/preview/shown-facts';
import { viewTransform } from '~/preview/view-transform';
import type { AppState, Subject } from '~/store/app-state';
import { createAppStore } from '~/store/create-store';
import { photoOnScreen, stageOf } from '~/store/screen';
import { shownDesign } from '~/store/shown-design';
import { App } from '~/ui/app';
import type { AppProps } from '~/ui/base/app-props';
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

/** Seven points in an arch, each raised by what the design says, and the added ones between. */
const spots = (state: AppState): readonly HandleSpot[] => {
  const { handles, points } = shownDesign(state);
  const spot = (id: PointId, sideMm: number, heightMm: number): HandleSpot => ({
    id,
    at: { xPx: 150 + sideMm, yPx: 240 - heightMm },
    inSight: true,
    heightMm,
    sideMm,
  });
  return [
    ...MAIN_POINTS.map((id, index) => {
      const move = handles[id] ?? { sideMm: 0, upMm: 0 };
      return spot(id, (index - 3) * 25 + move.sideMm, 75 - 4 * (index - 3) ** 2 + move.upMm);
    }),
    ...points.map((point) => spot(addedId(point), (point.side === 'left' ? 25 : -25) * point.share, 74 + point.outMm)),
  ];
};

/** The screen on a real store and a real undo, with everything that works on pictures replaced by a record of calls. */
export function mountApp(state: Partial<AppState> = {}): Mounted {
  const store = createAppStore();
  const overlay = createStore<Overlay | null>()(() => null);
  const facts = createStore<ShownFacts | null>()(() => null);
  const factsOf = createShownFacts(createDerivation());
  const calls: Call[] = [];
  const measuring = createMeasuring();
  const edit = editDesign(store);
  const note =
    <Verb extends keyof Commands>(verb: Verb) =>
    (...given: Parameters<Commands[Verb]>): void => {
      calls.push([verb, ...given]);
    };
  const noted =
    (verb: keyof typeof edit) =>
    (...given: never[]): void => {
      calls.push([verb, ...given]);
      const run: (...all: never[]) => void = edit[verb];
      run(...given);
    };
  const raise = (id: PointId, sideMm: number, upMm: number): void =>
    edit.preview((design) => {
      if (isAdded(id)) return withPoint(design, id, design.mirror, ({ outMm }) => ({ outMm: outMm + upMm }));
      const before = design.handles[id] ?? { sideMm: 0, upMm: 0 };
      return {
        ...design,
        handles: { ...design.handles, [id]: { sideMm: before.sideMm + sideMm, upMm: before.upMm + upMm } },
      };
    });
  const commands: Commands = {
    openPhoto: note('openPhoto'),
    reload: note('reload'),
    openSample: note('openSample'),
    openAny: note('openAny'),
    chooseFace: note('chooseFace'),
    placeByHand: note('placeByHand'),
    acceptPlacement: note('acceptPlacement'),
    cancelJob: note('cancelJob'),
    newPhoto: note('newPhoto'),
    preview: noted('preview'),
    commit: noted('commit'),
    cancelGesture: noted('cancelGesture'),
    change: noted('change'),
    undo: noted('undo'),
    redo: noted('redo'),
    dragHandle(id, to) {
      note('dragHandle')(id, to);
      raise(id, 1, 1);
    },
    nudgeHandle(id, sideMm, upMm) {
      note('nudgeHandle')(id, sideMm, upMm);
      raise(id, sideMm, upMm);
    },
    addPoint(at) {
      note('addPoint')(at);
      const { points } = shownDesign(store.getState());
      const number = points.length / 2 + 1;
      const twin = { number, stretch: 'front', share: number / 5, outMm: 0, sharp: false } as const;
      edit.change((design) => ({
        ...design,
        points: [...points, { ...twin, side: 'left' }, { ...twin, side: 'right' }],
      }));
      store.setState({ pointInHand: `left${number}`, pointToFocus: `left${number}` });
    },
    deletePoint(id) {
      note('deletePoint')(id);
      edit.change((design) => withoutPoint(design, id, design.mirror));
      store.setState({ pointInHand: 'leftCorner', pointToFocus: 'leftCorner' });
    },
    paintAt: note('paintAt'),
    savePicture: note('savePicture'),
    saveProject: note('saveProject'),
    openSaved: note('openSaved'),
    deleteSaved: note('deleteSaved'),
  };

  const attachPreview = (host: HTMLElement): (() => void) => {
    const canvas = document.createElement('canvas');
    host.prepend(canvas);
    const show = (): void => {
      const now = store.getState();
      const size = { widthPx: host.clientWidth, heightPx: host.clientHeight };
      const photo = photoOnScreen(now)?.size ?? PHOTO_SIZE;
      const reading = { photo, face: null, outline: null, focalPx: null };
      const fit = now.screen.kind === 'choose-face' ? null : headOf(reading, shownDesign(now));
      overlay.setState(
        {
          camera: viewTransform(now.zoom, photo, size),
          size,
          ...NO_LINES,
          fit,
          handles: now.screen.kind === 'editing' ? spots(now) : [],
          pencil:
            now.sketch !== 'hidden' && fit !== null
              ? pencilInSight(shownDesign(now).pencil, shownDesign(now).notes, fit)
              : null,
          ...(fit === null ? {} : measuring(now, shownDesign(now), fit, pointPlaces(shownDesign(now), fit))),
          maps: NO_MAPS,
        },
        true,
      );
      facts.setState(factsOf(now, null), true);
    };
    const stop = store.subscribe(show);
    const observer = new ResizeObserver(show);
    observer.observe(host);
    show();
    return () => {
      stop();
      observer.disconnect();
      canvas.remove();
    };
  };

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
    commands,
    overlay,
    facts,
    attachPreview,
    stillOf: (_design, _frame, size) =>
      Promise.resolve({ pixels: new ImageData(size.widthPx, size.heightPx), line: [] }),
    reload: () => void calls.push(['reload']),
    openCamera: () => Promise.resolve({ ok: false, problem: 'none' }),
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
export const mountEditor = async (state: Partial<AppState> = {}): Promise<Mounted> =>
  mountApp({ screen: { kind: 'editing', subject: await plainSubject() }, ...state });

/** The same, where a head is placed by hand. */
export const mountPlacing = async (): Promise<Mounted> =>
  mountApp({ screen: { kind: 'place-head', subject: await plainSubject() } });
