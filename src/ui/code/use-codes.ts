import { useEffect, useState } from 'react';
import type * as sentCode from '~/codes/sent-code';
import type { DrawnCode, DrawnCodes } from '~/codes/sent-code';
import { loadChunk } from '~/load/load-part';
import { current } from '~/model/design/history';
import type { DesignOnHead } from '~/model/project/design-code';
import { notify } from '~/store/notify';
import { useApp, useAppState } from '~/ui/base/app-context';

/** What makes codes, once it is loaded. */
type SentCode = typeof sentCode;

/** Where the app runs, as a link to a design begins. */
const address = (): string => location.href.replace(/[?#].*$/, '');

/** What is made of the chosen design as it is shown and of this address; null: what makes it is not there yet; `missing`: nor will it be. */
function useMadeCode<Made>(
  make: (part: SentCode, design: DesignOnHead, address: string) => Made,
): Made | null | 'missing' {
  const { store } = useApp();
  const [made, setMade] = useState<{ readonly is: Made | 'missing' } | null>(null);
  const head = useAppState((state) => current(state.history).head);
  const drawn = useAppState((state) => {
    const { designs, chosenDesign } = current(state.history);
    return designs[chosenDesign].drawn;
  });
  useEffect(() => {
    let wanted = true;
    loadChunk(() => import('~/codes/sent-code')).then(
      (part) => {
        if (wanted) setMade({ is: make(part, { head, drawn }, address()) });
      },
      () => {
        store.setState(notify({ kind: 'partMissing' }));
        if (wanted) setMade({ is: 'missing' });
      },
    );
    return () => {
      wanted = false;
    };
  }, [head, drawn, store, make]);
  return made?.is ?? null;
}

const allCodes = (part: SentCode, ...given: Parameters<SentCode['drawnCodes']>): DrawnCodes =>
  part.drawnCodes(...given);

/** Link and codes of the chosen design as it is shown; null until what makes them is there. */
export function useCodes(): DrawnCodes | null {
  const codes = useMadeCode(allCodes);
  return codes === 'missing' ? null : codes;
}

const oneCode = (part: SentCode, ...given: Parameters<SentCode['drawnCode']>): DrawnCode => part.drawnCode(...given);

/** The one code for paper. */
export const useOneCode = (): DrawnCode | null | 'missing' => useMadeCode(oneCode);
