import type { PointerSpot } from './pointers';

/** A key that goes down, or comes up again. */
export interface KeyPress {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly up: boolean;
}

/**
 * What can be taken in hand at the picture. A tool is told of one pointer at a time: `down`, then `move` as often as it
 * moves farther than a tremble, then either `up` or `cancel`. `cancel` leaves everything as it was before `down`; `up` of a
 * pointer that changed the design makes exactly one step of undo.
 */
export interface Tool {
  down(at: PointerSpot): void;
  move(at: PointerSpot): void;
  /** `moved`: whether there was a `move`. */
  up(at: PointerSpot, moved: boolean): void;
  cancel(moved: boolean): void;
  /** Without a pointer, while it has the focus; true where the key means something to it. */
  key(press: KeyPress): boolean;
}
