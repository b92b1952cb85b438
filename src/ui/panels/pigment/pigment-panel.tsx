import { PIGMENTS } from '~/model/design/choices';
import { applyPigment } from '~/model/design/pigment-presets';
import { useApp, useDesignPart } from '~/ui/base/app-context';
import { MOST_SESSIONS } from '~/model/design/settings';
import { FIRST_DESIGN } from '~/ui/base/first-state';
import { useFirstChoice } from '~/ui/base/use-first-choice';
import { useSkin } from '~/ui/base/use-skin';
import { ChoiceGroup } from '~/ui/controls/choice-group';
import { SettingSlider } from '~/ui/controls/setting-slider';
import { SliderRow } from '~/ui/controls/slider-row';
import { PIGMENT_TEXTS, sessionsHint } from '~/ui/words/choice-words';
import { PIGMENT } from '~/ui/words/pigment-words';
import { PigmentSuggestion, TooDarkAdvice } from './pigment-advice';
import { PigmentPicture } from './pigment-picture';
import { SkinToneChoice } from './skin-tone-choice';

const FIRST_PLAN = FIRST_DESIGN.sessionsPlanned;

export function PigmentPanel() {
  const { commands } = useApp();
  const first = useFirstChoice();
  const pigment = useDesignPart((design) => design.pigment);
  const planned = useDesignPart((design) => design.sessionsPlanned);
  const done = useDesignPart((design) => design.sessionsDone);
  const { shown } = useSkin();
  const plan = (sessions: number): void =>
    commands.preview((now) => ({
      ...now,
      sessionsPlanned: sessions,
      // A finished plan stays finished when sessions are added.
      sessionsDone: now.sessionsDone === now.sessionsPlanned ? sessions : Math.min(now.sessionsDone, sessions),
    }));
  return (
    <>
      <ChoiceGroup
        label={PIGMENT.name}
        values={PIGMENTS}
        value={pigment}
        first={first.pigment}
        textOf={(each) => PIGMENT_TEXTS[each]}
        pictureOf={(each) => <PigmentPicture pigment={each} shown={shown} />}
        columns={3}
        onChoose={(chosen) => commands.change((now) => applyPigment(now, chosen))}
      />
      <PigmentSuggestion />
      <SkinToneChoice />
      <SettingSlider name="strengthPercent" />
      <SettingSlider name="dotSizeMm" />
      <TooDarkAdvice />
      <ChoiceGroup
        label={PIGMENT.sessions}
        values={Array.from({ length: planned }, (_, index) => index + 1)}
        value={done}
        first={planned}
        textOf={(session) => ({ name: String(session), hint: sessionsHint(session, planned) })}
        columns={planned}
        onChoose={(sessionsDone) => commands.change((now) => ({ ...now, sessionsDone }))}
      />
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
    </>
  );
}
