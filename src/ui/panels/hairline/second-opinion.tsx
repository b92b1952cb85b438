import { useMemo, useState } from 'react';
import type { OpinionFacts } from '~/model/advice/second-opinion';
import { secondOpinion } from '~/model/advice/second-opinion';
import { committedDesign } from '~/store/shown-design';
import { useAppState, useOverlay } from '~/ui/base/app-context';
import { SECOND_OPINION } from '~/ui/words/hairline-words';
import { SofterDialog } from './softer-dialog';
import { OPINION_TEXTS } from '~/ui/words/opinion-words';
import { useSkin } from '~/ui/base/use-skin';

/** Notes on the design, folded away until they are asked for; judged when a gesture is over. They hinder nothing. */
export function SecondOpinion() {
  const design = useAppState(committedDesign);
  const fit = useOverlay((overlay) => overlay?.fit ?? null);
  const hairFrontMm = useOverlay((overlay) => overlay?.hairFrontMm ?? null);
  const { itaDegrees } = useSkin();
  const [comparing, setComparing] = useState(false);
  const facts = useMemo<OpinionFacts | null>(
    () => (fit === null ? null : { head: fit, itaDegrees, hairFrontMm }),
    [fit, itaDegrees, hairFrontMm],
  );
  const notes = useMemo(() => (facts === null ? [] : secondOpinion(design, facts)), [design, facts]);
  if (facts === null) return null;
  return (
    <details className="second-opinion">
      <summary>
        <span>{SECOND_OPINION.name}</span>
        <span className="count">{notes.length === 0 ? SECOND_OPINION.nothing : notes.length}</span>
      </summary>
      {notes.length === 0 ? (
        <p className="hint">{SECOND_OPINION.nothingHint}</p>
      ) : (
        <>
          <ul aria-label={SECOND_OPINION.name}>
            {notes.map((note) => (
              <li key={note.kind}>
                <b>{OPINION_TEXTS[note.kind].title}.</b> {OPINION_TEXTS[note.kind].why(note)}
              </li>
            ))}
          </ul>
          <div className="tool-row">
            <button type="button" className="button small" onClick={() => setComparing(true)}>
              {SECOND_OPINION.show}
            </button>
          </div>
          <p className="hint">{SECOND_OPINION.onlyOpinion}</p>
        </>
      )}
      {comparing && <SofterDialog facts={facts} onClose={() => setComparing(false)} />}
    </details>
  );
}
