import { PIGMENTS } from '~/model/design/choices';
import { applyPigment } from '~/model/design/pigment-presets';
import { useApp, useDesignPart } from '~/ui/base/app-context';
import { useFirstChoice } from '~/ui/base/use-first-choice';
import { useSkin } from '~/ui/base/use-skin';
import { ChoiceGroup } from '~/ui/controls/choice-group';
import { PIGMENT_TEXTS } from '~/ui/words/choice-words';
import { PIGMENT } from '~/ui/words/pigment-words';
import { PigmentSuggestion, TooDarkAdvice } from './pigment-advice';
import { PigmentPicture } from './pigment-picture';

/** Which pigment, with what suits this skin. */
export function PigmentChoice() {
  const { commands } = useApp();
  const first = useFirstChoice();
  const pigment = useDesignPart((design) => design.pigment);
  const { shown } = useSkin();
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
      <TooDarkAdvice />
    </>
  );
}
