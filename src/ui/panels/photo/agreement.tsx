import { OFF_MM } from '~/model/overlay/fit-in-sight';
import { useApp, useAppState, useFacts, useOverlay, useSetView } from '~/ui/base/app-context';
import { Switch } from '~/ui/controls/switch';
import { AGREEMENT, medianOff, offLegend, TURN_PHOTO } from '~/ui/words/photo-panel-words';

/** Counts less than this a photo is contradicted by the others: half of its places lie half as far off again as in a good one. */
const CONTRADICTED = 0.5;

/** What is to be said of how a photo agrees with the others of its head, and what can be done about it. */
export function ViewAgreement({ id, apart }: { readonly id: string; readonly apart: boolean }) {
  const { commands } = useApp();
  const agreement = useFacts((facts) => facts?.agreement() ?? null);
  const fitted = agreement?.fitted.views.at(agreement.ids.indexOf(id));
  const differs =
    agreement !== null && agreement.ids.includes(id) && fitted !== undefined && fitted.weight < CONTRADICTED;
  const isOf = (which: readonly boolean[] = []): boolean => which.some((is, at) => is && agreement?.ids[at] === id);
  const mirrored = isOf(agreement?.mirrored);
  const unlike = isOf(agreement?.unlike);
  const seen = useAppState(({ history: { committed } }) => committed.views[committed.chosenView].id === id);
  if (!apart && mirrored)
    return (
      <div className="view-agreement">
        <p className="advice">{AGREEMENT.mirrored}</p>
        <button
          type="button"
          className="button small"
          onClick={() => (seen ? commands.turnPhoto('mirror') : commands.chooseView(id))}
        >
          {seen ? TURN_PHOTO.mirror : AGREEMENT.look}
        </button>
      </div>
    );
  if (!apart && !differs && !unlike) return null;
  return (
    <div className="view-agreement">
      <p className={apart ? 'hint' : 'advice'}>
        {apart ? AGREEMENT.apart : differs ? AGREEMENT.differs : AGREEMENT.unlike}
      </p>
      <button type="button" className="button small" onClick={() => commands.setViewApart(id, !apart)}>
        {apart ? AGREEMENT.takeIn : AGREEMENT.leaveOut}
      </button>
    </div>
  );
}

/** Where what this photo shows lies off the head of all photos, in colours that are told in words; nothing where it stands by itself. */
export function ShowAgreement() {
  const setView = useSetView();
  const on = useAppState((state) => state.showAgreement);
  const together = useFacts((facts) => facts !== null && facts.agreement() !== null);
  const seen = useOverlay((overlay) => overlay?.agreement ?? null);
  if (!together) return null;
  return (
    <>
      <Switch
        label={AGREEMENT.show}
        on={on}
        hint={AGREEMENT.showHint}
        onChange={(showAgreement) => setView({ showAgreement })}
      />
      {on && seen !== null && (
        <div className="note agreement" role="status">
          <p>{medianOff(seen.medianMm)}</p>
          <ul>
            {offLegend(
              seen.classes.map(({ length }) => length),
              OFF_MM,
            ).map((text, at) => (
              <li key={text} className={`off-${at}`}>
                {text}
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}
