import { useMemo, useRef, useState } from 'react';
import type { HeadMark } from '~/model/design/consultation';
import { current } from '~/model/design/history';
import { marksOf } from '~/model/laying/head-marks';
import { VIEW_PRIORS } from '~/model/laying/view-priors';
import { marksInForce } from '~/store/placings';
import { viewInSight } from '~/store/view-in-sight';
import { useApp, useAppState } from '~/ui/base/app-context';
import type { PaintVerbs } from '~/ui/gestures/paint-tool';

/** A mark of the head, or by its number a spot of the skin. */
export type ToMark = HeadMark | number;

export interface Marking {
  /** The marks that this view asks for, the most telling first. */
  readonly asked: readonly HeadMark[];
  /** Spots of the skin that were marked in other photos of this head: one that this photo shows too helps to place it. */
  readonly spots: readonly number[];
  readonly isSet: (mark: ToMark) => boolean;
  /** What the next tap sets; null: all that is asked for is set, and a tap does nothing. */
  readonly next: ToMark | null;
  readonly choose: (mark: ToMark) => void;
  /** The mark that a finger on the picture is setting: it hides where. */
  readonly underFinger: ToMark | null;
  /** What a tap on the picture does. */
  readonly taps: PaintVerbs;
}

/** Which mark of the head, or spot of the skin, the next tap on the picture sets: the one that was chosen, else the first that is not set. */
export function useMarking(): Marking {
  const { commands } = useApp();
  const view = useAppState(viewInSight);
  const marks = useAppState(marksInForce);
  const [chosen, setChosen] = useState<ToMark | null>(null);
  const { marks: asked } = VIEW_PRIORS[view];
  const document = useAppState(({ history }) => current(history));
  const here = document.views[document.chosenView];
  const spots = marksOf({ views: document.views.filter((other) => other !== here) });
  const canBeSet = (mark: ToMark): boolean => (typeof mark === 'number' ? spots.includes(mark) : asked.includes(mark));
  const isSet = (mark: ToMark): boolean =>
    typeof mark === 'number' ? here.taps.some((tap) => tap.mark === mark) : mark in marks;
  const next = chosen !== null && canBeSet(chosen) ? chosen : (asked.find((mark) => !isSet(mark)) ?? null);
  const now = useRef(next);
  /** What the gesture under way sets: the next one is asked for when it has ended. */
  const held = useRef<ToMark | null>(null);
  const [underFinger, setUnderFinger] = useState<ToMark | null>(null);
  now.current = held.current ?? next;
  const taps = useMemo(
    (): PaintVerbs => ({
      begin: (by) => setUnderFinger(by === 'touch' ? now.current : null),
      paintAt: (at) => {
        held.current = now.current;
        if (held.current !== null) commands.markHead(held.current, at);
      },
      commit: () => {
        held.current = null;
        setUnderFinger(null);
        setChosen(null);
        commands.commit();
      },
      cancelGesture: () => {
        held.current = null;
        setUnderFinger(null);
        commands.cancelGesture();
      },
    }),
    [commands],
  );
  return { asked, spots, isSet, next, choose: setChosen, underFinger, taps };
}
