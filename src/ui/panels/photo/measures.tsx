import { useAppState, useSetView } from '~/ui/base/app-context';
import { Switch } from '~/ui/controls/switch';
import { ERROR_BAND, PHOTO } from '~/ui/words/photo-panel-words';
import { ChangedList } from './changed-list';
import { GuideChoices } from './guide-choices';
import { MeasurementList } from './measurement-list';
import { RulerTools } from './ruler-tools';

/** Distances, guides and the ruler, once they are asked for. */
export function Measures() {
  const setView = useSetView();
  const shown = useAppState((state) => state.showMeasurements);
  const showError = useAppState((state) => state.showError);
  return (
    <>
      <Switch
        label={PHOTO.measurements}
        on={shown}
        hint={PHOTO.measurementsHint}
        onChange={(on) => setView({ showMeasurements: on, ...(!on && { showError: false }) })}
      />
      {shown && (
        <>
          <MeasurementList />
          <Switch
            label={ERROR_BAND.name}
            on={showError}
            hint={ERROR_BAND.hint}
            onChange={(on) => setView({ showError: on })}
          />
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
