import { useRef } from 'react';
import type { KeyboardEvent } from 'react';
import type { PointPx } from '~/model/base/units';
import type { Span } from '~/model/design/known-length';
import type { SeenRuler } from '~/model/measure/ruler';
import { moveSpanEnd } from '~/model/view/move-span-end';
import type { Overlay } from '~/preview/overlay';
import { useApp, useOverlay, useSetView } from '~/ui/base/app-context';
import { rulerInShort, rulerInWords } from '~/ui/words/measure-words';
import { RULER_ENDS } from '~/ui/words/picture-words';
import { arrowStep } from '~/ui/gestures/arrow-step';
import { DoubleLine } from './guide-lines';
import { linePath } from './line-path';
import { usePlaceDrag } from './use-place-drag';
import { toView } from './zoom';

/** Longest that a ruler on a head can be, mm: a slider has to have ends. */
const LONGEST_MM = 500;

/** A ruler on the picture, between two ends to drag or to move with arrow keys. */
export function Ruler() {
  const overlay = useOverlay((now) => now);
  if (overlay?.ruler == null || overlay.fit === null) return null;
  const { ruler, camera } = overlay;
  const middle = toView(camera, ruler.path[ruler.path.length >> 1] ?? ruler.span.from);
  return (
    <>
      <svg className="picture-lines" aria-hidden="true">
        <g className="guide ruler-line">
          <DoubleLine d={linePath(camera, ruler.path)} />
          <text x={middle.xPx + 12} y={middle.yPx - 8}>
            {rulerInShort(ruler.mm)}
          </text>
        </g>
      </svg>
      <End overlay={overlay} ruler={ruler} which="from" />
      <End overlay={overlay} ruler={ruler} which="to" />
    </>
  );
}

interface EndProps {
  readonly overlay: Overlay;
  readonly ruler: SeenRuler;
  readonly which: 'from' | 'to';
}

function End({ overlay, ruler, which }: EndProps) {
  const { store } = useApp();
  const setView = useSetView();
  const { camera, fit } = overlay;
  const { span } = ruler;
  const before = useRef<Span>(span);
  const at = toView(camera, span[which]);
  /** From the store, not from the last frame: keys may come faster than frames. */
  const now = (): Span => store.getState().ruler ?? span;
  const put = (place: PointPx): void => setView({ ruler: { ...now(), [which]: place } });
  const drag = usePlaceDrag({
    at,
    camera,
    onMove: put,
    onEnd: () => undefined,
    onTakeBack: () => setView({ ruler: before.current }),
  });
  const press = (event: KeyboardEvent): void => {
    const step = arrowStep(event);
    if (step === null || fit === null) return;
    event.preventDefault();
    put(moveSpanEnd(fit, span.kind, now()[which], step.rightMm, step.upMm));
  };
  return (
    <div
      className="handle ruler-end"
      data-own-gesture=""
      data-dragging={drag.dragging || undefined}
      role="slider"
      tabIndex={0}
      aria-label={RULER_ENDS[which]}
      aria-valuemin={0}
      aria-valuemax={LONGEST_MM}
      aria-valuenow={Math.round(ruler.mm ?? 0)}
      aria-valuetext={rulerInWords(ruler)}
      style={{ transform: `translate(${at.xPx}px, ${at.yPx}px)` }}
      onKeyDown={press}
      onPointerDown={(event) => {
        before.current = span;
        drag.start(event);
      }}
    />
  );
}
