import { designViews } from '~/model/design/consultation';
import { useApp, useAppState, useSetView, useSubject } from '~/ui/base/app-context';
import { openFilePicker } from '~/ui/controls/file-input';
import { openViewPicker } from '~/ui/base/view-picker';
import { TurnButtons } from '~/ui/controls/turn-buttons';
import { FAULT_TEXTS, PHOTO_CHECK } from '~/ui/words/reveal-words';
import { FaultPicture } from './fault-picture';

/** Lies over a picture whose photo is not good for this, and says what would be better. It refuses nothing. */
export function PhotoCheck({ next }: { readonly next: 'goal' | null }) {
  const { commands } = useApp();
  const setView = useSetView();
  /** Of several photos of a head it is another one that is taken again, and what the head is for was asked before. */
  const isOther = useAppState(({ history }) => designViews(history.committed).length > 1);
  const faults = useSubject((subject) => subject.faults);
  return (
    <section className="photo-check" aria-label={PHOTO_CHECK.title}>
      <ul>
        {faults.map((fault) => (
          <li key={fault}>
            <FaultPicture fault={fault} />
            <p>
              <b>{FAULT_TEXTS[fault].wrong}</b> <span className="better">{FAULT_TEXTS[fault].better}</span>
            </p>
          </li>
        ))}
      </ul>
      <TurnButtons />
      <div className="photo-check-buttons">
        <button
          type="button"
          className="button small"
          onClick={() => (isOther ? openViewPicker(commands, true) : openFilePicker())}
        >
          {PHOTO_CHECK.retake}
        </button>
        <button type="button" className="button small" onClick={() => setView({ offer: isOther ? null : next })}>
          {PHOTO_CHECK.useAnyway}
        </button>
      </div>
    </section>
  );
}
