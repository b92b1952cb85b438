import { SKIN_TONES, skinOfTone, skinToneOf, TONE_ITA_DEGREES } from '~/model/colour/skin-tone';
import { useApp, useDesignPart } from '~/ui/base/app-context';
import { itaSentence, toneSentence, TONE_TEXTS } from '~/ui/words/choice-words';
import { ChoiceGroup } from '~/ui/controls/choice-group';
import { cssColour } from '~/ui/base/css-colour';
import { useSkin } from '~/ui/base/use-skin';
import { PIGMENT } from '~/ui/words/pigment-words';

const AS_IN_PHOTO = 'asInPhoto';

/** The tone that was read of the photo, as a swatch and in words, and a way to set it right. */
export function SkinToneChoice() {
  const { commands } = useApp();
  const corrected = useDesignPart((design) => design.skinItaDegrees);
  const { estimate, inPhoto } = useSkin();
  return (
    <div className="group">
      <p className="tone-line">
        <span className="swatch" style={{ background: cssColour(inPhoto) }} />
        {toneSentence(estimate, corrected)}
      </p>
      <ChoiceGroup
        label={PIGMENT.tone}
        values={[AS_IN_PHOTO, ...SKIN_TONES]}
        value={corrected === null ? AS_IN_PHOTO : skinToneOf(corrected)}
        first={AS_IN_PHOTO}
        textOf={(tone) => TONE_TEXTS[tone]}
        pictureOf={(tone) => (
          <span
            className="swatch"
            style={{ background: cssColour(tone === AS_IN_PHOTO ? inPhoto : skinOfTone(TONE_ITA_DEGREES[tone])) }}
          />
        )}
        columns={4}
        onChoose={(tone) =>
          commands.change((now) => ({
            ...now,
            skinItaDegrees: tone === AS_IN_PHOTO ? null : TONE_ITA_DEGREES[tone],
          }))
        }
      />
      <details className="expert">
        <summary>{PIGMENT.expertTone}</summary>
        <p className="hint">{itaSentence(estimate)}</p>
      </details>
    </div>
  );
}
