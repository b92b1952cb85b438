import { useApp, useDesignPart } from '~/ui/base/app-context';
import { useAlone } from '~/ui/base/alone';
import { SettingSlider } from '~/ui/controls/setting-slider';
import { Switch } from '~/ui/controls/switch';
import { HAIRLINE } from '~/ui/words/hairline-words';

/** How exactly both sides are alike; where it stands alone, whether they are at all. */
export function Mirroring() {
  const alone = useAlone();
  return (
    <div className="group">
      <SettingSlider name="balancePercent" />
      {alone && <MirrorSwitch />}
    </div>
  );
}

/** Whether both sides are alike. */
export function MirrorSwitch() {
  const { commands } = useApp();
  const mirror = useDesignPart((design) => design.mirror);
  return (
    <Switch
      label={HAIRLINE.mirror}
      on={mirror}
      hint={HAIRLINE.mirrorHint}
      onChange={(on) => commands.change((now) => ({ ...now, mirror: on }))}
    />
  );
}
