import { useMemo, useRef, useState } from 'react';
import type { PointPx } from '~/model/base/units';
import type { SeenRuler } from '~/model/measure/ruler';
import { moveSpanEnd } from '~/model/view/move-span-end';
import type { Overlay } from '~/preview/overlay';
import { useApp, useOverlay } from '~/ui/base/app-context';
import { rulerInShort, rulerInWords } from '~/ui/words/measure-words';
import { RULER_ENDS } from '~/ui/words/picture-words';
import { rulerTool } from '~/ui/gestures/ruler-tool';
import type { PointerKind } from '~/ui/gestures/pointers';
import { keyDownOf, useGrip, useSeen } from './grips';
import { DoubleLine } from './guide-lines';
import { linePath } from './line-path';
import { Loupe } from './loupe';
import { toView } from './zoom';

/** Longest that a ruler on a head can be, mm: a slider has to have ends. */
const LONGEST_MM = 500;

/** A ruler on the picture, between two ends to drag or to move with arrow keys; `resting`: it only lies there. */
export function Ruler({ resting }: { readonly resting: boolean }) {
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
      {!resting && <End overlay={overlay} ruler={ruler} which="from" />}
      {!resting && <End overlay={overlay} ruler={ruler} which="to" />}
    </>
  );
}

interface EndProps {
  readonly overlay: Overlay;
  readonly ruler: SeenRuler;
  readonly which: 'from' | 'to';
}

function End({ overlay, ruler, which }: EndProps) {
  const app = useApp();
  const seen = useSeen();
  const element = useRef<HTMLDivElement>(null);
  const [heldBy, setHeldBy] = useState<PointerKind | null>(null);
  const tool = useMemo(() => {
    const place = (): PointPx | null => app.store.getState().ruler?.[which] ?? null;
    return rulerTool({
      seenAt: () => {
        const now = place();
        return now === null ? null : seen.toView(now);
      },
      toPhoto: seen.toPhoto,
      place,
      put: (to) => app.store.setState(({ ruler: now }) => ({ ruler: now === null ? null : { ...now, [which]: to } })),
      moved: (from, rightMm, upMm) => {
        const fit = app.overlay.getState()?.fit ?? null;
        const span = app.store.getState().ruler;
        return fit === null || span === null ? null : moveSpanEnd(fit, span.kind, from, rightMm, upMm);
      },
      held: (by) => {
        setHeldBy(by);
        if (by !== null) element.current?.focus({ preventScroll: true });
      },
    });
  }, [app, seen, which]);
  useGrip(element, 'thing', tool);
  const at = toView(overlay.camera, ruler.span[which]);
  return (
    <>
      <div
        ref={element}
        className="handle ruler-end"
        data-dragging={heldBy !== null || undefined}
        role="slider"
        tabIndex={0}
        aria-label={RULER_ENDS[which]}
        aria-valuemin={0}
        aria-valuemax={LONGEST_MM}
        aria-valuenow={Math.round(ruler.mm ?? 0)}
        aria-valuetext={rulerInWords(ruler)}
        style={{ transform: `translate(${at.xPx}px, ${at.yPx}px)` }}
        onKeyDown={keyDownOf(tool)}
      />
      {heldBy === 'touch' && <Loupe place={ruler.span[which]} says={rulerInShort(ruler.mm)} overlay={overlay} />}
    </>
  );
}
