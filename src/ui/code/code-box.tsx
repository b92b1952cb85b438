import '~/ui/styles/code-page.css';
import { useState } from 'react';
import { useAppState, useSetView } from '~/ui/base/app-context';
import { later } from '~/ui/controls/later';
import { CODE } from '~/ui/words/home/code-words';

const TakeCode = later(() => import('./take-code'));

/** On the first screen, which it comes to a moment later: the way in for a design, and one that waits for a photo. */
export default function CodeBox() {
  const setView = useSetView();
  const waiting = useAppState((state) => state.arrived !== null);
  const [taking, setTaking] = useState(false);
  return (
    <>
      {waiting ? (
        <div className="waiting-design" role="group" aria-label={CODE.waitsTitle}>
          <b>{CODE.waitsTitle}</b>
          <p className="note">{CODE.waits}</p>
          <button type="button" className="button small" onClick={() => setView({ arrived: null })}>
            {CODE.letGo}
          </button>
        </div>
      ) : (
        <button type="button" className="button small quiet open-code" onClick={() => setTaking(true)}>
          {CODE.takeTitle}
        </button>
      )}
      {taking && <TakeCode onClose={() => setTaking(false)} />}
    </>
  );
}
