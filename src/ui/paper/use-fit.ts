import { useSyncExternalStore } from 'react';

/** CSS px on an inch, mm on an inch, and air on both sides of a sheet, CSS px. */
const [PX, MM, AIR_PX] = [96, 25.4, 32];

const onResize = (told: () => void): (() => void) => {
  addEventListener('resize', told);
  return () => removeEventListener('resize', told);
};

/** How much smaller a sheet so wide has to be to be seen whole on this screen, 0..1; 1: it has room. */
export const useFit = (sheetMm: number): number =>
  useSyncExternalStore(onResize, () =>
    Math.min(1, (document.documentElement.clientWidth - AIR_PX) / ((sheetMm * PX) / MM)),
  );
