import { useId } from 'react';
import { GUIDES } from '~/model/measure/guides';
import { useAppState, useSetView } from '~/ui/base/app-context';
import { GUIDE_HINTS, GUIDE_NAMES, MEASURING } from '~/ui/words/measure-words';

/** Which guides lie on the picture. */
export function GuideChoices() {
  const id = useId();
  const setView = useSetView();
  const shown = useAppState((state) => state.guides);
  return (
    <fieldset className="checks">
      <legend>{MEASURING.guides}</legend>
      {GUIDES.map((name) => (
        <div key={name} className="check">
          <label>
            <input
              type="checkbox"
              checked={shown.includes(name)}
              aria-describedby={`${id}-${name}`}
              onChange={(event) =>
                setView({
                  guides: GUIDES.filter((each) => (each === name ? event.currentTarget.checked : shown.includes(each))),
                })
              }
            />
            <span>{GUIDE_NAMES[name]}</span>
          </label>
          <p className="hint" id={`${id}-${name}`}>
            {GUIDE_HINTS[name]}
          </p>
        </div>
      ))}
    </fieldset>
  );
}
