import { useState } from 'react';
import { useSettledFacts } from '~/ui/base/app-context';
import { SECOND_OPINION } from '~/ui/words/hairline-words';
import { SofterDialog } from './softer-dialog';
import { OPINION_TEXTS } from '~/ui/words/opinion-words';

/** Notes on the design, folded away until they are asked for; judged when a gesture is over. They hinder nothing. */
export function SecondOpinion() {
  const notes = useSettledFacts((facts) => facts?.opinions() ?? null);
  const person = useSettledFacts((facts) => facts?.person() ?? null);
  const [comparing, setComparing] = useState(false);
  if (notes === null || person === null) return null;
  if (notes.length === 0) {
    return (
      <div className="second-opinion">
        <p className="no-opinion">
          <span>{SECOND_OPINION.name}</span>
          <span className="count">{SECOND_OPINION.nothing}</span>
        </p>
        <p className="hint">{SECOND_OPINION.nothingHint}</p>
      </div>
    );
  }
  return (
    <details className="second-opinion">
      <summary>
        <span>{SECOND_OPINION.name}</span>
        <span className="count">{notes.length}</span>
      </summary>

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
      {comparing && <SofterDialog person={person} onClose={() => setComparing(false)} />}
    </details>
  );
}
