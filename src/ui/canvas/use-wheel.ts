import type { RefObject } from 'react';
import { useEffect } from 'react';
import type { PointPx } from '~/model/base/units';
import type { ZoomControl } from './use-zoom';

/** Per px of a wheel's turn; a notch of 100 px zooms by about a sixth. */
const WHEEL_RATE = 0.0016;
/** The same for two fingers on a trackpad, which browsers tell as a wheel with Ctrl in much smaller steps. */
const TRACKPAD_RATE = 0.01;
/** A wheel that counts lines: px a line. */
const LINE_PX = 16;

/** Two fingers on a trackpad, as Safari tells it. */
interface TrackpadPinch extends UIEvent {
  /** Since it began. */
  readonly scale: number;
  readonly clientX: number;
  readonly clientY: number;
}

/** The wheel, and two fingers on a trackpad, zoom to the pointer. */
export function useWheel(room: RefObject<HTMLDivElement | null>, zoom: ZoomControl): void {
  useEffect(() => {
    const element = room.current;
    if (element === null) return;
    const at = (event: { readonly clientX: number; readonly clientY: number }): PointPx<'view'> => {
      const { left, top } = element.getBoundingClientRect();
      return { xPx: event.clientX - left, yPx: event.clientY - top };
    };
    const turn = (event: WheelEvent): void => {
      event.preventDefault();
      const turned = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? event.deltaY * LINE_PX : event.deltaY;
      zoom.about(at(event), Math.exp(-turned * (event.ctrlKey ? TRACKPAD_RATE : WHEEL_RATE)));
    };
    let scale = 1;
    /** A touch screen tells of its fingers as pointers, and a second time like this. */
    const isTouch = navigator.maxTouchPoints > 0;
    const begin = (event: Event): void => {
      event.preventDefault();
      scale = 1;
    };
    const pinch = (event: Event): void => {
      event.preventDefault();
      if (isTouch) return;
      const now = event as TrackpadPinch;
      zoom.about(at(now), now.scale / scale);
      scale = now.scale;
    };
    const stop = new AbortController();
    const active = { passive: false, signal: stop.signal };
    element.addEventListener('wheel', turn, active);
    element.addEventListener('gesturestart', begin, active);
    element.addEventListener('gesturechange', pinch, active);
    return () => stop.abort();
  }, [room, zoom]);
}
