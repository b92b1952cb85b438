import { useAppState, useSetView } from '~/ui/base/app-context';
import { Switch } from '~/ui/controls/switch';
import { PHOTO } from '~/ui/words/photo-panel-words';
import { ChangedList } from './changed-list';
import { GuideChoices } from './guide-choices';
import { MeasurementList } from './measurement-list';
import { RulerTools } from './ruler-tools';

/** Distances, guides and the ruler, once they are asked for. */
export function Measures() {
  const setView = useSetView();
  const shown = useAppState((state) => state.showMeasurements);
  return (
    <>
      <Switch
        label={PHOTO.measurements}
        on={shown}
        hint={PHOTO.measurementsHint}
        onChange={(on) => setView({ showMeasurements: on })}
      />
      {shown && (
        <>
          <MeasurementList />
          <GuideChoices />
          <RulerTools />
        </>
      )}
    </>
  );
}

/** All that differs from where the design started, once it is asked for. */
export function Changed() {
  const setView = useSetView();
  const shown = useAppState((state) => state.showChanged);
  return (
    <>
      <Switch
        label={PHOTO.changed}
        on={shown}
        hint={PHOTO.changedHint}
        onChange={(on) => setView({ showChanged: on })}
      />
      {shown && <ChangedList />}
    </>
  );
}
