import type { PointPx } from '~/model/base/units';

/**
 * Who gets a pointer. Pure: events in, what is to be done out; no element, no clock, no design.
 *
 * Two or more pointers down are the view, always, and whatever one of them had begun is taken back. One alone is given to
 * what it came down on (`Claim`), and keeps it until it is lifted. What is taken back stays so: the rest of that gesture
 * does nothing.
 */

export type PointerKind = 'mouse' | 'touch' | 'pen';

/** Where a pointer is, CSS px of the picture's room, and when, ms of the event's own clock. */
export interface PointerSpot extends PointPx<'view'> {
  readonly id: number;
  readonly kind: PointerKind;
  readonly atMs: number;
  /** How hard a pen is pressed, 0..1; null where nothing tells. */
  readonly pressure: number | null;
}

/**
 * What a pointer alone is given to. `thing`: a hairline point, an end of the ruler, a handle of the head. `elsewhere`: what
 * has gestures of its own (buttons over the picture, all that is beside it); such a pointer only counts.
 */
export type Claim = 'thing' | 'tool' | 'divider' | 'pan' | 'nothing' | 'elsewhere';

/** What lies under a pointer that comes down, and what is in hand. */
export interface Under {
  readonly elsewhere: boolean;
  /** A point or handle that is to be seen. */
  readonly thing: boolean;
  readonly divider: boolean;
  readonly toolInHand: boolean;
  /** The space bar or the middle button: the picture is to be moved, whatever lies here. */
  readonly panKey: boolean;
  readonly zoomed: boolean;
}

/** The order of the rules: what is nearer to the hand comes first. */
export function claimOf({ elsewhere, thing, divider, toolInHand, panKey, zoomed }: Under): Claim {
  if (elsewhere) return 'elsewhere';
  if (panKey) return 'pan';
  if (thing) return 'thing';
  if (toolInHand) return 'tool';
  if (divider) return 'divider';
  return zoomed ? 'pan' : 'nothing';
}

export type PointerInput =
  | {
      readonly type: 'down';
      readonly at: PointerSpot;
      readonly claim: Claim;
      /** The first finger of a new touch: every other finger that was thought to be down was missed when it was lifted. */
      readonly primary: boolean;
    }
  | { readonly type: 'move'; readonly at: PointerSpot }
  | { readonly type: 'up'; readonly at: PointerSpot }
  | { readonly type: 'cancel'; readonly id: number }
  /** So long after it came down (`HOLD_MS`) that a pointer that did not move is a press. */
  | { readonly type: 'still'; readonly id: number }
  /** The capture of a pointer was lost (`id`), or the window lost the focus or went out of sight (null). */
  | { readonly type: 'lost'; readonly id: number | null }
  | { readonly type: 'escape' };

export type PointerAction =
  /** Something is taken in hand; exactly one `letGo` or `takeBack` follows, before anything else is taken. */
  | { readonly type: 'take'; readonly claim: 'thing' | 'tool' | 'divider'; readonly at: PointerSpot }
  | { readonly type: 'move'; readonly at: PointerSpot }
  | { readonly type: 'letGo'; readonly at: PointerSpot; readonly moved: boolean }
  | { readonly type: 'takeBack'; readonly moved: boolean }
  /** The picture moves by so many px, and grows so many times about `at`. */
  | {
      readonly type: 'view';
      readonly dxPx: number;
      readonly dyPx: number;
      readonly xPx: number;
      readonly yPx: number;
      readonly times: number;
    }
  | { readonly type: 'doubleTap'; readonly at: PointerSpot }
  /** A finger rests on the picture; one `endPress` follows, which says whether it was lifted or the press taken back. */
  | { readonly type: 'press'; readonly at: PointerSpot }
  | { readonly type: 'endPress'; readonly lifted: boolean };

/** A pointer at rest for so long is a press, ms. */
export const HOLD_MS = 500;
const DOUBLE_TAP_MS = 350;
const DOUBLE_TAP_PX = 30;
/** Fingers nearer together than this do not tell a distance, CSS px. */
const LEAST_APART_PX = 8;

/** A hand trembles by so much without meaning a drag, CSS px. A mouse does not, but a click on the picture may slip. */
const SLOP_PX: Readonly<Record<PointerKind, number>> = { touch: 6, pen: 3, mouse: 0 };
const SLIP_PX = 3;

function slopOf(claim: Claim, kind: PointerKind): number {
  if (claim === 'tool') return 0;
  return claim === 'thing' || claim === 'divider' ? SLOP_PX[kind] : Math.max(SLOP_PX[kind], SLIP_PX);
}

interface Pointer extends PointerSpot {
  readonly elsewhere: boolean;
}

