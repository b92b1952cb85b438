import { useApp, useDesignPart } from '~/ui/base/app-context';
import { SettingSlider } from '~/ui/controls/setting-slider';
import { Switch } from '~/ui/controls/switch';
import { HAIRLINE } from '~/ui/words/hairline-words';

/** Whether both sides are alike, and how exactly. */
export function Mirroring() {
  const { commands } = useApp();
  const mirror = useDesignPart((design) => design.mirror);
  return (
    <div className="group">
      <SettingSlider name="balancePercent" />
      <Switch
        label={HAIRLINE.mirror}
        on={mirror}
        hint={HAIRLINE.mirrorHint}
        onChange={(on) => commands.change((now) => ({ ...now, mirror: on }))}
      />
    </div>
  );
}
