import { useApp, useAppState, useDesignPart, useSetView } from '~/ui/base/app-context';
import { Fold } from '~/ui/controls/fold';
import { Switch } from '~/ui/controls/switch';
import { CORRECT_HEAD, PHOTO } from '~/ui/words/photo-panel-words';
import { CRANIUM, PLACEMENT } from './head-settings';
import { ShowAgreement } from './agreement';
import { HeadSliders, useFoundHead } from './head-sliders';

/** The head as it was understood: to see, and to set right. */
export function CorrectHead() {
  const { commands } = useApp();
  const setView = useSetView();
  const head = useDesignPart((design) => design.head);
  const showHead = useAppState((state) => state.showHead);
  const found = useFoundHead();
  return (
    <>
      <Switch label={PHOTO.head} on={showHead} hint={PHOTO.headHint} onChange={(on) => setView({ showHead: on })} />
      <ShowAgreement />
      <Fold
        className="group head-details"
        name={CORRECT_HEAD.name}
        onToggle={(open) => {
          if (open) setView({ showHead: true });
        }}
      >
        <HeadSliders settings={PLACEMENT} />
        <HeadSliders settings={CRANIUM} />
        <Switch
          label={CORRECT_HEAD.outline}
          on={head.followOutline}
          hint={CORRECT_HEAD.outlineHint}
          onChange={(followOutline) => commands.change((now) => ({ ...now, head: { ...now.head, followOutline } }))}
        />
        <div className="tool-row">
          <button
            type="button"
            className="button small"
            disabled={Object.entries(found).every(([key, value]) => head[key as keyof typeof head] === value)}
            onClick={() => commands.change((now) => ({ ...now, head: found }))}
          >
            {CORRECT_HEAD.reset}
          </button>
          <button type="button" className="button small" onClick={() => commands.placeByHand()}>
            {CORRECT_HEAD.byHand}
          </button>
        </div>
      </Fold>
    </>
  );
}
