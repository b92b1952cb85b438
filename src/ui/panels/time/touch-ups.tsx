import { useState } from 'react';
import { touchUpWindow } from '~/model/advice/touch-up-window';
import { MOST_TOUCH_UPS } from '~/model/design/choices';
import type { Design } from '~/model/design/design';
import { SETTINGS } from '~/model/design/settings';
import { HEALED_YEARS } from '~/model/pigment/ageing';
import { useApp, useDesign } from '~/ui/base/app-context';
import { HeadStill } from '~/ui/controls/head-still';
import { timeInWords } from '~/ui/words/moment-words';

const TEN_YEARS = 10;
const STILL = { widthPx: 130, heightPx: 130 };

const oneDigit = (years: number): string => String(Math.round(years * 10) / 10);

const withTouchUp = (design: Design, atYears: number): Design => ({
  ...design,
  touchUpsYears: [...design.touchUpsYears.filter((each) => Math.abs(each - atYears) > 1e-3), atYears].sort(
    (a, b) => a - b,
  ),
});

/** Going over the dots once more: when it is due, where on the strip it lies, and ten years with and without. */
export function TouchUps() {
  const { commands } = useApp();
  const design = useDesign();
  const [shown, setShown] = useState(false);
  const { touchUpsYears, timeYears } = design;
  const due = touchUpWindow(design, touchUpsYears.at(-1) ?? 0);
  const suggested = due === null ? null : Math.round(5 * (due[0] + due[1])) / 10;
  const full = touchUpsYears.length >= MOST_TOUCH_UPS;
  const add = (atYears: number): void => commands.change((now) => withTouchUp(now, atYears));
  const healed = timeYears > HEALED_YEARS;
  return (
    <section className="group" aria-label="Touch-ups">
      <h3>Touch-ups</h3>
      <p className="hint">
        {due === null
          ? `No further touch-up is due before ${SETTINGS.timeYears.max} years.`
          : `A touch-up is due about ${oneDigit(due[0])} to ${oneDigit(due[1])} years after the last session: then the dots have 70 to 60 % of their healed contrast.`}
      </p>
      {touchUpsYears.length > 0 && (
        <ul className="touch-ups">
          {touchUpsYears.map((at) => (
            <li key={at}>
              Touch-up after {timeInWords(at)}
              <button
                type="button"
                className="button small"
                aria-label={`Remove the touch-up after ${timeInWords(at)}`}
                onClick={() =>
                  commands.change((now) => ({ ...now, touchUpsYears: now.touchUpsYears.filter((each) => each !== at) }))
                }
              >
                Remove
              </button>
            </li>
          ))}
        </ul>
      )}
      <div className="tool-row">
        {suggested !== null && (
          <button type="button" className="button small" disabled={full} onClick={() => add(suggested)}>
            Add the one due ({oneDigit(suggested)} years)
          </button>
        )}
        <button type="button" className="button small" disabled={full || !healed} onClick={() => add(timeYears)}>
          {healed ? `Add one now (${timeInWords(timeYears)})` : 'Add one where the strip stands'}
        </button>
        <button type="button" className="button small" aria-expanded={shown} onClick={() => setShown(!shown)}>
          Ten years with and without
        </button>
      </div>
      {shown && <WithAndWithout suggested={suggested} />}
      <p className="hint">
        The model takes a touch-up to bring all dots back to healed strength. What was left before counts as part of it.
      </p>
    </section>
  );
}

function WithAndWithout({ suggested }: { readonly suggested: number | null }) {
  const design = useDesign();
  const planned = design.touchUpsYears.some((at) => at < TEN_YEARS);
  const fallback = suggested !== null && suggested < TEN_YEARS ? suggested : TEN_YEARS / 2;
  const at = (now: Design, touchUpsYears: readonly number[]): Design => ({
    ...now,
    sessionsDone: now.sessionsPlanned,
    timeYears: TEN_YEARS,
    touchUpsYears,
  });
  return (
    <div className="side-by-side">
      <figure>
        <HeadStill
          vary={(now) => (planned ? at(now, now.touchUpsYears) : at(withTouchUp(now, fallback), [fallback]))}
          frame="head"
          {...STILL}
        />
        <figcaption>
          10 years, {planned ? 'with your touch-ups' : `with one after ${oneDigit(fallback)} years`}
        </figcaption>
      </figure>
      <figure>
        <HeadStill vary={(now) => at(now, [])} frame="head" {...STILL} />
        <figcaption>10 years without</figcaption>
      </figure>
    </div>
  );
}
