import { useEffect, useRef } from 'react';
import { useApp } from '~/ui/base/app-context';

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
  /** Back to where it was at first: Delete. */
  readonly onReset?: () => void;
  /** What Enter does: leads to where the exact value is typed. */
  readonly onType?: () => void;
}

/**
 * A native slider. React's onChange is the native `input` event, so the native `change`, which ends the gesture, is
 * listened to by hand. Escape takes an unfinished drag back; what the finger does until it is lifted no longer counts.
 */
export function RangeInput(props: RangeInputProps) {
  const { onInput, onSettle, onReset, onType, valueText, describedBy, ...attributes } = props;
  const { commands } = useApp();
  const input = useRef<HTMLInputElement>(null);
  const drag = useRef<'none' | 'held' | 'takenBack'>('none');
  useEffect(() => {
    const element = input.current;
    element?.addEventListener('change', onSettle);
    return () => element?.removeEventListener('change', onSettle);
  }, [onSettle]);
  useEffect(() => {
    // A slider does not capture the pointer: it may be lifted anywhere.
    const lift = (): void => {
      drag.current = 'none';
    };
    window.addEventListener('pointerup', lift);
    window.addEventListener('pointercancel', lift);
    return () => {
      window.removeEventListener('pointerup', lift);
      window.removeEventListener('pointercancel', lift);
    };
  }, []);
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
        if (drag.current !== 'takenBack') onInput(event.currentTarget.valueAsNumber);
      }}
      onPointerDown={() => {
        drag.current = 'held';
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
