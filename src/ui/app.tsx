import './styles/first-screen.css';
import { lazy, Suspense, useCallback } from 'react';
import { AppContext, useAppState, useSetView } from '~/ui/base/app-context';
import type { AppProps } from '~/ui/base/app-props';
import { loadChunk } from '~/load/load-part';
import { useOffline } from '~/ui/base/use-offline';
import { useBack } from '~/ui/base/use-back';
import { Announcer } from '~/ui/controls/announcer';
import { Boundary } from '~/ui/controls/boundary';
import { FileInput } from '~/ui/controls/file-input';
import { JobBar } from '~/ui/controls/job-bar';
import { later, loadWhileIdle } from '~/ui/controls/later';
import { StartScreen } from '~/ui/start/start-screen';
import { useFilesFromOutside } from '~/ui/start/use-files-from-outside';

// What comes after the first photo loads while that photo is being looked at: the first screen stays small.
const SCREENS = {
  editor: () => loadChunk(() => import('~/ui/editor/editor')),
  chooseFace: () => loadChunk(() => import('~/ui/editor/choose-face')),
  placeHead: () => loadChunk(() => import('~/ui/editor/place-head')),
};
const UpdateNotice = lazy(() => loadChunk(() => import('~/ui/start/update-notice')));
const Editor = lazy(SCREENS.editor);
const ChooseFace = lazy(SCREENS.chooseFace);
const PlaceHead = lazy(SCREENS.placeHead);
/** Where it does not come the design is there again. */
const PlanOnPaper = later<{ readonly onClose: () => void }>(() => import('~/ui/paper/plan-on-paper'));

/** Loads the screens that follow the first, and what the work opens on them, before they are needed. Who needs one hears of a failure. */
export const loadScreens = async (): Promise<void> => {
  await Promise.allSettled(Object.values(SCREENS).map((load) => load()));
  await loadWhileIdle();
};

/** The whole screen. */
export function App(props: AppProps) {
  return (
    <AppContext value={props}>
      <Boundary>
        <Boundary>
          <Screen />
        </Boundary>
        <JobBar />
        <Announcer />
        <Updates />
      </Boundary>
    </AppContext>
  );
}

function Updates() {
  const { kind } = useOffline();
  return (
    kind === 'updateReady' && (
      <Suspense>
        <UpdateNotice />
      </Suspense>
    )
  );
}

/** While a head is looked for, the screen before stays in sight, so that nothing jumps when that is cancelled. */
function Screen() {
  const dropping = useFilesFromOutside();
  useBack();
  const screen = useAppState((state) => state.screen.kind);
  const onPaper = useAppState((state) => state.paper !== null);
  const setView = useSetView();
  const leavePaper = useCallback(() => setView({ paper: null }), [setView]);
  return (
    <div className={dropping ? 'screen dropping' : 'screen'}>
      {screen !== 'start' && <FileInput hidden />}
      <Suspense fallback={<div className="loading" />}>
        {screen === 'editing' ? (
          onPaper ? (
            <PlanOnPaper onClose={leavePaper} />
          ) : (
            <Editor />
          )
        ) : screen === 'choose-face' ? (
          <ChooseFace />
        ) : screen === 'place-head' ? (
          <PlaceHead />
        ) : (
          <StartScreen />
        )}
      </Suspense>
    </div>
  );
}
