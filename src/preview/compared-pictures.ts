import type { StoreApi } from 'zustand/vanilla';
import type { SizePx } from '~/model/base/units';
import type { Consultation, DesignRecord, HeadRecord } from '~/model/design/consultation';
import { current } from '~/model/design/history';
import type { Moment } from '~/model/design/time-scale';
import type { Renderer, Scene } from '~/render/scene';
import type { AppState, Subject } from '~/store/app-state';
import { comparedOf, stateOfCompared, subjectOfCompared, zoomCompared, zoomOfCompared } from '~/store/compared';
import type { Compared } from '~/store/compared';
import { createCanvasSize } from './canvas-size';
import { NO_MAPS } from './overlay';
import type { Lines, Overlay } from './overlay';
import type { PreviewSource } from './preview-source';
import { onScreen, viewTransform } from './view-transform';

/** More device pixels than this per CSS px nobody sees, but everybody waits for. */
const MOST_PX_PER_CSS_PX = 2;

type ComparedSource = Pick<PreviewSource, 'sceneOf' | 'linesOf' | 'frameOf'>;

export interface ComparedParts {
  readonly store: StoreApi<AppState>;
  readonly source: ComparedSource;
  /** One more such source, for another photo of the head: what it knows it knows beside the others. */
  readonly sourceBeside: () => ComparedSource;
  readonly renderer: Pick<Renderer, 'canvas' | 'show' | 'onDrawn' | 'holdPhotos'>;
  readonly onFault: (error: unknown, drawnBefore: boolean) => void;
  readonly frames: {
    request(draw: () => void): number;
    cancel(handle: number): void;
  };
}

export interface ComparedPictures {
  /** Keeps a canvas the picture `at` of the comparison, until the returned function is called; it fills its room. */
  attach(canvas: HTMLCanvasElement, at: number, overlay: StoreApi<Overlay | null>): () => void;
  /** Draws all of them again: dots arrived, or the GPU forgot everything. */
  redraw(): void;
}

/** All that decides what there is to see: where these are the same objects, so is the picture. */
type Cause = readonly [
  Subject | null,
  HeadRecord,
  DesignRecord,
  // All of them: what is tapped in one photo moves the head in the others.
  Consultation['views'],
  Moment['timeYears'],
  number,
  AppState['sketch'],
  AppState['tool'],
];

function causeOf(state: AppState, compared: Compared): Cause {
  const { head, designs, views } = current(state.history);
  const { timeYears, sessionsDone } = compared.moment;
  const subject = subjectOfCompared(state, compared);
  return [subject, head, designs[compared.design].drawn, views, timeYears, sessionsDone, state.sketch, state.tool];
}

interface Picture {
  readonly canvas: HTMLCanvasElement;
  readonly at: number;
  readonly overlay: StoreApi<Overlay | null>;
  cause: Cause | null;
  scene: Scene | null;
  lines: Lines | null;
  /** How it was drawn last; null: it is to be drawn. */
  drawn: string | null;
}

/**
 * Pictures beside each other, by the one renderer there is: each is drawn in turn and copied into a canvas of its own. Of a
 * gesture only that picture is drawn again which it changes. All are of one size, and see the head from equally near; views
 * of it each by itself, for each is a photo of its own.
 */
