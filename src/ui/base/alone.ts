import { createContext, use } from 'react';

/** Whether a control stands alone on the screen, as on a phone: then it needs neither a fold nor a name of its own. */
export const AloneContext = createContext(false);

export const useAlone = (): boolean => use(AloneContext);
