import type { SizePx } from '~/model/base/units';
import type { Renderer } from '~/render/scene';

/** When the canvas may take another size: only once the card has done all that it was asked for, for the page would stand still meanwhile. */
export interface CanvasSize {
  /** Whether the canvas can be drawn to with this size now; where it cannot, it is asked for again as soon as it can. */
  mayBe(size: SizePx<'screen'>): boolean;
  dispose(): void;
}

/** `ask` again, for what is to be seen by then. */
export function createCanvasSize(
  { canvas, onDrawn }: Pick<Renderer, 'canvas' | 'onDrawn'>,
  ask: () => void,
): CanvasSize {
  /** Another size is waited for: whether the card has come so far. null: none is. */
  let isFree: boolean | null = null;
  return {
    mayBe({ widthPx, heightPx }) {
      const isSame = canvas.width === widthPx && canvas.height === heightPx;
      if (!isSame && isFree === null) {
        isFree = false;
        onDrawn(() => {
          // Nobody waits any more.
          if (isFree === null) return;
          isFree = true;
          ask();
        });
      }
      if (!isSame && isFree === false) return false;
      if (isFree === true) isFree = null;
      return true;
    },
    dispose: () => {
      isFree = null;
    },
  };
}
