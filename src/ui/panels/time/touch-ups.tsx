import { useState } from 'react';
import { touchUpWindow } from '~/model/advice/touch-up-window';
import { MOST_TOUCH_UPS } from '~/model/design/choices';
import type { Design } from '~/model/design/design';
import { SETTINGS } from '~/model/design/settings';
import { HEALED_YEARS } from '~/model/pigment/ageing';
import { useApp, useDesign } from '~/ui/base/app-context';
import { HeadStill } from '~/ui/controls/head-still';
import { timeInWords } from '~/ui/words/moment-words';
import {
  addDueName,
  addNowName,
  removeTouchUpName,
  tenWithOne,
  TOUCH_UPS,
  touchUpAfter,
  touchUpDue,
} from '~/ui/words/ageing-words';

const TEN_YEARS = 10;
const STILL = { widthPx: 130, heightPx: 130 };

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
    <section className="group" aria-label={TOUCH_UPS.name}>
      <h3>{TOUCH_UPS.name}</h3>
      <p className="hint">{touchUpDue(due, SETTINGS.timeYears.max)}</p>
      {touchUpsYears.length > 0 && (
        <ul className="touch-ups">
          {touchUpsYears.map((at) => (
            <li key={at}>
              {touchUpAfter(timeInWords(at))}
              <button
                type="button"
                className="button small"
                aria-label={removeTouchUpName(timeInWords(at))}
                onClick={() =>
                  commands.change((now) => ({ ...now, touchUpsYears: now.touchUpsYears.filter((each) => each !== at) }))
                }
              >
                {TOUCH_UPS.remove}
              </button>
            </li>
          ))}
        </ul>
      )}
      <div className="tool-row">
        {suggested !== null && (
          <button type="button" className="button small" disabled={full} onClick={() => add(suggested)}>
            {addDueName(suggested)}
          </button>
        )}
        <button type="button" className="button small" disabled={full || !healed} onClick={() => add(timeYears)}>
          {healed ? addNowName(timeInWords(timeYears)) : TOUCH_UPS.addAtStrip}
        </button>
        <button type="button" className="button small" aria-expanded={shown} onClick={() => setShown(!shown)}>
          {TOUCH_UPS.compare}
        </button>
      </div>
      {shown && <WithAndWithout suggested={suggested} />}
      <p className="hint">{TOUCH_UPS.hint}</p>
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
        <figcaption>{planned ? TOUCH_UPS.tenWith : tenWithOne(fallback)}</figcaption>
      </figure>
      <figure>
        <HeadStill vary={(now) => at(now, [])} frame="head" {...STILL} />
        <figcaption>{TOUCH_UPS.tenWithout}</figcaption>
      </figure>
    </div>
  );
}
