import { TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { useAppState, useSettledFacts } from '~/ui/base/app-context';
import { Dialog } from '~/ui/controls/dialog';
import { SECOND_OPINION } from '~/ui/words/hairline-words';
import { OPINION_TEXTS, opinionsInShort } from '~/ui/words/opinion-words';
import { SofterDialog } from './softer-dialog';

interface OpinionChipProps {
  /** Whether the same notes stand in the section beside the picture: then Tab leads to them there, and not twice. */
  readonly besideNotes: boolean;
}

/** The gravest note on the design, at the picture; pressed, all of them with their reasons, and a softer version. */
export function OpinionChip({ besideNotes }: OpinionChipProps) {
  const notes = useSettledFacts((facts) => facts?.opinions() ?? null);
  const person = useSettledFacts((facts) => facts?.person() ?? null);
  const busy = useAppState((state) => state.offer === 'photo' || state.offer === 'goal' || state.holdingBefore);
  const [open, setOpen] = useState<'no' | 'notes' | 'softer'>('no');
  if (notes === null || person === null || notes.length === 0 || busy) return null;
  return (
    <>
      <button
        type="button"
        className="opinion-chip"
        tabIndex={besideNotes ? -1 : undefined}
        data-own-gesture=""
        onClick={() => setOpen('notes')}
      >
        <TriangleAlert aria-hidden="true" />
        <span>{opinionsInShort(OPINION_TEXTS[notes[0].kind].title, notes.length - 1)}</span>
      </button>
      {open === 'notes' && (
        <Dialog title={SECOND_OPINION.chipTitle} onClose={() => setOpen('no')}>
          <ul className="opinion-notes">
            {notes.map((note) => (
              <li key={note.kind}>
                <b>{OPINION_TEXTS[note.kind].title}.</b> {OPINION_TEXTS[note.kind].why(note)}
              </li>
            ))}
          </ul>
          <p className="hint">{SECOND_OPINION.onlyOpinion}</p>
          <div className="dialog-buttons">
            <button type="button" className="button primary" onClick={() => setOpen('softer')}>
              {SECOND_OPINION.show}
            </button>
          </div>
        </Dialog>
      )}
      {open === 'softer' && <SofterDialog person={person} onClose={() => setOpen('no')} />}
    </>
  );
}
