import { HAIR_RATES, LUDWIG_STAGES, NORWOOD_STAGES } from '~/model/design/choices';
import type { OwnHair as OwnHairDesign } from '~/model/design/design';
import { stageInForce } from '~/model/hair/own-hair';
import { useApp, useAppState, useDesignPart, useOverlay, useSetView } from '~/ui/base/app-context';
import { FIRST_DESIGN } from '~/ui/base/first-state';
import { ChoiceGroup } from '~/ui/controls/choice-group';
import { Switch } from '~/ui/controls/switch';
import { COVERED_NOTE, HAIR_CHANGE_NOTES, HAIR_MODEL_NOTE, RATE_TEXTS, STAGE_TEXTS } from '~/ui/words/hair-words';
import { StagePicture } from './stage-picture';

/** The hair that the photo shows goes on thinning and greying over the same years. */
export function OwnHair() {
  const { commands } = useApp();
  const setView = useSetView();
  const ownHair = useDesignPart((design) => design.ownHair);
  const build = useDesignPart((design) => design.build);
  const showStage = useAppState((state) => state.showStage);
  const covered = useOverlay((overlay) => overlay?.covered ?? false);
  const verdict = useOverlay((overlay) => overlay?.hairChange ?? null);
  const change = (part: Partial<OwnHairDesign>): void =>
    commands.change((now) => ({ ...now, ownHair: { ...now.ownHair, ...part } }));
  const note = covered ? COVERED_NOTE : verdict === null ? null : HAIR_CHANGE_NOTES[verdict];
  return (
    <section className="group" aria-label="Your own hair">
      <Switch
        label="Your own hair goes on"
        on={ownHair.goesOn}
        hint="The hair in the photo thins around the line over the years on the strip. The pigment stays where it was put."
        onChange={(goesOn) => change({ goesOn })}
      />
      {ownHair.goesOn && (
        <>
          {note !== null && <p className="advice">{note}</p>}
          <ChoiceGroup
            label="Hair loss today"
            values={build === 'women' ? LUDWIG_STAGES : NORWOOD_STAGES}
            value={stageInForce(ownHair, build)}
            textOf={(stage) => STAGE_TEXTS[stage]}
            pictureOf={(stage) => <StagePicture stage={stage} />}
            columns={3}
            onChoose={(stage) => {
              change({ stage });
              setView({ showStage: true });
            }}
          />
          <Switch
            label="Show the stage on the picture"
            on={showStage}
            hint="A line around what this stage has lost. Choose the stage whose line fits the hair you see."
            onChange={(on) => setView({ showStage: on })}
          />
          <ChoiceGroup
            label="How fast it goes"
            values={HAIR_RATES}
            value={ownHair.rate}
            first={FIRST_DESIGN.ownHair.rate}
            textOf={(rate) => RATE_TEXTS[rate]}
            columns={3}
            onChoose={(rate) => change({ rate })}
          />
          <Switch
            label="Taking treatment"
            on={ownHair.treated}
            hint="Treatment that works slows loss to about a sixth. Whether it works for you, and goes on doing so, is for a doctor."
            onChange={(treated) => change({ treated })}
          />
          <Switch
            label="Goes grey"
            on={ownHair.greys}
            hint="Dark hair that is left turns grey with age, half of it by the late fifties; people differ by 20 years. Pigment does not."
            onChange={(greys) => change({ greys })}
          />
          <p className="advice">{HAIR_MODEL_NOTE}</p>
        </>
      )}
    </section>
  );
}
