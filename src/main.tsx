import { createRoot } from 'react-dom/client';
import { createStore } from 'zustand/vanilla';
import { lazyCommands } from '~/commands/lazy-commands';
import type { Overlay } from '~/preview/overlay';
import type { ShownFacts } from '~/preview/shown-facts';
import type { StillOf } from '~/preview/stills';
import { openCamera } from '~/io/webcam';
import { createAppStore } from '~/store/create-store';
import { stageOf } from '~/store/screen';
import { App } from '~/ui/app';
import type { StartedEditor } from './start-editor';

/** The page: the first screen at once, and the rest of the house (start-editor.ts) when the page has nothing else to do. */
const store = createAppStore();
const overlay = createStore<Overlay | null>()(() => null);
const facts = createStore<ShownFacts | null>()(() => null);

const tellStage = (): void => {
  document.documentElement.dataset.stage = stageOf(store.getState());
};
store.subscribe(tellStage);
tellStage();

let opening: Promise<StartedEditor> | null = null;
const editor = (): Promise<StartedEditor> =>
  (opening ??= import('./start-editor').then(({ startEditor: openWorkshop }) => openWorkshop(store, overlay, facts)));

const commands = lazyCommands(async () => (await editor()).commands);

function attachPreview(container: HTMLElement): () => void {
  let detach: (() => void) | null = null;
  let wanted = true;
  void editor().then((started) => {
    if (wanted) detach = started.attachPreview(container);
  });
  return () => {
    wanted = false;
    detach?.();
  };
}

const stillOf: StillOf = async (...wanted) => (await editor()).stillOf(...wanted);

const place = document.getElementById('app');
if (place === null) throw new Error('index.html has no #app');
createRoot(place).render(<App {...{ store, commands, overlay, facts, attachPreview, stillOf, openCamera }} />);

// Safari has no idle callback.
const whenIdle =
  'requestIdleCallback' in globalThis ? requestIdleCallback : (work: () => void) => setTimeout(work, 200);
whenIdle(() => void editor().then((started) => started.restore()));

// The first sign that somebody wants to begin: while they look for a photo, what it will need is loaded.
for (const sign of ['pointerdown', 'keydown', 'dragenter']) {
  addEventListener(sign, () => void editor().then((started) => started.warmUp()), { once: true, passive: true });
}

document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'hidden' && opening !== null) void opening.then((started) => started.flush());
});
