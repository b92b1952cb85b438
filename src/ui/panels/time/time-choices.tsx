import { INKS, OUTLOOKS, PLACINGS, SKIN_TYPES } from '~/model/design/choices';
import type { Design } from '~/model/design/design';
import { useApp, useDesignPart } from '~/ui/base/app-context';
import { FIRST_DESIGN } from '~/ui/base/first-state';
import { ChoiceGroup } from '~/ui/controls/choice-group';
import { INK_TEXTS, OUTLOOK_TEXTS, PLACING_TEXTS, SKIN_TYPE_TEXTS, TIME } from '~/ui/words/ageing-words';
import type { ChoiceText } from '~/ui/words/choice-words';

interface TimeChoiceProps<Key extends 'outlook' | 'skinType' | 'placing' | 'ink'> {
  readonly label: string;
  readonly of: Key;
  readonly values: readonly Design[Key][];
  readonly texts: Readonly<Record<Design[Key], ChoiceText>>;
  readonly columns: number;
}

/** A choice that changes how time treats the pigment. */
function TimeChoice<Key extends 'outlook' | 'skinType' | 'placing' | 'ink'>(props: TimeChoiceProps<Key>) {
  const { label, of, values, texts, columns } = props;
  const { commands } = useApp();
  const value = useDesignPart((design) => design[of]);
  return (
    <ChoiceGroup
      {...{ label, values, value, columns }}
      first={FIRST_DESIGN[of]}
      textOf={(each) => texts[each]}
      onChoose={(chosen) => commands.change((now) => ({ ...now, [of]: chosen }))}
    />
  );
}

/** Which of the possible futures the picture shows. */
export const OutlookChoice = () => (
  <TimeChoice label={TIME.outlook} of="outlook" values={OUTLOOKS} texts={OUTLOOK_TEXTS} columns={3} />
);

/** What practitioner and skin add to it. */
export const WearChoices = () => (
  <>
    <TimeChoice label={TIME.skinType} of="skinType" values={SKIN_TYPES} texts={SKIN_TYPE_TEXTS} columns={3} />
    <TimeChoice label={TIME.depth} of="placing" values={PLACINGS} texts={PLACING_TEXTS} columns={3} />
    <TimeChoice label={TIME.ink} of="ink" values={INKS} texts={INK_TEXTS} columns={2} />
  </>
);
