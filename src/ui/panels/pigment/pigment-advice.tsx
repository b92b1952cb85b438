import { useMemo } from 'react';
import { fieldDarkening, softerDesign, SOLID_CAP_DARKENING, suggestPigment } from '~/model/advice/pigment-advice';
import { applyPigment, isAsBrought } from '~/model/design/pigment-presets';
import { useApp, useDesign, useSubject } from '~/ui/base/app-context';
import { PIGMENT_TEXTS, suggestionReason, TOO_DARK, tooDarkReason } from '~/ui/words/choice-words';
import { useSkin } from '~/ui/base/use-skin';
import { bolderInWords, PIGMENT, suggestionTitle, nameOfUsing } from '~/ui/words/pigment-words';

/** Which preset suits this skin and why. Nothing changes until the button is pressed. */
export function PigmentSuggestion() {
  const { commands } = useApp();
  const design = useDesign();
  const { itaDegrees } = useSkin();
  const stubble = useSubject((subject) => subject.stubble);
  const suggestion = useMemo(() => suggestPigment(design, itaDegrees, stubble), [design, itaDegrees, stubble]);
  const { pigment } = suggestion;
  const name = PIGMENT_TEXTS[pigment].name;
  const chosen = isAsBrought(design, pigment);
  return (
    <div className="suggestion">
      <p className="hint">
        <b>{suggestionTitle(name, chosen, stubble !== null)}</b>
        {suggestion.bolder !== null && <span> {bolderInWords(PIGMENT_TEXTS[suggestion.bolder.pigment].name)}</span>}
      </p>
      <details className="expert">
        <summary>{PIGMENT.why}</summary>
        <p className="hint">{suggestionReason(suggestion)}</p>
      </details>
      {!chosen && (
        <button
          type="button"
          className="button small"
          onClick={() => commands.change((now) => applyPigment(now, pigment))}
        >
          {nameOfUsing(name)}
        </button>
      )}
    </div>
  );
}

/** Said where the treatment would look like a cap on this skin; it hinders nothing. */
export function TooDarkAdvice() {
  const { commands } = useApp();
  const design = useDesign();
  const { itaDegrees } = useSkin();
  const darkening = useMemo(() => fieldDarkening(design, itaDegrees), [design, itaDegrees]);
  if (darkening <= SOLID_CAP_DARKENING) return null;
  return (
    <div className="advice">
      <p>{TOO_DARK}</p>
      <details className="expert">
        <summary>{PIGMENT.why}</summary>
        <p className="hint">{tooDarkReason(darkening, SOLID_CAP_DARKENING)}</p>
      </details>
      <button
        type="button"
        className="button small"
        onClick={() => commands.change((now) => softerDesign(now, itaDegrees))}
      >
        {PIGMENT.useSofter}
      </button>
    </div>
  );
}
