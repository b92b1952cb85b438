import { useCallback } from 'react';
import { useAppState, useSetView } from '~/ui/base/app-context';
import { later } from '~/ui/controls/later';

const HealedScreen = later(() => import('./healed-screen'));

/** A healed photo beside the plan; loaded when somebody has one. */
export function Healed() {
  const setView = useSetView();
  const shown = useAppState(({ healedShown, history }) =>
    history.committed.views.some(({ id, healed }) => id === healedShown && healed !== null),
  );
  const close = useCallback(() => setView({ healedShown: null }), [setView]);
  return shown ? <HealedScreen onClose={close} /> : null;
}
