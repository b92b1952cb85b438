import type { ReactNode } from 'react';
import { useCallback } from 'react';
import type { Design } from '~/model/design/design';
import { edgeOf, recessionMm } from '~/model/design/design';
import type { DesignSettingKey, FollowingKey } from '~/model/design/choices';
import { HAIRLINE_HEIGHT_MM, SETTINGS } from '~/model/design/choices';
import { applyPigment } from '~/model/design/pigment-presets';
import { useApp, useDesignPart } from '~/ui/base/app-context';
import { SETTING_HINTS } from '~/ui/words/notice-words';
import { SliderRow } from './slider-row';

/** What settings that follow the shape or the edge style come to. */
const FOLLOWED: Readonly<Record<FollowingKey, (design: Design) => number>> = {
  templeRecessionMm: recessionMm,
  edgeSoftnessMm: (design) => edgeOf(design).depthMm,
  moundsMm: (design) => edgeOf(design).macroMm,
  moundSpacingMm: (design) => edgeOf(design).macroPeriodMm,
  smallIrregularityMm: (design) => edgeOf(design).microMm,
  smallSpacingMm: (design) => edgeOf(design).microPeriodMm,
  strayDotsPerCm: (design) => edgeOf(design).straysPerCm,
  frontalTuftPercent: (design) => edgeOf(design).tuftPercent,
};
const follows = (key: DesignSettingKey): key is FollowingKey => key in FOLLOWED;

/** The value in force: a setting that follows the shape or the edge style shows theirs. */
export const valueInForce = (design: Design, key: DesignSettingKey): number =>
  follows(key) ? FOLLOWED[key](design) : design[key];

/** What reset leads to: the build's, the pigment's or the table's own value; null follows shape or edge style again. */
export function valueAtFirst(design: Design, key: DesignSettingKey): number | null {
  if (key === 'hairlineHeightMm') return HAIRLINE_HEIGHT_MM[design.build];
  if (key === 'densityPerCm2' || key === 'strengthPercent' || key === 'dotSizeMm')
    return applyPigment(design, design.pigment)[key];
  return SETTINGS[key].initial;
}

/** One row of the table of settings, as a slider. */
export function SettingSlider({ name, marks }: { readonly name: DesignSettingKey; readonly marks?: ReactNode }) {
  const { commands } = useApp();
  const value = useDesignPart((design) => valueInForce(design, name));
  const changed = useDesignPart((design) => design[name] !== valueAtFirst(design, name));
  const row = SETTINGS[name];
  const settle = useCallback(() => commands.commit(), [commands]);
  return (
    <SliderRow
      label={row.label}
      unit={row.unit}
      min={row.min}
      max={row.max}
      step={row.step}
      value={value}
      hint={SETTING_HINTS[name]}
      marks={marks}
      canReset={changed}
      onInput={(next) => commands.preview((now) => ({ ...now, [name]: next }))}
      onSettle={settle}
      onReset={() => commands.change((now) => ({ ...now, [name]: valueAtFirst(now, name) }))}
    />
  );
}
