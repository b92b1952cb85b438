import { SESSION_GAP_DAYS } from '~/model/design/choices';
import { meanMuPerMm } from '~/model/design/pigment-presets';
import { sessionsOf } from '~/model/pigment/sessions';
import { useApp, useDesign, useFacts } from '~/ui/base/app-context';
import { NumberField } from '~/ui/controls/number-field';
import {
  dilutionInWords,
  gapName,
  gapsHint,
  hoursInWords,
  SESSION_PLAN,
  sessionName,
  sessionPurpose,
  sessionShare,
} from '~/ui/words/ageing-words';
import { UNIT_NAMES } from '~/ui/words/setting-words';

/** Dots that a practitioner places in an hour: 14 000 in 2 to 4 hours, says one practice. */
const DOTS_PER_HOUR = [3500, 7000] as const;

const hours = (dots: number): string => {
  const [least, most] = [dots / DOTS_PER_HOUR[1], dots / DOTS_PER_HOUR[0]].map((value) =>
    Math.max(0.5, Math.round(2 * value) / 2),
  );
  return hoursInWords(least, most);
};

/** The plan as it would stand in a consultation: what each visit is for, how much, how thin, how long, and when. */
export function SessionPlan() {
  const { commands } = useApp();
  const design = useDesign();
  const totals = useFacts((facts) => facts?.totals() ?? null);
  const { sessionsPlanned, sessionGapsDays, strengthPercent } = design;
  const sessions = sessionsOf(sessionsPlanned, meanMuPerMm(strengthPercent));
  const setGap = (gap: number, days: number): void =>
    commands.change((now) => ({
      ...now,
      sessionGapsDays: now.sessionGapsDays.map((before, i) => (i === gap ? Math.round(days) : before)),
    }));
  return (
    <section className="group" aria-label={SESSION_PLAN.name}>
      <h3>{SESSION_PLAN.name}</h3>
      <ol className="session-plan">
        {sessions.map(({ share, dilution }, index) => (
          <li key={index}>
            <p className="session-name">
              {sessionName(index + 1)}
              {index > 0 && (
                <span className="session-gap">
                  {SESSION_PLAN.after}
                  <NumberField
                    label={gapName(index + 1)}
                    unit={UNIT_NAMES.days}
                    {...SESSION_GAP_DAYS}
                    step={1}
                    value={sessionGapsDays[index - 1]}
                    text={String(sessionGapsDays[index - 1])}
                    onSettle={(days) => setGap(index - 1, days)}
                  />
                </span>
              )}
            </p>
            <p className="hint">{sessionPurpose(index + 1, sessionsPlanned)}</p>
            <p className="session-facts">
              {totals !== null && `${sessionShare(share * totals.dots, totals.areaCm2, hours(share * totals.dots))} · `}
              {dilutionInWords(dilution)}
            </p>
          </li>
        ))}
      </ol>
      <p className="hint">{gapsHint(SESSION_GAP_DAYS.min, SESSION_GAP_DAYS.max, design.densityPerCm2)}</p>
    </section>
  );
}
