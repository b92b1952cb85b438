import { useGesture } from '@use-gesture/react';
import type { RefObject } from 'react';
import { useEffect, useRef } from 'react';
import type { PointPx } from '~/model/base/units';
import { useApp } from '~/ui/base/app-context';
import { useZoom } from './use-zoom';
import { toPhoto } from './zoom';

/** Per px of a wheel's turn; a notch of 100 px zooms by about a sixth. */
const WHEEL_RATE = 0.0016;
/** A wheel that counts lines: px a line. */
const LINE_PX = 16;
const DOUBLE_TAP_MS = 350;
const DOUBLE_TAP_PX = 30;
const MIDDLE_BUTTON = 4;

/** How hard a pen is pressed; a finger and a mouse do not tell. */
const pressureOf = (event: Event): number | undefined =>
  event instanceof PointerEvent && event.pointerType === 'pen' ? event.pressure : undefined;

const inTextField = (target: EventTarget | null): boolean => target instanceof HTMLInputElement;
/** Handles, dividers and buttons over the picture have gestures of their own. */
const isOwn = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('[data-own-gesture]') !== null;

const isOnHairline = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('[data-hairline]') !== null;

/**
 * Wheel and pinch zoom to the pointer; drag moves the zoomed picture (with space or the middle button at any time, with
 * two fingers also while painting), or paints; a double tap shows the whole picture, or adds a
 * point to the hairline.
 */
export function usePictureGestures(room: RefObject<HTMLDivElement | null>, painting: boolean): void {
  const { commands, store, overlay } = useApp();
  const zoom = useZoom();
  const space = useSpaceHeld(room);
  const lastTap = useRef({ at: 0, xPx: 0, yPx: 0 });
  const stroke = useRef(false);
  /** Escape took this stroke back: what the finger does until it is lifted no longer counts. */
  const takenBack = useRef(false);

  const inRoom = ([x, y]: readonly [number, number]): PointPx => {
    const box = room.current?.getBoundingClientRect();
    return { xPx: x - (box?.left ?? 0), yPx: y - (box?.top ?? 0) };
  };
  const dropStroke = (): void => {
    if (stroke.current) commands.cancelGesture();
    stroke.current = false;
  };

  useGesture(
    {
      onWheel: ({ event, pinching, last }) => {
        // The end of a turn is told with its last event again.
        if (last) return;
        event.preventDefault();
        if (pinching === true || event.ctrlKey) return;
        const turned = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? event.deltaY * LINE_PX : event.deltaY;
        zoom.about(inRoom([event.clientX, event.clientY]), Math.exp(-turned * WHEEL_RATE));
      },
      onPinch: ({ origin, first, offset: [scale], memo, event }) => {
        if (event.cancelable) event.preventDefault();
        dropStroke();
        const before = memo as { scale: number; origin: readonly [number, number] } | undefined;
        if (!first && before !== undefined) {
          zoom.panBy(origin[0] - before.origin[0], origin[1] - before.origin[1]);
          zoom.about(inRoom(origin), scale / before.scale);
        }
        return { scale, origin: [origin[0], origin[1]] as const };
      },
      onDrag: ({ event, xy, delta: [dx, dy], first, last, tap, pinching, canceled, buttons, cancel }) => {
        if (pinching === true || ((first || tap) && isOwn(event.target))) {
          dropStroke();
          cancel();
          return;
        }
        if (first) takenBack.current = false;
        if (takenBack.current) return;
        const moving = space.current || buttons === MIDDLE_BUTTON || !painting;
        if (!moving || stroke.current) {
          const camera = overlay.getState()?.camera;
          if (camera !== undefined && !canceled) {
            stroke.current = true;
            commands.paintAt(toPhoto(camera, inRoom(xy)), pressureOf(event));
          }
          if (canceled) dropStroke();
          else if (last && stroke.current) {
            stroke.current = false;
            commands.commit();
          }
          return;
        }
        if (tap) {
          const at = event.timeStamp;
          const before = lastTap.current;
          const again =
            at - before.at < DOUBLE_TAP_MS && Math.hypot(xy[0] - before.xPx, xy[1] - before.yPx) < DOUBLE_TAP_PX;
          lastTap.current = { at: again ? 0 : at, xPx: xy[0], yPx: xy[1] };
          const camera = overlay.getState()?.camera;
          if (again && isOnHairline(event.target) && camera !== undefined) {
            commands.addPoint(toPhoto(camera, inRoom(xy)));
            commands.commit();
          } else if (again) zoom.fit();
          return;
        }
        if (store.getState().zoom !== null) zoom.panBy(dx, dy);
      },
    },
    {
      target: room,
      eventOptions: { passive: false },
      drag: { pointer: { buttons: [1, MIDDLE_BUTTON] }, filterTaps: !painting },
      // Where the wheel with Ctrl is a pinch, the library already makes one of it.
      pinch: { from: () => [1, 0] },
    },
  );

  useEffect(() => {
    const escape = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return;
      takenBack.current = stroke.current;
      dropStroke();
    };
    window.addEventListener('keydown', escape);
    return () => window.removeEventListener('keydown', escape);
  });
}

/** Whether the space bar is down, except while something is focused that space works on. */
function useSpaceHeld(room: RefObject<HTMLDivElement | null>): RefObject<boolean> {
  const held = useRef(false);
  useEffect(() => {
    const set = (down: boolean) => (event: KeyboardEvent) => {
      if (event.key !== ' ') return;
      const target = event.target;
      if (
        down &&
        (inTextField(target) || (target instanceof Element && target.closest('button, summary, label') !== null))
      )
        return;
      held.current = down;
      room.current?.classList.toggle('grabbing', down);
      if (down) event.preventDefault();
    };
    const press = set(true);
    const release = set(false);
    window.addEventListener('keydown', press);
    window.addEventListener('keyup', release);
    return () => {
      window.removeEventListener('keydown', press);
      window.removeEventListener('keyup', release);
    };
  }, [room]);
  return held;
}
