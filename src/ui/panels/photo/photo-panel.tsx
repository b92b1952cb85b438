import { NO_CORRECTION } from '~/model/design/head-correction';
import { useApp, useAppState, useDesignPart, useFacts, useSetView, useSubject } from '~/ui/base/app-context';
import { Switch } from '~/ui/controls/switch';
import { scalpNote } from '~/ui/words/notice-words';
import { START } from '~/ui/words/start-words';
import { CORRECT_HEAD, PHOTO, photoInWords } from '~/ui/words/photo-panel-words';
import { ChangedList } from './changed-list';
import { GuideChoices } from './guide-choices';
import { CRANIUM, PLACEMENT } from './head-settings';
import { HeadSliders } from './head-sliders';
import { MeasurementList } from './measurement-list';
import { RulerTools } from './ruler-tools';

export function PhotoPanel() {
  const { commands } = useApp();
  const setView = useSetView();
  const head = useDesignPart((design) => design.head);
  const showHead = useAppState((state) => state.showHead);
  const showMeasurements = useAppState((state) => state.showMeasurements);
  const showChanged = useAppState((state) => state.showChanged);
  const photo = useSubject((subject) => subject.photo);
  const onScalp = useFacts(scalpNote);
  return (
    <>
      <p className="note">
        {photoInWords(photo.name, photo.full)} {START.privacy}
      </p>
      {onScalp !== null && <p className="advice">{onScalp}</p>}
      <Switch
        label={PHOTO.measurements}
        on={showMeasurements}
        hint={PHOTO.measurementsHint}
        onChange={(on) => setView({ showMeasurements: on })}
      />
      {showMeasurements && (
        <>
          <MeasurementList />
          <GuideChoices />
          <RulerTools />
        </>
      )}
      <Switch
        label={PHOTO.changed}
        on={showChanged}
        hint={PHOTO.changedHint}
        onChange={(on) => setView({ showChanged: on })}
      />
      {showChanged && <ChangedList />}
      <Switch label={PHOTO.head} on={showHead} hint={PHOTO.headHint} onChange={(on) => setView({ showHead: on })} />
      <details
        className="group head-details"
        onToggle={(event) => {
          if (event.currentTarget.open) setView({ showHead: true });
        }}
      >
        <summary>{CORRECT_HEAD.name}</summary>
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
            disabled={Object.entries(NO_CORRECTION).every(([key, value]) => head[key as keyof typeof head] === value)}
            onClick={() => commands.change((now) => ({ ...now, head: NO_CORRECTION }))}
          >
            {CORRECT_HEAD.reset}
          </button>
          <button type="button" className="button small" onClick={() => commands.placeByHand()}>
            {CORRECT_HEAD.byHand}
          </button>
        </div>
      </details>
      <p className="honesty-note">{START.honesty}</p>
    </>
  );
}
