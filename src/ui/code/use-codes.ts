import { useEffect, useState } from 'react';
import type { DrawnCodes } from '~/codes/sent-code';
import { loadChunk } from '~/load/load-part';
import { current } from '~/model/design/history';
import { notify } from '~/store/stages';
import { useApp, useAppState } from '~/ui/base/app-context';

/** Where the app runs, as a link to a design begins. */
const address = (): string => location.href.replace(/[?#].*$/, '');

/** Link and codes of the chosen design as it is shown; null until what makes them is there. */
export function useCodes(): DrawnCodes | null {
  const { store } = useApp();
  const [codes, setCodes] = useState<DrawnCodes | null>(null);
  const head = useAppState((state) => current(state.history).head);
  const drawn = useAppState((state) => {
    const { designs, chosenDesign } = current(state.history);
    return designs[chosenDesign].drawn;
  });
  useEffect(() => {
    let wanted = true;
    loadChunk(() => import('~/codes/sent-code')).then(
      ({ drawnCodes }) => {
        if (wanted) setCodes(drawnCodes({ head, drawn }, address()));
      },
      () => store.setState(notify({ kind: 'partMissing' })),
    );
    return () => {
      wanted = false;
    };
  }, [head, drawn, store]);
  return codes;
}
