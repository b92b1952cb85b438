import '~/ui/styles/offline-page.css';
import { WifiOff } from 'lucide-react';
import { useApp } from '~/ui/base/app-context';
import { useOffline } from '~/ui/base/use-offline';
import { OFFLINE, offlineProgress, offlineSize } from '~/ui/words/start-words';

/** Brings the app onto this device, once somebody asks for it, and says what may become of it. */
export default function OfflineBox() {
  const { offline } = useApp();
  const state = useOffline();
  if (state.kind === 'unknown') return null;
  return (
    <section className="offline" aria-labelledby="offline-title">
      <h2 id="offline-title">
        <WifiOff aria-hidden="true" />
        {OFFLINE.title}
      </h2>
      {state.kind === 'off' && (
        <>
          <p>
            <span>{OFFLINE.why}</span> <span>{offlineSize(state.bytes)}</span>
          </p>
          <button type="button" className="button" onClick={offline.make}>
            {OFFLINE.make}
          </button>
        </>
      )}
      {state.kind === 'fetching' && (
        <>
          <p>{OFFLINE.fetching}</p>
          <progress aria-label={OFFLINE.fetching} value={state.doneBytes} max={state.allBytes} />
          <p className="note">{offlineProgress(state.doneBytes, state.allBytes)}</p>
          <button type="button" className="button" onClick={offline.cancel}>
            {OFFLINE.cancel}
          </button>
        </>
      )}
      {state.kind === 'failed' && (
        <>
          <p role="alert">{OFFLINE.failed}</p>
          <button type="button" className="button" onClick={offline.make}>
            {OFFLINE.again}
          </button>
        </>
      )}
      {(state.kind === 'ready' || state.kind === 'updateReady') && (
        <>
          <p role="status">{OFFLINE.ready}</p>
          <p className="note">{state.kind === 'ready' && state.persisted ? OFFLINE.persisted : OFFLINE.mayGo}</p>
          <button type="button" className="button small quiet" onClick={offline.forget}>
            {OFFLINE.remove}
          </button>{' '}
          <span className="note">{OFFLINE.removeWhat}</span>
        </>
      )}
    </section>
  );
}
