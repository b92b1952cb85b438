import { X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { photoOnScreen, subjectOf } from '~/store/screen';
import { useApp, useAppState, useSettledFacts } from '~/ui/base/app-context';
import { messageOf, mirrorNote, scalpNote } from '~/ui/words/notice-words';
import { CONTROLS } from '~/ui/words/control-words';

/** News is put away after this long; it stays in the live region. */
const NEWS_MS = 6000;
/** News with advice takes longer to read. */
const ADVICE_MS = 12_000;

/**
 * The one place that says things, aloud and on the screen. The live regions are always there: one that appears
 * together with its text is not read out.
 */
export function Announcer() {
  const { commands } = useApp();
  const notice = useAppState((state) => state.notice);
  const [putAway, setPutAway] = useState(0);
  const message = notice === null ? null : messageOf(notice.what);
  const found = useFoundNote();
  const next = [message?.next ?? null, found].filter((each) => each !== null).join(' ') || null;
  const serial = notice?.serial ?? 0;
  const lasting = message?.problem === true;
  // That a head was found is seen: a card would lie on it. What there is to say of its photo stands beside the looks.
  const isSeen = notice?.what.kind === 'headFound' && message?.next === null;
  const shown = message !== null && putAway !== serial && !isSeen;

  useEffect(() => {
    if (lasting || serial === 0) return;
    const timer = setTimeout(() => setPutAway(serial), next === null ? NEWS_MS : ADVICE_MS);
    return () => clearTimeout(timer);
  }, [serial, lasting, next]);

  return (
    <div className={`announcer${shown ? ' shown' : ''}${lasting ? ' problem' : ''}`}>
      <div className="announcer-text">
        {/* The key makes a repeated notice a new text, so that it is read out again. */}
        <p role="status">{message !== null && <span key={serial}>{message.said}</span>}</p>
        <p aria-live="polite" className="announcer-next">
          {next !== null && <span key={serial}>{next}</span>}
        </p>
      </div>
      {shown && message.restart === true && (
        <button type="button" className="button" onClick={() => commands.reload()}>
          {CONTROLS.reload}
        </button>
      )}
      {shown && (
        <button
          type="button"
          className="icon-button"
          aria-label={CONTROLS.closeMessage}
          onClick={() => setPutAway(serial)}
        >
          <X aria-hidden="true" />
        </button>
      )}
    </div>
  );
}

/** Of a head that was just found: what hides pigment in its photo, and whether that may be mirrored; null: nothing, or other news came since. */
export function useFoundNote(): string | null {
  const found = useAppState(({ notice }) => (notice?.what.kind === 'headFound' ? notice.what : null));
  const burntOut = useAppState((state) => subjectOf(state)?.faults.includes('burntOut') ?? false);
  const mirrored = useAppState((state) => (found === null ? null : mirrorNote(photoOnScreen(state))));
  const tellsScalp = found !== null && found.cut !== true;
  // How much hair there is shows only with the first picture, a moment after the head; whoever works later need not have it reckoned.
  const onScalp = useSettledFacts((facts) => (tellsScalp ? scalpNote(facts, { burntOut }) : null));
  return [onScalp, mirrored].filter((each) => each !== null).join(' ') || null;
}
