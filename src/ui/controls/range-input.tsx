import { useEffect, useRef } from 'react';
import type { Photo } from '~/io/photo';
import type { AppState } from '~/store/app-state';
import { subjectOf } from '~/store/screen';
import { useApp } from '~/ui/base/app-context';
import { fineDrag } from '~/ui/gestures/fine-drag';

interface RangeInputProps {
  readonly id: string;
  readonly min: number;
  readonly max: number;
  readonly step: number | 'any';
  readonly value: number;
  readonly valueText: string;
  readonly describedBy?: string;
  readonly className?: string;
  /** While the finger is still down. */
  readonly onInput: (value: number) => void;
  /** When it is let go. */
  readonly onSettle: () => void;
  /** Back to where it was at first: Delete, or two quick presses. */
  readonly onReset?: () => void;
  /** What Enter does: leads to where the exact value is typed. */
  readonly onType?: () => void;
}

/** Two presses this near to each other, ms and CSS px, are one that takes the value back. */
const TWICE_MS = 350;
const TWICE_PX = 12;
/** The thumb's middle stays this far inside, CSS px. */
const THUMB_PX = 24;

/** The pointer that holds a slider. */
interface Hold {
  readonly id: number;
  readonly yPx: number;
  readonly move: ReturnType<typeof fineDrag>;
  /** The value is ours, not the browser's: the drag was slowed down. */
  isFine: boolean;
  /** On the screen when the pointer came down. */
  readonly photo: Photo | undefined;
}

const photoOf = (state: AppState): Photo | undefined => subjectOf(state)?.photo;
/** A slider that is held goes on under the finger, but no more for another head. */
const isSameHead = (state: AppState, held: Hold | null): boolean => held === null || held.photo === photoOf(state);

/**
 * A native slider. React's onChange is the native `input` event, so the native `change`, which ends the gesture, is
 * listened to by hand. Escape takes an unfinished drag back; what the finger does until it is lifted no longer counts. With
 * Shift, or with the pointer away from the track, a drag goes at half speed; two quick presses lead back.
 */
export function RangeInput(props: RangeInputProps) {
  const { onInput, onSettle, onReset, onType, valueText, describedBy, ...attributes } = props;
  const { commands, store } = useApp();
  const input = useRef<HTMLInputElement>(null);
  const drag = useRef<'none' | 'held' | 'takenBack'>('none');
  useEffect(() => {
    const element = input.current;
    element?.addEventListener('change', onSettle);
    return () => element?.removeEventListener('change', onSettle);
  }, [onSettle]);
  const hold = useRef<Hold | null>(null);
  const pressed = useRef({ atMs: -Infinity, xPx: 0 });
  const latest = useRef({ onInput, onSettle, value: attributes.value });
  useEffect(() => {
    latest.current = { onInput, onSettle, value: attributes.value };
  });
  useEffect(() => {
    // A slider does not capture the pointer: it may be moved and lifted anywhere.
    const move = (event: PointerEvent): void => {
      const held = hold.current;
      if (held?.id !== event.pointerId || drag.current !== 'held' || !isSameHead(store.getState(), held)) return;
      const asidePx = Math.abs(event.clientY - held.yPx);
      const value = held.move({ xPx: event.clientX, asidePx, shiftKey: event.shiftKey }, latest.current.value);
      if (value === null) return;
      held.isFine = true;
      latest.current.onInput(value);
    };
    const lift = (): void => {
      const held = hold.current;
      if (held?.isFine === true && drag.current === 'held' && isSameHead(store.getState(), held))
        latest.current.onSettle();
      drag.current = 'none';
      hold.current = null;
    };
    window.addEventListener('pointermove', move);
    window.addEventListener('pointerup', lift);
    window.addEventListener('pointercancel', lift);
    return () => {
      window.removeEventListener('pointermove', move);
      window.removeEventListener('pointerup', lift);
      window.removeEventListener('pointercancel', lift);
    };
  }, [store]);
  const share = (attributes.value - attributes.min) / (attributes.max - attributes.min);
  return (
    <input
      {...attributes}
      ref={input}
      type="range"
      className={`range ${attributes.className ?? ''}`}
      style={{ '--share': share }}
      aria-valuetext={valueText}
      aria-describedby={describedBy}
      onChange={(event) => {
        const counts = drag.current !== 'takenBack' && isSameHead(store.getState(), hold.current);
        if (counts && hold.current?.isFine !== true) onInput(event.currentTarget.valueAsNumber);
      }}
      onPointerDown={(event) => {
        const { clientX: xPx, clientY: yPx, timeStamp: atMs, pointerId: id, currentTarget } = event;
        const isTwice = atMs - pressed.current.atMs < TWICE_MS && Math.abs(xPx - pressed.current.xPx) < TWICE_PX;
        pressed.current = { atMs: isTwice ? -Infinity : atMs, xPx };
        if (isTwice && onReset !== undefined) {
          // What the second press does to the slider itself no longer counts.
          drag.current = 'takenBack';
          event.preventDefault();
          onReset();
          return;
        }
        drag.current = 'held';
        const { min, max, step } = attributes;
        const wayPx = currentTarget.clientWidth - THUMB_PX;
        const rightToLeft = getComputedStyle(currentTarget).direction === 'rtl';
        const move = fineDrag({ min, max, step, wayPx, rightToLeft }, xPx);
        hold.current = { id, yPx, move, isFine: false, photo: photoOf(store.getState()) };
      }}
      onPointerCancel={() => {
        // The finger scrolls the settings and only passed over the slider, which had jumped to it.
        commands.cancelGesture();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter') onType?.();
        if (event.key === 'Delete' || event.key === 'Backspace') onReset?.();
        if (event.key !== 'Escape') return;
        if (drag.current === 'held') drag.current = 'takenBack';
        commands.cancelGesture();
      }}
    />
  );
}
