import { Camera, ImagePlus, Lock } from 'lucide-react';
import { lazy, Suspense, useCallback, useState } from 'react';
import type { ReactNode } from 'react';
import { loadChunk } from '~/load/load-part';
import { SAMPLES } from '~/intake/samples';
import { useApp, useAppState, useSetView } from '~/ui/base/app-context';
import { FILE_INPUT_ID, FileInput } from '~/ui/controls/file-input';
import { KnowButton } from '~/ui/know/know-button';
import { later } from '~/ui/controls/later';
import { Wordmark } from '~/ui/controls/wordmark';
import { SAMPLE_NAMES, sampleName, START } from '~/ui/words/start-words';
import { FirstSight } from './first-sight';
import { UndoNewPhoto } from './undo-new-photo';

const ClientBook = later(() => import('~/ui/keeping/client-book'));
const CameraDialog = later(() => import('./camera-dialog'));
/** Asked for where work is kept; where it does not come that is said, for nobody may think that their work is gone. */
const SavedProjects = lazy(() => loadChunk(() => import('./saved-projects')));
/** What the first screen can do without, and does where it does not come. */
const optional = (load: () => Promise<{ readonly default: () => ReactNode }>) =>
  lazy(() => loadChunk(load).catch(() => ({ default: (): ReactNode => null })));
const CodeBox = optional(() => import('~/ui/code/code-box'));
const OfflineBox = optional(() => import('./offline-box'));

/** What somebody finds first: what it looks like, one place to put a photo, and things to try at once; kept work before all of it. */
export function StartScreen() {
  const { commands } = useApp();
  const hasWork = useAppState((state) => state.saved.length > 0);
  const hasBook = useAppState((state) => state.book !== null);
  const setView = useSetView();
  const closeBook = useCallback(() => setView({ book: null }), [setView]);
  const [camera, setCamera] = useState(false);
  return (
    <main className="start">
      <header className="start-head">
        <h1>
          <Wordmark />
        </h1>
        <p className="claim">{START.claim}</p>
      </header>

      {hasWork && (
        <Suspense>
          <SavedProjects />
        </Suspense>
      )}

      <FirstSight />

      <section className="start-photo" aria-label={START.yourPhoto}>
        <UndoNewPhoto />
        <div className="drop-place">
          <FileInput />
          <label htmlFor={FILE_INPUT_ID} className="button primary large drop-label">
            <ImagePlus aria-hidden="true" />
            {START.useMine}
          </label>
          <button type="button" className="button large above" onClick={() => setCamera(true)}>
            <Camera aria-hidden="true" />
            {START.useCamera}
          </button>
          <p className="drop-hint">{START.dropHint}</p>
        </div>
        <Suspense>
          <CodeBox />
        </Suspense>
        <p className="privacy">
          <Lock aria-hidden="true" />
          {START.privacy}
        </p>
      </section>

      <section className="samples" aria-labelledby="samples-title">
        <h2 id="samples-title">{START.samplesTitle}</h2>
        <ul>
          {SAMPLES.map((sample) => (
            <li key={sample.id}>
              <button
                type="button"
                className="sample"
                aria-label={sampleName(sample.id)}
                onClick={() => commands.openSample(sample.id)}
              >
                <img src={sample.treated} alt="" width={300} height={400} />
                <span aria-hidden="true">{SAMPLE_NAMES[sample.id]}</span>
              </button>
            </li>
          ))}
        </ul>
      </section>

      <section className="good-photo" aria-labelledby="good-photo-title">
        <h2 id="good-photo-title">{START.goodPhotoTitle}</h2>
        <ul>
          {START.goodPhoto.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </section>
      <p className="honesty">{START.honesty}</p>
      <div className="honesty">
        <KnowButton />
      </div>

      <Suspense>
        <OfflineBox />
      </Suspense>

      {hasBook && <ClientBook onClose={closeBook} />}
      {camera && <CameraDialog onClose={() => setCamera(false)} />}
    </main>
  );
}
