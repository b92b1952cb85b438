import { BUILDS, EDGE_STYLES, HAIRLINE_SHAPES, SIDE_PROFILES } from '~/model/design/choices';
import { withShape } from '~/model/design/looks';
import { withUsualLine } from '~/model/design/usual-line';
import { useApp, useDesignPart } from '~/ui/base/app-context';
import { FIRST_DESIGN } from '~/ui/base/first-state';
import { useFirstChoice } from '~/ui/base/use-first-choice';
import { ChoiceGroup } from '~/ui/controls/choice-group';
import { HeadStill } from '~/ui/controls/head-still';
import { BUILD_TEXTS, EDGE_TEXTS, SHAPE_TEXTS, SIDE_PROFILE_TEXTS } from '~/ui/words/choice-words';
import { HAIRLINE } from '~/ui/words/hairline-words';
import { EdgePicture } from './edge-picture';
import { ShapePicture } from './shape-picture';

/** Pictures to choose from, CSS px: three and two beside each other. */
const SHAPE_STILL = { widthPx: 96, heightPx: 64 };
const EDGE_STILL = { widthPx: 144, heightPx: 84 };

export function ShapeChoice() {
  const { commands } = useApp();
  const shape = useDesignPart((design) => design.shape);
  return (
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
  );
}

export function EdgeChoice() {
  const { commands } = useApp();
  const edge = useDesignPart((design) => design.edge);
  return (
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
  );
}

export function SideProfileChoice() {
  const { commands } = useApp();
  const sideProfile = useDesignPart((design) => design.sideProfile);
  return (
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
  );
}

/** Whose usual line it is. */
export function BuildChoice() {
  const { commands } = useApp();
  const { look } = useFirstChoice();
  const build = useDesignPart((design) => design.build);
  return (
    <ChoiceGroup
      label={HAIRLINE.build}
      values={BUILDS}
      value={build}
      first={FIRST_DESIGN.build}
      textOf={(each) => BUILD_TEXTS[each]}
      columns={2}
      onChoose={(chosen) => commands.change((now) => withUsualLine(now, chosen, look))}
    />
  );
}
