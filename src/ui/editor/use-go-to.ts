import { useCallback } from 'react';
import type { Control, Panel } from '~/store/app-state';
import { useApp } from '~/ui/base/app-context';

/** Goes to a section, or to one control of it. What was in hand is put down: a tool belongs to where it was taken up. */
export function useGoTo(): (panel: Panel, control?: Control) => void {
  const { store } = useApp();
  return useCallback(
    (panel, control) => {
      const { controls, zoneShown } = store.getState();
      store.setState({
        panel,
        controls: control === undefined ? controls : { ...controls, [panel]: control },
        tool: 'look',
        measuring: null,
        ...(zoneShown === null ? {} : { zoneShown: null }),
      });
    },
    [store],
  );
}
