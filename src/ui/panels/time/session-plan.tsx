import { SESSION_GAP_DAYS } from '~/model/design/choices';
import { meanMuPerMm } from '~/model/design/pigment-presets';
import { SETTINGS } from '~/model/design/settings';
import { sessionsOf } from '~/model/pigment/sessions';
import { useApp, useDesign, useOverlay } from '~/ui/base/app-context';
import { NumberField } from '~/ui/controls/number-field';
import { sessionPurpose } from '~/ui/words/ageing-words';

/** Dots that a practitioner places in an hour: 14 000 in 2 to 4 hours (domain notes, section 1). */
const DOTS_PER_HOUR = [3500, 7000] as const;
const DAY = 'days';

const rounded = (dots: number): string => (Math.round(dots / 100) * 100).toLocaleString('en');
const hours = (dots: number): string => {
  const [least, most] = [dots / DOTS_PER_HOUR[1], dots / DOTS_PER_HOUR[0]].map((value) =>
    Math.max(0.5, Math.round(2 * value) / 2),
  );
  return least === most ? `about ${most} h` : `${least} to ${most} h`;
};

/** The plan as it would stand in a consultation: what each visit is for, how much, how thin, how long, and when. */
export function SessionPlan() {
  const { commands } = useApp();
  const design = useDesign();
  const totals = useOverlay((overlay) => overlay?.totals ?? null);
  const { sessionsPlanned, sessionGapsDays, strengthPercent } = design;
  const sessions = sessionsOf(sessionsPlanned, meanMuPerMm(strengthPercent));
  const setGap = (gap: number, days: number): void =>
    commands.change((now) => ({
      ...now,
      sessionGapsDays: now.sessionGapsDays.map((before, i) => (i === gap ? Math.round(days) : before)),
    }));
  return (
    <section className="group" aria-label="Session plan">
      <h3>Session plan</h3>
      <ol className="session-plan">
        {sessions.map(({ share, dilution }, index) => (
          <li key={index}>
            <p className="session-name">
              Session {index + 1}
              {index > 0 && (
                <span className="session-gap">
                  after
                  <NumberField
                    label={`Days before session ${index + 1}`}
                    unit={DAY}
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
              {totals !== null &&
                `about ${rounded(share * totals.dots)} dots on ${Math.round(totals.treatedCm2)} cm² · ${hours(share * totals.dots)} · `}
              {dilution.toFixed(0)} parts water to 1 of pigment
            </p>
          </li>
        ))}
      </ol>
      <p className="hint">
        Usual gaps are 10 to 14 days ({SESSION_GAP_DAYS.min} to {SESSION_GAP_DAYS.max} are possible). Hours are what
        practitioners report; density at the end is {design.densityPerCm2} {SETTINGS.densityPerCm2.unit}.
      </p>
    </section>
  );
}
