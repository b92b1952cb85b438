import type { StoreApi } from 'zustand/vanilla';
import type { SizePx } from '~/model/base/units';
import type { Renderer, Scene } from '~/render/scene';
import type { AppState } from '~/store/app-state';
import { photoOnScreen } from '~/store/screen';
import { onScreen, viewTransform } from './view-transform';
import { wipeShare } from './wipe';
import { createCanvasSize } from './canvas-size';
import { NO_MAPS } from './overlay';
import { createPace, WHOLE } from './pace';
import type { Sharpness } from './pace';
import type { Lines, Maps, Overlay } from './overlay';
import type { ShownFacts } from './shown-facts';

/** More device pixels than this per CSS px nobody sees, but everybody waits for. */
const MOST_PX_PER_CSS_PX = 2;

/** A pan or zoom counts as over when the camera has stood still for so long; then dots are drawn afresh. Our choice. */
const STILL_AFTER_MS = 120;

/**
 * While a change goes on under a finger on a device that draws slowly: not less than this, or faces could not be told. In a large room a face is
 * large too, and so many px along the room's shorter side do. Our choice.
 */
const LEAST_PX_PER_CSS_PX = 0.75;
const LEAST_PX_ACROSS = 420;
const leastPxPerCssPx = ({ widthPx, heightPx }: SizePx<'view'>): number =>
  Math.min(LEAST_PX_PER_CSS_PX, LEAST_PX_ACROSS / Math.min(widthPx, heightPx));

/**
 * When the last change has been on the screen for so long, or for so many times as it took to get there, all is drawn again, with all that the
 * screen can show: where pictures come slowly a whole one would else be drawn, more slowly still, between two moves of a finger. Our choice.
 */
const SHARPEN_AFTER_MS = 160;
const SHARPEN_AFTER_FRAMES = 2;

/** Where pictures come slowly, what there is to read beside them follows no more often than this, ms: it is read when the finger rests. Our choice. */
const READ_EVERY_MS = 150;

/** Mark in the browser's own timeline when the first picture of a photo has been drawn; the bench waits for it. */
const PREVIEW_SHOWN = 'preview shown';

export interface PreviewParts {
  readonly store: StoreApi<AppState>;
  readonly overlay: StoreApi<Overlay | null>;
  readonly facts: StoreApi<ShownFacts | null>;
  readonly renderer: Renderer;
  /** What there is to see in this state; null: nothing. */
  sceneOf(state: AppState): Scene | null;
  linesOf(state: AppState): Lines;
  mapsOf(state: AppState): Maps;
  /** What there is to read beside the picture. */
  factsOf(state: AppState): ShownFacts | null;
  /** How near the head is to be seen first in a room of this size, CSS px. */
  frameOf(state: AppState, room: SizePx<'view'>): AppState['zoom'];
  /** This state cannot be drawn: a mistake of ours. `drawnBefore`: another state of the same photo was. */
  onFault(error: unknown, drawnBefore: boolean): void;
  readonly frames: {
    request(draw: () => void): number;
    cancel(handle: number): void;
  };
  /** Whether a finger, or a button of the mouse, is down. */
  isHeld(): boolean;
  /** How long the last move of a pointer had waited for the page when it was heard, ms. */
  waitedMs(): number;
}

export interface PreviewLoop {
  /** Tells the size of the place the picture is shown in, CSS px, and how many device pixels one CSS px has. */
  resize(size: SizePx<'view'>, pxPerCssPx: number): void;
  /** Draws again although nothing in the state changed: dots arrived, or the GPU forgot everything. */
  redraw(): void;
  dispose(): void;
}

