import { useSyncExternalStore } from 'react';

/**
 * How much room there is. `phone`: one control at a time under or beside the picture. `tablet`: the same, and the tools
 * beside the picture. `desk`: a whole section beside the picture, and time under it.
 */
export type Layout = 'phone' | 'tablet' | 'desk';

const PHONE = '(max-width: 699px), (max-height: 520px)';
const TABLET = '(max-width: 959px)';

const layoutNow = (): Layout => (matchMedia(PHONE).matches ? 'phone' : matchMedia(TABLET).matches ? 'tablet' : 'desk');

function onChange(tell: () => void): () => void {
  const queries = [PHONE, TABLET].map((query) => matchMedia(query));
  for (const query of queries) query.addEventListener('change', tell);
  return () => {
    for (const query of queries) query.removeEventListener('change', tell);
  };
}

/** The layout for this window; turning a device changes it. */
export const useLayout = (): Layout => useSyncExternalStore(onChange, layoutNow);
