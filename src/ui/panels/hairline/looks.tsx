import { lookOf, LOOKS, withLook } from '~/model/design/looks';
import { useApp, useDesign } from '~/ui/base/app-context';
import { useFirstChoice } from '~/ui/base/use-first-choice';
import { ChoiceGroup } from '~/ui/controls/choice-group';
import { HeadStill } from '~/ui/controls/head-still';
import { useFoundNote } from '~/ui/controls/announcer';
import { LOOK_TEXTS } from '~/ui/words/choice-words';
import { HAIRLINE } from '~/ui/words/hairline-words';
import { ShapePicture } from './shape-picture';

/** Three beside each other, CSS px. */
const STILL = { widthPx: 96, heightPx: 72 };
const FROM_TABLE = { shiftMm: 0 };

/**
 * Three lines to begin with, on this head: each a whole line, so that one choice is enough. They come first after a photo, so
 * what is to be known of it is said here: over the picture it would lie on the head.
 */
export function Looks() {
  const { commands } = useApp();
  const note = useFoundNote();
  const shift = useFirstChoice().look ?? FROM_TABLE;
  const look = lookOf(useDesign(), shift);
  return (
    <ChoiceGroup
      label={HAIRLINE.looks}
      values={LOOKS}
      value={look}
      textOf={(each) => LOOK_TEXTS[each]}
      pictureOf={(each) => (
        <HeadStill
          vary={(now) => withLook(now, each, shift)}
          frame="hairline"
          {...STILL}
          line
          instead={<ShapePicture shape="natural" />}
        />
      )}
      columns={3}
      note={note}
      onChoose={(chosen) => commands.change((now) => withLook(now, chosen, shift))}
    />
  );
}
