import { useApp, useDesignPart } from '~/ui/base/app-context';
import { SettingSlider } from '~/ui/controls/setting-slider';
import { MODEL_NOTE } from '~/ui/words/moment-words';
import { SUN_NAMES, TIME } from '~/ui/words/ageing-words';
import { AgesAhead } from './ages-ahead';
import { LaserRemoval } from './laser-removal';
import { OwnHair } from './own-hair';
import { PigmentLeft } from './pigment-left';
import { SessionPlan } from './session-plan';
import { OutlookChoice, WearChoices } from './time-choices';
import { TouchUps } from './touch-ups';

/** The marks of the sun slider (ui table). */
const SUN_MARKS: readonly { readonly at: number; readonly sun: keyof typeof SUN_NAMES }[] = [
  { at: 0.7, sun: 'covered' },
  { at: 1, sun: 'usual' },
  { at: 1.8, sun: 'outdoors' },
];

export function TimePanel() {
  const { commands } = useApp();
  const sun = useDesignPart((design) => design.sunExposure);
  return (
    <>
      <p className="note">{TIME.note}</p>
      <OutlookChoice />
      <PigmentLeft />
      <p className="advice">{MODEL_NOTE}</p>
      <SessionPlan />
      <SettingSlider
        name="sunExposure"
        marks={
          <div className="tool-row" role="group" aria-label={TIME.suns}>
            {SUN_MARKS.map(({ at, sun: mark }) => (
              <button
                key={mark}
                type="button"
                className="button small"
                aria-pressed={Math.abs(sun - at) < 0.05}
                onClick={() => commands.change((now) => ({ ...now, sunExposure: at }))}
              >
                {SUN_NAMES[mark]}
              </button>
            ))}
          </div>
        }
      />
      <WearChoices />
      <TouchUps />
      <OwnHair />
      <AgesAhead />
      <LaserRemoval />
    </>
  );
}