type Phase =
  | { readonly kind: 'rest' }
  | {
      readonly kind: 'one';
      readonly claim: Exclude<Claim, 'elsewhere'>;
      readonly from: PointerSpot;
      /** Farther than a tremble; from there on, so that nothing jumps by it. */
      readonly moved: boolean;
      readonly slipXPx: number;
      readonly slipYPx: number;
    }
  | { readonly kind: 'press'; readonly claim: 'pan' | 'nothing'; readonly from: PointerSpot }
  | { readonly kind: 'view' }
  /** What was begun is over, but the pointer is still down. */
  | { readonly kind: 'spent' };

export interface Pointers {
  readonly down: readonly Pointer[];
  readonly phase: Phase;
  /** The last tap, for the one that may follow. */
  readonly tap: PointerSpot | null;
}

export const NO_POINTERS: Pointers = { down: [], phase: { kind: 'rest' }, tap: null };

type Step = readonly [Pointers, readonly PointerAction[]];

const isTaken = (claim: Claim): claim is 'thing' | 'tool' | 'divider' =>
  claim === 'thing' || claim === 'tool' || claim === 'divider';

/** Ends what one pointer had begun, as if it had never been. */
function takenBack({ phase }: Pointers): readonly PointerAction[] {
  if (phase.kind === 'press') return [{ type: 'endPress', lifted: false }];
  return phase.kind === 'one' && isTaken(phase.claim) ? [{ type: 'takeBack', moved: phase.moved }] : [];
}

/** Without a pointer; what it had begun alone is taken back. */
function without(state: Pointers, id: number): Step {
  const down = state.down.filter((each) => each.id !== id);
  if (down.length === state.down.length) return [state, []];
  if (down.length === 0) return [{ ...state, down, phase: { kind: 'rest' }, tap: null }, takenBack(state)];
  return [{ ...state, down, tap: null }, []];
}

function comeDown(before: Pointers, input: PointerInput & { readonly type: 'down' }): Step {
  const { at, claim, primary } = input;
  const gone = before.down.filter(
    ({ id, kind }) => id === at.id || (primary && kind === 'touch' && at.kind === 'touch'),
  );
  let [state, actions] = [before, [] as readonly PointerAction[]];
  for (const { id } of gone) {
    const [next, more] = without(state, id);
    [state, actions] = [next, [...actions, ...more]];
  }
  const down = [...state.down, { ...at, elsewhere: claim === 'elsewhere' }];
  if (state.down.length > 0) return [{ down, phase: { kind: 'view' }, tap: null }, [...actions, ...takenBack(state)]];
  if (claim === 'elsewhere') return [{ down, phase: { kind: 'spent' }, tap: null }, actions];
  const phase: Phase = { kind: 'one', claim, from: at, moved: false, slipXPx: 0, slipYPx: 0 };
  return [{ ...state, down, phase }, isTaken(claim) ? [...actions, { type: 'take', claim, at }] : actions];
}

interface Spread {
  readonly xPx: number;
  readonly yPx: number;
  /** Mean distance from their middle; null for one pointer. */
  readonly farPx: number | null;
}

function spreadOf(pointers: readonly PointerSpot[]): Spread {
  const mean = (of: (each: PointerSpot) => number): number =>
    pointers.reduce((sum, each) => sum + of(each), 0) / pointers.length;
  const [xPx, yPx] = [mean((each) => each.xPx), mean((each) => each.yPx)];
  const farPx = pointers.length < 2 ? null : mean((each) => Math.hypot(each.xPx - xPx, each.yPx - yPx));
  return { xPx, yPx, farPx };
}

/** How the picture goes along with the pointers that lie on it. */
function viewMove(before: readonly Pointer[], after: readonly Pointer[]): readonly PointerAction[] {
  const onPicture = (pointers: readonly Pointer[]): readonly Pointer[] =>
    pointers.filter(({ elsewhere }) => !elsewhere);
  if (onPicture(after).length === 0) return [];
  const [from, to] = [spreadOf(onPicture(before)), spreadOf(onPicture(after))];
  const apart = from.farPx !== null && to.farPx !== null && Math.min(from.farPx, to.farPx) >= LEAST_APART_PX / 2;
  const times = apart ? to.farPx / from.farPx : 1;
  return [{ type: 'view', dxPx: to.xPx - from.xPx, dyPx: to.yPx - from.yPx, xPx: to.xPx, yPx: to.yPx, times }];
}

