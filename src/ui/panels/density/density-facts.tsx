import { useAppState, useFacts, useSetView } from '~/ui/base/app-context';
import { Switch } from '~/ui/controls/switch';
import { aboutCm2, aboutDots, DENSITY, TOTALS_NOTE } from '~/ui/words/density-words';

/** The hair that the photo is read to show, tinted. */
export function FoundHair() {
  const setView = useSetView();
  const showHair = useAppState((state) => state.showHair);
  return (
    <Switch
      label={DENSITY.showHair}
      on={showHair}
      hint={DENSITY.showHairHint}
      onChange={(on) => setView({ showHair: on })}
    />
  );
}

/** What the whole treatment comes to. */
export function Totals() {
  const totals = useFacts((facts) => facts?.totals() ?? null);
  if (totals === null) return null;
  return (
    <>
      <dl className="totals">
        <div>
          <dt>{DENSITY.dotsInSight}</dt>
          <dd>{aboutDots(totals.inSight.dots)}</dd>
        </div>
        <div>
          <dt>{DENSITY.skinInSight}</dt>
          <dd>{aboutCm2(totals.inSight.areaCm2)}</dd>
        </div>
        <div>
          <dt>{DENSITY.allDots}</dt>
          <dd>{aboutDots(totals.dots)}</dd>
        </div>
        <div>
          <dt>{DENSITY.treatedSkin}</dt>
          <dd>{aboutCm2(totals.areaCm2)}</dd>
        </div>
      </dl>
      <p className="hint">{TOTALS_NOTE}</p>
    </>
  );
}
