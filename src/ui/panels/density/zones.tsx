import { RotateCcw } from 'lucide-react';
import { useState } from 'react';
import { keepTotal } from '~/model/density/keep-total';
import type { FullDots } from '~/model/density/keep-total';
import { mostDensityPercent } from '~/model/density/zone-field';
import { ZONE_PERCENTS, ZONES } from '~/model/design/choices';
import type { Zone } from '~/model/design/choices';
import { sameZones, ZONES_AT_FIRST } from '~/model/design/design';
import type { ZoneShare } from '~/model/design/design';
import { SETTINGS } from '~/model/design/settings';
import type { TreatmentTotals } from '~/model/measure/treatment-totals';
import { committedDesign } from '~/store/shown-design';
import { useAlone } from '~/ui/base/alone';
import { useApp, useDesignPart, useFacts, useSetView } from '~/ui/base/app-context';
import { Fold } from '~/ui/controls/fold';
import { Switch } from '~/ui/controls/switch';
import { ZONE_TEXTS } from '~/ui/words/choice-words';
import { ZONES_GROUP, zonesHint } from '~/ui/words/density-words';
import { ZoneRow } from './zone-row';

const fullDotsOf = (totals: TreatmentTotals['zones']): FullDots =>
  Object.fromEntries(ZONES.map((zone) => [zone, totals[zone].fullDots])) as Record<Zone, number>;

/** Density and strength of each zone of the scalp, with what they come to. */
export function Zones() {
  const { commands, store } = useApp();
  const setView = useSetView();
  const zones = useDesignPart((design) => design.zones);
  const densityPerCm2 = useDesignPart((design) => design.densityPerCm2);
  const totals = useFacts((facts) => facts?.totals().zones ?? null);
  const allDots = useFacts((facts) => facts?.totals().dots ?? 0);
  const [keeps, keep] = useState(false);
  const alone = useAlone();
  const mostPercent = Math.floor(Math.min(ZONE_PERCENTS.density.max, mostDensityPercent(densityPerCm2)));

  const setDensity = (zone: Zone, percent: number): void => {
    // What the others give is reckoned from before the gesture, so that going back gives it back.
    const before = committedDesign(store.getState()).zones;
    commands.preview((now) => {
      if (now.zones[zone].densityPercent === percent) return now;
      return {
        ...now,
        zones:
          keeps && totals !== null
            ? keepTotal(before, fullDotsOf(totals), zone, percent, mostDensityPercent(now.densityPerCm2))
            : { ...now.zones, [zone]: { ...now.zones[zone], densityPercent: percent } },
      };
    });
  };
  const show = (zone: Zone, shown: boolean): void => {
    const isShown = store.getState().zoneShown === zone;
    if (isShown !== shown) setView({ zoneShown: shown ? zone : null });
  };
  const setStrength = (zone: Zone, strengthPercent: number): void =>
    commands.preview((now) => {
      const changed: ZoneShare = { ...now.zones[zone], strengthPercent };
      return { ...now, zones: { ...now.zones, [zone]: changed } };
    });

  const about = (
    <>
      <p className="hint">{zonesHint(SETTINGS.densityPerCm2.max, mostPercent)}</p>
      <Switch label={ZONES_GROUP.keepTotal} on={keeps} hint={ZONES_GROUP.keepTotalHint} onChange={keep} />
    </>
  );
  return (
    <Fold className="group more" name={ZONES_GROUP.name} onToggle={() => setView({ zoneShown: null })}>
      {/* Where there is little room it is filled by what can be set, and by what is said of it after that. */}
      {!alone && about}
      {ZONES.map((zone) => (
        <ZoneRow
          key={zone}
          text={ZONE_TEXTS[zone]}
          share={zones[zone]}
          atFirst={ZONES_AT_FIRST[zone]}
          mostPercent={mostPercent}
          totals={totals === null ? null : totals[zone]}
          allDots={allDots}
          onShow={(shown) => show(zone, shown)}
          onDensity={(percent) => setDensity(zone, percent)}
          onStrength={(percent) => setStrength(zone, percent)}
        />
      ))}
      <button
        type="button"
        className="button small"
        disabled={sameZones(zones, ZONES_AT_FIRST)}
        onClick={() => commands.change((now) => ({ ...now, zones: ZONES_AT_FIRST }))}
      >
        <RotateCcw aria-hidden="true" />
        {ZONES_GROUP.reset}
      </button>
      {alone && about}
    </Fold>
  );
}
