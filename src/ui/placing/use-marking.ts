import { useMemo, useRef, useState } from 'react';
import type { HeadMark } from '~/model/design/consultation';
import { VIEW_PRIORS } from '~/model/laying/view-priors';
import { marksInForce } from '~/store/placings';
import { viewInSight } from '~/store/view-in-sight';
import { useApp, useAppState } from '~/ui/base/app-context';
import type { PaintVerbs } from '~/ui/gestures/paint-tool';

export interface Marking {
  /** The marks that this view asks for, the most telling first. */
  readonly asked: readonly HeadMark[];
  readonly isSet: (mark: HeadMark) => boolean;
  /** Where the next tap puts one; null: all are set, and a tap does nothing. */
  readonly next: HeadMark | null;
  readonly choose: (mark: HeadMark) => void;
  /** The mark that a finger on the picture is setting: it hides where. */
  readonly underFinger: HeadMark | null;
  /** What a tap on the picture does. */
  readonly taps: PaintVerbs;
}

/** Which mark of the head the next tap on the picture sets: the one that was chosen, else the first that is not set. */
export function useMarking(): Marking {
  const { commands } = useApp();
  const view = useAppState(viewInSight);
  const marks = useAppState(marksInForce);
  const [chosen, setChosen] = useState<HeadMark | null>(null);
  const { marks: asked } = VIEW_PRIORS[view];
  const next = chosen !== null && asked.includes(chosen) ? chosen : (asked.find((mark) => !(mark in marks)) ?? null);
  const now = useRef(next);
  /** What the gesture under way sets: the next one is asked for when it has ended. */
  const held = useRef<HeadMark | null>(null);
  const [underFinger, setUnderFinger] = useState<HeadMark | null>(null);
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
  return { asked, isSet: (mark) => mark in marks, next, choose: setChosen, underFinger, taps };
}
