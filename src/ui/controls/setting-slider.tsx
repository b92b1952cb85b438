import { useCallback } from 'react';
import type { ReactNode } from 'react';
import { valueAtFirst, valueInForce } from '~/model/design/setting-values';
import { SETTINGS } from '~/model/design/settings';
import type { DesignSettingKey } from '~/model/design/settings';
import { useApp, useDesignPart } from '~/ui/base/app-context';
import { useFirstChoice } from '~/ui/base/use-first-choice';
import { SETTING_HINTS, SETTING_LABELS, UNIT_NAMES } from '~/ui/words/setting-words';
import { SliderRow } from './slider-row';

/** One row of the table of settings, as a slider. */
export function SettingSlider({ name, marks }: { readonly name: DesignSettingKey; readonly marks?: ReactNode }) {
  const { commands } = useApp();
  const { look } = useFirstChoice();
  const value = useDesignPart((design) => valueInForce(design, name));
  const changed = useDesignPart((design) => design[name] !== valueAtFirst(design, name, look));
  const row = SETTINGS[name];
  const settle = useCallback(() => commands.commit(), [commands]);
  return (
    <SliderRow
      label={SETTING_LABELS[name]}
      unit={UNIT_NAMES[row.unit]}
      min={row.min}
      max={row.max}
      step={row.step}
      value={value}
      hint={SETTING_HINTS[name]}
      marks={marks}
      canReset={changed}
      onInput={(next) => commands.preview((now) => ({ ...now, [name]: next }))}
      onSettle={settle}
      onReset={() => commands.change((now) => ({ ...now, [name]: valueAtFirst(now, name, look) }))}
    />
  );
}
