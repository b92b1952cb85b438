import { useCallback } from 'react';
import { useAppState, useSetView } from '~/ui/base/app-context';
import { later } from '~/ui/controls/later';

const FinishScreen = later(() => import('./finish-screen'));

/** Where a visit ends; loaded when somebody comes there. */
export function Finish() {
  const setView = useSetView();
  const open = useAppState((state) => state.finishing);
  const close = useCallback(() => setView({ finishing: false, ready: null }), [setView]);
  return open ? <FinishScreen onClose={close} /> : null;
}
