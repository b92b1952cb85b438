import { useCallback } from 'react';
import { NO_CORRECTION } from '~/model/design/head-correction';
import type { HeadCorrection } from '~/model/design/head-correction';
import { viewOf } from '~/store/turns';
import { useApp, useAppState, useDesignPart } from '~/ui/base/app-context';
import { SliderRow } from '~/ui/controls/slider-row';
import { HEAD_SETTINGS } from '~/ui/words/photo-panel-words';
import { UNIT_NAMES } from '~/ui/words/setting-words';
import type { HeadSetting } from './head-settings';

/** The head before anybody corrected it: where its face was found, or where it was laid on without one. */
export function useFoundHead(): HeadCorrection {
  const laid = useAppState(({ history }) => viewOf(history).laid);
  return { ...NO_CORRECTION, ...laid };
}

/** Sliders that correct the head as understood; each drag is one step of undo. */
export function HeadSliders({ settings }: { readonly settings: readonly HeadSetting[] }) {
  const { commands } = useApp();
  const head = useDesignPart((design) => design.head);
  const found = useFoundHead();
  const settle = useCallback(() => commands.commit(), [commands]);
  return settings.map(({ key, unit, min, max, step, shownTimes }) => (
    <SliderRow
      key={key}
      {...HEAD_SETTINGS[key]}
      unit={UNIT_NAMES[unit]}
      {...{ min, max, step }}
      value={head[key] * shownTimes}
      canReset={head[key] !== found[key]}
      onInput={(shown) => commands.preview((now) => ({ ...now, head: { ...now.head, [key]: shown / shownTimes } }))}
      onSettle={settle}
      onReset={() => commands.change((now) => ({ ...now, head: { ...now.head, [key]: found[key] } }))}
    />
  ));
}