export function createComparedPictures(parts: ComparedParts): ComparedPictures {
  const { store, source, renderer, frames } = parts;
  let pictures: readonly Picture[] = [];
  let frame: number | null = null;
  let unsubscribe: (() => void) | null = null;
  const canvasSize = createCanvasSize(renderer, () => request());
  /** Of views: each has a head of its own, which is not to be forgotten for the next. */
  const sources = new Map<string, ComparedSource>();
  const sourceOf = (state: AppState, view: string): ComparedSource => {
    if (state.comparing?.by !== 'views') return source;
    const there = sources.get(view) ?? parts.sourceBeside();
    sources.set(view, there);
    return there;
  };

  /** The room that each of them has, CSS px: the least, as rounding may give one of them a pixel more. */
  const room = (): SizePx<'view'> => ({
    widthPx: Math.min(...pictures.map(({ canvas }) => canvas.clientWidth)),
    heightPx: Math.min(...pictures.map(({ canvas }) => canvas.clientHeight)),
  });

  const draw = (picture: Picture, state: AppState, compared: Compared, size: SizePx<'view'>): void => {
    const cause = causeOf(state, compared);
    const seen = (): AppState | null => stateOfCompared(state, compared);
    const from = sourceOf(state, compared.view);
    if (picture.cause === null || cause.some((part, at) => !Object.is(part, picture.cause?.[at]))) {
      const now = seen();
      picture.scene = now === null ? null : from.sceneOf(now);
      picture.lines = now === null ? null : from.linesOf(now);
      picture.cause = cause;
      picture.drawn = null;
    }
    const { scene, lines, canvas, overlay, at } = picture;
    if (scene === null || lines === null) {
      // A photo that is being read; what was seen here before is another one.
      if (overlay.getState() !== null) overlay.setState(null, true);
      canvas.width = canvas.height = 1;
      return;
    }
    if (zoomOfCompared(state, at) === undefined) {
      const now = seen();
      const zoom = now === null ? null : from.frameOf(now, size);
      store.setState((before) => zoomCompared(before, at, zoom));
    }
    const zoom = zoomOfCompared(store.getState(), at) ?? null;
    const ratio = Math.min(MOST_PX_PER_CSS_PX, devicePixelRatio);
    const photo: SizePx = { widthPx: scene.photo.width, heightPx: scene.photo.height };
    const camera = viewTransform(zoom, photo, size);
    const wipe = state.holdingBefore ? 1 : 0;
    const how = JSON.stringify([camera, size, ratio, wipe]);
    if (how === picture.drawn) return;
    const drawn = onScreen(size, camera, ratio);
    if (!canvasSize.mayBe(drawn.size)) return;
    renderer.show(scene, { ...drawn, wipe, moving: false });
    const drawnSize = drawn.size;
    if (canvas.width !== drawnSize.widthPx || canvas.height !== drawnSize.heightPx) {
      canvas.width = drawnSize.widthPx;
      canvas.height = drawnSize.heightPx;
    }
    canvas.getContext('2d')?.drawImage(renderer.canvas, 0, 0);
    overlay.setState({ camera, size, ...lines, maps: NO_MAPS }, true);
    picture.drawn = how;
  };

  const paint = (): void => {
    frame = null;
    const size = room();
    const first = comparedOf(store.getState()).at(0);
    if (pictures.length === 0 || first === undefined || size.widthPx < 1 || size.heightPx < 1) return;
    try {
      if (store.getState().toFrame) {
        const now = stateOfCompared(store.getState(), first);
        const byViews = store.getState().comparing?.by === 'views';
        store.setState({ toFrame: false, ...(now !== null && !byViews && { zoom: source.frameOf(now, size) }) });
      }
      const state = store.getState();
      renderer.holdPhotos(new Set(comparedOf(state).map(({ view }) => view)).size);
      const compared = comparedOf(state);
      for (const picture of pictures) {
        const shown = compared.at(picture.at);
        if (shown !== undefined) draw(picture, state, shown, size);
      }
    } catch (error) {
      parts.onFault(error, true);
    }
  };

  const request = (): void => {
    frame ??= frames.request(paint);
  };
  const observer = new ResizeObserver(request);

  return {
    attach(canvas, at, overlay) {
      const picture: Picture = { canvas, at, overlay, cause: null, scene: null, lines: null, drawn: null };
      pictures = [...pictures, picture];
      observer.observe(canvas);
      unsubscribe ??= store.subscribe(request);
      request();
      return () => {
        pictures = pictures.filter((other) => other !== picture);
        observer.unobserve(canvas);
        // Its pixels are given back at once, not when somebody collects it.
        canvas.width = 0;
        canvas.height = 0;
        if (pictures.length > 0) return;
        unsubscribe?.();
        unsubscribe = null;
        if (frame !== null) frames.cancel(frame);
        frame = null;
        sources.clear();
        canvasSize.dispose();
        renderer.holdPhotos(1);
      };
    },
    redraw() {
      for (const picture of pictures) {
        picture.cause = null;
        picture.drawn = null;
      }
      request();
    },
  };
}
