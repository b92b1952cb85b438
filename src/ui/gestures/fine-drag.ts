import { clamp } from '~/model/maths/numbers';

/** A slider as it lies on the screen. */
export interface SliderTrack {
  readonly min: number;
  readonly max: number;
  /** Values lie so far apart; `any`: wherever. */
  readonly step: number | 'any';
  /** The way of the thumb, CSS px. */
  readonly wayPx: number;
  readonly rightToLeft: boolean;
}

/** Where the pointer is. */
export interface SliderMove {
  readonly xPx: number;
  /** How far it has gone aside from where it came down, up or down, CSS px. */
  readonly asidePx: number;
  readonly shiftKey: boolean;
}

/** So far aside of where it came down a drag goes at half speed, and twice as far at a quarter. */
const ASIDE_PX = 60;

/** How much of the way of a pointer the thumb goes: all of it, or less with Shift, or farther aside. */
export const speedOf = ({ asidePx, shiftKey }: SliderMove): number =>
  asidePx >= 2 * ASIDE_PX ? 0.25 : shiftKey || asidePx >= ASIDE_PX ? 0.5 : 1;

/**
 * A drag that can be slowed down. Until it is, the browser's own slider counts (`move` says null); from then on the value
 * goes on from where it was, at the speed of each piece of the way, so that nothing jumps.
 */
export function fineDrag(track: SliderTrack, fromXPx: number): (move: SliderMove, value: number) => number | null {
  let lastXPx = fromXPx;
  let exact: number | null = null;
  return (move, value) => {
    const speed = speedOf(move);
    const wayPx = (track.rightToLeft ? -1 : 1) * (move.xPx - lastXPx);
    lastXPx = move.xPx;
    if (speed === 1 && exact === null) return null;
    const from: number = exact ?? value;
    exact = clamp(from + (speed * wayPx * (track.max - track.min)) / Math.max(1, track.wayPx), track.min, track.max);
    if (track.step === 'any') return exact;
    const steps = Math.round((exact - track.min) / track.step);
    // Steps of hundredths leave rounding errors behind.
    return clamp(Number((track.min + steps * track.step).toFixed(6)), track.min, track.max);
  };
}
