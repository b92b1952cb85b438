import { RotateCcw } from 'lucide-react';
import type { KeyboardEvent, PointerEvent } from 'react';
import { useCallback, useEffect, useId, useRef } from 'react';
import { SETTINGS } from '~/model/params';
import { positionOf, TIME_STOPS_YEARS, yearsAt } from '~/model/time-scale';
import { clamp, DAYS_PER_YEAR } from '~/model/units';
import { useApp, useDesignPart } from '~/ui/app-context';
import { NumberField } from '~/ui/controls/number-field';
import { timeInWords } from '~/ui/strings';

const { min, max, initial } = SETTINGS.timeYears;

/** What arrow keys and a drag move by: a day at first, then a hundredth of the strip. */
const FINE_POSITION = 0.01;
const DAY_YEARS = 1 / DAYS_PER_YEAR;

/** A stop's words in two parts: on a phone the second is shown as one letter (`0` for just treated). */
function stopWords(years: number): readonly [number: string, unit: string, short: string] {
  const words = timeInWords(years);
  const [number = '', unit = ''] = words.split(' ');
  return years === 0 ? ['', words, '0'] : [`${number} `, unit, unit.slice(0, 1)];
}

/** A key's new time; null where the key is not ours. */
export function timeAfterKey(key: string, years: number): number | null {
  const at = positionOf(years);
  const stop = (direction: 1 | -1): number =>
    (direction > 0
      ? TIME_STOPS_YEARS.find((each) => each > years + 1e-6)
      : TIME_STOPS_YEARS.findLast((each) => each < years - 1e-6)) ?? (direction > 0 ? max : min);
  switch (key) {
    case 'ArrowRight':
    case 'ArrowUp':
      return Math.min(max, Math.max(years + DAY_YEARS, yearsAt(at + FINE_POSITION)));
    case 'ArrowLeft':
    case 'ArrowDown':
      return Math.max(min, Math.min(years - DAY_YEARS, yearsAt(at - FINE_POSITION)));
    case 'PageUp':
      return stop(1);
    case 'PageDown':
      return stop(-1);
    case 'Home':
      return min;
    case 'End':
      return max;
    default:
      return null;
  }
}

/**
 * Time since the last session. The slider itself counts years; what is drawn and dragged gives the first days and
 * months as much room as the last years (model/time-scale.ts).
 */
export function TimeStrip() {
  const { commands } = useApp();
  const years = useDesignPart((design) => design.timeYears);
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const track = useRef<HTMLDivElement>(null);
  /** A drag that Escape took back no longer counts until the pointer comes down again. */
  const held = useRef(false);

  const preview = useCallback(
    (timeYears: number) => commands.preview((now) => ({ ...now, timeYears: clamp(timeYears, min, max) })),
    [commands],
  );
  const set = (timeYears: number): void => commands.change((now) => ({ ...now, timeYears }));

  useEffect(() => {
    const element = input.current;
    const commit = (): void => commands.commit();
    element?.addEventListener('change', commit);
    return () => element?.removeEventListener('change', commit);
  }, [commands]);

  const drag = (event: PointerEvent<HTMLElement>): void => {
    const box = track.current?.getBoundingClientRect();
    if (box === undefined || !held.current) return;
    const share = (event.clientX - box.left) / box.width;
    const rightToLeft = track.current !== null && getComputedStyle(track.current).direction === 'rtl';
    preview(yearsAt(rightToLeft ? 1 - share : share));
  };
  const press = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') {
      held.current = false;
      commands.cancelGesture();
    }
    const next = timeAfterKey(event.key, years);
    if (next === null) return;
    event.preventDefault();
    preview(next);
  };

  return (
    <section className="time-strip" aria-label="Time strip">
      <div className="time-head">
        <label htmlFor={id}>Time</label>
        <span className="time-words">{timeInWords(years)}</span>
        <NumberField
          label="Time"
          unit="years"
          {...{ min, max, value: years }}
          step="any"
          text={String(+years.toFixed(2))}
          onSettle={set}
        />
        <button
          type="button"
          className="icon-button reset"
          aria-label="Reset time"
          title="Reset"
          disabled={years === initial}
          onClick={() => set(initial)}
        >
          <RotateCcw aria-hidden="true" />
        </button>
      </div>
      <div
        className="time-track-place"
        style={{ '--share': positionOf(years) }}
        onPointerDown={(event) => {
          if (event.button !== 0) return;
          event.currentTarget.setPointerCapture(event.pointerId);
          input.current?.focus({ preventScroll: true });
          event.preventDefault();
          held.current = true;
          drag(event);
        }}
        onPointerMove={drag}
        onPointerUp={() => {
          held.current = false;
          commands.commit();
        }}
        onPointerCancel={() => {
          held.current = false;
          commands.cancelGesture();
        }}
      >
        <input
          id={id}
          ref={input}
          type="range"
          className="time-input"
          min={min}
          max={max}
          step="any"
          value={years}
          aria-valuetext={timeInWords(years)}
          onChange={(event) => {
            // Under a pointer the strip's own scale counts, not the slider's even one.
            if (!held.current) preview(event.currentTarget.valueAsNumber);
          }}
          onKeyDown={press}
          onKeyUp={() => commands.commit()}
          onBlur={() => commands.commit()}
        />
        <div className="time-track" ref={track} aria-hidden="true">
          <span className="time-fill" />
          <span className="time-thumb" />
        </div>
      </div>
      <div className="time-stops" role="group" aria-label="Points in time">
        {TIME_STOPS_YEARS.map((stop) => {
          const [number, unit, short] = stopWords(stop);
          return (
            <button
              key={stop}
              type="button"
              title={timeInWords(stop)}
              aria-pressed={Math.abs(years - stop) < 0.001}
              onClick={() => set(stop)}
            >
              {number}
              <span data-short={short}>
                <span>{unit}</span>
              </span>
            </button>
          );
        })}
      </div>
    </section>
  );
}