function move(state: Pointers, at: PointerSpot): Step {
  const before = state.down.find(({ id }) => id === at.id);
  if (before === undefined) return [state, []];
  const down = state.down.map((each) => (each === before ? { ...at, elsewhere: each.elsewhere } : each));
  const { phase } = state;
  if (phase.kind === 'view') return [{ ...state, down }, before.elsewhere ? [] : viewMove(state.down, down)];
  if (phase.kind === 'press') {
    // It moved before it was a press: the page was only late to hear of it.
    const early = at.atMs - phase.from.atMs < HOLD_MS && isBeyond(phase.from, at, phase.claim);
    if (!early) return [{ ...state, down }, []];
    const [next, actions] = moveOne({ ...state, down }, { ...NOT_MOVED, ...phase, kind: 'one' }, before, at);
    return [next, [{ type: 'endPress', lifted: false }, ...actions]];
  }
  return phase.kind === 'one' ? moveOne({ ...state, down }, phase, before, at) : [{ ...state, down }, []];
}

const NOT_MOVED = { moved: false, slipXPx: 0, slipYPx: 0 };

const isBeyond = (from: PointerSpot, at: PointerSpot, claim: Claim): boolean =>
  Math.hypot(at.xPx - from.xPx, at.yPx - from.yPx) > slopOf(claim, at.kind);

function moveOne(state: Pointers, phase: Phase & { readonly kind: 'one' }, before: Pointer, at: PointerSpot): Step {
  const { claim, from } = phase;
  if (!phase.moved && !isBeyond(from, at, claim)) return [{ ...state, phase }, []];
  const slips = !phase.moved && slopOf(claim, at.kind) > 0;
  const [slipXPx, slipYPx] = slips ? [at.xPx - from.xPx, at.yPx - from.yPx] : [phase.slipXPx, phase.slipYPx];
  const next: Pointers = { ...state, tap: null, phase: { ...phase, moved: true, slipXPx, slipYPx } };
  if (isTaken(claim)) return [next, [{ type: 'move', at: { ...at, xPx: at.xPx - slipXPx, yPx: at.yPx - slipYPx } }]];
  if (claim === 'nothing') return [next, []];
  // The picture stays under the finger: what it trembled by is made up for.
  const last = phase.moved ? before : from;
  const [dxPx, dyPx] = [at.xPx - last.xPx, at.yPx - last.yPx];
  return [next, [{ type: 'view', dxPx, dyPx, xPx: at.xPx, yPx: at.yPx, times: 1 }]];
}

function lift(state: Pointers, at: PointerSpot): Step {
  const { phase } = state;
  if (phase.kind === 'press') return [NO_POINTERS, [{ type: 'endPress', lifted: true }]];
  if (phase.kind !== 'one') return without(state, at.id);
  if (!state.down.some(({ id }) => id === at.id)) return [state, []];
  const { claim, moved, slipXPx, slipYPx } = phase;
  if (isTaken(claim)) {
    const to = { ...at, xPx: at.xPx - slipXPx, yPx: at.yPx - slipYPx };
    return [NO_POINTERS, [{ type: 'letGo', at: to, moved }]];
  }
  if (moved) return [NO_POINTERS, []];
  const first = state.tap;
  const again =
    first !== null &&
    at.atMs - first.atMs < DOUBLE_TAP_MS &&
    Math.hypot(at.xPx - first.xPx, at.yPx - first.yPx) < DOUBLE_TAP_PX;
  return again ? [NO_POINTERS, [{ type: 'doubleTap', at }]] : [{ ...NO_POINTERS, tap: at }, []];
}

function press(state: Pointers, id: number): Step {
  const { phase } = state;
  if (phase.kind !== 'one' || phase.from.id !== id || phase.moved || phase.from.kind === 'mouse') return [state, []];
  const { claim, from } = phase;
  if (claim !== 'pan' && claim !== 'nothing') return [state, []];
  return [{ ...state, phase: { kind: 'press', claim, from }, tap: null }, [{ type: 'press', at: from }]];
}

/** What was begun is over; pointers that are down do nothing more. */
function stop(state: Pointers): Step {
  if (state.phase.kind !== 'one' && state.phase.kind !== 'press') return [state, []];
  return [{ ...state, phase: { kind: 'spent' }, tap: null }, takenBack(state)];
}

/** The next state, and what is to be done, in this order. */
export function step(state: Pointers, input: PointerInput): Step {
  switch (input.type) {
    case 'down':
      return comeDown(state, input);
    case 'move':
      return move(state, input.at);
    case 'up':
      return state.down.some(({ id }) => id === input.at.id) ? lift(state, input.at) : [state, []];
    case 'cancel':
      return without(state, input.id);
    case 'still':
      return press(state, input.id);
    case 'escape':
      return stop(state);
    case 'lost':
      return input.id === null || state.down.some(({ id }) => id === input.id) ? stop(state) : [state, []];
  }
}
