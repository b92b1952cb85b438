import { NO_CORRECTION } from '~/model/design/head-correction';
import { useApp, useAppState, useDesignPart, useOverlay, useSetView } from '~/ui/base/app-context';
import { Switch } from '~/ui/controls/switch';
import { scalpNote } from '~/ui/words/notice-words';
import { START } from '~/ui/words/start-words';
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
  const photo = useAppState((state) => state.subject?.photo ?? null);
  const onScalp = useOverlay(scalpNote);
  return (
    <>
      {photo !== null && (
        <p className="note">
          {photo.name}, {photo.full.widthPx} × {photo.full.heightPx} pixels. {START.privacy}
        </p>
      )}
      {onScalp !== null && <p className="advice">{onScalp}</p>}
      <Switch
        label="Measurements"
        on={showMeasurements}
        hint="Guides on the face, distances in millimetres, and a ruler."
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
        label="Show what changed"
        on={showChanged}
        hint="All that differs from where you started."
        onChange={(on) => setView({ showChanged: on })}
      />
      {showChanged && <ChangedList />}
      <Switch
        label="Show the head as understood"
        on={showHead}
        hint="The skull and the outline that the dots follow. Correct them here when they do not fit."
        onChange={(on) => setView({ showHead: on })}
      />
      <details
        className="group head-details"
        onToggle={(event) => {
          if (event.currentTarget.open) setView({ showHead: true });
        }}
      >
        <summary>Correct the head</summary>
        <HeadSliders settings={PLACEMENT} />
        <HeadSliders settings={CRANIUM} />
        <Switch
          label="Follow the outline of the photo"
          on={head.followOutline}
          hint="Bends the edge of the skull onto the edge of the head in the picture."
          onChange={(followOutline) => commands.change((now) => ({ ...now, head: { ...now.head, followOutline } }))}
        />
        <div className="tool-row">
          <button
            type="button"
            className="button small"
            disabled={Object.entries(NO_CORRECTION).every(([key, value]) => head[key as keyof typeof head] === value)}
            onClick={() => commands.change((now) => ({ ...now, head: NO_CORRECTION }))}
          >
            Reset head
          </button>
          <button type="button" className="button small" onClick={() => commands.placeByHand()}>
            Place the head by hand
          </button>
        </div>
      </details>
      <p className="honesty-note">{START.honesty}</p>
    </>
  );
}
