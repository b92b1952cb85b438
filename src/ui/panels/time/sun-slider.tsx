import { useApp, useDesignPart } from '~/ui/base/app-context';
import { SettingSlider } from '~/ui/controls/setting-slider';
import { Toolbar } from '~/ui/controls/toolbar';
import { SUN_NAMES, TIME } from '~/ui/words/ageing-words';

/** The marks of the sun slider (ui table). */
const SUN_MARKS: readonly { readonly at: number; readonly sun: keyof typeof SUN_NAMES }[] = [
  { at: 0.7, sun: 'covered' },
  { at: 1, sun: 'usual' },
  { at: 1.8, sun: 'outdoors' },
];

/** How much sun the head gets, with three names for it. */
export function SunSlider() {
  const { commands } = useApp();
  const sun = useDesignPart((design) => design.sunExposure);
  return (
    <SettingSlider
      name="sunExposure"
      marks={
        <Toolbar label={TIME.suns} className="tool-row">
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
        </Toolbar>
      }
    />
  );
}
