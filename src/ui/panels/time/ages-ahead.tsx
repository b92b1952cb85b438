import { useId, useState } from 'react';
import { agesAhead, regularTouchUps } from '~/model/advice/ages-ahead';
import { AGE_YEARS } from '~/model/design/choices';
import type { Design } from '~/model/design/design';
import { HEALED_YEARS } from '~/model/pigment/ageing';
import { useApp, useDesignPart, useSettledFacts } from '~/ui/base/app-context';
import { HeadStill } from '~/ui/controls/head-still';
import { NumberField } from '~/ui/controls/number-field';
import { Switch } from '~/ui/controls/switch';
import { ageCaption, ageOpinionSentence, AGES, agesHint, agesTitle } from '~/ui/words/hair-words';
import { UNIT_NAMES } from '~/ui/words/setting-words';

const STILL = { widthPx: 110, heightPx: 130 };

/** The same line at an age: healed if that is today. */
const atAge = (design: Design, age: number, touchedUp: boolean): Design => {
  const years = Math.max(HEALED_YEARS, age - design.ageYears);
  return {
    ...design,
    sessionsDone: design.sessionsPlanned,
    timeYears: years,
    touchUpsYears: touchedUp ? regularTouchUps(design, years) : [],
  };
};

/** The same line at three ages, side by side. */
export function AgesAhead() {
  const { commands } = useApp();
  const ageYears = useDesignPart((design) => design.ageYears);
  const goesOn = useDesignPart((design) => design.ownHair.goesOn);
  const [touchedUp, setTouchedUp] = useState(false);
  const ages = agesAhead(ageYears);
  const id = useId();
  return (
    <section className="group" aria-labelledby={id}>
      <h3 id={id}>{agesTitle(ages)}</h3>
      <p className="number-row">
        {AGES.today}
        <NumberField
          label={AGES.today}
          unit={UNIT_NAMES.years}
          {...AGE_YEARS}
          step={1}
          value={ageYears}
          text={String(ageYears)}
          onSettle={(age) => commands.change((now) => ({ ...now, ageYears: Math.round(age) }))}
        />
      </p>
      <Switch label={AGES.touchedUp} on={touchedUp} onChange={setTouchedUp} />
      <div className="side-by-side ages">
        {ages.map((age) => (
          <figure key={age}>
            <HeadStill vary={(now) => atAge(now, age, touchedUp)} frame="head" {...STILL} />
            <figcaption>{ageCaption(age, ageYears)}</figcaption>
          </figure>
        ))}
      </div>
      <p className="hint">{agesHint(touchedUp, goesOn)}</p>
      <AgeNotes />
    </section>
  );
}

/** When a higher or softer line would age better, and why; judged when a gesture is over. */
function AgeNotes() {
  const notes = useSettledFacts((facts) => facts?.ageing() ?? null);
  if (notes === null || notes.length === 0) return null;
  return (
    <ul className="age-notes" aria-label={AGES.opinion}>
      {notes.map((note) => (
        <li key={note.kind}>{ageOpinionSentence(note)}</li>
      ))}
    </ul>
  );
}
