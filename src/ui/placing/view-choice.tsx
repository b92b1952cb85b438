import { HEAD_VIEWS } from '~/model/laying/view-priors';
import { viewSaid } from '~/store/view-in-sight';
import { useApp, useAppState } from '~/ui/base/app-context';
import { ChoiceGroup } from '~/ui/controls/choice-group';
import { PLACE_HEAD, VIEW_TEXTS } from '~/ui/words/editor-words';
import { ViewPicture } from './view-picture';

/** From where the photo shows the head, chosen by a picture. */
export function ViewChoice() {
  const { commands } = useApp();
  const view = useAppState(viewSaid);
  return (
    <ChoiceGroup
      label={PLACE_HEAD.views}
      values={HEAD_VIEWS}
      value={view}
      textOf={(each) => VIEW_TEXTS[each]}
      pictureOf={(each) => <ViewPicture view={each} />}
      columns={HEAD_VIEWS.length}
      onChoose={(each) => commands.seeHeadFrom(each)}
    />
  );
}