/** Shows the state of the store, at most once per frame and only when something changed. */
export function startPreviewLoop(parts: PreviewParts): PreviewLoop {
  const { store, overlay, facts, renderer, frames } = parts;
  let size: SizePx<'view'> = { widthPx: 0, heightPx: 0 };
  let ratio = 1;
  let frame: number | null = null;
  let still: ReturnType<typeof setTimeout> | null = null;
  let photoShown: ImageBitmap | null = null;
  let zoomShown = store.getState().zoom;
  /** What was drawn last without a fault; told once, so that a fault that stays takes back one change and no more. */
  let drawn: ImageBitmap | null = null;

  const pace = createPace();
  let sceneShown: Scene | null = null;
  /** When what there is to read was told last, ms. */
  let toldMs = -Infinity;
  /** A picture that was not drawn wholly, and what waits to do that, which begins once it is on the screen. */
  let unsharp: { timer: ReturnType<typeof setTimeout> | undefined } | null = null;
  const canvasSize = createCanvasSize(renderer, () => request());
  const changesUnderFinger = (scene: Scene): boolean => parts.isHeld() && sceneShown !== null && scene !== sceneShown;
  const goesOn = (scene: Scene): boolean => changesUnderFinger(scene) || (unsharp !== null && parts.isHeld());
  /** How sharply to draw a scene now. */
  const sharpnessFor = (scene: Scene): Sharpness => (goesOn(scene) && pace.sharpness.brief ? pace.sharpness : WHOLE);
  /** Notes how long the card takes for what is drawn now, and has what is not drawn wholly drawn again when it rests. */
  const follow = (scene: Scene, { brief }: Sharpness): void => {
    const changes = changesUnderFinger(scene);
    const isDone = !goesOn(scene);
    sceneShown = scene;
    if (isDone || changes) {
      clearTimeout(unsharp?.timer);
      unsharp = null;
    }
    if (brief) unsharp ??= { timer: undefined };
    if (changes) {
      const began = performance.now();
      const waitedMs = parts.waitedMs();
      renderer.onDrawn(() =>
        frames.request(() => {
          const ms = Math.max(performance.now() - began, waitedMs);
          pace.took(ms);
          // Of pictures that came one upon the other the last is waited for.
          if (unsharp === null || sceneShown !== scene) return;
          unsharp.timer ??= setTimeout(
            () => {
              unsharp = null;
              request();
            },
            Math.max(SHARPEN_AFTER_MS, SHARPEN_AFTER_FRAMES * ms),
          );
        }),
      );
    }
  };

  /** The zoom that the app chose itself. While nobody has chosen another, it follows the room. */
  let framed: { readonly zoom: AppState['zoom'] } | null = null;
  const frameNow = (): void => {
    framed = { zoom: parts.frameOf(store.getState(), size) };
    zoomShown = framed.zoom;
    store.setState({ zoom: framed.zoom, toFrame: false });
  };

  const hide = (): void => {
    overlay.setState(null, true);
    // The plan on paper stands in place of the picture, and says the same of the same design.
    if (store.getState().paper === null) facts.setState(null, true);
  };

  const draw = (): void => {
    frame = null;
    try {
      paint();
    } catch (error) {
      const drawnBefore = drawn !== null && drawn === photoOnScreen(store.getState())?.working;
      drawn = null;
      parts.onFault(error, drawnBefore);
    }
  };

  const paint = (): void => {
    // Another view has the renderer meanwhile.
    if (store.getState().comparing !== null) return;
    if (size.widthPx > 0 && store.getState().toFrame) frameNow();
    const state = store.getState();
    const scene = size.widthPx === 0 || size.heightPx === 0 ? null : parts.sceneOf(state);
    if (scene === null) {
      hide();
      return;
    }
    if (state.zoom !== zoomShown) {
      zoomShown = state.zoom;
      if (still !== null) clearTimeout(still);
      still = setTimeout(() => {
        still = null;
        request();
      }, STILL_AFTER_MS);
    }
    const photo: SizePx = { widthPx: scene.photo.width, heightPx: scene.photo.height };
    const camera = viewTransform(state.zoom, photo, size);
    const sharpness = sharpnessFor(scene);
    const seen = onScreen(size, camera, Math.max(Math.min(ratio, leastPxPerCssPx(size)), ratio * sharpness.share));
    if (!canvasSize.mayBe(seen.size)) return;
    // What takes longer than lines can wait for a frame when a photo is seen for the first time.
    const isFirst = scene.dots !== null && scene.photo !== photoShown;
    const lines = parts.linesOf(state);
    overlay.setState({ camera, size, ...lines, maps: isFirst ? NO_MAPS : parts.mapsOf(state) }, true);
    renderer.show(scene, {
      ...seen,
      wipe: state.holdingBefore ? 1 : wipeShare(state.wipePercent, lines.fit, photo.widthPx),
      moving: still !== null,
      ...(sharpness.brief && { brief: true }),
    });
    follow(scene, sharpness);
    // A brief drawing is always followed by a whole one, and that by its facts.
    const now = performance.now();
    if (!sharpness.brief || now - toldMs >= READ_EVERY_MS) {
      facts.setState(isFirst ? null : parts.factsOf(state), true);
      toldMs = now;
    }
    drawn = scene.photo;
    if (isFirst) {
      photoShown = scene.photo;
      performance.mark(PREVIEW_SHOWN);
      request();
    }
  };

  const request = (): void => {
    frame ??= frames.request(draw);
  };

  const unsubscribe = store.subscribe(request);
  return {
    resize(next, pxPerCssPx) {
      const turned = next.widthPx !== size.widthPx || next.heightPx !== size.heightPx;
      size = next;
      if (turned && framed !== null && framed.zoom === store.getState().zoom) store.setState({ toFrame: true });
      ratio = Math.min(MOST_PX_PER_CSS_PX, pxPerCssPx);
      request();
    },
    redraw: request,
    dispose() {
      unsubscribe();
      if (frame !== null) frames.cancel(frame);
      if (still !== null) clearTimeout(still);
      clearTimeout(unsharp?.timer);
      unsharp = null;
      canvasSize.dispose();
      hide();
    },
  };
}

/** Puts the canvas into a container, follows the container's size, and starts the loop; returns what undoes that. */
export function attachTo(container: HTMLElement, canvas: HTMLCanvasElement, loop: PreviewLoop): () => void {
  container.prepend(canvas);
  const measure = (): void =>
    loop.resize({ widthPx: container.clientWidth, heightPx: container.clientHeight }, devicePixelRatio);
  const observer = new ResizeObserver(measure);
  observer.observe(container);
  measure();
  // Another screen, or the page's own zoom, may change the pixels of a place whose size stays.
  const stop = new AbortController();
  const followRatio = (): void =>
    matchMedia(`(resolution: ${devicePixelRatio}dppx)`).addEventListener(
      'change',
      () => {
        measure();
        followRatio();
      },
      { once: true, signal: stop.signal },
    );
  followRatio();
  return () => {
    stop.abort();
    observer.disconnect();
    loop.dispose();
    canvas.remove();
  };
}
