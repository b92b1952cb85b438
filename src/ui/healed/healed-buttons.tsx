import { ArrowLeftRight, ImagePlus } from 'lucide-react';
import { MOST_VIEWS } from '~/model/design/consultation';
import { useApp, useAppState, useSetView } from '~/ui/base/app-context';
import { pickPhoto } from '~/ui/base/view-picker';
import { HEALED, openHealedName } from '~/ui/words/home/healed-words';

/** To add a photo of the healed result, and to look at those that are there. `onLeave`: what lies over the editor closes. */
export function HealedButtons({ onLeave }: { readonly onLeave?: () => void }) {
  const { commands } = useApp();
  const setView = useSetView();
  const views = useAppState(({ history }) => history.committed.views);
  const most = views.length >= MOST_VIEWS;
  return (
    <>
      {views.map(({ id, healed }) =>
        healed === null ? null : (
          <button
            key={id}
            type="button"
            className="button"
            aria-label={openHealedName(healed.takenOn)}
            onClick={() => {
              onLeave?.();
              setView({ healedShown: id });
            }}
          >
            <ArrowLeftRight aria-hidden="true" />
            {HEALED.open}
          </button>
        ),
      )}
      <button
        type="button"
        className="button"
        disabled={most}
        title={most ? HEALED.most : undefined}
        onClick={() =>
          pickPhoto((file) => {
            onLeave?.();
            commands.addHealed(file);
          })
        }
      >
        <ImagePlus aria-hidden="true" />
        {HEALED.add}
      </button>
    </>
  );
}
