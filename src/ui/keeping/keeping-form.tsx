import { useId } from 'react';
import { PROJECT_LIMITS } from '~/model/design/limits';
import type { AppState } from '~/store/app-state';
import { isGivenName } from '~/store/work-name';
import { useAppState, useSetView, useSubject } from '~/ui/base/app-context';
import { KEEPING, KEEPING_TEXTS } from '~/ui/words/home/keeping-words';

const WAYS: readonly AppState['keeping'][] = ['device', 'closed'];

/** What the work is called, and whether this device keeps it. What is typed counts at once. */
export function KeepingForm() {
  const setView = useSetView();
  const photoName = useSubject(({ photo }) => photo.name);
  const workName = useAppState((state) => state.workName);
  const keeping = useAppState((state) => state.keeping);
  const id = useId();
  const before = isGivenName(photoName) ? photoName : '';
  return (
    <div className="keeping-form">
      <div className="keeping-name">
        <label htmlFor={id}>{KEEPING.name}</label>
        <input
          id={id}
          type="text"
          className="text-field"
          value={workName ?? before}
          maxLength={PROJECT_LIMITS.nameLength}
          aria-describedby={`${id}-hint`}
          autoComplete="off"
          onChange={(event) => {
            const typed = event.currentTarget.value;
            setView({ workName: typed.trim() === '' ? null : typed });
          }}
        />
        <p className="hint" id={`${id}-hint`}>
          {KEEPING.nameHint}
        </p>
      </div>
      <fieldset className="keeping-ways" role="radiogroup" aria-labelledby={`${id}-where`}>
        <legend id={`${id}-where`}>{KEEPING.where}</legend>
        {WAYS.map((way) => (
          <label key={way} className="keeping-way">
            <input
              type="radio"
              name={id}
              checked={way === keeping}
              aria-describedby={`${id}-${way}`}
              onChange={() => setView({ keeping: way })}
            />
            <span>{KEEPING_TEXTS[way].name}</span>
          </label>
        ))}
        {WAYS.map((way) => (
          <p key={way} className="hint" id={`${id}-${way}`} hidden={way !== keeping}>
            {KEEPING_TEXTS[way].hint}
          </p>
        ))}
      </fieldset>
    </div>
  );
}
