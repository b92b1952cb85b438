import { useApp, useDesignPart } from '~/ui/base/app-context';
import { SettingSlider } from '~/ui/controls/setting-slider';
import { MODEL_NOTE } from '~/ui/words/moment-words';
import { AgesAhead } from './ages-ahead';
import { LaserRemoval } from './laser-removal';
import { OwnHair } from './own-hair';
import { PigmentLeft } from './pigment-left';
import { SessionPlan } from './session-plan';
import { OutlookChoice, WearChoices } from './time-choices';
import { TouchUps } from './touch-ups';

/** The marks of the sun slider (ui table). */
const SUN_MARKS: readonly { readonly at: number; readonly name: string }[] = [
  { at: 0.7, name: 'Covered' },
  { at: 1, name: 'Usual' },
  { at: 1.8, name: 'Outdoors' },
];

export function TimePanel() {
  const { commands } = useApp();
  const sun = useDesignPart((design) => design.sunExposure);
  return (
    <>
      <p className="note">
        Time itself is the strip under the picture. Dots look larger and darker at first, heal in about a month, and
        then fade and soften over the years.
      </p>
      <OutlookChoice />
      <PigmentLeft />
      <p className="advice">{MODEL_NOTE}</p>
      <SessionPlan />
      <SettingSlider
        name="sunExposure"
        marks={
          <div className="tool-row" role="group" aria-label="Usual sun exposures">
            {SUN_MARKS.map(({ at, name }) => (
              <button
                key={name}
                type="button"
                className="button small"
                aria-pressed={Math.abs(sun - at) < 0.05}
                onClick={() => commands.change((now) => ({ ...now, sunExposure: at }))}
              >
                {name}
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
