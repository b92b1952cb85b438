import '~/ui/styles/offline-page.css';
import { useState } from 'react';
import { useApp } from '~/ui/base/app-context';
import { OFFLINE } from '~/ui/words/start-words';

/** Another build waits, whole. Who works on goes on with the one at hand. */
export default function UpdateNotice() {
  const { offline } = useApp();
  const [later, setLater] = useState(false);
  if (later) return null;
  return (
    <div className="update-notice" role="group" aria-label={OFFLINE.update}>
      <p role="status">{OFFLINE.update}</p>
      <button type="button" className="button small primary" onClick={offline.takeOver}>
        {OFFLINE.updateNow}
      </button>
      <button type="button" className="button small" onClick={() => setLater(true)}>
        {OFFLINE.later}
      </button>
    </div>
  );
}
