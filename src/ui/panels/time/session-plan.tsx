import { SESSION_GAP_DAYS } from '~/model/design/choices';
import { DOTS_PER_HOUR, USUAL_DOTS_PER_HOUR, visitLength } from '~/model/measure/visit-hours';
import { meanMuPerMm } from '~/model/design/pigment-presets';
import { sessionsOf } from '~/model/pigment/sessions';
import { useApp, useAppState, useDesign, useFacts, useSetView } from '~/ui/base/app-context';
import { NumberField } from '~/ui/controls/number-field';
import {
  dilutionInWords,
  expertSession,
  gapName,
  gapsHint,
  SESSION_PLAN,
  sessionName,
  sessionPurpose,
  sessionShare,
  visitInWords,
} from '~/ui/words/ageing-words';
import { UNIT_NAMES } from '~/ui/words/setting-words';

const MIDDLE_PACE = (USUAL_DOTS_PER_HOUR[0] + USUAL_DOTS_PER_HOUR[1]) / 2;

/** The plan as it would stand in a consultation: what each visit is for, how much, how thin, how long, and when. */
export function SessionPlan() {
  const { commands } = useApp();
  const design = useDesign();
  const setView = useSetView();
  const dotsPerHour = useAppState((state) => state.dotsPerHour);
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
        {sessions.map(({ share }, index) => (
          <li key={index}>
            <p className="session-name">
              <span>{sessionName(index + 1)}</span>
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
              {totals !== null && (
                <>
                  {sessionShare(share * totals.inSight.dots, share * totals.dots)}{' '}
                  {visitInWords(visitLength(share * totals.dots, dotsPerHour))}
                </>
              )}
            </p>
          </li>
        ))}
      </ol>
      <p className="pace">
        <span>{SESSION_PLAN.pace}</span>
        <NumberField
          label={SESSION_PLAN.pace}
          unit=""
          {...DOTS_PER_HOUR}
          value={dotsPerHour ?? Math.round(MIDDLE_PACE)}
          text={dotsPerHour === null ? '' : String(dotsPerHour)}
          onSettle={(dots) => setView({ dotsPerHour: Math.round(dots) })}
        />
      </p>
      <details className="expert">
        <summary>{SESSION_PLAN.expert}</summary>
        <ul>
          {sessions.map(({ dilution }, index) => (
            <li key={index}>{expertSession(sessionName(index + 1), dilutionInWords(dilution))}</li>
          ))}
        </ul>
      </details>
      <p className="hint">{gapsHint(SESSION_GAP_DAYS.min, SESSION_GAP_DAYS.max, design.densityPerCm2)}</p>
    </section>
  );
}
