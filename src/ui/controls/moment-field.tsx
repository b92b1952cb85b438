import type { RefObject } from 'react';
import { SETTINGS } from '~/model/design/settings';
import type { Moment } from '~/model/design/time-scale';
import { clamp } from '~/model/maths/numbers';
import { useApp, useDesign } from '~/ui/base/app-context';
import { useTyped } from '~/ui/base/use-typed';
import { exactName } from '~/ui/words/control-words';
import { TIME_STRIP } from '~/ui/words/editor-words';
import { momentFromWords, momentInWords } from '~/ui/words/moment-words';
import { momentAfterKey } from '~/ui/gestures/time-keys';

const { min, max } = SETTINGS.timeYears;

interface MomentFieldProps {
  readonly field: RefObject<HTMLInputElement | null>;
  /** Back to the slider that led here, on Enter and Escape. */
  readonly onLeave: () => void;
}

/**
 * The moment that is shown, by its name, and where another can be typed: `3 weeks`, `5`, `healed`. What is being typed is
 * taken over on Enter or when the field is left; what names no moment changes nothing.
 */
export function MomentField({ field, onLeave }: MomentFieldProps) {
  const { commands } = useApp();
  const design = useDesign();
  const name = momentInWords(design, design.sessionsPlanned);
  const goTo = ({ sessionsDone, timeYears }: Moment): void =>
    commands.change((now) => ({ ...now, sessionsDone, timeYears: clamp(timeYears, min, max) }));
  const { field: typing, forget } = useTyped(
    name,
    (typed) => {
      const moment = typed === name ? null : momentFromWords(typed, design, design.sessionsPlanned);
      if (moment !== null) goTo(moment);
    },
    onLeave,
  );
  return (
    <input
      ref={field}
      type="text"
      tabIndex={-1}
      role="spinbutton"
      className="moment-field"
      autoComplete="off"
      enterKeyHint="go"
      aria-label={exactName(TIME_STRIP.time)}
      title={TIME_STRIP.typeTip}
      aria-valuemin={min}
      aria-valuemax={max}
      aria-valuenow={design.timeYears}
      aria-valuetext={name}
      {...typing}
      onKeyDown={(event) => {
        typing.onKeyDown(event);
        if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
        const next = momentAfterKey(event.key, design);
        event.preventDefault();
        forget();
        if (next !== null) goTo(next);
      }}
    />
  );
}
