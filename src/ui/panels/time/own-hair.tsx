import { HAIR_RATES, LUDWIG_STAGES, NORWOOD_STAGES } from '~/model/design/choices';
import type { OwnHair as OwnHairDesign } from '~/model/design/design';
import { stageInForce } from '~/model/hair/own-hair';
import { useApp, useAppState, useDesignPart, useFacts, useSetView } from '~/ui/base/app-context';
import { FIRST_DESIGN } from '~/ui/base/first-state';
import { ChoiceGroup } from '~/ui/controls/choice-group';
import { Switch } from '~/ui/controls/switch';
import {
  COVERED_NOTE,
  HAIR_CHANGE_NOTES,
  HAIR_MODEL_NOTE,
  OWN_HAIR,
  RATE_TEXTS,
  STAGE_TEXTS,
} from '~/ui/words/hair-words';
import { StagePicture } from './stage-picture';

/** The hair that the photo shows goes on thinning and greying over the same years. */
export function OwnHair() {
  const { commands } = useApp();
  const setView = useSetView();
  const ownHair = useDesignPart((design) => design.ownHair);
  const build = useDesignPart((design) => design.build);
  const showStage = useAppState((state) => state.showStage);
  const covered = useFacts((facts) => facts?.covered ?? false);
  const verdict = useFacts((facts) => facts?.hairChange() ?? null);
  const change = (part: Partial<OwnHairDesign>): void =>
    commands.change((now) => ({ ...now, ownHair: { ...now.ownHair, ...part } }));
  const note = covered ? COVERED_NOTE : verdict === null ? null : HAIR_CHANGE_NOTES[verdict];
  return (
    <section className="group" aria-label={OWN_HAIR.name}>
      <Switch
        label={OWN_HAIR.goesOn}
        on={ownHair.goesOn}
        hint={OWN_HAIR.goesOnHint}
        onChange={(goesOn) => change({ goesOn })}
      />
      {ownHair.goesOn && (
        <>
          {note !== null && <p className="advice">{note}</p>}
          <ChoiceGroup
            label={OWN_HAIR.stage}
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
            label={OWN_HAIR.showStage}
            on={showStage}
            hint={OWN_HAIR.showStageHint}
            onChange={(on) => setView({ showStage: on })}
          />
          <ChoiceGroup
            label={OWN_HAIR.rate}
            values={HAIR_RATES}
            value={ownHair.rate}
            first={FIRST_DESIGN.ownHair.rate}
            textOf={(rate) => RATE_TEXTS[rate]}
            columns={3}
            onChoose={(rate) => change({ rate })}
          />
          <Switch
            label={OWN_HAIR.treated}
            on={ownHair.treated}
            hint={OWN_HAIR.treatedHint}
            onChange={(treated) => change({ treated })}
          />
          <Switch
            label={OWN_HAIR.greys}
            on={ownHair.greys}
            hint={OWN_HAIR.greysHint}
            onChange={(greys) => change({ greys })}
          />
          <p className="advice">{HAIR_MODEL_NOTE}</p>
        </>
      )}
    </section>
  );
}
