import type { RefObject } from 'react';
import { useEffect, useRef } from 'react';
import { subjectOf } from '~/store/screen';
import { useApp } from '~/ui/base/app-context';
import { createHands } from '~/ui/gestures/hands';
import type { Found } from '~/ui/gestures/hands';
import { paintTool } from '~/ui/gestures/paint-tool';
import type { PaintVerbs } from '~/ui/gestures/paint-tool';
import { pictureHand } from '~/ui/gestures/picture-hand';
import { HOLD_MS } from '~/ui/gestures/pointers';
import type { PointerKind, PointerSpot } from '~/ui/gestures/pointers';
import { useSeen } from './grips';
import type { Grip } from './grips';
import { useSpaceHeld } from './use-space-held';
import { useWheel } from './use-wheel';
import { useZoom } from './use-zoom';

const LEFT_BUTTON = 0;
const MIDDLE_BUTTON = 1;

/** What has gestures of its own, where it is no grip. */
const OWN = ['button', 'input', 'select', 'textarea', 'a', 'label', '[data-own-gesture]'].join(',');
/** Where a press or a double tap adds a point. */
const LINE = '[data-hairline]';

const kindOf = ({ pointerType }: PointerEvent): PointerKind =>
  pointerType === 'touch' || pointerType === 'pen' ? pointerType : 'mouse';

/**
 * Hands all pointers of the window to `gestures`, which says what becomes of them. Those beside the picture count too: two
 * pointers never change the design, wherever the second comes down.
 */
export function useHands(
  room: RefObject<HTMLDivElement | null>,
  grips: WeakMap<Element, Grip>,
  painting: boolean,
  taps: PaintVerbs | null = null,
): void {
  const { commands, store } = useApp();
  const zoom = useZoom();
  const seen = useSeen();
  const space = useSpaceHeld(room);
  const toolInHand = useRef<PaintVerbs | null>(null);
  useEffect(() => {
    toolInHand.current = taps ?? (painting ? commands : null);
  }, [painting, taps, commands]);
  useWheel(room, zoom);

  useEffect(() => {
    const element = room.current;
    if (element === null) return;
    let onLine = false;
    const hands = createHands(
      pictureHand({
        zoom,
        toPhoto: seen.toPhoto,
        onLine: () => onLine,
        addPoint: (place) => commands.addPoint(place),
        commit: () => commands.commit(),
        cancelGesture: () => commands.cancelGesture(),
        showBefore: (holdingBefore) => store.setState({ holdingBefore }),
      }),
    );
    /** Which element has a pointer captured. */
    const captures = new Map<number, Element>();
    const presses = new Map<number, ReturnType<typeof setTimeout>>();

    const spotOf = (event: PointerEvent): PointerSpot => {
      const { left, top } = element.getBoundingClientRect();
      const kind = kindOf(event);
      return {
        id: event.pointerId,
        kind,
        xPx: event.clientX - left,
        yPx: event.clientY - top,
        atMs: event.timeStamp,
        pressure: kind === 'pen' ? event.pressure : null,
      };
    };
    const gripAt = (target: Element): { readonly on: Element; readonly grip: Grip } | null => {
      for (let on: Element | null = target; on !== null && on !== element; on = on.parentElement) {
        const grip = grips.get(on);
        if (grip !== undefined) return { on, grip };
      }
      return null;
    };
    const capture = (on: Element, id: number): void => {
      captures.set(id, on);
      // Some pointers are gone before they are heard of.
      try {
        on.setPointerCapture(id);
      } catch {
        captures.delete(id);
      }
    };
    const forget = (id: number): void => {
      captures.delete(id);
      clearTimeout(presses.get(id));
      presses.delete(id);
    };

    const down = (event: PointerEvent): void => {
      if (event.button !== LEFT_BUTTON && event.button !== MIDDLE_BUTTON) return;
      const target = event.target instanceof Element && element.contains(event.target) ? event.target : null;
      const held = target === null ? null : gripAt(target);
      const elsewhere = target === null || (held === null && target.closest(OWN) !== null);
      onLine = target?.closest(LINE) != null;
      const found: Found = {
        elsewhere,
        panKey: space.current || event.button === MIDDLE_BUTTON,
        zoomed: store.getState().zoom !== null,
        thing: held?.grip.as === 'thing' ? held.grip.tool : null,
        divider: held?.grip.as === 'divider' ? held.grip.tool : null,
        inHand: toolInHand.current === null ? null : paintTool(toolInHand.current, seen.toPhoto),
      };
      const id = event.pointerId;
      forget(id);
      if (!elsewhere) {
        capture(held?.on ?? element, id);
        presses.set(
          id,
          setTimeout(() => hands.tell({ type: 'still', id }), HOLD_MS),
        );
      }
      hands.down(spotOf(event), found, event.isPrimary);
    };
    const move = (event: PointerEvent): void => {
      if (!hands.isDown(event.pointerId)) return;
      // A mouse without a button was let go where nobody heard of it.
      if (event.pointerType === 'mouse' && event.buttons === 0) cancel(event);
      else hands.tell({ type: 'move', at: spotOf(event) });
    };
    const up = (event: PointerEvent): void => {
      forget(event.pointerId);
      hands.tell({ type: 'up', at: spotOf(event) });
    };
    const cancel = ({ pointerId }: PointerEvent): void => {
      forget(pointerId);
      hands.tell({ type: 'cancel', id: pointerId });
    };
    const lost = ({ pointerId, target }: PointerEvent): void => {
      // A finger is captured by what it came down on, until something else captures it: that loss is none.
      const by = captures.get(pointerId);
      if (by !== undefined && (by === target || !by.isConnected)) hands.tell({ type: 'lost', id: pointerId });
    };
    const away = (): void => hands.tell({ type: 'lost', id: null });
    const hidden = (): void => {
      if (document.visibilityState === 'hidden') away();
    };
    const escape = ({ key }: KeyboardEvent): void => {
      if (key === 'Escape') hands.tell({ type: 'escape' });
    };
    /** A finger that rests asks for no menu. */
    const menu = (event: MouseEvent): void => {
      if (hands.isBusy()) event.preventDefault();
    };

    const stop = new AbortController();
    // Before anybody else: what a pointer had begun is taken back before the next one begins something beside the picture.
    const first = { capture: true, signal: stop.signal };
    window.addEventListener('pointerdown', down, first);
    window.addEventListener('pointermove', move, first);
    window.addEventListener('pointerup', up, first);
    window.addEventListener('pointercancel', cancel, first);
    window.addEventListener('lostpointercapture', lost, first);
    window.addEventListener('blur', away, { signal: stop.signal });
    window.addEventListener('keydown', escape, { signal: stop.signal });
    document.addEventListener('visibilitychange', hidden, { signal: stop.signal });
    const stay = store.subscribe((state, before) => {
      // What was begun on one head is not gone on with on another.
      if (subjectOf(state)?.photo !== subjectOf(before)?.photo) away();
    });
    element.addEventListener('contextmenu', menu, { signal: stop.signal });
    return () => {
      away();
      presses.forEach((timer) => clearTimeout(timer));
      stop.abort();
      stay();
    };
  }, [room, grips, commands, store, zoom, seen, space]);
}
