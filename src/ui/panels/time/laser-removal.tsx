import { LASER_KINDS, MOST_LASER_SESSIONS } from '~/model/design/choices';
import type { Laser } from '~/model/design/design';
import { SETTINGS } from '~/model/design/settings';
import { leftByLaser } from '~/model/pigment/fading-choices';
import { useApp, useDesignPart } from '~/ui/base/app-context';
import { FIRST_DESIGN } from '~/ui/base/first-state';
import { ChoiceGroup } from '~/ui/controls/choice-group';
import { Fold } from '~/ui/controls/fold';
import { SliderRow } from '~/ui/controls/slider-row';
import { LASER, LASER_TEXTS, laserLeft, laserNotYet } from '~/ui/words/ageing-words';
import { timeInWords } from '~/ui/words/moment-words';
import { UNIT_NAMES } from '~/ui/words/setting-words';

const FIRST = FIRST_DESIGN.laser;
const { min, max } = SETTINGS.timeYears;

/** Taking it off again: how many sessions, when, and what remains. */
export function LaserRemoval() {
  const { commands } = useApp();
  const laser = useDesignPart((design) => design.laser);
  const timeYears = useDesignPart((design) => design.timeYears);
  const preview = (part: Partial<Laser>): void =>
    commands.preview((now) => ({ ...now, laser: { ...now.laser, ...part } }));
  const reset = (part: Partial<Laser>): void => {
    preview(part);
    commands.commit();
  };
  const { kind, sessions, atYears } = laser;
  return (
    <Fold className="group more" name={LASER.name} open={sessions > 0 || undefined}>
      <SliderRow
        label={LASER.sessions}
        unit=""
        min={0}
        max={MOST_LASER_SESSIONS}
        step={1}
        value={sessions}
        hint={sessions === 0 ? LASER.noneHint : laserLeft(Math.round(100 * leftByLaser(kind, sessions)))}
        canReset={sessions !== FIRST.sessions}
        onInput={(value) => preview({ sessions: value })}
        onSettle={() => commands.commit()}
        onReset={() => reset({ sessions: FIRST.sessions })}
      />
      {sessions > 0 && (
        <>
          <SliderRow
            label={LASER.after}
            unit={UNIT_NAMES.years}
            min={min}
            max={max}
            step={0.5}
            value={atYears}
            hint={timeYears < atYears ? laserNotYet(timeInWords(atYears)) : LASER.afterHint}
            canReset={atYears !== FIRST.atYears}
            onInput={(value) => preview({ atYears: value })}
            onSettle={() => commands.commit()}
            onReset={() => reset({ atYears: FIRST.atYears })}
          />
          <ChoiceGroup
            label={LASER.kind}
            values={LASER_KINDS}
            value={kind}
            first={FIRST.kind}
            textOf={(each) => LASER_TEXTS[each]}
            columns={2}
            onChoose={(chosen) => reset({ kind: chosen })}
          />
        </>
      )}
    </Fold>
  );
}
