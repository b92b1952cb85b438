import { MOST_SESSIONS } from '~/model/design/settings';
import { useApp, useDesignPart } from '~/ui/base/app-context';
import { FIRST_DESIGN } from '~/ui/base/first-state';
import { ChoiceGroup } from '~/ui/controls/choice-group';
import { SliderRow } from '~/ui/controls/slider-row';
import { sessionsHint } from '~/ui/words/choice-words';
import { PIGMENT } from '~/ui/words/pigment-words';

const FIRST_PLAN = FIRST_DESIGN.sessionsPlanned;

/** The look after so many sessions. */
export function SessionChoice() {
  const { commands } = useApp();
  const planned = useDesignPart((design) => design.sessionsPlanned);
  const done = useDesignPart((design) => design.sessionsDone);
  return (
    <ChoiceGroup
      label={PIGMENT.sessions}
      values={Array.from({ length: planned }, (_, index) => index + 1)}
      value={done}
      first={planned}
      textOf={(session) => ({ name: String(session), hint: sessionsHint(session, planned) })}
      columns={planned}
      onChoose={(sessionsDone) => commands.change((now) => ({ ...now, sessionsDone }))}
    />
  );
}

/** How many sessions the plan has. */
export function SessionsPlanned() {
  const { commands } = useApp();
  const planned = useDesignPart((design) => design.sessionsPlanned);
  const plan = (sessions: number): void =>
    commands.preview((now) => ({
      ...now,
      sessionsPlanned: sessions,
      // A finished plan stays finished when sessions are added.
      sessionsDone: now.sessionsDone === now.sessionsPlanned ? sessions : Math.min(now.sessionsDone, sessions),
    }));
  return (
    <SliderRow
      label={PIGMENT.planned}
      unit=""
      min={1}
      max={MOST_SESSIONS}
      step={1}
      value={planned}
      hint={PIGMENT.plannedHint}
      canReset={planned !== FIRST_PLAN}
      onInput={plan}
      onSettle={() => commands.commit()}
      onReset={() => {
        plan(FIRST_PLAN);
        commands.commit();
      }}
    />
  );
}
