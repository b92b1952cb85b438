import { createRoot } from 'react-dom/client';
import { createStore } from 'zustand/vanilla';
import { lazyCommands } from '~/commands/lazy-commands';
import type { Overlay } from '~/preview/overlay';
import type { ShownFacts } from '~/preview/shown-facts';
import type { StillOf } from '~/preview/stills';
import { openCamera } from '~/io/webcam';
import { attachedLater } from '~/load/attached';
import { loadChunk, once, within } from '~/load/load-part';
import type { OfflineState } from '~/load/offline';
import { createAppStore } from '~/store/create-store';
import { stageOf } from '~/store/screen';
import { notify } from '~/store/notify';
import { App, loadScreens } from '~/ui/app';
import type { AppProps } from '~/ui/base/app-props';
import type { StartedEditor } from './start-editor';

/** Writing down what waits takes no longer than this before the page is loaded anew, ms. */
const FLUSH_MS = 2000;

/** The page: the first screen at once, and the rest of the house (start-editor.ts) when the page has nothing else to do. */
const store = createAppStore();
const overlay = createStore<Overlay | null>()(() => null);
const facts = createStore<ShownFacts | null>()(() => null);

const tellStage = (): void => {
  document.documentElement.dataset.stage = stageOf(store.getState());
};
store.subscribe(tellStage);
tellStage();

let started: StartedEditor | null = null;
const editor = once(async () => {
  const { startEditor: openWorkshop } = await loadChunk(() => import('./start-editor'));
  return (started = openWorkshop(store, overlay, facts));
});
const sayMissing = (): void => store.setState(notify({ kind: 'partMissing' }));
/** Where nobody waits for it: whoever does hears of a failure. */
const quietly = (work: (editor: StartedEditor) => unknown): void => void editor().then(work, () => undefined);

const commands = lazyCommands(async () => (await editor()).commands, sayMissing);

const attachPreview: AppProps['attachPreview'] = (container) =>
  attachedLater(editor(), (there) => there.attachPreview(container), sayMissing);
const attachCompared: AppProps['attachCompared'] = (...given) =>
  attachedLater(editor(), (there) => there.attachCompared(...given), sayMissing);

const stillOf: StillOf = async (...wanted) => (await editor()).stillOf(...wanted);
const photoPiece: AppProps['photoPiece'] = async (...wanted) => (await editor()).photoPiece(...wanted);

const faceIn: AppProps['faceIn'] = async (...given) => (await editor()).faceIn(...given);

const book: AppProps['book'] = async () => (await editor()).book();

/** What waits is written down first; the work comes back with the page. */
const reload = (): void => {
  const kept = started?.flush() ?? Promise.resolve();
  const again = (): void => location.reload();
  within(FLUSH_MS, kept).then(again, again);
};

const folder = new URL(import.meta.env.BASE_URL, document.baseURI).href;
const offlineState = createStore<OfflineState>()(() => ({ kind: 'unknown' }));
const keptApp = once(async () => {
  const { watchOffline } = await loadChunk(() => import('~/load/offline'));
  return watchOffline({
    container: navigator.serviceWorker,
    caches,
    storage: navigator.storage,
    folder,
    say: (state) => offlineState.setState(state, true),
    onTakenOver: reload,
  });
});
const ofApp = (work: (app: Awaited<ReturnType<typeof keptApp>>) => unknown) => (): void =>
  void keptApp().then(work, sayMissing);
const offline = {
  state: offlineState,
  make: ofApp((app) => app.make()),
  cancel: ofApp((app) => app.cancel()),
  takeOver: ofApp((app) => app.takeOver()),
  forget: ofApp((app) => app.forget()),
};

/** Without https (other than localhost), and in some private windows, there is no service worker. */
function watchInstalled(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  // Who puts the app on the home screen wants it there without a network too.
  addEventListener('appinstalled', offline.make);
  const installed = matchMedia('(display-mode: standalone)').matches;
  keptApp().then(
    (app) => {
      if (installed && offlineState.getState().kind === 'off') void app.make();
    },
    () => undefined,
  );
}

const place = document.getElementById('app');
if (place === null) throw new Error('index.html has no #app');
createRoot(place).render(
  <App
    {...{
      store,
      commands,
      overlay,
      facts,
      attachPreview,
      attachCompared,
      stillOf,
      photoPiece,
      faceIn,
      openCamera,
      book,
      reload,
      offline,
    }}
  />,
);

// Safari has no idle callback.
const whenIdle =
  'requestIdleCallback' in globalThis ? requestIdleCallback : (work: () => void) => setTimeout(work, 200);
whenIdle(() => {
  watchInstalled();
  quietly((there) => {
    there.restore();
    void loadChunk(() => import('~/load/launched-files')).then(
      ({ takeLaunchedFiles }) =>
        takeLaunchedFiles(
          folder,
          (file) => commands.openAny(file),
          () => store.setState(notify({ kind: 'fileUnreadable' })),
        ),
      () => undefined,
    );
    // Before somebody needs them: so a host that fails later takes nothing away.
    void loadScreens();
    there.loadChunks();
  });
});

// The first sign that somebody wants to begin: while they look for a photo, what it will need is loaded.
for (const sign of ['pointerdown', 'keydown', 'dragenter']) {
  addEventListener(sign, () => quietly((there) => there.warmUp()), { once: true, passive: true });
}

document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'hidden') void started?.flush();
});
