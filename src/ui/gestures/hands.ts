import type { PointPx } from '~/model/base/units';
import { claimOf, NO_POINTERS, step } from './pointers';
import type { PointerAction, PointerInput, PointerSpot, Under } from './pointers';
import type { Tool } from './tool';

/** What lies under a pointer that comes down, as the tools themselves. */
export interface Found extends Pick<Under, 'elsewhere' | 'panKey' | 'zoomed'> {
  readonly thing: Tool | null;
  readonly divider: Tool | null;
  readonly inHand: Tool | null;
}

/** What a pointer does that is given to no tool. */
export interface PictureHand {
  /** Moves the picture by px, then enlarges it so many times about a place of the room, CSS px. */
  view(dxPx: number, dyPx: number, about: PointPx<'view'>, times: number): void;
  doubleTap(at: PointerSpot): void;
  press(at: PointerSpot): void;
  /** `lifted`: otherwise what the press began is taken back. */
  endPress(lifted: boolean): void;
}

export interface Hands {
  down(at: PointerSpot, found: Found, primary: boolean): void;
  /** All else that happens to pointers. */
  tell(input: Exclude<PointerInput, { readonly type: 'down' }>): void;
  /** Whether a pointer is down that is known of. */
  isDown(id: number): boolean;
  /** Whether something is in hand that may be taken back. */
  isBusy(): boolean;
}

/** Gives pointers to tools, by the rules of `pointers.ts`. */
export function createHands(picture: PictureHand): Hands {
  let state = NO_POINTERS;
  let held: Tool | null = null;

  const perform = (action: PointerAction, found: Found | null): void => {
    switch (action.type) {
      case 'take':
        held = found?.[action.claim === 'tool' ? 'inHand' : action.claim] ?? null;
        held?.down(action.at);
        return;
      case 'move':
        held?.move(action.at);
        return;
      case 'letGo':
      case 'takeBack': {
        const tool = held;
        held = null;
        if (action.type === 'letGo') tool?.up(action.at, action.moved);
        else tool?.cancel(action.moved);
        return;
      }
      case 'view':
        picture.view(action.dxPx, action.dyPx, action, action.times);
        return;
      case 'doubleTap':
        picture.doubleTap(action.at);
        return;
      case 'press':
        picture.press(action.at);
        return;
      case 'endPress':
        picture.endPress(action.lifted);
    }
  };
  const take = (input: PointerInput, found: Found | null): void => {
    const [next, actions] = step(state, input);
    state = next;
    for (const action of actions) perform(action, found);
  };

  return {
    down(at, found, primary) {
      const { thing, divider, inHand, ...rest } = found;
      const claim = claimOf({
        ...rest,
        thing: thing !== null,
        divider: divider !== null,
        toolInHand: inHand !== null,
      });
      take({ type: 'down', at, claim, primary }, found);
    },
    tell: (input) => take(input, null),
    isDown: (id) => state.down.some((each) => each.id === id),
    isBusy: () => state.phase.kind === 'one' || state.phase.kind === 'press',
  };
}
