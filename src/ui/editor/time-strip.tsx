import { Pause, Play, RotateCcw } from 'lucide-react';
import { useCallback, useEffect, useId, useRef } from 'react';
import type { KeyboardEvent, PointerEvent } from 'react';
import type { Design } from '~/model/design/design';
import { SETTINGS } from '~/model/design/settings';
import { momentAt, positionOf, timeStops } from '~/model/design/time-scale';
import type { Moment } from '~/model/design/time-scale';
import { clamp } from '~/model/maths/numbers';
import { useApp, useDesign } from '~/ui/base/app-context';
import { intoSight } from '~/ui/base/into-sight';
import { HeadStill } from '~/ui/controls/head-still';
import { momentInWords, stopWords } from '~/ui/words/moment-words';
import { CONTROLS } from '~/ui/words/control-words';
import { TIME_STRIP } from '~/ui/words/editor-words';
import { MomentField } from '~/ui/controls/moment-field';
import { momentAfterKey } from '~/ui/gestures/time-keys';
import { usePlay } from './use-play';

const { min, max, initial } = SETTINGS.timeYears;

/** Names of more letters are the first to have no room under their stop. */
const LONG = 8;
/** Pictures of the stops, CSS px. */
const STOP_STILL = { widthPx: 48, heightPx: 54 };

/** The same design at so many years; somebody who asks for years means years with pigment. */
const atYears = (design: Design, timeYears: number): Design => ({
  ...design,
  timeYears: clamp(timeYears, min, max),
  sessionsDone: design.sessionsDone === 0 ? design.sessionsPlanned : design.sessionsDone,
});

/** Whether the picture shows this very stop. */
const isAt = (stop: Moment, { sessionsDone, timeYears }: Design): boolean =>
  stop.sessionsDone === sessionsDone && Math.abs(timeYears - stop.timeYears) < 0.001;

/** Where on the strip a touch-up lies. */
const markAt = (design: Design, timeYears: number): number =>
  positionOf({ sessionsDone: design.sessionsPlanned, timeYears }, design);

/**
 * Time as a place to walk through: bare skin, each session, healed, the years. The slider itself counts years since the
 * last session; what is drawn and dragged has room for every session and day too (model/time-scale.ts). One stop for Tab:
 * page keys go from stop to stop, the space bar plays, Enter leads to the field, Delete back to the first moment.
 */
export function TimeStrip() {
  const { commands } = useApp();
  const design = useDesign();
  const { timeYears: years, sessionsPlanned } = design;
  const stops = timeStops(design);
  const play = usePlay(stops.length);
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const track = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);
  /** A drag that Escape took back no longer counts until the pointer comes down again. */
  const held = useRef(false);

  const preview = useCallback((moment: Moment) => commands.preview((now) => ({ ...now, ...moment })), [commands]);

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
    preview(momentAt(rightToLeft ? 1 - share : share, design));
  };
  const reset = (): void =>
    commands.change((now) => ({ ...now, timeYears: initial, sessionsDone: now.sessionsPlanned }));
  const press = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') {
      held.current = false;
      commands.cancelGesture();
    }
    if (event.key === 'Delete' || event.key === 'Backspace') reset();
    if (event.key === 'Enter') field.current?.focus();
    if (event.key === ' ') {
      event.preventDefault();
      play.toggle();
    }
    const next = momentAfterKey(event.key, design);
    if (next === null) return;
    event.preventDefault();
    preview(next);
  };

  return (
    <section className="time-strip" aria-label={TIME_STRIP.name} style={{ '--stops': stops.length }}>
      <div className="time-head">
        <label htmlFor={id}>{TIME_STRIP.time}</label>
        <MomentField field={field} onLeave={() => input.current?.focus()} />
        <button
          type="button"
          className="icon-button"
          tabIndex={-1}
          aria-label={play.playing ? TIME_STRIP.pause : TIME_STRIP.play}
          title={play.playing ? TIME_STRIP.pause : TIME_STRIP.playTip}
          onClick={play.toggle}
        >
          {play.playing ? <Pause aria-hidden="true" /> : <Play aria-hidden="true" />}
        </button>
        <button
          type="button"
          className="icon-button reset"
          tabIndex={-1}
          aria-label={TIME_STRIP.reset}
          title={CONTROLS.reset}
          disabled={years === initial && design.sessionsDone === sessionsPlanned}
          onClick={reset}
        >
          <RotateCcw aria-hidden="true" />
        </button>
      </div>
      <div
        className="time-track-place"
        style={{ '--share': positionOf(design, design) }}
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
          aria-valuetext={momentInWords(design, sessionsPlanned)}
          onChange={(event) => {
            // Under a pointer the strip's own scale counts, not the slider's even one.
            const typed = event.currentTarget.valueAsNumber;
            if (!held.current) commands.preview((now) => atYears(now, typed));
          }}
          onKeyDown={press}
          onKeyUp={() => commands.commit()}
          onBlur={() => commands.commit()}
        />
        <div className="time-track" ref={track} aria-hidden="true">
          <span className="time-fill" />
          {design.touchUpsYears.map((years) => (
            <span key={years} className="touch-up-mark" style={{ '--share': markAt(design, years) }} />
          ))}
          <span className="time-thumb" />
        </div>
      </div>
      <div className="time-stops" role="group" aria-label={TIME_STRIP.stops}>
        {stops.map((stop, index) => {
          const [full, short] = stopWords(stop);
          return (
            <button
              key={index}
              type="button"
              tabIndex={-1}
              title={momentInWords(stop, sessionsPlanned)}
              aria-pressed={isAt(stop, design)}
              ref={isAt(stop, design) ? intoSight : undefined}
              onClick={() => commands.change((now) => ({ ...now, ...stop }))}
            >
              <HeadStill vary={(now) => ({ ...now, ...stop })} frame="head" {...STOP_STILL} />
              <span className={full.length > LONG ? 'stop-name long' : 'stop-name'} data-short={short}>
                <span>{full}</span>
              </span>
            </button>
          );
        })}
      </div>
    </section>
  );
}
