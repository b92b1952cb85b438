import { useSyncExternalStore } from 'react';

/**
 * How much room there is. `phone`: one control at a time under or beside the picture. `tablet`: the same, and the tools
 * beside the picture. `desk`: a whole section beside the picture, and time under it.
 */
export type Layout = 'phone' | 'tablet' | 'desk';

/**
 * Where the control of a phone stands. `upright`: under the picture. `lying`: beside it, the device lies on its side.
 * `low`: under it, and so little height is left that the screen is scrolled and the picture stays.
 */
export type Stance = 'upright' | 'lying' | 'low';

/** A letter as most people have it, CSS px. */
const USUAL_TEXT_PX = 16;

const sizeOfText = (): number => parseFloat(getComputedStyle(document.documentElement).fontSize) || USUAL_TEXT_PX;

/** The window in px as they would be with letters of the usual size: with large ones a laptop has a phone's room. */
function roomPx(): { width: number; height: number } {
  const larger = sizeOfText() / USUAL_TEXT_PX;
  return { width: innerWidth / larger, height: innerHeight / larger };
}

function layoutNow(): Layout {
  const { width, height } = roomPx();
  if (width < 700 || height <= 520) return 'phone';
  return width < 1100 ? 'tablet' : 'desk';
}

function stanceNow(): Stance {
  const { height } = roomPx();
  if (innerWidth >= 600 && innerWidth > innerHeight && height <= 520) return 'lying';
  return height < 360 || innerHeight < 520 ? 'low' : 'upright';
}

/** Whoever is to be told when the window or the letters change. */
function onChange(tell: () => void): () => void {
  // Letters are made larger without any event: a thing of one letter's width grows with them.
  const letter = document.createElement('div');
  letter.className = 'one-letter';
  letter.inert = true;
  document.body.append(letter);
  const watch = new ResizeObserver(tell);
  watch.observe(letter);
  addEventListener('resize', tell);
  return () => {
    watch.disconnect();
    letter.remove();
    removeEventListener('resize', tell);
  };
}

/** The layout for this window and the size of its letters; turning a device changes it. */
export const useLayout = (): Layout => useSyncExternalStore(onChange, layoutNow);

/** Where the control stands, wherever the layout is `phone`. */
export const useStance = (): Stance => useSyncExternalStore(onChange, stanceNow);
