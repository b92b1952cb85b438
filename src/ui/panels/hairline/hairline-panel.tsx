import { BUILDS, EDGE_STYLES, HAIRLINE_SHAPES, SIDE_PROFILES } from '~/model/design/choices';
import { withShape } from '~/model/design/looks';
import { withUsualLine } from '~/model/design/usual-line';
import { useApp, useDesignPart } from '~/ui/base/app-context';
import { useFirstChoice } from '~/ui/base/use-first-choice';
import { FIRST_DESIGN } from '~/ui/base/first-state';
import { ChoiceGroup } from '~/ui/controls/choice-group';
import { HeadStill } from '~/ui/controls/head-still';
import { SettingSlider } from '~/ui/controls/setting-slider';
import { Switch } from '~/ui/controls/switch';
import { BUILD_TEXTS, EDGE_TEXTS, SHAPE_TEXTS, SIDE_PROFILE_TEXTS } from '~/ui/words/choice-words';
import { HAIRLINE } from '~/ui/words/hairline-words';
import { EdgePicture } from './edge-picture';
import { Irregularity } from './irregularity';
import { LinePoints } from './line-points';
import { Looks } from './looks';
import { PencilTools } from './pencil-tools';
import { SecondOpinion } from './second-opinion';
import { ShapePicture } from './shape-picture';

/** Pictures to choose from, CSS px: three and two beside each other. */
const SHAPE_STILL = { widthPx: 96, heightPx: 64 };
const EDGE_STILL = { widthPx: 144, heightPx: 84 };

export function HairlinePanel() {
  const { commands } = useApp();
  const { look } = useFirstChoice();
  const shape = useDesignPart((design) => design.shape);
  const edge = useDesignPart((design) => design.edge);
  const build = useDesignPart((design) => design.build);
  const sideProfile = useDesignPart((design) => design.sideProfile);
  const mirror = useDesignPart((design) => design.mirror);
  return (
    <>
      <Looks />
      <SecondOpinion />
      <PencilTools />
      <ChoiceGroup
        label={HAIRLINE.shape}
        values={HAIRLINE_SHAPES}
        value={shape}
        first={FIRST_DESIGN.shape}
        textOf={(each) => SHAPE_TEXTS[each]}
        pictureOf={(each) => (
          <HeadStill
            vary={(now) => withShape(now, each)}
            frame="hairline"
            {...SHAPE_STILL}
            line
            instead={<ShapePicture shape={each} />}
          />
        )}
        columns={3}
        onChoose={(chosen) => commands.change((now) => withShape(now, chosen))}
      />
      <SettingSlider name="hairlineHeightMm" />
      <SettingSlider name="templeRecessionMm" />
      <ChoiceGroup
        label={HAIRLINE.edge}
        values={EDGE_STYLES}
        value={edge}
        first={FIRST_DESIGN.edge}
        textOf={(each) => EDGE_TEXTS[each]}
        pictureOf={(each) => (
          <HeadStill
            vary={(now) => ({ ...now, edge: each })}
            frame="hairline"
            {...EDGE_STILL}
            instead={<EdgePicture edge={each} />}
          />
        )}
        columns={2}
        onChoose={(chosen) => commands.change((now) => ({ ...now, edge: chosen }))}
      />
      <SettingSlider name="edgeSoftnessMm" />
      <Irregularity />
      <ChoiceGroup
        label={HAIRLINE.sideProfile}
        values={SIDE_PROFILES}
        value={sideProfile}
        first={FIRST_DESIGN.sideProfile}
        textOf={(each) => SIDE_PROFILE_TEXTS[each]}
        pictureOf={(each) => (
          <HeadStill vary={(now) => ({ ...now, sideProfile: each })} frame="hairline" {...SHAPE_STILL} line />
        )}
        columns={3}
        onChoose={(chosen) => commands.change((now) => ({ ...now, sideProfile: chosen }))}
      />
      <div className="group">
        <Switch
          label={HAIRLINE.mirror}
          on={mirror}
          hint={HAIRLINE.mirrorHint}
          onChange={(on) => commands.change((now) => ({ ...now, mirror: on }))}
        />
        <SettingSlider name="balancePercent" />
      </div>
      <LinePoints />
      <ChoiceGroup
        label={HAIRLINE.build}
        values={BUILDS}
        value={build}
        first={FIRST_DESIGN.build}
        textOf={(each) => BUILD_TEXTS[each]}
        columns={2}
        onChoose={(chosen) => commands.change((now) => withUsualLine(now, chosen, look))}
      />
    </>
  );
}
